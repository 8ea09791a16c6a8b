"""The board of a visit: its delegations side by side on the hours of each day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.board_lanes import Lane, Part, lanes, runs
from kunjungan.domain.bookings import OPEN_END, name_key
from kunjungan.domain.turnarounds import Seating, Turnaround, turnarounds
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.delegation_lines import delegations_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.people import name_of
from kunjungan.services.rows import found
from kunjungan.services.visiting.crew import CrewLine, crew_in
from kunjungan.services.visiting.sessions import SessionLine, sessions_in
from kunjungan.store.tables import Person, Resource, Tenure, Visit

Shared = Literal["room", "host", "crew"]
"""What several sessions of a day have in common."""
WHOLE = Lane(0, 1)
"""The lane of what has the whole width."""


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A delegation; without one the column is for everybody. ``guests`` as listed or announced."""

    delegation_id: UUID | None
    name: Bilingual
    head: str
    guests: int


@dataclass(frozen=True, slots=True)
class BoardSession:
    """A session on the board, over ``spans`` of columns, first and last of each.

    ``ends_at`` is reckoned where it is not told; ``seats`` are those of its room, where known.
    """

    line: SessionLine
    host: str
    crew: tuple[CrewLine, ...]
    guests: int
    seats: int | None
    spans: tuple[tuple[int, int], ...]
    lane: Lane
    ends_at: time | None
    shared: frozenset[Shared]

    @property
    def joint(self) -> bool:
        """Whether it is for several delegations."""
        return len(self.spans) > 1 or any(last > first for first, last in self.spans)

    @property
    def crowded(self) -> bool:
        """Whether more guests come than the room has seats."""
        return self.seats is not None and self.guests > self.seats


