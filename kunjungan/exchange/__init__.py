"""Foreign files: what others can read, and what the office can read of theirs."""
