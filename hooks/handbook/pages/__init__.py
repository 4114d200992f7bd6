"""What the build adds to a page: generated parts, links of mentions, footers and notices. Files beside the pages are in publishing."""
