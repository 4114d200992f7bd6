"""The core of the handbook: it reads `docs/` and `facts/` and returns values. It never imports MkDocs.

Ten packages, each importing only those below it (`tests/test_architecture.py` holds them to this order):

    cli         the `handbook` command: parses arguments, prints, sets exit codes
    editing     changes to files, computed as values and then written
    publishing  files beside the pages: search, data, redirects, books, forms
    pages       what the build adds to a page: generated parts, links, footers, notices
    checks      a handbook in, findings out; and findings as reports
    parity      whether both languages say the same
    crosslinks  who relates to whom, and where a link leads
    reading     files in, a `Handbook` out; the only package that opens the handbook's files
    model       frozen values
    languages   what is known of each language, and every word the software says
"""
