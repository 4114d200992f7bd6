"""Tables that people edited in a spreadsheet, read back into the facts: `handbook import`."""
