"""Sentences of both languages side by side: what one of them says and the other does not.

`rules.py` finds what must not differ, `signals.py` words of meaning that a good translation may put otherwise.
"""
