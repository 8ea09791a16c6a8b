"""Offices for the tests of transfer: an empty one, and any that the tables can hold."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Integer, String, Time, inspect
from sqlmodel import AutoString, select

from kunjungan.domain.days import PartialDate
from kunjungan.domain.layouts import Layout
from kunjungan.domain.ranks import ranks
from kunjungan.domain.seating_kinds import Part, PartKind, json_of
from kunjungan.services.office import Office
from kunjungan.store.archive import Archive
from kunjungan.store.columns import Choice, Items, OneOf, PartialDay, UtcDateTime
from kunjungan.store.memory import open_memory
from kunjungan.store.shape import journaled
from kunjungan.store.store import Store
from kunjungan.store.tables import Record

Row = dict[str, Any]
Drawn = dict[str, list[Row]]
Event = dict[str, Any]
HANDWRITTEN = Path(__file__).with_name("handwritten.json")
TABLES = {str(table.__tablename__): table for table in Record.__subclasses__()}
SHIPPED = ("region", "holiday", "term")
LINKS = ("visit_link", "agreement_visit", "session_delegation", "setting")
"""Tables whose ids are nobody's business: their rows are known by what they link."""

MOST = 3
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NAMES = TEXT.map(lambda text: f"N{text}")
SHAS = st.text("0123456789abcdef", min_size=64, max_size=64)
DAYS = st.dates(date(1900, 1, 1), date(9998, 1, 1))
PARTIAL = DAYS.flatmap(
    lambda d: st.sampled_from(
        [PartialDate(d.year), PartialDate(d.year, d.month), PartialDate(d.year, d.month, d.day)]
    )
)
NUMBERS = st.integers(0, 2**31 - 1)
NAMED = {
    ("visit", "title"),
    ("institution", "name_id"),
    ("person", "name"),
    ("position", "title_id"),
    ("task", "title"),
    ("agreement", "subject_id"),
    ("attachment", "name"),
    ("clearance", "office_id"),
    ("agreement_step", "code"),
    ("reminder", "what"),
    ("visit_session", "title_id"),
    ("calendar_entry", "title"),
    ("resource", "name"),
    ("gift", "what"),
    ("template", "name_id"),
    ("snooze", "what"),
    ("local_rank", "name_id"),
    ("seating_plan", "name_id"),
    ("seat", "place"),
    ("lodging", "hotel"),
}
BY_NAME: Mapping[str, st.SearchStrategy[Any]] = {
    "sha256": SHAS,
    "logo_sha": SHAS,
    "photo_sha": SHAS,
    "year": st.integers(1900, 9999),
    "stamps": st.lists(st.integers(1, 99), max_size=2).map(tuple),
    "sheets": st.lists(st.integers(0, 99), max_size=2).map(tuple),
    "seq": st.integers(1, 9999),
    "party": st.integers(1, 9999),
    "days_before": st.integers(-3660, 3660),
    "parts": st.integers(1, 60).map(
        lambda seats: (json_of(Part(kind=PartKind.ROWS, key="r", seats=seats)),)
    ),
    "third_language": st.sampled_from(["", "ko", "zh-Hant"]),
}
CHOICES = {
    "paper": st.sampled_from(["f4", "a4"]),
    "ends_rule": st.sampled_from(["same_day", "day_before", "explicit"]),
    "number_pattern": TEXT,
    "ending_months": NUMBERS,
    "six_day_week": st.booleans(),
}


def handwritten() -> Event:
    """An event as a person would write it, with labels of their own."""
    event: Event = json.loads(HANDWRITTEN.read_text(encoding="utf-8"))
    return event


def as_file(event: Event) -> bytes:
    """The event as the bytes of a file."""
    return json.dumps(event).encode()


def empty_office(folder: Path, store: Store | None = None) -> Office:
    """A new office that knows only what the program ships."""
    return Office(
        store or open_memory(seed=True),
        Archive(folder / "arsip"),
        folder,
        "Analis Protokol",
        today=lambda: date(2022, 8, 26),
        now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )


