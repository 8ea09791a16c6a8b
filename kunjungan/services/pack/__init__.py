"""The pack of a visit: every paper of the day, in order, and what became of each since printed."""
