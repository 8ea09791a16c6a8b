"""The rundown of a visit: its items, what slips, templates, checks, papers."""
