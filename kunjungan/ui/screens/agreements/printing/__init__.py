"""Papers of an agreement: chosen, seen, printed and logged."""
