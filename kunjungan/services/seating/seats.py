"""Seats given by hand: a guest to a seat, a lock, a reason."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.seating.plans import keep_seats
from kunjungan.services.seating.sitting import Held, held_in, refuse_changed, seated_by
from kunjungan.store.tables import Seat, SeatingPlan

_LOCKED = later("This seat is locked. Nobody was moved; unlock it first.")
_GONE = later("There is no such seat in this plan any more. Nobody was moved.")
_AWAY = later("This guest does not come to what the plan is for. Nobody was moved.")
_EMPTY = later("Nobody sits there. Seat a guest first.")


def seat_guest(
    office: Office,
    plan_id: UUID,
    attendee_id: UUID,
    place: str,
    *,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Seat a guest; whoever sits there takes the guest's old seat, or is left without one.

    ``seen`` is who sat where as the person saw it.

    Raises:
        RuleBroken: one of the two is locked, the seat is gone, or the guest does not come.
        Conflict: another desk has changed the seats since.
    """
    with office.store.change(later("Seat guest")) as session:
        held = held_in(session, found(session, SeatingPlan, plan_id))
        refuse_changed(held.seats, seen)
        key = attendee_id.hex
        _refuse(held, key, place)
        seated = seated_by(held.seats)
        old = next((here for here, who in seated.items() if who == key), None)
        if old == place:
            return
        other = seated.pop(place, None)
        if old is not None:
            del seated[old]
        if old is not None and other is not None:
            seated[old] = other
        seated[place] = key
        for here in {old, place} - {None}:
            row = held.seats.get(here or "")
            if row is not None and row.reason:
                row.reason = ""
        keep_seats(session, plan_id, seated, held.seats)


def unseat(
    office: Office, plan_id: UUID, attendee_id: UUID, *, seen: Mapping[str, str] | None = None
) -> None:
    """Take a guest's seat away; ``seen`` is who sat where as the person saw it.

    Raises:
        RuleBroken: it is locked.
        Conflict: another desk has changed the seats since.
    """
    with office.store.change(later("Take seat away")) as session:
        held = held_in(session, found(session, SeatingPlan, plan_id))
        refuse_changed(held.seats, seen)
        for row in held.seats.values():
            if row.attendee_id == attendee_id:
                if row.locked:
                    raise RuleBroken(_LOCKED)
                session.delete(row)


def lock_seat(office: Office, plan_id: UUID, place: str, *, locked: bool = True) -> None:
    """Lock who sits somewhere, so that nobody moves there when seats are arranged, or unlock it.

    Raises:
        RuleBroken: nobody sits there.
    """
    with office.store.change(later("Lock seat") if locked else later("Unlock seat")) as session:
        row = _row(session, plan_id, place)
        if row.locked is not locked:
            row.locked = locked


def give_reason(office: Office, plan_id: UUID, place: str, reason: str) -> None:
    """Say why a guest sits otherwise than by rank; such a seat stays when seats are arranged.

    Without words the reason is taken back.

    Raises:
        RuleBroken: nobody sits there.
    """
    with office.store.change(later("Give reason for a seat")) as session:
        row = _row(session, plan_id, place)
        if row.reason != reason.strip():
            row.reason = reason.strip()


def _row(session: Session, plan_id: UUID, place: str) -> Seat:
    row = held_in(session, found(session, SeatingPlan, plan_id)).seats.get(place)
    if row is None:
        raise RuleBroken(_EMPTY)
    return row


def _refuse(held: Held, key: str, place: str) -> None:
    if place not in held.there:
        raise RuleBroken(_GONE)
    if key not in held.coming:
        raise RuleBroken(_AWAY)
    there = held.seats.get(place)
    own = next((seat for seat in held.seats.values() if seat.attendee_id.hex == key), None)
    if (there is not None and there.locked) or (own is not None and own.locked):
        raise RuleBroken(_LOCKED)
