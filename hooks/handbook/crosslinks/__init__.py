"""Relations and links: of roles, responsibilities and exchanges, mentions in text, paths between pages.

This package computes them for a handbook; the package `pages` renders them.
"""
