"""The board of a visit's day: its delegations side by side, and the sessions on it."""
