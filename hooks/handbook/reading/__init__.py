"""Files in, a `Handbook` out: the only package that opens the handbook's files.

What is wrong with a file becomes a finding, never an exception or a loss.
"""
