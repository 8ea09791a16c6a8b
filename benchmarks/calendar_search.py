"""Measures a search in a big office (20,000 visits, 200,000 people) against the raw FTS5 query.

Run: ``python -m benchmarks.calendar_search``. Also how long the index takes to build, in how many
pieces, and what keeping it adds to one small change.
"""

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch
from uuid import UUID

from sqlmodel import SQLModel

from benchmarks.measure import interleaved, report
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.search_words import read_query
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm, add_person
from kunjungan.services.search import build_index, search
from kunjungan.store.database import open_office
from kunjungan.store.engines import file_engine
from kunjungan.store.files import DATABASE
from kunjungan.store.finding import index
from kunjungan.store.finding.feeds import KINDS
from kunjungan.store.tables import Attendee, Delegation, Institution, Person, Visit

VISITS, PEOPLE, BODIES = 20_000, 200_000, 514
AIM = 50.0
FIRST = (
    "Muhammad Moh. Mochamad Ahmad Achmad Akhmad Siti Dewi Budi Agus Slamet Soekarno Widjaja Wijaya "
    "Rachmat Rahmat Abdullah Abdul Nur Noer Yusuf Jusuf Tjahjo Cahyo Endang Sri Rina Lina Dodi Joko"
)
LAST = (
    "Hidayat Santoso Soetrisno Sutrisno Pratama Nugroho Saputra Siregar Nasution Harahap Lubis "
    "Simanjuntak Wibowo Kusuma Kurniawan Setiawan Gunawan Hakim Ramadhan Fauzi Prasetyo Permana "
    "Ginting Tarigan Pohan Daulay Rangkuti Batubara Sembiring Manurung"
)
TYPED = (
    "m", "mu", "muha", "muhammad", "muhammad hid", "ahmad santoso", "akhmad sa", "s", "sutrisno",
    "widjaja", "wijaya kus", "kota", "kota 17", "kunjungan", "kunjungan 19999", "studi spbe",
    "spbe kota 3", "pemerintah", "pemerintah kota 5", "staf", "siti staf nug", "abdulah", "x",
    "zzz", "rahmat gin", "noer", "joko w", "2019", "@moh fauzi", "#ks",
)  # fmt: skip


def main() -> None:
    """Build the office, then time building the index, searching and writing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _open(folder).store.close()
        fill(folder / DATABASE)
        start = time.perf_counter()
        office = _open(folder)
        print(f"{VISITS:,} visits, {PEOPLE:,} people; opened in {_ms(start):.0f} ms")
        _build(office)
        measure(office, folder / DATABASE)
        _writes(office)
        office.store.close()


def measure(office: Office, path: Path) -> None:
    """Time every text typed, by search and by the raw queries that it needs, in turn."""
    raw = sqlite3.connect(path)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(5):
        for text in TYPED:
            ours.append(_timed(partial(search, office, text)))
            bare.append(_timed(partial(_raw, raw, text)))
    raw.close()
    print(f"\nSearch, {len(TYPED)} texts   (aim: under {AIM:.0f} ms at the 95th percentile)")
    for name, taken in (("raw FTS5 queries", bare), ("search", ours)):
        at95 = statistics.quantiles(taken, n=20)[-1]
        print(f"  {name:<34} median {statistics.median(taken):7.2f} ms   95th {at95:7.2f} ms")


def fill(path: Path) -> None:
    """Write the records straight into the database file, without journal and index."""
    dice = random.Random(5)  # noqa: S311 (names, no secrets)
    engine = file_engine(path)
    with engine.begin() as connection:
        for rows in _records(dice):
            table = SQLModel.metadata.tables[rows[0].__tablename__]  # type: ignore[index]
            names = table.columns.keys()
            values = [{name: getattr(row, name) for name in names} for row in rows]
            connection.execute(table.insert(), values)
        connection.exec_driver_sql("DELETE FROM finding_mark")
    engine.dispose()


def _records(dice: random.Random) -> Iterator[Sequence[SQLModel]]:
    bodies = [
        Institution(kind=InstitutionKind.REGION, name_id=f"Pemerintah Kota {n}", short_name=f"K{n}")
        for n in range(BODIES)
    ]
    visits = [
        Visit(
            title=f"Kunjungan {n} studi SPBE Kota {n % BODIES}",
            on=PartialDate.of(date(2010, 1, 1) + timedelta(days=n % 6000)),
            place="Balai Kota Bandung",
        )
        for n in range(VISITS)
    ]
    yield bodies
    yield visits
    yield (delegations := list(_delegations(visits, bodies)))
    first, last = FIRST.split(), LAST.split()
    for start in range(0, PEOPLE, 20_000):
        people = [
            Person(name=f"{dice.choice(first)} {dice.choice(last)} {dice.choice(last)}")
            for _ in range(20_000)
        ]
        yield people
        yield [
            Attendee(
                delegation_id=delegations[(start + n) // 10].id, person_id=one.id, title_id="Staf"
            )
            for n, one in enumerate(people)
        ]


def _delegations(visits: Sequence[Visit], bodies: Sequence[Institution]) -> Iterator[Delegation]:
    for n, visit in enumerate(visits):
        body = bodies[n % len(bodies)]
        yield Delegation(
            visit_id=visit.id, institution_id=body.id, rank="a0", letter_number=f"005/{n}"
        )


def _build(office: Office) -> None:
    taken = []
    whole = False
    while not whole:
        start = time.perf_counter()
        whole = build_index(office)
        taken.append(_ms(start))
    longest = max(taken)
    print(
        f"index built in {sum(taken) / 1000:.1f} s, {len(taken)} pieces, longest {longest:.0f} ms"
    )


def _writes(office: Office) -> None:
    """Time adding a person with the index, and with an index that nothing of it concerns."""

    def without() -> UUID:
        with patch.object(index, "follow"):
            return add_person(office, PersonForm("Muhammad Tanpa Indeks"))

    times = interleaved(
        {
            "without the index": without,
            "add a person": lambda: add_person(office, PersonForm("Muhammad Berindeks")),
        },
        rounds=51,
    )
    report("One change", times, against="without the index", aim="a few ms more")


def _raw(raw: sqlite3.Connection, text: str) -> None:
    """Ask FTS5 itself for the words as typed, kind by kind."""
    words = read_query(text).exact
    for kind in KINDS if words else ():
        asked = " AND ".join(f'"{kind[0]}{word}"' for word in words)
        raw.execute(
            "SELECT rowid FROM finding_words WHERE finding_words MATCH ? "
            "ORDER BY rowid DESC LIMIT 8",
            (f"exact : ({asked}*)",),
        ).fetchall()


def _open(folder: Path) -> Office:
    def now() -> datetime:
        return datetime(2026, 1, 2, tzinfo=UTC)

    opened = open_office(folder, user="benchmark", now=now)
    return Office(opened.store, opened.archive, folder, "benchmark", lambda: date(2026, 1, 2), now)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return _ms(start)


def _ms(start: float) -> float:
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
