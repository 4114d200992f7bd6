"""The handbook's core: it reads `docs/` and `facts/` and answers with values; it never imports MkDocs.

Layers, each importing only those below it (`tests/test_architecture.py` reads this table):

    __main__
    checks weave
    views
    facts_rules page_rules link_rules parity_rules
    reader
    outline schema source stand
    references relations wording report located address
    model finding serbian
"""
