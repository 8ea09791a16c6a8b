"""One package for each place of the window."""
