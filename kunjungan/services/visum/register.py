"""The register of visums: who had which travel order signed by whom, for which days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.visum import SIGNED_LIST, VisitDays, doubts
from kunjungan.domain.words import Attendance
from kunjungan.services.guests.participants import Participant, participants_in
from kunjungan.services.letters.heads import signer_of
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.principals import post_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Visit, Visum


@dataclass(frozen=True, slots=True)
class VisumLine:
    """A guest with the visum of the own travel order, as far as there is one.

    ``signed`` says whether the guest is on the signed attendance list. ``doubts`` are untranslated
    sentences about days outside the visit. Without an ``id`` no visum is recorded yet.
    """

    attendee_id: UUID
    delegation_id: UUID | None
    name: str
    title: Bilingual
    body: Bilingual
    attendance: Attendance
    travel_order: str
    id: UUID | None = None
    arrived_on: date | None = None
    departed_on: date | None = None
    signer_id: UUID | None = None
    signer: str = ""
    signer_post: Bilingual | None = None
    printed_at: datetime | None = None
    note: str = ""
    doubts: tuple[str, ...] = ()
    version: int = 0

    @property
    def signed(self) -> bool:
        """Whether the guest came and signed the attendance list."""
        return self.attendance == SIGNED_LIST


def visum_register(office: Office, visit_id: UUID) -> list[VisumLine]:
    """Return a visit's guests in the order of its lists, each with the visum if there is one."""
    with office.store.read() as session:
        return register_in(session, found(session, Visit, visit_id))


def register_in(session: Session, visit: Visit) -> list[VisumLine]:
    """Return the register as an open session sees it; the host's own party travels nowhere."""
    rows = visums_in(session, visit.id)
    days = days_of(visit)
    return [
        _line(session, guest, rows.get(guest.id), days)
        for guest in participants_in(session, visit.id)
        if not guest.host
    ]


def visums_in(session: Session, visit_id: UUID) -> Mapping[UUID, Visum]:
    """Return the visums of a visit by guest; of two that met, the first by id counts."""
    query = select(Visum).where(Visum.visit_id == visit_id).order_by(col(Visum.id).desc())
    return {row.attendee_id: row for row in session.exec(query)}


def days_of(visit: Visit) -> VisitDays:
    """Return the first and last day of a visit."""
    return VisitDays(visit.on.first, (visit.until or visit.on).last)


def _line(session: Session, guest: Participant, row: Visum | None, days: VisitDays) -> VisumLine:
    plain = VisumLine(
        guest.id,
        guest.delegation_id,
        guest.name.full if guest.known else "",
        guest.title,
        guest.body,
        guest.attendance,
        row.travel_order if row is not None else guest.travel_order,
    )
    if row is None:
        return plain
    signer = signer_of(session, row.signer_id)
    return replace(
        plain,
        id=row.id,
        arrived_on=row.arrived_on,
        departed_on=row.departed_on,
        signer_id=row.signer_id,
        signer=name_of(signer.person).full if signer else "",
        signer_post=post_of(signer.position) if signer else None,
        printed_at=row.printed_at,
        note=row.note,
        doubts=doubts(row.arrived_on, row.departed_on, days),
        version=row.version,
    )
