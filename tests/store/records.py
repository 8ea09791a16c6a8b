"""Records for store tests: one of each table, linked, with every column filled."""

from datetime import UTC, date, datetime, time
from typing import Any, TypeVar
from uuid import UUID, uuid5

from sqlalchemy import JSON, Boolean, Column, Date, Integer, String, Time, TypeDecorator, inspect

from kunjungan.domain.days import PartialDate
from kunjungan.store.columns import Choice, Items, OneOf, PartialDay, UtcDateTime
from kunjungan.store.tables import Record, Visit

R = TypeVar("R", bound=Record)
SPACE = UUID("12345678-1234-5678-1234-567812345678")
DAY = date(2022, 9, 1)
VALUES: dict[type[Any], Any] = {
    PartialDay: PartialDate(2022, 9),
    UtcDateTime: datetime(2022, 9, 1, 2, 3, 4, 5, tzinfo=UTC),
    Items: (2, "ü ✓"),
    JSON: {"lines": ["Pemkot", "ü ✓"], "n": 1.5},
    Date: DAY,
    Time: time(9, 5, 30),
    Boolean: True,
    Integer: 7,
    String: "Bandung ü ✓",
}


def key(name: str) -> UUID:
    """Return the same id for the same name, always; a record of ``one_of_each`` has its table's."""
    return uuid5(SPACE, name)


def a_visit(title: str = "Kunjungan kerja", name: str | None = None) -> Visit:
    """A visit with nothing but what it must have."""
    visit = Visit(title=title, on=PartialDate(2022, 9))
    if name:
        visit.id = key(name)
    return visit


def one_of_each() -> list[Record]:
    """One record of every table, in no order that would help the database."""
    return [filled(cls) for cls in sorted(Record.__subclasses__(), key=lambda cls: cls.__name__)]


def filled(cls: type[R]) -> R:
    """A record with a value in every column, linked to the others of its kind."""
    columns = inspect(cls).local_table.columns
    return cls(**{c.name: value(c) for c in columns if c.name != "version"})


def value(column: Column[Any]) -> Any:  # noqa: ANN401 (as the column has it)
    """Return a value that a column takes."""
    if column.primary_key:
        return key(column.table.name)
    for foreign_key in column.foreign_keys:
        return key(foreign_key.column.table.name)
    return plain(column.type)


def plain(kind: Any) -> Any:  # noqa: ANN401 (any column type)
    """Return a value of a kind; the last of a choice, which is seldom its default."""
    if isinstance(kind, Choice):
        return list(kind.enum)[-1]
    if isinstance(kind, OneOf):
        return kind.words[-1]
    for known in type(kind).__mro__:
        if known in VALUES:
            return VALUES[known]
    assert isinstance(kind, TypeDecorator), kind
    return plain(kind.impl_instance)