def all_rows(office: Office) -> dict[str, list[Row]]:
    """Everything an office holds, table by table, without what only counts changes."""
    with office.store.read() as session:
        found = {
            name: [row.model_dump(exclude={"version"}) for row in session.exec(select(table))]
            for name, table in TABLES.items()
        }
    for name in LINKS:
        for row in found[name]:
            del row["id"]
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def keep(office: Office, drawn: Drawn) -> None:
    """Put drawn rows into an office."""
    with office.store.change("Draw") as session:
        session.add_all(TABLES[name](**row) for name, rows in drawn.items() for row in rows)


@st.composite
def any_office(draw: st.DrawFn) -> Drawn:
    """Rows for every table that fit together as the services would have them."""
    drawn: Drawn = {}
    for name in sorted(journaled(), key=lambda name: name == "setting"):
        drawn[name] = []
        if name in SPECIAL:
            drawn[name] += SPECIAL[name](draw, drawn)
        elif name not in SHIPPED:
            least = 2 if name == "institution" else 0
            for _ in range(draw(st.integers(least, MOST))):
                _add(draw, name, drawn)
        _rank(drawn[name])
    return drawn


def _add(draw: st.DrawFn, name: str, drawn: Drawn, **given: object) -> None:
    """Add a row to a table, unless something it needs is not there or it is there already."""
    table = inspect(TABLES[name]).local_table
    links = [column for column in table.columns if column.foreign_keys]
    if any(not column.nullable and not _targets(column, drawn) for column in links):
        return
    row: Row = {"id": draw(st.uuids())}
    for column in table.columns:
        if column.name not in {"id", "version"}:
            row[column.name] = draw(_value(name, column, drawn))
    row |= {ends: None for begins, ends in SPANS if begins in row} | given
    if row.get("layout") is Layout.COLUMNS:
        row["third_language"] = ""
    itself = any(one in row and row[one] == row[other] for one, other in UNEQUAL)
    if not itself and all(met(row, o) for o in drawn[name] for met in APART.get(name, ())):
        drawn[name].append(row)


def _value(name: str, column: Column[Any], drawn: Drawn) -> st.SearchStrategy[Any]:
    if column.foreign_keys:
        keys = [row["id"] for row in _targets(column, drawn)]
        return st.sampled_from([*keys, None] if column.nullable else keys)
    values = _plain(name, column)
    return st.none() | values if column.nullable else values


def _targets(column: Column[Any], drawn: Drawn) -> list[Row]:
    target = next(iter(column.foreign_keys)).column.table.name
    return drawn.get(target, [])


def _plain(name: str, column: Column[Any]) -> st.SearchStrategy[Any]:
    known = BY_NAME.get(column.name)
    if known is not None:
        return known
    if (name, column.name) in NAMED:
        return NAMES
    for kind, make in MAKERS.items():
        if isinstance(column.type, kind):
            return make(column.type)
    raise AssertionError(column)


MAKERS: Mapping[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Choice: lambda kind: st.sampled_from(list(kind.enum)),
    OneOf: lambda kind: st.sampled_from(kind.words),
    PartialDay: lambda _kind: PARTIAL,
    Items: lambda _kind: st.lists(TEXT, max_size=2).map(tuple),
    UtcDateTime: lambda _kind: st.datetimes(timezones=st.just(UTC)),
    Boolean: lambda _kind: st.booleans(),
    Integer: lambda _kind: NUMBERS,
    Time: lambda _kind: st.times().map(lambda at: time(at.hour, at.minute, at.second)),
    String: lambda _kind: TEXT,
    AutoString: lambda _kind: TEXT,
    Date: lambda _kind: DAYS,
}


