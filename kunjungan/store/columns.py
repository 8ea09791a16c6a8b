"""Column types that keep and give back the same value on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from enum import Enum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Integer, String, TypeDecorator
from sqlalchemy.types import TypeEngine
from typing_extensions import override

from kunjungan.domain.days import PartialDate

CHOICE_LENGTH = 30


def ordered_text(length: int | None = None) -> String:
    """Return text that sorts by its bytes on both databases, as ranks and ISO dates must."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def link(table: str) -> ForeignKey:
    """Return a link to ``table`` that is checked when the change is committed.

    Nothing cascades: the database never deletes or empties a row behind the journal's back.
    ``RESTRICT`` is not used because both databases check it at once, even on a deferred key,
    and then the order of the deletes inside one change would decide whether it succeeds.
    """
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: handed in with its zone, kept in UTC, given back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[Enum]):
    """A member of an enum, kept as its value so that members may be renamed."""

    impl = String(CHOICE_LENGTH)
    cache_ok = True

    def __init__(self, enum: type[Enum]) -> None:
        super().__init__()
        self.enum = enum

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        number = issubclass(self.enum, int)
        return dialect.type_descriptor(Integer() if number else String(CHOICE_LENGTH))

    @override
    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> object:
        return None if value is None else self.enum(value).value

    @override
    def process_result_value(self, value: object, dialect: Dialect) -> Enum | None:
        return None if value is None else self.enum(value)


class OneOf(TypeDecorator[str]):
    """One of a few fixed words; any other is refused before it is kept."""

    impl = String(CHOICE_LENGTH)
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is not None and value not in self.words:
            raise ValueError(f"{value!r} is not one of {', '.join(self.words)}")
        return value


class PartialDay(TypeDecorator[PartialDate]):
    """A date known to the year, the month or the day, kept as ISO text that sorts."""

    impl = ordered_text(10)
    cache_ok = True

    @override
    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)


class Items(TypeDecorator[tuple[Any, ...]]):
    """A short list of plain values; a tuple, since a change inside a list would not be seen."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    @override
    def process_bind_param(
        self, value: tuple[Any, ...] | None, dialect: Dialect
    ) -> list[Any] | None:
        return None if value is None else list(value)

    @override
    def process_result_value(
        self, value: list[Any] | None, dialect: Dialect
    ) -> tuple[Any, ...] | None:
        return None if value is None else tuple(value)
