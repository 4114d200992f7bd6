"""Checks of a handbook's content, whatever it says: what is expected is computed from its facts."""
