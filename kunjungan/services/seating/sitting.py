"""The guests of a plan as seating sees them, and who has which of its seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import Conflict
from kunjungan.domain.seating_kinds import Part, part_from
from kunjungan.domain.seating_order import arranged
from kunjungan.domain.seating_parts import places
from kunjungan.domain.seating_people import Sitter
from kunjungan.domain.seating_templates import seat_name
from kunjungan.i18n import later
from kunjungan.services.guests.participants import Participant, coming_in
from kunjungan.services.precedence.order import RankedGuest, Ranking, ranking_in
from kunjungan.store.tables import AgreementVisit, Party, Seat, SeatingPlan, Tenure

HOST = "host"
_CHANGED = later(
    "Another desk has just changed this plan. Nothing was overwritten; it is shown as it is now."
)


@dataclass(frozen=True)
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
        return seated_by(self.seats)

    @property
    def fixed(self) -> dict[str, str]:
        """Who stays when seats are arranged: where a seat is locked or has its reason."""
        kept = {place for place, seat in self.seats.items() if seat.locked or seat.reason}
        return {place: key for place, key in self.seated.items() if place in kept}

    @property
    def missing(self) -> int:
        """How many guests would find no seat if seats were arranged now."""
        return len(self.sitters) - len(self.by_rank)

    @cached_property
    def names(self) -> Mapping[str, Bilingual]:
        """What papers call each seat, by its key."""
        parts = {part.key: part for part in self.parts}
        return {place.key: seat_name(parts[place.part], place) for place in places(self.parts)}

    @cached_property
    def by_rank(self) -> Mapping[str, str]:
        """Who would sit where if seats were arranged now."""
        return arranged(self.parts, self.sitters, self.fixed, self.seated)


def seated_by(seats: Mapping[str, Seat]) -> dict[str, str]:
    """Return who sits where, by keys."""
    return {place: seat.attendee_id.hex for place, seat in seats.items()}


def sitting_in(session: Session, plan: SeatingPlan) -> Sitting:
    """Return a plan with its guests as an open session sees them."""
    return sitting_of(session, plan, ranking_in(session, plan.visit_id, plan.session_id))


def sitting_of(session: Session, plan: SeatingPlan, ranking: Ranking) -> Sitting:
    """Return a plan with its guests in an order that was made already."""
    guests = {line.guest.id.hex: line for line in ranking.lines}
    everybody = ranking.everybody
    signing = _who_signs(everybody, _signers(session, plan.visit_id))
    leading = {one.id for one in everybody if one.role == "head"}
    leading |= {one.id for one in everybody if one.represents_id in leading}
    heads = {one.delegation_id: one.id.hex for one in everybody if one.id in leading and one.comes}
    parts = _parts(plan)
    return Sitting(
        plan,
        parts,
        ranking,
        guests,
        tuple(_sitter(line, signing, leading, heads) for line in ranking.lines),
        _seats(session, plan.id, _there(parts), set(guests)),
    )


def refuse_changed(seats: Mapping[str, Seat], seen: Mapping[str, str] | None) -> None:
    """Refuse to work on seats that are no longer as somebody saw them; None saw nothing.

    Raises:
        Conflict: another desk has changed who sits where.
    """
    if seen is not None and seated_by(seats) != seen:
        raise Conflict(_CHANGED)


@dataclass(frozen=True, slots=True)
class Held:
    """The seats of a plan without its order: all that are there, who may sit, who sits."""

    there: set[str]
    coming: set[str]
    seats: Mapping[str, Seat]


def held_in(session: Session, plan: SeatingPlan) -> Held:
    """Return the seats of a plan as an open session sees them; nobody is ranked for it."""
    there = _there(_parts(plan))
    coming = {key.hex for key in coming_in(session, plan.visit_id, plan.session_id)}
    return Held(there, coming, _seats(session, plan.id, there, coming))


def rows_of(session: Session, plan_id: UUID) -> list[Seat]:
    """Return the seats of a plan as they are stored, in the order that decides."""
    query = select(Seat).where(Seat.plan_id == plan_id)
    return sorted(session.exec(query), key=lambda row: row.id.hex)


def _parts(plan: SeatingPlan) -> tuple[Part, ...]:
    return tuple(part_from(data) for data in plan.parts)


def _there(parts: Sequence[Part]) -> set[str]:
    return {place.key for place in places(parts)}


def _seats(session: Session, plan_id: UUID, there: set[str], coming: set[str]) -> dict[str, Seat]:
    taken: dict[str, Seat] = {}
    known: set[str] = set()
    for row in rows_of(session, plan_id):
        key = row.attendee_id.hex
        free = row.place in there and row.place not in taken
        if free and key in coming and key not in known:
            known.add(key)
            taken[row.place] = row
    return taken


def _sitter(
    line: RankedGuest,
    signing: set[UUID],
    leading: set[UUID],
    heads: Mapping[UUID | None, str],
) -> Sitter:
    """Return a guest as seating sees one; an interpreter is with whoever leads the own party."""
    guest = line.guest
    beside = guest.companion_of_id.hex if guest.companion_of_id else ""
    if not beside and guest.role == "interpreter":
        beside = heads.get(guest.delegation_id, "")
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
