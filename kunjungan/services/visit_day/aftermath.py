"""What came of a visit: how the rundown really went, who came, and the result in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import check_hours
from kunjungan.domain.rundown import Stretch, minute_of
from kunjungan.i18n import later
from kunjungan.services.delegation_lines import delegations_in
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put
from kunjungan.services.visiting.sessions import sessions_in
from kunjungan.store.tables import AgendaItem, Attendee, Delegation, Visit

MOST_GUESTS = 9999
_CAME = ("present", "represented")


@dataclass(frozen=True, slots=True)
class RealForm:
    """How an item of the rundown really went; ``remark`` is an incident, or anything of note."""

    began_at: time | None = None
    ended_at: time | None = None
    remark: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class RealItem:
    """An item as it was planned and as it went; ``late`` is by how many minutes it began later."""

    id: UUID
    session: Bilingual
    on: date | None
    title: Bilingual
    starts_at: time
    ends_at: time
    began_at: time | None
    ended_at: time | None
    late: int | None
    remark: str


@dataclass(frozen=True, slots=True)
class CameLine:
    """A delegation: heads announced, guests listed, guests marked as present, heads that came.

    ``came`` is None until somebody has counted.
    """

    delegation_id: UUID
    name: Bilingual
    head: str
    head_post: Bilingual
    announced: int | None
    listed: int
    present: int
    came: int | None
    version: int


@dataclass(frozen=True, slots=True)
class Aftermath:
    """All that is noted after a visit; ``version`` is that of the visit."""

    items: tuple[RealItem, ...]
    came: tuple[CameLine, ...]
    result: str
    version: int


def aftermath(office: Office, visit_id: UUID) -> Aftermath:
    """Return what is noted of a visit, its rundown in the order of time."""
    with office.store.read() as session:
        return aftermath_in(session, found(session, Visit, visit_id))


def aftermath_in(session: Session, visit: Visit) -> Aftermath:
    """Return what is noted of a visit as an open session sees it."""
    return Aftermath(_items(session, visit), _came(session, visit), visit.report, visit.version)


def real_form(office: Office, item_id: UUID) -> RealForm:
    """Return how an item went as noted, ready to be edited."""
    with office.store.read() as session:
        return as_form(RealForm, found(session, AgendaItem, item_id))


def note_real(office: Office, item_id: UUID, form: RealForm) -> None:
    """Note when an item really began and ended, and what happened."""
    check_hours(form.began_at, form.ended_at)
    with office.store.change(later("Note how it went")) as session:
        put(found(session, AgendaItem, item_id, seen=form.version), form)


def as_planned(office: Office, visit_id: UUID) -> int:
    """Note for each item without real times that it went as planned; return how many."""
    with office.store.change(later("Note that all went as planned")) as session:
        found(session, Visit, visit_id)
        query = select(AgendaItem).where(
            AgendaItem.visit_id == visit_id, col(AgendaItem.began_at).is_(None)
        )
        rows = session.exec(query).all()
        for row in rows:
            row.began_at, row.ended_at = row.starts_at, Stretch(row.starts_at, row.minutes).ends_at
        return len(rows)


def count_came(office: Office, counts: Mapping[UUID, int | None], seen: Mapping[UUID, int]) -> None:
    """Note how many came of each delegation; ``seen`` are the versions that stood on screen."""
    for count in counts.values():
        if count is not None and not 0 <= count <= MOST_GUESTS:
            raise RuleBroken(later("Count the guests from 0 to {most}."), most=MOST_GUESTS)
    with office.store.change(later("Count the guests who came")) as session:
        for key, count in counts.items():
            found(session, Delegation, key, seen=seen.get(key, 0)).came = count


def write_result(office: Office, visit_id: UUID, text: str, *, seen: int = 0) -> None:
    """Keep the result of a visit in words."""
    with office.store.change(later("Write the visit's result")) as session:
        found(session, Visit, visit_id, seen=seen).report = text.strip()


def _items(session: Session, visit: Visit) -> tuple[RealItem, ...]:
    sessions = {line.id: line for line in sessions_in(session, visit)}
    rows = session.exec(select(AgendaItem).where(AgendaItem.visit_id == visit.id)).all()
    lines = []
    for row in rows:
        part = sessions.get(row.session_id) if row.session_id else None
        late = minute_of(row.began_at) - minute_of(row.starts_at) if row.began_at else None
        line = RealItem(
            row.id,
            part.title if part else Bilingual("", ""),
            part.on if part else visit.on.full,
            Bilingual(row.title_id, row.title_en),
            row.starts_at,
            Stretch(row.starts_at, row.minutes).ends_at,
            row.began_at,
            row.ended_at,
            late,
            row.remark,
        )
        lines.append((row.rank, line))
    lines.sort(key=lambda each: (each[1].on or date.max, each[1].starts_at, each[0], each[1].id))
    return tuple(line for _, line in lines)


def _came(session: Session, visit: Visit) -> tuple[CameLine, ...]:
    rows = session.exec(select(Delegation).where(Delegation.visit_id == visit.id))
    own = {row.id: row for row in rows}
    guests = session.exec(
        select(Attendee.delegation_id).where(
            col(Attendee.delegation_id).in_(own), col(Attendee.attendance).in_(_CAME)
        )
    ).all()
    return tuple(
        CameLine(
            line.id,
            line.name,
            line.head,
            line.head_post,
            line.announced,
            line.listed,
            guests.count(line.id),
            own[line.id].came,
            own[line.id].version,
        )
        for line in delegations_in(session, visit.id)
    )
