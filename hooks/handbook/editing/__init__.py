"""Changes to files, computed as values and then written atomically. Commands that print are in cli."""
