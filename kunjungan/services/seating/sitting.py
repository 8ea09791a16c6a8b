"""The guests of a plan as seating sees them, and who has which of its seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.seating_kinds import Part, part_from
from kunjungan.domain.seating_order import Sitter, arranged
from kunjungan.domain.seating_parts import places
from kunjungan.services.guests.participants import Participant
from kunjungan.services.precedence.order import RankedGuest, Ranking, ranking_in
from kunjungan.store.tables import AgreementVisit, Party, Seat, SeatingPlan, Tenure

HOST = "host"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A plan with its guests by their key, and the seats that these hold by place.

    Of a place or a guest seated twice the first by id counts; who no longer comes holds no seat.
    """

    plan: SeatingPlan
    parts: tuple[Part, ...]
    ranking: Ranking
    guests: Mapping[str, RankedGuest]
    sitters: tuple[Sitter, ...]
    seats: Mapping[str, Seat]

    @property
    def seated(self) -> dict[str, str]:
        """Who sits where, by keys."""
        return {place: seat.attendee_id.hex for place, seat in self.seats.items()}

    @property
    def there(self) -> set[str]:
        """The keys of every seat of the room."""
        return {place.key for place in places(self.parts)}

    @property
    def fixed(self) -> dict[str, str]:
        """Who stays when seats are arranged: where a seat is locked or has its reason."""
        kept = {place for place, seat in self.seats.items() if seat.locked or seat.reason}
        return {place: key for place, key in self.seated.items() if place in kept}

    @property
    def missing(self) -> int:
        """How many guests would find no seat if seats were arranged now."""
        return len(self.sitters) - len(self.by_rank())

    def by_rank(self) -> dict[str, str]:
        """Return who would sit where if seats were arranged now."""
        return arranged(self.parts, self.sitters, self.fixed, self.seated)


def sitting_in(session: Session, plan: SeatingPlan) -> Sitting:
    """Return a plan with its guests as an open session sees them."""
    ranking = ranking_in(session, plan.visit_id, plan.session_id)
    guests = {line.guest.id.hex: line for line in ranking.lines}
    everybody = ranking.everybody
    signing = _who_signs(everybody, _signers(session, plan.visit_id))
    leading = {one.id for one in everybody if one.role == "head"}
    leading |= {one.id for one in everybody if one.represents_id in leading}
    parts = tuple(part_from(data) for data in plan.parts)
    return Sitting(
        plan,
        parts,
        ranking,
        guests,
        tuple(_sitter(line, signing, leading) for line in ranking.lines),
        _seats(session, plan.id, {place.key for place in places(parts)}, set(guests)),
    )


def rows_of(session: Session, plan_id: UUID) -> list[Seat]:
    """Return the seats of a plan as they are stored, in the order that decides."""
    query = select(Seat).where(Seat.plan_id == plan_id)
    return sorted(session.exec(query), key=lambda row: row.id.hex)


def _seats(session: Session, plan_id: UUID, there: set[str], coming: set[str]) -> dict[str, Seat]:
    taken: dict[str, Seat] = {}
    known: set[str] = set()
    for row in rows_of(session, plan_id):
        key = row.attendee_id.hex
        if row.place in there and key in coming - known and row.place not in taken:
            known.add(key)
            taken[row.place] = row
    return taken


def _sitter(line: RankedGuest, signing: set[UUID], leading: set[UUID]) -> Sitter:
    guest = line.guest
    beside = guest.companion_of_id.hex if guest.companion_of_id else ""
    spouse = guest.role == "spouse"
    return Sitter(
        key=guest.id.hex,
        number=line.number,
        level=line.level,
        body=guest.delegation_id.hex if guest.delegation_id else HOST,
        host=guest.host,
        leads=guest.id in leading,
        signs=guest.id in signing,
        partner=beside if spouse else "",
        principal="" if spouse else beside,
        interpreter=guest.role == "interpreter",
    )


def _signers(session: Session, visit_id: UUID) -> set[UUID]:
    """Return the people who sign what comes from a visit."""
    query = (
        select(Tenure.person_id)
        .join(Party, col(Party.tenure_id) == col(Tenure.id))
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Party.agreement_id))
        .where(AgreementVisit.visit_id == visit_id)
    )
    return set(session.exec(query))


def _who_signs(everybody: Sequence[Participant], signers: set[UUID]) -> set[UUID]:
    """Return who sits at the signing table: each body's signatories, else its head.

    Whoever represents one of them signs too; the seat is by the own rank (UU 9/2010 art 15).
    """
    named = [one for one in everybody if one.role == "signatory" or one.person_id in signers]
    bodies = {one.delegation_id for one in named}
    heads = [one for one in everybody if one.role == "head" and one.delegation_id not in bodies]
    found = {one.id for one in (*named, *heads)}
    return found | {one.id for one in everybody if one.represents_id in found}
