"""Which room, place and people a visit or one of its sessions wants."""

from kunjungan.domain.bookings import Claim, ClaimKind, name_key
from kunjungan.services.calendar.plan import Plan, SessionFacts, Someone, VisitFacts


def room_of(visit: VisitFacts, one: SessionFacts | None) -> str:
    """Return the room of a session: its own, else the visit's unless it is at another place."""
    if one is None:
        return visit.room
    elsewhere = one.place and name_key(one.place) != name_key(visit.place)
    return one.room or ("" if elsewhere else visit.room)


def place_of(visit: VisitFacts, one: SessionFacts | None) -> str:
    """Return the place of a session: its own, else the visit's."""
    return (one.place if one else "") or visit.place


def leader_of(plan: Plan, visit: VisitFacts, one: SessionFacts | None) -> Someone | None:
    """Return who receives: the session's host, else the visit's."""
    own = plan.someone(one.host_tenure_id) if one else None
    return own or plan.someone(visit.host_tenure_id)


def claims_of(room: str, leader: Someone | None) -> tuple[Claim, ...]:
    """Return the claims of an event: its room and who receives, as far as they are known."""
    people = (person_claim(ClaimKind.LEADER, leader),) if leader else ()
    return (*named_claim(ClaimKind.ROOM, room), *people)


def person_claim(kind: ClaimKind, person: Someone) -> Claim:
    """Return the claim of a known person, who is the same one in every post."""
    return Claim(kind, person.person_id.hex, person.name)


def named_claim(kind: ClaimKind, name: str) -> tuple[Claim, ...]:
    """Return the claim of what is known by its name only, none without a name."""
    return (Claim(kind, name_key(name), name.strip()),) if name.strip() else ()
