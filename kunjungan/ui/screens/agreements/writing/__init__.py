"""What helps to write: pasting, standard clauses, suggestions, recovery."""
