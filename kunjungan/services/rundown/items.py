"""Adding, changing, moving and slipping the items of a rundown; each is one named change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import rank_between, ranks
from kunjungan.domain.rundown import (
    Point,
    Slipped,
    clock_at,
    in_order,
    minute_of,
    rippled,
    slipped,
    stepped,
    stretch_of,
)
from kunjungan.domain.rundown_checks import overlapping
from kunjungan.domain.visit_words import ItemKind, SpeechState
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.services.rundown.lines import (
    ItemLine,
    Rundown,
    entries_of,
    list_items,
    rundown,
    rundown_in,
)
from kunjungan.store.tables import AgendaItem, Agreement, Delegation, Tenure, Visit, VisitSession

__all__ = [
    "ItemForm", "ItemLine", "Rundown", "Slip", "add_item", "edit_item", "item_form", "list_items",
    "move_item", "place_item", "remove_items", "rundown", "slip",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemForm:
    """What a person fills in for an item; ``version`` 0 means a new one.

    A ``fixed`` one keeps its time when others slip; one not ``shown`` is for operators only.
    ``tenure_id`` is who speaks or enters, ``agreement_id`` what is signed, ``speech`` how far the
    text of a speech is; None where nobody follows it.
    """

    starts_at: time
    minutes: int
    title_id: str
    title_en: str = ""
    kind: ItemKind = ItemKind.OTHER
    session_id: UUID | None = None
    delegation_id: UUID | None = None
    agreement_id: UUID | None = None
    tenure_id: UUID | None = None
    place: str = ""
    in_charge: str = ""
    cue: str = ""
    needs: str = ""
    speech: SpeechState | None = None
    fixed: bool = False
    shown: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class Slip:
    """What a change of time took along: how many items, and the pairs that collide now."""

    moved: int
    collides: tuple[tuple[UUID, UUID], ...]


def item_form(office: Office, item_id: UUID) -> ItemForm:
    """Return an item as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(ItemForm, found(session, AgendaItem, item_id))


def add_item(office: Office, visit_id: UUID, form: ItemForm, *, shift: bool = False) -> UUID:
    """Add an item and return its id; with ``shift`` what starts then or later makes room."""
    with office.store.change(later("Add rundown item")) as session:
        found(session, Visit, visit_id)
        _check(session, visit_id, form)
        if shift:
            _make_room(_siblings(session, visit_id, form.session_id), form)
        row = new_row(session, visit_id, form)
    return row.id


def edit_item(office: Office, item_id: UUID, form: ItemForm, *, shift: bool = False) -> Slip:
    """Change an item; with ``shift`` the later ones of its session follow its end.

    The others of the session that it leaves or comes to stay where they are.
    """
    with office.store.change(later("Change rundown item")) as session:
        row = found(session, AgendaItem, item_id, seen=form.version)
        _check(session, row.visit_id, form)
        rows = _siblings(session, row.visit_id, row.session_id)
        stays = shift and row.session_id == form.session_id
        changed = Point(row.id, minute_of(form.starts_at), form.minutes, form.fixed)
        outcome = rippled(_points(rows), changed) if stays else None
        put(row, form)
        return _told(session, row, outcome, rows)


def remove_items(office: Office, ids: Sequence[UUID]) -> None:
    """Remove items; the others keep their time."""
    with office.store.change(later("Remove rundown items")) as session:
        for key in ids:
            session.delete(found(session, AgendaItem, key))


def slip(office: Office, visit_id: UUID, from_item: UUID, minutes: int) -> Slip:
    """Let an item and all later ones of its session slip, earlier where ``minutes`` is negative.

    Fixed points keep their time; what collides with them is told.
    """
    with office.store.change(later("Slip the rundown")) as session:
        row = found(session, AgendaItem, from_item)
        rows = _siblings(session, visit_id, row.session_id)
        if row.fixed:
            raise RuleBroken(later("This item keeps its time. Untick “Keeps its time” to move it."))
        return _told(session, row, slipped(_points(rows), row.id, minutes), rows)


def move_item(office: Office, item_id: UUID, step: int) -> None:
    """Bring an item past so many neighbours of its session, up where negative."""
    with office.store.change(later("Move rundown item")) as session:
        row = found(session, AgendaItem, item_id)
        rows = _siblings(session, row.visit_id, row.session_id)
        _set_order(rows, stepped(_points(rows), row.id, step))


