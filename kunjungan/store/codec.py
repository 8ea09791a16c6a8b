"""One canonical JSON form for every column, the same from both databases and for ever."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Integer,
    String,
    Table,
    Time,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from kunjungan.domain.days import PartialDate
from kunjungan.store.columns import Choice, Items, OneOf, PartialDay, UtcDateTime

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


@dataclass(frozen=True, slots=True)
class Field:
    """A journaled column with the way its values enter and leave the journal."""

    name: str
    column: Column[Any]
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


@cache
def fields(table: Table) -> tuple[Field, ...]:
    """Return the journaled columns of ``table``: all but its key and its version counter."""
    return tuple(
        Field(column.name, column, *_codec(column.type))
        for column in table.columns
        if column.info.get("journal", True) and not column.primary_key
    )


def encoded(table: Table, values: Iterable[Any]) -> dict[str, Any]:
    """Return column values, in the order of ``fields``, in canonical form by name."""
    return {
        field.name: None if value is None else field.encode(value)
        for field, value in zip(fields(table), values, strict=True)
    }


def decoded(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of ``row`` that ``table`` has, as Python values by name."""
    return {
        field.name: None if row[field.name] is None else field.decode(row[field.name])
        for field in fields(table)
        if field.name in row
    }


def dumps(value: object) -> str:
    """Return JSON whose bytes depend on nothing but ``value``."""
    return _ENCODER.encode(value)


def digest(*parts: bytes) -> bytes:
    """Return the SHA-256 of ``parts``, each with its length so that none can flow into another."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.digest()


def moment(at: datetime) -> str:
    """Return a moment as UTC text of fixed width, which sorts."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def read_moment(text: str) -> datetime:
    """Return the moment that ``moment`` wrote."""
    return datetime.fromisoformat(text)


Pair = tuple[Callable[[Any], Any], Callable[[Any], Any]]


def _same(value: Any) -> Any:  # noqa: ANN401 (passes any JSON value through)
    return value


def _plain(value: Any) -> Any:  # noqa: ANN401 (any JSON value, tuples made lists)
    return json.loads(dumps(value))


def _choice(column_type: Choice) -> Pair:
    return (lambda member: member.value), column_type.enum


_CODECS: dict[type[TypeEngine[Any]], Pair] = {
    UtcDateTime: (moment, read_moment),
    PartialDay: (str, PartialDate.parse),
    Items: (list, tuple),
    OneOf: (_same, _same),
    Uuid: (lambda key: key.hex, UUID),
    Date: (date.isoformat, date.fromisoformat),
    Time: (time.isoformat, time.fromisoformat),
    Boolean: (_same, _same),
    Integer: (_same, _same),
    String: (_same, _same),
    JSON: (_plain, _same),
}


def _codec(column_type: TypeEngine[Any]) -> Pair:
    """Find the pair for a type; a type without one is a bug that no release may carry."""
    if isinstance(column_type, Choice):
        return _choice(column_type)
    for known in type(column_type).__mro__:
        if known in _CODECS:
            return _CODECS[known]
    if isinstance(column_type, TypeDecorator):
        return _codec(column_type.impl_instance)
    raise LookupError(f"the journal cannot write {column_type!r}")
