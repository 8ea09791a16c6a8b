"""The tab of a visit's day: board and crew together."""