def _parties(draw: st.DrawFn, drawn: Drawn) -> list[Row]:
    """Give every agreement two parties or three."""
    rows: Drawn = {**drawn, "party": []}
    for agreement in drawn["agreement"]:
        bodies = draw(st.permutations(drawn["institution"]))[: draw(st.integers(2, 3))]
        for seq, body in enumerate(bodies, 1):
            keys = {"agreement_id": agreement["id"], "institution_id": body["id"], "seq": seq}
            _add(draw, "party", rows, **keys)
    return rows["party"]


def _originals(draw: st.DrawFn, drawn: Drawn) -> list[Row]:
    """Give every agreement an original or two, kept by one of its parties."""
    rows: Drawn = {**drawn, "original": []}
    for agreement in drawn["agreement"]:
        parties = [row["id"] for row in drawn["party"] if row["agreement_id"] == agreement["id"]]
        for no in range(1, draw(st.integers(2, 3))):
            keys = {"holder_id": draw(st.sampled_from(parties)), "first_id": parties[0], "no": no}
            _add(draw, "original", rows, agreement_id=agreement["id"], **keys)
    return rows["original"]


def _attendees(draw: st.DrawFn, drawn: Drawn) -> list[Row]:
    """Let guests be of a delegation, or of the host's own party."""
    rows: Drawn = {**drawn, "attendee": []}
    for column, table in (("delegation_id", "delegation"), ("visit_id", "visit")):
        other = {"delegation_id": None, "visit_id": None}
        for parent in drawn[table][: draw(st.integers(0, 2))]:
            _add(draw, "attendee", rows, **{**other, column: parent["id"]})
    return rows["attendee"]


def _signatures(draw: st.DrawFn, drawn: Drawn) -> list[Row]:
    """Let some parties sign their originals."""
    rows: Drawn = {**drawn, "signature": []}
    for original in drawn["original"]:
        for party in drawn["party"]:
            if party["agreement_id"] == original["agreement_id"] and draw(st.booleans()):
                _add(draw, "signature", rows, original_id=original["id"], party_id=party["id"])
    return rows["signature"]


def _settings(draw: st.DrawFn, drawn: Drawn) -> list[Row]:
    """Let the office have made some choices."""
    own = st.sampled_from([str(row["id"]) for row in drawn["institution"]])
    choices = CHOICES | {"own_institution": own}
    return [
        {"id": draw(st.uuids()), "key": key, "value": draw(values)}
        for key, values in choices.items()
        if draw(st.booleans())
    ]


SPECIAL: Mapping[str, Callable[[st.DrawFn, Drawn], list[Row]]] = {
    "party": _parties,
    "original": _originals,
    "signature": _signatures,
    "setting": _settings,
    "attendee": _attendees,
}
UNEQUAL = (("earlier_id", "visit_id"), ("before_id", "after_id"))
SPANS = (("until", "until"), ("begins_on", "ends_on"))
APART: Mapping[str, tuple[Callable[[Row, Row], bool], ...]] = {
    "register_entry": (
        lambda one, other: one["agreement_id"] != other["agreement_id"],
        lambda one, other: one["no"] is None or one["no"] != other["no"],
    ),
    "agreement_visit": (
        lambda one, other: (
            {one["agreement_id"], one["visit_id"]} != {other["agreement_id"], other["visit_id"]}
        ),
    ),
    "session_delegation": (
        lambda one, other: (
            (one["session_id"], one["delegation_id"])
            != (other["session_id"], other["delegation_id"])
        ),
    ),
    "visit_link": (
        lambda one, other: (
            (one["visit_id"], one["earlier_id"]) != (other["visit_id"], other["earlier_id"])
        ),
    ),
}
"""What must not be equal in two rows of a table."""


def _rank(rows: Sequence[Row]) -> None:
    """Give rows that stand in an order keys that rise."""
    ordered = [row for row in rows if "rank" in row and "nip" not in row]
    for row, rank in zip(ordered, ranks(len(ordered)), strict=True):
        row["rank"] = rank
