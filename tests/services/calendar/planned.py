"""A calendar for tests: visits, sessions and entries with few words."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from sqlmodel import select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import EntryKind
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.office import Office
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import AgendaItem, CalendarEntry, Visit

DAY = date(2022, 9, 1)
HALL = "Auditorium"


@dataclass(frozen=True)
class Hours:
    """Whole hours of a day."""

    start: int
    end: int
    on: date = DAY

    @property
    def times(self) -> tuple[time, time]:
        """Both as clock times."""
        return time(self.start), time(self.end)


def visit(
    office: Office,
    hours: Hours | None = Hours(9, 12),
    *,
    leader: UUID | None = None,
    stage: VisitStage = VisitStage.SCHEDULED,
    **more: str,
) -> Ref:
    """A visit in the hall on the morning of the day; ``more`` are its room, place or title."""
    starts, ends = hours.times if hours else (None, None)
    said = {"title": "Kunjungan", "room": HALL, **more}
    on = PartialDate.of(hours.on if hours else DAY)
    form = VisitForm(on=on, starts_at=starts, ends_at=ends, host_tenure_id=leader, **said)  # type: ignore[arg-type]
    key = schedule_visit(office, form)
    with office.store.change("Stage") as session:
        row = session.get(Visit, key)
        assert row is not None
        row.stage = stage
    return Ref("visit", key)


def session(office: Office, of: Ref, hours: Hours, *, room: str = "", **more: Any) -> Ref:  # noqa: ANN401 - columns
    """A session of a visit on its own day."""
    starts, ends = hours.times
    form = SessionForm(
        "Sesi", on=hours.on if hours.on != DAY else None, starts_at=starts, ends_at=ends, room=room,
        **more,
    )  # fmt: skip
    return Ref("session", add_session(office, of.id, form))


def entry(
    office: Office, hours: Hours | None, *, leader: UUID | None = None, room: str = ""
) -> Ref:
    """Something in the leader's agenda."""
    starts, ends = hours.times if hours else (None, None)
    with office.store.change("Entry") as open_session:
        row = CalendarEntry(
            kind=EntryKind.LEADER, title="Rakor", on=hours.on if hours else DAY, starts_at=starts,
            ends_at=ends, tenure_id=leader, room=room,
        )  # fmt: skip
        open_session.add(row)
    return Ref("entry", row.id)


def item(office: Office, of: Ref, at: time, *, part: Ref | None = None, **more: Any) -> UUID:  # noqa: ANN401 - columns
    """A line of a visit's rundown of ten minutes."""
    with office.store.change("Item") as open_session:
        row = AgendaItem(
            visit_id=of.id, session_id=part.id if part else None, rank="a", starts_at=at,
            minutes=10, title_id="Acara", **more,
        )  # fmt: skip
        open_session.add(row)
    return row.id


def entries(office: Office) -> list[CalendarEntry]:
    """Return what stands in the calendar besides visits, in the order of time."""
    with office.store.read() as session:
        rows = session.exec(select(CalendarEntry)).all()
    return sorted(rows, key=lambda row: (row.on, row.starts_at or time.min, row.title))
