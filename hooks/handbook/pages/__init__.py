"""What the build adds to a page: generated parts, links of mentions, footers and notices.

`parts/` has one module per marker. Nothing here reads files; files beside the pages are in `publishing`.
"""
