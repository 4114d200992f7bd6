"""The handbook command: parses arguments, prints, sets exit codes. What is printed is computed elsewhere."""
