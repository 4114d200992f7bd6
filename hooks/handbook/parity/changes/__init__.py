"""Changes of what was recorded: which are small corrections, and which records no command has written.

`small.py` compares a text with its former one, `record.py` the locks with those of another branch.
"""
