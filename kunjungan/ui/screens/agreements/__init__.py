"""Agreements: the register, the two-language editor, printing, signing."""
