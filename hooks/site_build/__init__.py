"""Builds into a private folder and puts the result in place as a whole: `make site`, `make offline`."""
