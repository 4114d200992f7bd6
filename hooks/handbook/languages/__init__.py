"""What is known of each language, and every word that the software says.

A language is one record in `registry`. Nothing here knows what a handbook is.
"""
