"""What makes the preview quick: it remembers the last build and makes only the pages anew that a change touches."""
