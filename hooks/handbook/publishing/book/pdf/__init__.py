"""What is done to a PDF that WeasyPrint has written: its tags, its links and its metadata are completed.

Books and sheets are finished in the same way: both are PDF/UA-1, which can be heard, and PDF/A-2a, which can be kept.
"""
