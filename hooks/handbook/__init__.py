"""The handbook's core: it reads `docs/` and `facts/` and answers with values; it never imports MkDocs.

Layers, each importing only those below it (`tests/test_architecture.py` reads this table):

    __main__
    checks weave tree export
    views
    loom
    facts_rules page_rules link_rules parity_rules block_rules value_rules
    reader
    outline schema source stand mentions
    references relations wording report located address languages export_shape drawing
    model
    facts serbian english
    finding
"""
