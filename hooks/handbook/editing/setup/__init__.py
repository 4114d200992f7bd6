"""`handbook init`: everything that changes when a firm makes the handbook its own, from one file of answers.

`answers.py` reads the answers, `roles.py`, `people.py`, `settings.py` and `look.py` turn them into changed files, and
`plan.py` puts these together and refuses what the check would not accept.
"""
