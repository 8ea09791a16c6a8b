"""The rundown as it is read: sessions in order, and under each its items by the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import name_key
from kunjungan.domain.rundown import Point, Stretch, minute_of
from kunjungan.domain.rundown_checks import READ_KINDS, Entry
from kunjungan.domain.visit_words import ItemKind, SpeechState
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, official_line
from kunjungan.services.rows import found
from kunjungan.services.visiting.sessions import SessionLine, sessions_in
from kunjungan.store.tables import AgendaItem, Person, Position, Tenure, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """A line of the rundown; ``on`` is its session's day, ``where`` its own or its session's room.

    ``speaker`` is who speaks or enters, empty where nobody is named.
    """

    id: UUID
    session_id: UUID | None
    delegation_id: UUID | None
    agreement_id: UUID | None
    tenure_id: UUID | None
    on: date | None
    starts_at: time
    minutes: int
    kind: ItemKind
    title: Bilingual
    place: str
    where: str
    in_charge: str
    speaker: OfficialLine | None
    cue: str
    needs: str
    speech: SpeechState | None
    fixed: bool
    shown: bool

    @property
    def ends_at(self) -> time:
        """When it ends."""
        return Stretch(self.starts_at, self.minutes).ends_at

    @property
    def point(self) -> Point:
        """The item on the clock."""
        return Point(self.id, minute_of(self.starts_at), self.minutes, self.fixed)


@dataclass(frozen=True, slots=True)
class Rundown:
    """All items of a visit under its sessions; those of no session come first.

    ``opens`` is when the visit itself starts.
    """

    visit_id: UUID
    opens: time | None
    sessions: tuple[SessionLine, ...]
    items: tuple[ItemLine, ...]

    def session(self, session_id: UUID | None) -> SessionLine | None:
        """Return one of its sessions."""
        return next((line for line in self.sessions if line.id == session_id), None)

    def item(self, item_id: UUID) -> ItemLine | None:
        """Return one of its items."""
        return next((line for line in self.items if line.id == item_id), None)

    @property
    def speeches(self) -> list[ItemLine]:
        """Return the speeches and reports, and whatever else has a text that is followed."""
        return [line for line in self.items if line.speech or line.kind in READ_KINDS]

    def of(self, session_id: UUID | None) -> list[ItemLine]:
        """Return the items of a session, or those of none, by the clock."""
        return [line for line in self.items if line.session_id == session_id]


def rundown(office: Office, visit_id: UUID) -> Rundown:
    """Return the rundown of a visit; NotFound where the visit is gone."""
    with office.store.read() as session:
        return rundown_in(session, found(session, Visit, visit_id))


def rundown_in(session: Session, visit: Visit) -> Rundown:
    """Return the rundown as an open session sees it."""
    sessions = tuple(sessions_in(session, visit))
    places = {line.id: place for place, line in enumerate(sessions)}
    rows = session.exec(select(AgendaItem).where(AgendaItem.visit_id == visit.id)).all()
    ordered = sorted(rows, key=lambda row: (places.get(row.session_id or row.id, -1), *_when(row)))
    by_id = {line.id: line for line in sessions}
    lines = [
        _line(session, row, by_id.get(row.session_id) if row.session_id else None, visit)
        for row in ordered
    ]
    return Rundown(visit.id, visit.starts_at, sessions, tuple(lines))


def list_items(office: Office, visit_id: UUID) -> list[ItemLine]:
    """Return a visit's items, session by session, by the clock."""
    return list(rundown(office, visit_id).items)


def entries_of(plan: Rundown) -> list[Entry]:
    """Return the items as the rules of rundowns see them."""
    return [
        Entry(
            point=line.point,
            session=line.session_id,
            on=line.on,
            kind=line.kind,
            title=f"{line.title.id} {line.title.en}",
            agreement=line.agreement_id,
            speaker=str(line.tenure_id or ""),
            guests=_guests(line, plan.session(line.session_id)),
        )
        for line in plan.items
    ]


def officials_of(session: Session, tenures: Sequence[UUID]) -> list[OfficialLine]:
    """Return terms of office by their ids, in that order."""
    lines = []
    for key in tenures:
        tenure = found(session, Tenure, key)
        position = found(session, Position, tenure.position_id)
        lines.append(official_line(tenure, position, found(session, Person, tenure.person_id)))
    return lines


def _guests(line: ItemLine, own: SessionLine | None) -> frozenset[UUID]:
    if line.delegation_id is not None:
        return frozenset({line.delegation_id})
    return frozenset(own.delegations if own else ())


def _when(row: AgendaItem) -> tuple[time, str, str]:
    return row.starts_at, row.rank, row.id.hex


def _line(session: Session, row: AgendaItem, own: SessionLine | None, visit: Visit) -> ItemLine:
    speakers = officials_of(session, [row.tenure_id] if row.tenure_id else [])
    return ItemLine(
        id=row.id,
        session_id=own.id if own else None,
        delegation_id=row.delegation_id,
        agreement_id=row.agreement_id,
        tenure_id=row.tenure_id,
        on=own.on if own else visit.on.full,
        starts_at=row.starts_at,
        minutes=row.minutes,
        kind=row.kind,
        title=Bilingual(row.title_id, row.title_en or row.title_id),
        place=row.place,
        where=row.place or _where(visit, own),
        in_charge=row.in_charge,
        speaker=speakers[0] if speakers else None,
        cue=row.cue,
        needs=row.needs,
        speech=row.speech,
        fixed=row.fixed,
        shown=row.shown,
    )


def _where(visit: Visit, own: SessionLine | None) -> str:
    """Return the room of a session, as the calendar takes it: the visit's unless held elsewhere."""
    if own is None:
        return visit.room or visit.place
    elsewhere = bool(own.place) and name_key(own.place) != name_key(visit.place)
    return own.room or (own.place if elsewhere else visit.room or visit.place)
