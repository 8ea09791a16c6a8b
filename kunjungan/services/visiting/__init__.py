"""A visit's day: its sessions, its crew, its gifts, its checklist, and what came of it."""
