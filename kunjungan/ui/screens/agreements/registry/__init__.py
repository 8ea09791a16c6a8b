"""The register on screen: list, line of time, reminders, chain, renewal."""
