"""What pages say about words: terms in other languages, and phrases that are in another language."""
