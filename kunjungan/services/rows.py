"""Small steps that every service takes with rows: find one, fill it, refuse a stale one."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.names import LONGEST_NAME
from kunjungan.i18n import later
from kunjungan.store.tables.record import Record

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound="DataclassInstance")
TITLES = ("title_id", "title_en")
"""The columns of a post, which papers have little room for."""
_TOO_LONG = later(
    "“{start}…” has {count} characters. A name, a title or a post has {most} at most; put the "
    "rest into the note. Nothing was saved."
)


def found(session: Session, table: type[R], row_id: UUID, *, seen: int = 0) -> R:
    """Return a row to work on.

    ``seen`` is the version that the person had on screen; 0 when nothing was shown.
    Raises NotFound when the row is gone and Conflict when somebody changed it since.
    """
    row = session.get(table, row_id)
    if row is None:
        raise NotFound(later("This record no longer exists. Nothing was changed."))
    if seen and row.version != seen:
        raise Conflict(
            later(
                "Someone else changed this record while it was open here. "
                "Nothing was overwritten; open it again and repeat your change."
            )
        )
    return row


def found_all(session: Session, table: type[R], ids: Collection[UUID]) -> list[R]:
    """Return rows to work on in the order of their ids, read in few queries; like ``found``."""
    rows = {
        row.id: row
        for part in chunks(ids)
        for row in session.exec(select(table).where(col(table.id).in_(part)))
    }
    return [rows.get(key) or found(session, table, key) for key in ids]


def put(row: Record, form: "DataclassInstance") -> None:
    """Write each field of a form into the column of the same name, where it differs."""
    own = set(type(row).model_fields) - {"id", "version"}
    for field in fields(form):
        value = getattr(form, field.name)
        if field.name in own and getattr(row, field.name) != value:
            setattr(row, field.name, value)


def refuse_long(row: Record, form: "DataclassInstance", columns: Iterable[str]) -> None:
    """Refuse a name, a title or a post that no paper has room for; what is on record may stay.

    Raises:
        RuleBroken: it has more than 200 characters; the sentence says how it begins.
    """
    for column in columns:
        new, old = getattr(form, column), getattr(row, column, "")
        text = new if isinstance(new, str) else " ".join(new)
        if len(text) > LONGEST_NAME and new != old:
            raise RuleBroken(_TOO_LONG, start=text[:30], count=len(text), most=LONGEST_NAME)


def as_form(kind: type[F], row: Record) -> F:
    """Return a row as the form whose fields have the names of its columns, to be edited."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})


def twin(row: R, **changed: object) -> R:
    """Return a new row with the values of another, some of them changed."""
    kept = {name: getattr(row, name) for name in type(row).model_fields}
    del kept["id"], kept["version"]
    return type(row)(**{**kept, **changed})


def required(value: str, message: str) -> str:
    """Return the text without outer spaces, or refuse with ``message`` when it is empty."""
    text = value.strip()
    if not text:
        raise RuleBroken(message)
    return text


def chunks(ids: Collection[UUID], size: int = 5000) -> Iterable[list[UUID]]:
    """Return ids in parts that every database takes in one query."""
    listed = list(ids)
    return (listed[start : start + size] for start in range(0, len(listed), size))
