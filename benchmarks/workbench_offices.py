"""The offices that ``benchmarks/workbench.py`` works in; every run gets a copy of its own."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import col, select

from kunjungan.app.desk import new_sample, open_desk
from kunjungan.domain.clauses import Level
from kunjungan.domain.ranks import rank_between
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.office import Office
from kunjungan.services.writing.cross_references import link_references
from kunjungan.store.files import DATABASE
from kunjungan.store.tables import Agreement, Clause, Party

ROWS, ARTICLES = 400, 60
EARLIER, EARLIER_ROWS = 300, 50
REGISTERED = 20_000
IMPORTED = 2_000
PAGES = 10
_ROWS_OF_TEN_PAGES = 134
_BELOW = (
    Level.PARAGRAPH, Level.PARAGRAPH, Level.LETTER, Level.LETTER, Level.LETTER, Level.PARAGRAPH,
    Level.PARAGRAPH,
)  # fmt: skip
Raw = dict[str, Any]


def long_text(folder: Path) -> None:
    """Make an office whose first agreement has 60 articles in 400 rows, references and all."""
    office, agreement = _sample(folder)
    _grow(office, agreement, ROWS, ARTICLES)
    link_references(office, agreement)
    office.store.close()


def ten_pages(folder: Path) -> None:
    """Make an office whose first agreement fills ten pages."""
    office, agreement = _sample(folder)
    _grow(office, agreement, _ROWS_OF_TEN_PAGES, 24)
    office.store.close()


def earlier_agreements(folder: Path) -> None:
    """Make an office with 300 earlier agreements of 50 rows, no text twice."""
    office, agreement = _sample(folder)
    dice = Random(1)  # noqa: S311 - no secret
    with office.store.change("Grow") as session:
        base = session.get_one(Agreement, agreement)
        rows = session.exec(_in_order(agreement)).all()
        words = (" ".join(row.text_id for row in rows).split(), _english(rows).split())
        for number in range(EARLIER):
            values = base.model_dump(exclude={"id", "version", "reference"})
            other = Agreement(**values, reference=f"KS-{number:03}")
            session.add(other)
            session.flush()
            for place, row in enumerate(islice(cycle(rows), EARLIER_ROWS)):
                texts = [" ".join(dice.choices(each, k=dice.randint(8, 60))) for each in words]
                session.add(_row(other.id, f"a{place:04}", row.level, texts))
    office.store.close()


def full_register(folder: Path) -> None:
    """Make an office with 20,000 agreements that were registered in twenty years."""
    office, agreement = _sample(folder)
    with office.store.read() as session:
        parties = session.exec(select(Party.id).where(Party.agreement_id == agreement)).all()
    office.store.close()
    raw = sqlite3.connect(folder / DATABASE, isolation_level=None)
    raw.execute("begin")
    _register(raw, agreement, parties)
    raw.execute("commit")
    raw.close()


def entries(count: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of somebody's register under the heads of ``HEADS``."""
    for number in range(count):
        signed = _signed(number)
        yield (
            f"415.4/{number:05}-KSD/{signed.year}",
            f"{number}/MITRA/{signed.year}",
            f"Kabupaten Contoh {number % 300}",
            f"Kerja sama bidang pendidikan {number}",
            "Kesepakatan Bersama",
            signed,
            signed,
            signed.replace(year=signed.year + 5),
            "Pendidikan",
        )


HEADS = (
    "Nomor", "Nomor mitra", "Mitra", "Tentang", "Jenis", "Tanggal penandatanganan", "Mulai",
    "Berakhir", "Bidang",
)  # fmt: skip


def first_agreement(office: Office) -> UUID:
    """Return the agreement with the longest text, the one that was made for the benchmark."""
    with office.store.read() as session:
        found = list(session.exec(select(Clause.agreement_id)))
    return max(set(found), key=found.count)


def _sample(folder: Path) -> tuple[Office, UUID]:
    office, _ = open_desk(new_sample(folder), "write")
    return office, list_agreements(office)[0].id


def _grow(office: Office, agreement: UUID, rows: int, articles: int) -> None:
    """Add articles of reworded clauses before the closing until there are so many of both."""
    with office.store.change("Grow") as session:
        there = session.exec(_in_order(agreement)).all()
        body = [row for row in there if row.level in set(_BELOW)]
        more = rows - len(there)
        new = articles - sum(row.level is Level.ARTICLE for row in there)
        closing = next((row.rank for row in there if row.level is Level.CLOSING), None)
        last = max(row.rank for row in there if closing is None or row.rank < closing)
        for number, (level, row) in enumerate(zip(_levels(more, new), cycle(body), strict=False)):
            last = rank_between(last, closing)
            texts = ["PELAKSANAAN", "IMPLEMENTATION"]
            if level is not Level.ARTICLE:
                name = _named(number)
                texts = [f"Hal {name}: {row.text_id}", f"Matter {name}: {row.text_en}"]
            session.add(_row(agreement, last, level, texts))


def _levels(rows: int, articles: int) -> Iterator[Level]:
    """Yield the levels of so many articles that have so many rows together."""
    for article in range(articles):
        below = rows * (article + 1) // articles - rows * article // articles - 1
        yield Level.ARTICLE
        yield from islice(cycle(_BELOW), below)


def _named(number: int) -> str:
    """Return a number in letters: figures would make a text dearer to check than it really is."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


def _row(agreement: UUID, rank: str, level: Level, texts: Sequence[str]) -> Clause:
    text_id, text_en = texts
    return Clause(agreement_id=agreement, rank=rank, level=level, text_id=text_id, text_en=text_en)


def _in_order(agreement: UUID) -> Any:  # noqa: ANN401 - a query
    return select(Clause).where(Clause.agreement_id == agreement).order_by(col(Clause.rank))


def _english(rows: Sequence[Clause]) -> str:
    return " ".join(row.text_en for row in rows)


def _register(raw: sqlite3.Connection, agreement: UUID, parties: Sequence[UUID]) -> None:
    """Copy an agreement and its parties 20,000 times, with other days, subjects and numbers."""
    raw.row_factory = sqlite3.Row
    first = _stored(raw, "agreement", agreement)
    sides = [_stored(raw, "party", party) for party in parties]
    for number in range(REGISTERED):
        signed, key = _signed(number), uuid4().hex
        days = {"signing_on": signed.isoformat(), "starts_on": signed.isoformat()}
        end = {"ends_on": signed.replace(year=signed.year + 5).isoformat()}
        named = {"subject_id": f"Kerja sama {number}", "reference": f"KS-{number:05}"}
        state = {"id": key, "stage": "registered", "field": "Pendidikan", "parent_id": None}
        _insert(raw, "agreement", first | days | end | named | state)
        for side in sides:
            own = {"id": uuid4().hex, "agreement_id": key, "number_on": signed.isoformat()}
            _insert(raw, "party", side | own | {"number": f"{number}/{side['seq']}/{signed.year}"})


def _stored(raw: sqlite3.Connection, table: str, key: UUID) -> Raw:
    found = raw.execute(f"select * from {table} where id = ?", (key.hex,)).fetchone()  # noqa: S608
    return dict(found)


def _insert(raw: sqlite3.Connection, table: str, values: Raw) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    raw.execute(f"insert into {table} ({names}) values ({marks})", tuple(values.values()))  # noqa: S608


def _signed(number: int) -> date:
    day = date(2006, 1, 2) + timedelta(days=number * 13 % 7000)
    return day.replace(day=min(day.day, 28))
