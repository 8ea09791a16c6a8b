"""The crew of a visit: who does what, for which session, with which vehicle."""
