"""Whether both languages say the same: fingerprints, locks, and the rules that compare the two languages.

Staleness is computed in `state`. Rules about one language alone are in `checks`.
"""
