"""Whether both languages say the same: fingerprints, locks, and the rules that compare the two. What concerns one page alone is in checks."""
