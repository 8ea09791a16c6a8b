"""The visum of the guests' travel orders: who signed the list, the register, the forms."""
