"""Reads and parses the files of a handbook into a `Handbook`.

Faults in files become findings, not exceptions.
"""
