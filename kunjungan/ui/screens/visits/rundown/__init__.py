"""The rundown of a visit: its items by the clock, in the sessions that they belong to."""
