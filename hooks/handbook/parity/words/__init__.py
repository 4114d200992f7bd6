"""The words of a text: which of them are to be written otherwise.

`wording.py` finds terms that are not to be used and texts of another length, `outdated.py` words that were right once.
"""