def place_item(office: Office, item_id: UUID, session_id: UUID | None, before: UUID | None) -> None:
    """Put an item ahead of another, or behind all where None, in its own or another session.

    In another session it starts where that item did, or where the last one ended, and those
    behind it make room.
    """
    with office.store.change(later("Move rundown item")) as session:
        row = found(session, AgendaItem, item_id)
        rows = _siblings(session, row.visit_id, session_id)
        order = [point.key for point in in_order(_points(rows))]
        at = order.index(before) if before in order else len(order)
        if row.session_id == session_id:
            step = at - order.index(row.id)
            _set_order(rows, stepped(_points(rows), row.id, step - 1 if step > 0 else step))
            return
        _bring(session, row, session_id, rows, at)


def new_row(session: Session, visit_id: UUID, form: ItemForm) -> AgendaItem:
    """Add the row of a form to an open change, ranked behind all others."""
    last = session.exec(
        select(func.max(AgendaItem.rank)).where(AgendaItem.visit_id == visit_id)
    ).one()
    row = AgendaItem(
        visit_id=visit_id,
        rank=rank_between(last, None),
        starts_at=form.starts_at,
        minutes=form.minutes,
        title_id=form.title_id,
    )
    put(row, form)
    session.add(row)
    session.flush()
    return row


def _check(session: Session, visit_id: UUID, form: ItemForm) -> None:
    required(form.title_id, later("An item needs a title."))
    stretch_of(form.starts_at, form.minutes, None)
    owners = {
        found(session, VisitSession, form.session_id).visit_id if form.session_id else visit_id,
        found(session, Delegation, form.delegation_id).visit_id if form.delegation_id else visit_id,
    }
    if owners != {visit_id}:
        raise RuleBroken(later("That belongs to another visit."))
    if form.agreement_id is not None:
        found(session, Agreement, form.agreement_id)
    if form.tenure_id is not None:
        found(session, Tenure, form.tenure_id)


def _siblings(session: Session, visit_id: UUID, session_id: UUID | None) -> list[AgendaItem]:
    query = select(AgendaItem).where(
        AgendaItem.visit_id == visit_id, AgendaItem.session_id == session_id
    )
    by_clock = (AgendaItem.starts_at, AgendaItem.rank, AgendaItem.id)
    return list(session.exec(query.order_by(*map(col, by_clock))))


def _points(rows: Iterable[AgendaItem]) -> list[Point]:
    return [Point(row.id, minute_of(row.starts_at), row.minutes, row.fixed) for row in rows]


def _put_times(rows: Iterable[AgendaItem], points: Iterable[Point]) -> None:
    times = {point.key: clock_at(point.starts) for point in points}
    for row in rows:
        if row.starts_at != times[row.id]:
            row.starts_at = times[row.id]


def _set_order(rows: Sequence[AgendaItem], points: Sequence[Point]) -> None:
    """Write the times, and ranks only where items of one minute would fall back otherwise."""
    _put_times(rows, points)
    order = [point.key for point in points]
    rank = {row.id: row.rank for row in rows}
    if [p.key for p in sorted(points, key=lambda p: (p.starts, rank[p.key]))] == order:  # type: ignore[index]
        return
    new = dict(zip(order, ranks(len(order)), strict=True))
    for row in rows:
        row.rank = new[row.id]


def _make_room(rows: Sequence[AgendaItem], form: ItemForm) -> None:
    start = minute_of(form.starts_at)
    following = [point for point in in_order(_points(rows)) if point.starts >= start]
    by = start + form.minutes - following[0].starts if following else 0
    if by > 0:
        _put_times(rows, slipped(_points(rows), following[0].key, by).points)


def _told(
    session: Session, row: AgendaItem, outcome: Slipped | None, rows: Sequence[AgendaItem]
) -> Slip:
    """Write what slipped and tell what collides with the session that the item is in now."""
    moved = 0
    if outcome is not None:
        _put_times(rows, outcome.points)
        moved = sum(key != row.id for key in outcome.moved)
    session.flush()
    plan = rundown_in(session, found(session, Visit, row.visit_id))
    here = {line.id for line in plan.of(row.session_id)}
    pairs = [(a, b) for a, b, _ in overlapping(entries_of(plan)) if {a, b} & here]
    return Slip(
        moved, tuple((a, b) for a, b in pairs if isinstance(a, UUID) and isinstance(b, UUID))
    )


def _bring(
    session: Session, row: AgendaItem, session_id: UUID | None, rows: list[AgendaItem], at: int
) -> None:
    """Put an item into another session at a place of its order."""
    points = in_order(_points(rows))
    opened = found(session, VisitSession, session_id).starts_at if session_id else None
    if at < len(points):
        row.starts_at = clock_at(points[at].starts)
        _put_times(rows, slipped(points, points[at].key, row.minutes).points)
    elif points:
        row.starts_at = clock_at(points[-1].ends)
    elif opened is not None:
        row.starts_at = opened
    row.session_id = session_id
