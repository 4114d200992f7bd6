"""The `handbook` command: it parses arguments, prints, and sets exit codes.

What it prints and writes is computed in the packages below; a new command is a function in one of these modules.
"""
