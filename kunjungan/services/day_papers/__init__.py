"""The papers of the day: cards, lists, scripts and signs, each made alone or with the pack."""
