"""The keys of place labels: a guest's for the first plan, guest and plan for each further one.

Logs of prints from before a visit had labels for every plan hold the first plan's alone.
"""

from uuid import UUID


def place_key(guest_id: UUID, plan_id: UUID | None) -> str:
    """Return the key of a guest's label in a further plan; without one in the first."""
    return f"{guest_id}@{plan_id}" if plan_id else str(guest_id)


def guest_of(key: str) -> str:
    """Return whose label a key is."""
    return key.partition("@")[0]


def plan_of(key: str) -> str:
    """Return the id of the further plan that a label is of; "" for the first plan's."""
    return key.partition("@")[2]
