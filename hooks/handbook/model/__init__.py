"""Frozen values: the handbook, its pages, facts, locks and findings.

Nothing in this package reads files, checks rules, or renders pages.
"""
