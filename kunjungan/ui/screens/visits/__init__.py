"""Visits: the list, and one visit with its delegations, agreements and history."""
