"""The day of a visit: its board, what slips and clashes on it, and what came of it."""
