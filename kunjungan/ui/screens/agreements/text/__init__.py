"""The text beside its structure and its paper."""
