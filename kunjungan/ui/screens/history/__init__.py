"""What was done in the office, and proof that it was."""
