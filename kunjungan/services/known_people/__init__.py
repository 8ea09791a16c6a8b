"""The people the office knows: listed, looked at one by one, written out, and let go in time."""
