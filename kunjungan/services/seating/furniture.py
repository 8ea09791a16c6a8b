"""What stands in the room of a plan: flags by law, and the folders of what is signed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import FOREIGN, Flag, flag_row, line_depth, stand_flags, table_flags
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.seating_kinds import TABLED, ObjectKind, PartKind, RoomObject
from kunjungan.domain.seating_shapes import Layout, layout
from kunjungan.domain.state_emblem import WALL, beside_stage, on_wall
from kunjungan.services.letters.facts import own_body
from kunjungan.services.seating.sitting import Sitting
from kunjungan.store.tables import Agreement, AgreementVisit, Institution, Original, Party, Visit

_STATE = Bilingual("Bendera asing ({body})", "Foreign flag ({body})")
_REGION = Bilingual("Bendera {region}", "Flag of {region}")
_GOVERNMENT = re.compile(r"(?i)(the )?government of (the )?")


def flags_of(session: Session, sitting: Sitting) -> list[Flag]:
    """Return the flags that stand in a plan's room as the audience sees them."""
    wanted = any(part.region_flags for part in sitting.parts)
    return flag_row(list(_foreign(sitting).values()), _regions(session, sitting) if wanted else ())


def room_of(session: Session, sitting: Sitting, flags: Sequence[Flag]) -> Layout:
    """Return a plan's room with its seats and what stands there: flags, emblem, named folders."""
    tables = [part for part in sitting.parts if part.kind in TABLED]
    table = max((max(part.seats, part.behind) for part in tables), default=0)
    front = line_depth(flags, table=table)
    room = layout(sitting.parts).lowered(0.0, front)
    standing = stand_flags(flags, room.size, table=table)
    hanging: tuple[RoomObject, ...] = ()
    if any(part.emblem for part in sitting.parts):
        beside = beside_stage(room.size, [*room.objects, *standing])
        if beside is None:
            room = layout(sitting.parts).lowered(WALL, front)
            standing = stand_flags(flags, room.size, table=table, top=WALL)
        hanging = on_wall(room.size, standing, beside=beside)
    signed = _signed(session, sitting.plan.visit_id)
    named = [_named(thing, sitting, signed) for thing in room.objects]
    crossed = [
        table_flags(thing)
        for part in sitting.parts
        if part.kind is PartKind.SIGNING and any(flag.kind == FOREIGN for flag in flags)
        for thing in room.objects
        if thing.kind is ObjectKind.TABLE
    ]
    return replace(room, objects=(*hanging, *standing, *named, *crossed[:1]))


def _regions(session: Session, sitting: Sitting) -> list[Bilingual]:
    """Return the flags of the regions of this country that take part, the host's first.

    An agency or a council stands under the flag of its region.
    """
    visit = session.get_one(Visit, sitting.plan.visit_id)
    own = own_body(session, visit)
    first = [visit.host_id or (own.id if own else None)]
    others = [line.guest.body_id for line in sitting.ranking.lines if not line.guest.host]
    tops = (_region(session, body) for body in dict.fromkeys((*first, *others)))
    return list({row.id: _flag_name(row) for row in tops if row is not None}.values())


def _region(session: Session, body_id: UUID | None) -> Institution | None:
    """Return the region that an institution is or belongs to."""
    seen = set[UUID]()
    while body_id is not None and body_id not in seen:
        seen.add(body_id)
        row = session.get(Institution, body_id)
        if row is None or row.kind is InstitutionKind.REGION:
            return row
        body_id = row.parent_id
    return None


def _flag_name(region: Institution) -> Bilingual:
    name = region.name_id.removeprefix("Pemerintah ")
    english = _GOVERNMENT.sub("", region.name_en)
    return _REGION.filled(region=Bilingual(name, english or name))


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
