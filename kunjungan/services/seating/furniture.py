"""What stands in the room of a plan: flags by law, and the folders of what is signed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import Flag, flag_row, stand_flags, table_flags
from kunjungan.domain.seating_kinds import TABLED, ObjectKind, PartKind, RoomObject
from kunjungan.domain.seating_parts import objects, size_of
from kunjungan.services.seating.sitting import Sitting
from kunjungan.store.tables import Agreement, AgreementVisit, Original, Party

_STATE = Bilingual("Bendera asing ({body})", "Foreign flag ({body})")


def flags_of(sitting: Sitting) -> list[Flag]:
    """Return the flags that stand in a plan's room as the audience sees them."""
    return flag_row(list(_foreign(sitting).values()))


def furniture(session: Session, sitting: Sitting, flags: Sequence[Flag]) -> tuple[RoomObject, ...]:
    """Return what stands in a plan's room, its flags and the folders by name."""
    things = objects(sitting.parts)
    size = size_of(sitting.parts)
    tables = [part for part in sitting.parts if part.kind in TABLED]
    table = max((max(part.seats, part.behind) for part in tables), default=0)
    standing = stand_flags(flags, size, table=table)
    signed = _signed(session, sitting.plan.visit_id)
    named = [_named(thing, sitting, signed) for thing in things]
    crossed = [
        table_flags(thing)
        for part in sitting.parts
        if part.kind is PartKind.SIGNING and len(flags) > 1
        for thing in things
        if thing.kind is ObjectKind.TABLE
    ]
    return (*standing, *named, *crossed[:1])


def _foreign(sitting: Sitting) -> dict[UUID, Bilingual]:
    """Return the flags of foreign bodies that take part, that of the highest guest first.

    Each is that of a state (UU 24/2009 arts 17 and 18), never the body's own.
    """
    return {
        line.guest.body_id: _STATE.filled(body=line.guest.body)
        for line in reversed(sitting.ranking.lines)
        if line.guest.foreign and line.guest.body_id is not None
    }


def _named(thing: RoomObject, sitting: Sitting, signed: dict[UUID, list[Bilingual]]) -> RoomObject:
    """Write on a folder what lies in it: the agreements of whoever sits before it."""
    row = sitting.seats.get(thing.owner)
    guest = sitting.guests[row.attendee_id.hex].guest if row else None
    papers = signed.get(guest.body_id, []) if guest is not None and guest.body_id else []
    if thing.kind is not ObjectKind.FOLDERS or guest is None or not papers:
        return thing
    label = Bilingual("; ".join(p.id for p in papers), "; ".join(p.en for p in papers))
    return replace(thing, label=label.filled(body=_place(guest.body.id)))


def _place(body: str) -> str:
    """Return the short name of a government without its kind, as a folder is marked."""
    return re.sub(r"^(Pemkot|Pemkab|Pemprov) ", "", body)


def _signed(session: Session, visit_id: UUID) -> dict[UUID, list[Bilingual]]:
    """Return what each institution signs at a visit: its kind and its originals by number."""
    query = (
        select(Agreement, Party.institution_id)
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Agreement.id))
        .join(Party, col(Party.agreement_id) == col(Agreement.id))
        .where(AgreementVisit.visit_id == visit_id)
        .order_by(col(Agreement.reference), col(Agreement.id))
    )
    papers: dict[UUID, list[Bilingual]] = defaultdict(list)
    for row, body in session.exec(query).all():
        numbers = session.exec(select(Original.no).where(Original.agreement_id == row.id))
        listed = ", ".join(map(str, sorted(set(numbers))))
        kind = row.kind.value.upper()
        plain = Bilingual(f"{kind} {{body}}", f"{kind} {{body}}")
        whole = Bilingual(f"{plain.id} · asli {listed}", f"{plain.en} · originals {listed}")
        papers[body].append(whole if listed else plain)
    return papers
