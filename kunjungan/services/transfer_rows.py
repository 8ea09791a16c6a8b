"""Carries rows of the tables to flat entries of the JSON form, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from kunjungan.exchange.office_json_flat import Entry
from kunjungan.store.tables import Record, Region

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {str(table.__tablename__): table for table in Record.__subclasses__()}
)
RENAMED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "institution": {"logo_sha": "logo", "city_id": "city"},
        "person": {"photo_sha": "photo"},
    }
)
OWN = frozenset({"id", "version"})
AT_ONCE = 500


class Regions:
    """The country's regions by id and by Home Affairs code."""

    def __init__(self, session: Session) -> None:
        query = sa.select(col(Region.id), col(Region.code))
        self.codes: dict[UUID, str] = dict(session.connection().execute(query).all())
        self.ids = {code: key for key, code in self.codes.items()}


def all_entries(session: Session, kind: str, regions: Regions) -> Iterator[Entry]:
    """Yield every row of a table as an entry."""
    return _entries(session, kind, regions, sa.select(sa.inspect(KINDS[kind]).local_table))


def entries_by_id(
    session: Session, kind: str, regions: Regions, ids: Sequence[UUID]
) -> Iterator[Entry]:
    """Yield the rows of a table that have these ids."""
    table = sa.inspect(KINDS[kind]).local_table
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        yield from _entries(session, kind, regions, sa.select(table).where(table.c.id.in_(some)))


def rows_of(entries: Iterable[Entry], regions: Regions) -> list[Record]:
    """Return new rows for entries."""
    return [KINDS[entry.kind](id=entry.id, **columns_of(entry, regions)) for entry in entries]


def correct_row(session: Session, key: UUID, entry: Entry, regions: Regions) -> None:
    """Write an entry's values over a row."""
    row = session.get_one(KINDS[entry.kind], key)
    for name, value in columns_of(entry, regions).items():
        setattr(row, name, value)


def columns_of(entry: Entry, regions: Regions) -> dict[str, Any]:
    """Return an entry's values under the names of the table's columns."""
    back = {shown: column for column, shown in RENAMED.get(entry.kind, {}).items()}
    values = {back.get(name, name): value for name, value in entry.values.items()}
    if entry.kind == "institution":
        code = values.pop("region")
        values["region_id"] = None if code is None else regions.ids[str(code)]
    return values


def _entries(
    session: Session, kind: str, regions: Regions, query: sa.Select[Any]
) -> Iterator[Entry]:
    renamed = RENAMED.get(kind, {})
    for row in session.connection().execute(query).mappings():
        values = {renamed.get(name, name): _said(row[name]) for name in row if name not in OWN}
        if kind == "institution":
            values["region"] = regions.codes.get(values.pop("region_id"))
        yield Entry(kind, row["id"], values)


def _said(value: Any) -> Any:  # noqa: ANN401 (whatever a column holds)
    """Return a value without NULs, which were pasted unseen once and which no file may hold."""
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    return tuple(map(_said, value)) if type(value) is tuple else value
