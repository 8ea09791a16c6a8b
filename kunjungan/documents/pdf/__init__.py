"""Writes PDF files object by object, with all that PDF/A-3b and a screen reader ask of them."""
