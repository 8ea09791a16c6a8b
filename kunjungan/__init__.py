"""Delegation visits and bilingual agreement signings of an Indonesian protocol office."""
