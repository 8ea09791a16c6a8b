"""What stands before the originals, and the way to mend it."""
