"""What the build adds to a page: generated parts, links for mentions, a footer and notices.

`parts/` has one module per marker. Nothing here reads files; files beside the pages are in `publishing`.
"""
