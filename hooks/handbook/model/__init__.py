"""Frozen values: the handbook, its pages, facts and findings. Nothing here reads a file or decides anything."""
