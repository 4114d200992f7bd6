"""What is known of each language, and every word the software says. Nothing here knows what a handbook is."""
