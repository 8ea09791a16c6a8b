"""The people of a visit, those of the delegations and those of the host's own party."""
