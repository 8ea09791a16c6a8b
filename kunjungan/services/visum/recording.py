"""Records visums: in a batch for those on the signed list, each corrected alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.days import holds_on
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visum import SIGNED_LIST, check_days
from kunjungan.i18n import later
from kunjungan.services.letters.facts import is_away, own_body
from kunjungan.services.letters.heads import signer_of
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visum.register import visums_in
from kunjungan.store.tables import Attendee, Delegation, Visit, Visum

NOT_SIGNED = later(
    "{count} of those chosen are not on the signed attendance list. Tick who has signed first; a "
    "visum is given to nobody else. Nothing was recorded."
)
AWAY = later(
    "On this visit the own people are the guests: its host signs the visums. Nothing to print here."
)
_NOBODY = later("Choose for whom the visum is.")
_NO_SIGNER = later("Choose who signs the visum.")
_NOT_IN_OFFICE = later("{post} was not in office on that day. Choose another signer.")
_OTHER_BODY = later("A visum is signed by an officer of the office that is visited.")


@dataclass(frozen=True, slots=True)
class VisumBatch:
    """What is asked for a batch: for whom, who signs, and the days.

    Without ``departed_on`` only the arrival is printed; the departure is asked again later.
    """

    attendees: tuple[UUID, ...]
    signer_id: UUID | None
    arrived_on: date
    departed_on: date | None = None


@dataclass(frozen=True, slots=True)
class VisumEntry:
    """The visum of one guest as a person fills it in."""

    signer_id: UUID | None
    arrived_on: date
    departed_on: date | None = None
    travel_order: str = ""
    note: str = ""
    version: int = 0


def record_visums(office: Office, visit_id: UUID, batch: VisumBatch) -> int:
    """Record the visum of several guests in one change and return how many.

    Who has one gets the new days and signer; what was printed then must be printed again.

    Raises:
        RuleBroken: the own people are the guests, somebody is not on the signed list, the days
            cannot be, or nobody signs.
    """
    if not batch.attendees:
        raise RuleBroken(_NOBODY)
    check_days(batch.arrived_on, batch.departed_on, office.today())
    with office.store.change(later("Record visums")) as session:
        visit = found(session, Visit, visit_id)
        if is_away(visit):
            raise RuleBroken(AWAY)
        _check_signer(session, visit, batch.signer_id, batch.arrived_on)
        guests = [_guest(session, visit_id, key) for key in batch.attendees]
        missing = sum(guest.attendance != SIGNED_LIST for guest in guests)
        if missing:
            raise RuleBroken(NOT_SIGNED, count=missing)
        known = visums_in(session, visit_id)
        for guest in guests:
            row = known.get(guest.id) or Visum(
                visit_id=visit_id,
                attendee_id=guest.id,
                arrived_on=batch.arrived_on,
                travel_order=guest.travel_order,
            )
            row.signer_id, row.arrived_on = batch.signer_id, batch.arrived_on
            row.departed_on = batch.departed_on
            session.add(row)
    return len(guests)


def edit_visum(office: Office, visum_id: UUID, form: VisumEntry) -> None:
    """Correct one visum; the number of the travel order is kept with the guest, too."""
    check_days(form.arrived_on, form.departed_on, office.today())
    with office.store.change(later("Edit visum")) as session:
        row = found(session, Visum, visum_id, seen=form.version)
        visit = found(session, Visit, row.visit_id)
        _check_signer(session, visit, form.signer_id, form.arrived_on)
        row.signer_id, row.note = form.signer_id, form.note.strip()
        row.arrived_on, row.departed_on = form.arrived_on, form.departed_on
        row.travel_order = form.travel_order.strip()
        found(session, Attendee, row.attendee_id).travel_order = row.travel_order


def number_order(office: Office, attendee_id: UUID, travel_order: str) -> None:
    """Keep the number of a guest's travel order before there is a visum."""
    with office.store.change(later("Number a travel order")) as session:
        found(session, Attendee, attendee_id).travel_order = travel_order.strip()


def remove_visums(office: Office, visum_ids: Sequence[UUID]) -> None:
    """Remove visums from the register; undo brings them back."""
    with office.store.change(later("Remove visums")) as session:
        for visum_id in visum_ids:
            session.delete(found(session, Visum, visum_id))


def mark_printed(session: Session, visum_ids: Sequence[UUID], at: datetime) -> None:
    """Keep when visums were printed, inside the change that logs it."""
    for visum_id in visum_ids:
        found(session, Visum, visum_id).printed_at = at


def _guest(session: Session, visit_id: UUID, attendee_id: UUID) -> Attendee:
    guest = found(session, Attendee, attendee_id)
    own = guest.delegation_id and found(session, Delegation, guest.delegation_id).visit_id
    if own != visit_id:
        raise RuleBroken(later("A visum is given only to guests of its own visit."))
    return guest


def _check_signer(session: Session, visit: Visit, signer_id: UUID | None, day: date) -> None:
    signer = signer_of(session, signer_id)
    if signer is None:
        raise RuleBroken(_NO_SIGNER)
    own = own_body(session, visit)
    if own is not None and own.id not in {signer.body.id, signer.body.parent_id}:
        raise RuleBroken(_OTHER_BODY)
    if not holds_on(signer.tenure.begins_on, signer.tenure.ends_on, day):
        raise RuleBroken(_NOT_IN_OFFICE, post=signer.position.title_id)
