"""Guest lists as they come: read, looked through, and the good rows brought in by one change."""
