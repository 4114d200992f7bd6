"""Changes to files: new pages, other ids, repairs, answers to comments.

Each change is computed as a value (path → new text) and then written in one step. Nothing here prints.
"""
