"""The only typed access to MkDocs' build: what a build knows, its current language, the paths of pages, writing files.

Hooks use these functions instead of string keys of the configuration. Nothing here knows what a handbook says.
"""
