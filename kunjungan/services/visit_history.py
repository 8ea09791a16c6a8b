"""What became of a visit and of everything in it, change by change."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.store.journal import HistoryEntry
from kunjungan.store.tables import (
    AgendaItem,
    Assignment,
    Attachment,
    Attendee,
    Delegation,
    Gift,
    Institution,
    Journey,
    Letter,
    Lodging,
    Person,
    Task,
    Visit,
    VisitLink,
    VisitSession,
    VisitStep,
    jr_change,
)

Key = tuple[str, UUID]
_OF_VISIT = (
    Delegation,
    Task,
    VisitLink,
    VisitStep,
    VisitSession,
    AgendaItem,
    Assignment,
    Gift,
    Letter,
    Attachment,
)
_OF_DELEGATION = (Attendee, Journey, Lodging)
_CALLED = ("title", "title_id", "name", "vehicle", "what", "subject_id", "hotel", "number")
"""The fields that say what a record is called, where it names nobody."""
_NAMED = frozenset(
    {"task", "visit_session", "agenda_item", "assignment", "gift", "letter", "attachment"}
    | {"journey", "lodging"}
)


@dataclass(frozen=True, slots=True)
class FieldStep:
    """One field's step: of which record (its table and what it is called), from what to what."""

    table: str
    what: str
    subject: str
    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class VisitEvent:
    """One named change; ``kind`` tells the undo or redo of ``label`` from its first doing."""

    at: datetime
    who: str
    kind: str
    label: str
    steps: tuple[FieldStep, ...]


def visit_history(office: Office, visit_id: UUID) -> list[VisitEvent]:
    """Return the changes of a visit and of all that is in it, the latest first."""
    with office.store.read() as session:
        keys = _records(session, visit_id)
    told = {key: office.store.history(*key) for key in keys}
    with office.store.read() as session:
        subjects = _subjects(session, told)
    events: dict[tuple[datetime, str], list[FieldStep]] = defaultdict(list)
    heads: dict[tuple[datetime, str], HistoryEntry] = {}
    for key, entries in told.items():
        for entry in entries:
            moment = (entry.at, entry.label)
            heads[moment] = entry
            events[moment].append(_step(key, subjects.get(key, ""), entry))
    return [
        VisitEvent(head.at, head.who, head.kind, head.label, tuple(events[moment]))
        for moment, head in sorted(heads.items(), reverse=True, key=lambda item: item[0])
    ]


def _step(key: Key, subject: str, entry: HistoryEntry) -> FieldStep:
    return FieldStep(key[0], entry.what, subject, entry.field, entry.old, entry.new)


def _records(session: Session, visit_id: UUID) -> list[Key]:
    """Return the visit and everything that is or was in it."""
    keys: list[Key] = [("visit", visit_id)]
    for table in _OF_VISIT:
        here = session.exec(select(table.id).where(col(table.visit_id) == visit_id))
        keys += [(_name(table), key) for key in here]
    keys += _removed(session, [_name(table) for table in _OF_VISIT], [visit_id])
    delegations = [key for table, key in keys if table == "delegation"]
    for part in _OF_DELEGATION:
        own = select(part.id).where(col(part.delegation_id).in_(delegations))
        keys += [(_name(part), key) for key in session.exec(own)]
    keys += _removed(session, [_name(part) for part in _OF_DELEGATION], delegations)
    return list(dict.fromkeys(keys))


def _removed(session: Session, tables: Sequence[str], parents: Sequence[UUID]) -> list[Key]:
    """Return the records that were removed from ``parents``, as the journal tells."""
    named = [jr_change.c.delta.contains(parent.hex) for parent in parents]
    removed = (jr_change.c.tbl.in_(tables), jr_change.c.op == "d", sa.or_(sa.false(), *named))
    query = sa.select(jr_change.c.tbl, jr_change.c.row).where(*removed)
    return [(table, UUID(row)) for table, row in session.connection().execute(query)]


def _subjects(session: Session, told: dict[Key, list[HistoryEntry]]) -> dict[Key, str]:
    """Return what each record is called, by what its history says it holds."""
    held = {key: _latest(entries) for key, entries in told.items()}
    people = {row.id: name_of(row).full for row in _rows(session, Person, held, "person_id")}
    bodies = {r.id: r.name_id for r in _rows(session, Institution, held, "institution_id")}
    visits = {row.id: row.title for row in _rows(session, Visit, held, "earlier_id")}
    return {
        key: str(
            people.get(values.get("person_id"))
            or bodies.get(values.get("institution_id"))
            or visits.get(values.get("earlier_id"))
            or (_called(values) if key[0] in _NAMED else "")
        )
        for key, values in held.items()
    }


def _called(values: dict[str, Any]) -> object:
    """Return the first of the fields by which a record is called that is filled."""
    return next((values[field] for field in _CALLED if values.get(field)), "")


def _latest(entries: Iterable[HistoryEntry]) -> dict[str, Any]:
    """Return the last value of each field that was not empty; entries come newest first."""
    values: dict[str, Any] = {}
    for entry in entries:
        values.setdefault(entry.field, entry.new or entry.old)
    return values


def _rows(
    session: Session, table: type[Any], held: dict[Key, dict[str, Any]], field: str
) -> list[Any]:
    ids = {values[field] for values in held.values() if values.get(field) is not None}
    return list(session.exec(select(table).where(col(table.id).in_(ids))))


def _name(table: type[Any]) -> str:
    return str(table.__tablename__)
