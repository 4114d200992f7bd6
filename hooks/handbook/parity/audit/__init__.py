"""Likely differences in meaning for a reader, ranked: what `handbook audit` lists. No check imports it.

`words.py` divides sentences into words, `dictionary.py` learns from all pages which words translate each other,
`differences.py` compares two sentences, `items.py` ranks what differs, `report.py` puts it into words.
"""
