"""Building blocks that every screen shares."""
