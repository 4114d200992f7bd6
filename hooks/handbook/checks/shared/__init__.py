"""Rules about the facts that several pages show: decisions, measures, meetings.

Each of them has one name and one entry, so that all pages say the same.
"""
