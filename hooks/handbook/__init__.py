"""The handbook's core: it reads `docs/` and `facts/` and answers with values; it never imports MkDocs.

Layers, each importing only those below it (`tests/test_architecture.py` reads this table):

    command
    __main__
    page_commands
    speaking
    memory touched
    checks weave tree export completion fixing search book form_editor drafting renaming
    views changes
    loom
    facts_rules page_rules form_rules link_rules parity_rules block_rules table_rules value_rules word_rules lock_rules
    draft_rules moved_rules
    waiving naming
    reader
    page_reader facts_reader records writing relinking
    outline schema stand mentions
    inline dialect
    answering reply owners
    redirects splicing source
    references relations sections agreement agreeing status figures wording summary report manual panel looking_after
    history hosting located yaml_faults address export_shape drawing
    model
    page
    pieces lock waiver digest comment
    facts
    finding
    said hands
    languages translations
    serbian english
"""
