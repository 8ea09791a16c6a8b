"""What one named change did to each record, with references told by name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kunjungan.services.office import Office
from kunjungan.store.codec import decoded
from kunjungan.store.journal import EMPTY, WHAT, What
from kunjungan.store.rows import RowChange, from_delta
from kunjungan.store.shape import journaled
from kunjungan.store.tables import jr_change

MOST_RECORDS = 200

_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "institution": "name_id",
        "person": "name",
        "position": "title_id",
        "visit": "title",
        "agreement": "subject_id",
        "agenda_item": "title_id",
        "task": "title",
        "clause": "text_id",
        "attachment": "name",
        "setting": "key",
        "region": "name",
        "holiday": "name_id",
        "tenure": "person_id",
        "delegation": "institution_id",
        "attendee": "person_id",
        "party": "institution_id",
        "witness": "agreement_id",
        "original": "agreement_id",
        "signature": "party_id",
        "print_run": "agreement_id",
        "register_entry": "agreement_id",
        "visit_step": "visit_id",
        "visit_link": "earlier_id",
        "agreement_visit": "visit_id",
        "draft": "no",
        "clearance": "office_id",
        "agreement_step": "code",
        "reminder": "what",
        "term": "words_id",
        "visit_session": "title_id",
        "session_delegation": "delegation_id",
        "calendar_entry": "title",
        "resource": "name",
        "assignment": "name",
        "letter": "subject_id",
        "gift": "what",
        "template": "name_id",
        "snooze": "what",
        "local_rank": "name_id",
        "precedence_decision": "before_id",
        "seating_plan": "name_id",
        "seat": "attendee_id",
        "visum": "attendee_id",
        "journey": "delegation_id",
        "lodging": "hotel",
    }
)
"""The field a record is called by; where it refers to another record, by that one's name."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Reference:
    """Another record by its name, which is empty where that is known no more."""

    name: str


@dataclass(frozen=True, slots=True)
class FieldStep:
    """A field's value before and after, as the tables give it; references by name."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class RecordStep:
    """What became of one record; without ``fields`` where they were removed for privacy."""

    table: str
    id: UUID
    what: What
    name: str
    fields: tuple[FieldStep, ...]


def change_details(office: Office, change_id: str, *, most: int = MOST_RECORDS) -> list[RecordStep]:
    """Return what a change did to each record, in the order it was done, the first ``most``."""
    query = (
        select(jr_change).where(jr_change.c.txn == change_id).order_by(jr_change.c.n).limit(most)
    )
    with office.store.read() as session:
        connection = session.connection()
        changes = [
            from_delta(row.tbl, row.row, row.op, row.delta or "{}")
            for row in connection.execute(query)
        ]
        names = _Names(connection, {(c.table, c.id): _values(c) for c in changes})
        return [_step(change, names) for change in changes]


@dataclass(slots=True)
class _Names:
    """Finds what records are called, in the change itself or as they stand now."""

    connection: Connection
    values: dict[tuple[str, UUID], dict[str, Any]]
    known: dict[tuple[str, UUID], str] = field(default_factory=dict)

    def of(self, table: str, row_id: UUID) -> str:
        """Return a record's name, empty where it has none or is gone."""
        key = (table, row_id)
        if key not in self.known:
            self.known[key] = ""  # a record that refers to itself ends here
            self.known[key] = self._found(table, row_id)
        return self.known[key]

    def told(self, table: str, name: str, value: object) -> object:
        """Return a field's value, a reference by its name."""
        target = _target(table, name)
        if target and isinstance(value, UUID):
            return Reference(self.of(target, value))
        if table == "setting" and isinstance(value, str) and _ID.fullmatch(value):
            return Reference(self.of("institution", UUID(value)))  # the office's own one
        return value

    def _found(self, table: str, row_id: UUID) -> str:
        name = _NAMED.get(table)
        if name is None:
            return ""
        value = self.values.get((table, row_id), {}).get(name) or self._stored(table, row_id, name)
        target = _target(table, name)
        if target:
            return self.of(target, value) if isinstance(value, UUID) else ""
        return str(value or "")

    def _stored(self, table: str, row_id: UUID, name: str) -> object:
        columns = journaled()[table].c
        query = select(columns[name]).where(columns.id == row_id)
        return self.connection.execute(query).scalar()


def _step(change: RowChange, names: _Names) -> RecordStep:
    table = journaled()[change.table]
    before, after = decoded(table, change.before or {}), decoded(table, change.after or {})
    return RecordStep(
        change.table,
        change.id,
        WHAT[change.op],
        names.of(change.table, change.id),
        tuple(
            FieldStep(
                name,
                names.told(change.table, name, before.get(name)),
                names.told(change.table, name, after.get(name)),
            )
            for name in before | after
            if before.get(name) not in EMPTY or after.get(name) not in EMPTY
        ),
    )


def _values(change: RowChange) -> dict[str, Any]:
    """Return the values a change knows of a row, the later ones first in rank."""
    row = (change.before or {}) | (change.after or {})
    return decoded(journaled()[change.table], row)


def _target(table: str, name: str) -> str:
    """Return the table a column refers to, or nothing."""
    keys = journaled()[table].c[name].foreign_keys
    return next((key.column.table.name for key in keys), "")
