"""Files beside the pages: search, data, redirects, the books, the forms.

Each module returns paths and texts; a hook writes them. What belongs on a page itself is in `pages`.
"""
