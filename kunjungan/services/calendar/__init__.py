"""The calendar: what is planned, what it takes up, and what of it clashes."""
