"""The choices of the office and of this desk."""
