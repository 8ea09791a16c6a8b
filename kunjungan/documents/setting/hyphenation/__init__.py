"""Where a word may be divided at the end of a line, in each language."""
