"""Frozen values: the handbook, its pages, facts, locks and findings.

Nothing here reads a file, decides anything, or formats text for readers.
"""
