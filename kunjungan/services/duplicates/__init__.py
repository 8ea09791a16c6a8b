"""People who stand twice in the office's records: found, merged, or kept apart for good."""
