"""Fills a new office with regions, holidays and terms, and adds what a release knows anew."""

import csv
import hashlib
from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import Session, select

from kunjungan.domain.regions import RegionKind, kind_of, place_name
from kunjungan.domain.workdays import HolidayKind
from kunjungan.i18n import later
from kunjungan.resources import resource
from kunjungan.store.store import Store
from kunjungan.store.tables import Holiday, Record, Region, Setting, Term

LISTS = ("data/provinces.csv", "data/regencies.csv", "data/holidays.csv", "data/terms.csv")
SEEDED = "seeded"
HOLIDAY_KINDS = {
    "libur_nasional": HolidayKind.NATIONAL,
    "cuti_bersama": HolidayKind.JOINT_LEAVE,
}


def seed(store: Store) -> None:
    """Bring the lists of this release into the office, as one change that nobody undoes.

    Rows have the same ids in every office, so that two offices can be merged.
    """
    texts = [resource(name).read_text(encoding="utf-8") for name in LISTS]
    mark = hashlib.sha256("".join(texts).encode()).hexdigest()
    with store.read() as session:
        known = session.get(Setting, _key("setting", SEEDED))
    if known and known.value == mark:
        return
    with store.change(later("Bring in regions and holidays"), kind="system") as session:
        _bring(
            session,
            [*_regions(texts[0]), *_regions(texts[1]), *_holidays(texts[2]), *_terms(texts[3])],
        )
        setting = session.get(Setting, _key("setting", SEEDED))
        if setting is None:
            session.add(Setting(id=_key("setting", SEEDED), key=SEEDED, value=mark))
        else:
            setting.value = mark


def _bring(session: Session, rows: list[Record]) -> None:
    """Add rows that are not there yet and correct those that differ; others are left alone.

    A term or a holiday that the office has touched is the office's own, and so is a term that it
    added itself.
    """
    tables = (Region, Holiday, Term)
    there = {row.id: row for table in tables for row in session.exec(select(table))}
    own = {row.words_id.casefold() for row in there.values() if isinstance(row, Term)}
    session.add_all(
        row
        for row in rows
        if row.id not in there and not (isinstance(row, Term) and row.words_id.casefold() in own)
    )
    for row in rows:
        old = there.get(row.id)
        if isinstance(old, Holiday | Term) and old.version > 1:
            continue
        for name, value in row.model_dump(exclude={"id", "version"}).items() if old else ():
            if getattr(old, name) != value:
                setattr(old, name, value)


def _regions(text: str) -> Iterator[Region]:
    for row in csv.DictReader(text.splitlines()):
        code, name = row["code"], row["name"]
        kind = kind_of(code, name)
        yield Region(
            id=_key("region", code),
            code=code,
            kind=kind,
            name=name,
            name_en=place_name(name).en if kind is RegionKind.PROVINCE else None,
            province_code=row.get("province_code"),
        )


def _holidays(text: str) -> Iterator[Holiday]:
    for row in csv.DictReader(text.splitlines()):
        yield Holiday(
            id=_key("holiday", row["date"], row["kind"], row["name_id"]),
            on=date.fromisoformat(row["date"]),
            kind=HOLIDAY_KINDS[row["kind"]],
            name_id=row["name_id"],
            name_en=row["name_en"],
        )


def _terms(text: str) -> Iterator[Term]:
    for row in csv.DictReader(text.splitlines()):
        yield Term(
            id=_key("term", row["id"]),
            words_id=row["id"],
            words_en=row["en"],
            domain=row["domain"],
            note=row["note"],
            source=row.get("source", ""),
        )


def _key(*names: str) -> UUID:
    return uuid5(NAMESPACE_URL, "/".join(("kunjungan", *names)))
