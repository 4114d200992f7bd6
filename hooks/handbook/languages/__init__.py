"""One record per language, and all text that the software shows: messages, labels, catalogues.

The records are listed in `registry`. Nothing in this package depends on what a handbook is.
"""
