"""Checks a handbook and returns findings; and formats findings as reports.

Rules about one page or about the facts are here; rules that compare the two languages are in `parity`.
"""
