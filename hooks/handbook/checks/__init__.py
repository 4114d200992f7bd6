"""A handbook in, findings out, and findings as reports. What compares the two languages is in parity."""
