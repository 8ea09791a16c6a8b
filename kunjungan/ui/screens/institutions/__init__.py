"""Institutions, and who holds which post in them."""
