"""Measures finding who stands twice among 50,000 people.

Run: ``python -m benchmarks.people_duplicates``. One in fifty was put in twice, with another
spelling, without a word, or with the same telephone.
"""

import random
import resource
import sqlite3
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from benchmarks.calendar_search import FIRST, LAST
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.duplicates.finding import find_duplicates
from kunjungan.services.office import Office
from kunjungan.store.archive import Archive
from kunjungan.store.database import open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.tables import Institution, Person, Position, Tenure

PEOPLE, BODIES, TWICE = 50_000, 300, 50
AIM = 5.0
_RESPELLED = {"Muhammad": "Moh.", "Ahmad": "Achmad", "Hidayat": "Hidayatt", "Wijaya": "Widjaja"}


def main() -> None:
    """Fill an office, look for duplicates three times, and tell the times and the memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = open_office(folder, user="bench", now=lambda: datetime.now(UTC))
        with opened.store.change("Fill") as session:
            session.add_all(_rows())
        office = Office(
            opened.store,
            Archive(folder / "arsip"),
            folder,
            "bench",
            today=lambda: date(2022, 9, 1),
            now=lambda: datetime(2022, 9, 1, tzinfo=UTC),
        )
        found = find_duplicates(office)
        walls, times = zip(*(_timed(office) for _ in range(3)), strict=True)
        floor = _read_raw(folder / DATABASE)
        office.store.close()
    print(f"\nDuplicates among {PEOPLE:,} people   (aim: under {AIM:.0f} s)")
    print(f"  reading the same rows raw      {floor:6.2f} s")
    print(f"  finding {len(found):,} pairs         {min(times):6.2f} s of the processor")
    print(f"  by the clock, beside others    {min(walls):6.2f} s")
    print(f"  memory at most                {_megabytes():6.0f} MB, filling the office included")


def _timed(office: Office) -> tuple[float, float]:
    """Return the seconds that looking takes by the clock and of the processor."""
    wall, own = time.perf_counter(), time.process_time()
    find_duplicates(office)
    return time.perf_counter() - wall, time.process_time() - own


def _rows() -> list[Institution | Position | Person | Tenure]:
    dice = random.Random(6)  # noqa: S311 - a benchmark
    first, last = FIRST.split(), LAST.split()
    middle = [f"{one[:4]}{two[-4:]}".capitalize() for one in first for two in last]
    posts: list[Institution | Position | Person | Tenure] = []
    keys: list[UUID] = []
    for number in range(BODIES):
        body = Institution(kind=InstitutionKind.REGION, name_id=f"Pemerintah Kota {number}")
        post = Position(institution_id=body.id, title_id="Analis")
        posts += [body, post]
        keys.append(post.id)
    for number in range(PEOPLE):
        if number % TWICE == 0 and number:
            other = dice.choice([row for row in posts[-200:] if isinstance(row, Person)])
            words = " ".join(_RESPELLED.get(word, word) for word in other.name.split())
            person = Person(name=words, phone=other.phone)
        else:
            name = f"{dice.choice(first)} {dice.choice(middle)} {dice.choice(last)}"
            person = Person(name=name, phone=f"0812{number:08}" if number % 2 else None)
        posts.append(person)
        if number % 3 == 0:
            posts.append(Tenure(person_id=person.id, position_id=dice.choice(keys)))
    return posts


def _read_raw(path: Path) -> float:
    start = time.process_time()
    raw = sqlite3.connect(path)
    raw.execute("SELECT id, name, nip, phone, email FROM person").fetchall()
    raw.close()
    return time.process_time() - start


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
