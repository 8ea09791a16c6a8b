"""A day with two delegations in one auditorium, with rundown and crew, for the tests of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import Duty
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import ItemForm, add_item
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit
from tests.builders import Body, a_region, bandung, prabumulih

DAY = date(2022, 9, 1)
ROOM = "Auditorium"


@dataclass(frozen=True, slots=True)
class Day:
    """The true case: Prabumulih from 9 to 11.30, Ogan Ilir from 12 to 14, 30 minutes between."""

    office: Office
    host: Body
    visit: UUID
    delegations: tuple[UUID, UUID]
    morning: UUID
    afternoon: UUID
    item: UUID
    fixed: UUID
    crew: UUID


def a_day(office: Office) -> Day:
    """Plan the day."""
    host = bandung(office)
    guests = (prabumulih(office), a_region(office, "16.10", "Panca Wijaya Akbar"))
    visit = schedule_visit(
        office,
        VisitForm(
            "Kunjungan SPBE",
            PartialDate.of(DAY),
            starts_at=time(9),
            ends_at=time(14),
            host_id=host.id,
            host_tenure_id=host.head,
            place="Balai Kota",
            room=ROOM,
        ),
    )
    first, second = (
        add_delegation(office, visit, DelegationForm(body.id, body.head, announced=count))
        for body, count in zip(guests, (18, 16), strict=True)
    )
    morning = add_session(office, visit, a_session(host, 9, 11.5), [first])
    afternoon = add_session(office, visit, a_session(host, 12, 14), [second])
    item = _item(office, visit, afternoon, 12)
    fixed = _item(office, visit, afternoon, 13, fixed=True)
    crew = AssignmentForm(
        Duty.MC, name="MC", session_id=afternoon, starts_at=time(12), ends_at=time(13)
    )
    return Day(
        office,
        host,
        visit,
        (first, second),
        morning,
        afternoon,
        item,
        fixed,
        assign(office, visit, crew),
    )


def a_session(host: Body, start: float, end: float, **more: Any) -> SessionForm:  # noqa: ANN401
    """A session in the auditorium from hour to hour."""
    starts_at, ends_at = (time(int(at), round(at % 1 * 60)) for at in (start, end))
    values: dict[str, Any] = {"room": ROOM, "place": "Balai Kota", "host_tenure_id": host.head}
    return SessionForm("Sesi", "Session", None, starts_at, ends_at, **{**values, **more})


def everything(office: Office) -> Mapping[str, object]:
    """Return every row of the office as it is stored, but for the journal."""
    with office.store.read() as session:
        connection = session.connection()
        names = [
            name
            for name in sa.inspect(connection).get_table_names()
            if not name.startswith(("jr_", "alembic", "find"))
        ]
        return {name: _rows(connection, name) for name in names}


def _rows(connection: sa.Connection, name: str) -> list[str]:
    query = sa.text(f"SELECT * FROM {name}")  # noqa: S608 - a name of our own table
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return sorted(repr({key: row[key] for key in row if key != "version"}) for row in rows)


def _item(office: Office, visit: UUID, session: UUID, hour: int, *, fixed: bool = False) -> UUID:
    form = ItemForm(
        starts_at=time(hour), minutes=30, title_id=f"Acara {hour}", session_id=session, fixed=fixed
    )
    return add_item(office, visit, form)
