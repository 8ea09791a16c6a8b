"""Receiving visits: letters taken in, visits copied, told, exported, looked at for tomorrow."""
