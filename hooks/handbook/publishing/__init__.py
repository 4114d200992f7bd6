"""Files that are published beside the pages: search indexes, data, redirects, books, forms.

Each module returns paths and texts; a hook writes them. What belongs on a page itself is in `pages`.
"""
