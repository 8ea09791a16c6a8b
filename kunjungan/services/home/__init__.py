"""What the home page shows: what needs attention, the next visit, and two figures."""
