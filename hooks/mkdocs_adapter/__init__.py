"""The only typed access to MkDocs' build: the build's state and current language, the paths of pages, writing files.

Hooks use these functions instead of string keys of the configuration. Nothing here depends on a handbook's content.
"""
