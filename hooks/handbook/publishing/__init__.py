"""Files beside the pages: search, data, redirects, the books, the forms. Each module returns paths and texts; a hook writes them."""
