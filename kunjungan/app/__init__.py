"""Puts the pieces together: the only place that knows them all."""
