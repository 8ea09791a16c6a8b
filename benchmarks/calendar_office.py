"""An office of 10,000 events in three years, in ten rooms, with five leaders."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from pathlib import Path

from sqlmodel import SQLModel

from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import EntryKind, ResourceKind
from kunjungan.store.engines import file_engine
from kunjungan.store.tables import (
    CalendarEntry,
    Delegation,
    Institution,
    Person,
    Position,
    Resource,
    Tenure,
    Visit,
    VisitSession,
)

EVENTS = 10_000
FIRST, DAYS = date(2025, 1, 1), 1095
MONTH = date(2026, 1, 15)
_ROOMS, _LEADERS = 10, 5
_STAGES = (VisitStage.APPROVED, VisitStage.SCHEDULED, VisitStage.PREPARING, VisitStage.READY)


def fill(path: Path) -> None:
    """Write the events straight into the database file: visits, sessions and entries by thirds."""
    dice = random.Random(5)  # noqa: S311 - no secret
    engine = file_engine(path)
    with engine.begin() as connection:
        for rows in _records(dice):
            table = SQLModel.metadata.tables[rows[0].__tablename__]  # type: ignore[index]
            names = table.columns.keys()
            values = [{name: getattr(row, name) for name in names} for row in rows]
            connection.execute(table.insert(), values)
    engine.dispose()


def _records(dice: random.Random) -> Iterator[Sequence[SQLModel]]:
    body = Institution(kind=InstitutionKind.REGION, name_id="Pemerintah Kota", short_name="Kota")
    posts = [Position(institution_id=body.id, title_id=f"Jabatan {n}") for n in range(_LEADERS)]
    people = [Person(name=f"Pimpinan {n}") for n in range(_LEADERS)]
    terms = [
        Tenure(person_id=person.id, position_id=post.id)
        for person, post in zip(people, posts, strict=True)
    ]
    yield [body]
    yield posts
    yield people
    yield terms
    yield [Resource(kind=ResourceKind.ROOM, name=f"Ruang {n}", seats=20 * n) for n in range(_ROOMS)]
    third = EVENTS // 3
    visits = [_visit(dice, n, terms) for n in range(third)]
    yield visits
    yield [Delegation(visit_id=one.id, institution_id=body.id, rank="a0") for one in visits]
    hosts = [_visit(dice, third + n, terms) for n in range(third // 2)]
    yield hosts
    yield [session for host in hosts for session in _sessions(dice, host)]
    yield [_entry(dice, n, terms) for n in range(EVENTS - 2 * third)]


def _visit(dice: random.Random, number: int, terms: Sequence[Tenure]) -> Visit:
    start = dice.randrange(8, 15)
    return Visit(
        title=f"Kunjungan {number}",
        stage=dice.choice(_STAGES),
        on=PartialDate.of(_day(dice)),
        starts_at=time(start),
        ends_at=time(start + 2),
        place="Balai Kota",
        room=f"Ruang {dice.randrange(_ROOMS)}",
        host_tenure_id=dice.choice(terms).id,
    )


def _sessions(dice: random.Random, host: Visit) -> Iterator[VisitSession]:
    for start in (8, 13):
        yield VisitSession(
            visit_id=host.id,
            title_id=f"Sesi {start}",
            starts_at=time(start),
            ends_at=time(start + 2),
            room=f"Ruang {dice.randrange(_ROOMS)}",
        )


def _entry(dice: random.Random, number: int, terms: Sequence[Tenure]) -> CalendarEntry:
    start = dice.randrange(8, 16)
    return CalendarEntry(
        kind=EntryKind.LEADER,
        title=f"Rapat {number}",
        on=_day(dice),
        starts_at=time(start),
        ends_at=time(start + 1),
        room=f"Ruang {dice.randrange(_ROOMS)}",
        tenure_id=dice.choice(terms).id,
    )


def _day(dice: random.Random) -> date:
    return FIRST + timedelta(days=dice.randrange(DAYS))
