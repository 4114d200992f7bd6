"""Whether both languages say the same: fingerprints, locks, and the rules that compare the two languages.

Staleness is computed in `state`. Rules about the language of a text are here too; other rules about one page are in
`checks`.
"""