@dataclass(frozen=True, slots=True)
class BoardDay:
    """A day of the visit with its sessions in order of time, and the turn-arounds of its rooms."""

    on: date
    sessions: tuple[BoardSession, ...]
    turnarounds: tuple[Turnaround[UUID], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A whole visit; ``apart`` are sessions whose day or hour is not known yet."""

    visit_id: UUID
    columns: tuple[BoardColumn, ...]
    days: tuple[BoardDay, ...]
    apart: tuple[BoardSession, ...]

    def session(self, session_id: UUID) -> BoardSession | None:
        """Return a session by its id, wherever it stands."""
        every = [each for day in self.days for each in day.sessions]
        return next((each for each in (*every, *self.apart) if each.line.id == session_id), None)


def board(office: Office, visit_id: UUID) -> Board:
    """Return a visit's board; every session stands on it exactly once."""
    with office.store.read() as session:
        return board_in(session, found(session, Visit, visit_id))


def board_in(session: Session, visit: Visit) -> Board:
    """Return a visit's board as an open session sees it."""
    columns = _columns(session, visit)
    lines = sessions_in(session, visit)
    made = _Board(session, visit, columns, lines)
    days = sorted({line.on for line in lines if line.on is not None and line.starts_at})
    return Board(
        visit.id,
        columns,
        tuple(made.day(day) for day in days),
        tuple(made.put(line) for line in lines if line.on is None or line.starts_at is None),
    )


def reckoned_end(line: SessionLine) -> time | None:
    """Return when a session ends: as told, else ``OPEN_END`` after its start, within its day."""
    if line.ends_at is not None or line.starts_at is None:
        return line.ends_at
    end = datetime.combine(date.min, line.starts_at) + OPEN_END
    return end.time() if end.date() == date.min else time(23, 59)


class _Board:
    """What the sessions of one visit have around them."""

    def __init__(
        self,
        session: Session,
        visit: Visit,
        columns: tuple[BoardColumn, ...],
        lines: list[SessionLine],
    ) -> None:
        self._columns = columns
        self._lines = lines
        self._rooms = _rooms(session)
        self._need = settings_in(session).turnaround_minutes
        self._hosts = _hosts(session, lines)
        self._crew: dict[UUID, list[CrewLine]] = defaultdict(list)
        for member in crew_in(session, visit):
            if member.session_id is not None:
                self._crew[member.session_id].append(member)

    def day(self, on: date) -> BoardDay:
        """Return the sessions of a day that have hours, each in its place."""
        lines = [line for line in self._lines if line.on == on and line.starts_at is not None]
        places = lanes(
            Part(line.id, line.starts_at, reckoned_end(line) or line.starts_at, self._where(line))
            for line in lines
            if line.starts_at is not None
        )
        shared = self._shared(lines)
        sessions = [self.put(line, places[line.id], shared[line.id]) for line in lines]
        return BoardDay(on, tuple(sessions), tuple(turnarounds(self._seatings(lines))))

    def put(
        self, line: SessionLine, lane: Lane = WHOLE, shared: frozenset[Shared] = frozenset()
    ) -> BoardSession:
        """Return a session as it stands on the board."""
        where = self._where(line)
        room = self._rooms.get(name_key(line.room))
        return BoardSession(
            line=line,
            host=self._hosts.get(line.host_tenure_id, ""),
            crew=tuple(self._crew[line.id]),
            guests=sum(self._columns[at].guests for at in where),
            seats=room.seats if room else None,
            spans=runs(where),
            lane=lane,
            ends_at=reckoned_end(line),
            shared=shared,
        )

    def _where(self, line: SessionLine) -> frozenset[int]:
        """Return the columns of a session: those of its delegations, else all."""
        own = {
            at for at, col_ in enumerate(self._columns) if col_.delegation_id in line.delegations
        }
        return frozenset(own or range(len(self._columns)))

    def _seatings(self, lines: Iterable[SessionLine]) -> Iterable[Seating[UUID]]:
        for line in lines:
            end = reckoned_end(line)
            if line.on is not None and line.starts_at is not None and end is not None:
                need = self._needed(line)
                yield Seating(line.id, line.room, line.on, line.starts_at, end, need)

    def _needed(self, line: SessionLine) -> int:
        """Return the minutes before a session: its own, the room's, else the setting's."""
        room = self._rooms.get(name_key(line.room))
        for own in (line.turnaround, room.turnaround if room else None):
            if own is not None:
                return own
        return self._need

    def _shared(self, lines: list[SessionLine]) -> Mapping[UUID, frozenset[Shared]]:
        """Return what each session has in common with another of its day."""
        marks: dict[UUID, list[tuple[Shared, object]]] = {
            line.id: list(self._marks(line)) for line in lines
        }
        often = Counter(mark for own in marks.values() for mark in set(own))
        return {
            key: frozenset(mark[0] for mark in own if often[mark] > 1) for key, own in marks.items()
        }

    def _marks(self, line: SessionLine) -> Iterable[tuple[Shared, object]]:
        if key := name_key(line.room):
            yield "room", key
        if line.host_tenure_id is not None:
            yield "host", line.host_tenure_id
        for member in self._crew[line.id]:
            yield "crew", member.person_id or member.who.casefold()


def _columns(session: Session, visit: Visit) -> tuple[BoardColumn, ...]:
    lines = delegations_in(session, visit.id)
    if not lines:
        return (BoardColumn(None, Bilingual("", ""), "", 0),)
    return tuple(
        BoardColumn(line.id, line.name, line.head, max(line.listed, line.announced or 0))
        for line in lines
    )


def _rooms(session: Session) -> dict[str, Resource]:
    query = select(Resource).where(Resource.kind == ResourceKind.ROOM)
    return {name_key(row.name): row for row in session.exec(query)}


def _hosts(session: Session, lines: Iterable[SessionLine]) -> dict[UUID | None, str]:
    wanted = {line.host_tenure_id for line in lines if line.host_tenure_id is not None}
    query = (
        select(Tenure.id, Person)
        .join(Person, col(Tenure.person_id) == col(Person.id))
        .where(col(Tenure.id).in_(wanted))
    )
    return {key: name_of(person).full for key, person in session.exec(query)}
