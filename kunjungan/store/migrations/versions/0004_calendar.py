"""Sessions, crew, letters, gifts and the calendar round the visits; rundowns that say more."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from alembic import op

from kunjungan.i18n import later
from kunjungan.store.append import Entry, append
from kunjungan.store.migrations.building import links, may, may_link, needs, sorted_text, table
from kunjungan.store.rows import RowChange

revision = "0004"
down_revision = "0003"

TEXT = sa.String()
WORD = sa.String(30)
DAY = sa.Date()
CLOCK = sa.Time()
NUMBER = sa.Integer()
FLAG = sa.Boolean()
LIST = sa.JSON()


def upgrade() -> None:
    """Add the tables and the columns, and make a session of each delegation's own hours."""
    _sessions()
    _people_and_things()
    _papers()
    _add("visit", WORD, "kind", "study")
    _add("visit", TEXT, "abroad report rundown_sent")
    _may("visit", DAY, "rundown_sent_on")
    _add("delegation", TEXT, "agenda_number contact contact_phone")
    _add("delegation", LIST, "proposed", "[]")
    _may("delegation", DAY, "received_on")
    _may("delegation", NUMBER, "came")
    _add("agenda_item", WORD, "kind", "other")
    _add("agenda_item", TEXT, "needs remark")
    _add("agenda_item", FLAG, "fixed", sa.false())
    _add("agenda_item", FLAG, "shown", sa.true())
    _may("agenda_item", CLOCK, "began_at ended_at")
    _add("task", sorted_text(), "rank")
    _may("task", NUMBER, "days_before")
    _link("agenda_item", session_id="visit_session", agreement_id="agreement", tenure_id="tenure")
    _link("task", delegation_id="delegation")
    _move_hours(op.get_bind())
    with op.batch_alter_table("delegation") as changed:
        changed.drop_column("session_starts_at")
        changed.drop_column("session_ends_at")


def _sessions() -> None:
    table(
        "visit_session",
        *links(visit_id="visit"),
        *may_link(host_tenure_id="tenure"),
        *needs(TEXT, "title_id title_en place room note"),
        *may(DAY, "on"),
        *may(CLOCK, "starts_at ends_at"),
        *may(NUMBER, "turnaround"),
    )
    table(
        "session_delegation",
        *links(session_id="visit_session", delegation_id="delegation"),
    )


def _people_and_things() -> None:
    table(
        "calendar_entry",
        *may_link(tenure_id="tenure"),
        *needs(WORD, "kind zone"),
        *needs(TEXT, "title place room uid recurrence source note"),
        *needs(FLAG, "tentative"),
        *needs(DAY, "on"),
        *may(DAY, "until"),
        *may(CLOCK, "starts_at ends_at"),
        indexed=["on", "uid"],
    )
    table(
        "resource",
        *needs(WORD, "kind"),
        *needs(TEXT, "name place plate note"),
        *needs(FLAG, "active"),
        *may(NUMBER, "seats turnaround"),
    )
    table(
        "assignment",
        *links(visit_id="visit"),
        *may_link(session_id="visit_session", delegation_id="delegation", person_id="person"),
        *needs(WORD, "duty"),
        *needs(TEXT, "name phone vehicle note"),
        *may(DAY, "on"),
        *may(CLOCK, "starts_at ends_at"),
    )


def _papers() -> None:
    table(
        "letter",
        *links(visit_id="visit"),
        *may_link(delegation_id="delegation", signer_id="tenure"),
        *needs(WORD, "kind language"),
        *needs(TEXT, "number nature enclosed subject_id subject_en to_id to_en to_place"),
        *needs(TEXT, "body_id body_en note"),
        *needs(LIST, "copies"),
        *may(DAY, "on sent_on answer_by answered_on"),
    )
    table(
        "gift",
        *links(visit_id="visit"),
        *may_link(delegation_id="delegation"),
        *needs(WORD, "direction"),
        *needs(TEXT, "what giver receiver kept_at note"),
        *needs(NUMBER, "count"),
        *may(NUMBER, "value"),
        *may(DAY, "on reported_on"),
    )
    table(
        "template",
        *needs(WORD, "use"),
        *may(WORD, "kind"),
        *needs(TEXT, "name_id name_en"),
        *needs(LIST, "rows"),
    )
    table("snooze", *needs(TEXT, "what reason"), *may(DAY, "until"), indexed=["what"])


def _add(
    name: str, kind: sa.types.TypeEngine[Any], names: str, filled: str | sa.ColumnElement[bool] = ""
) -> None:
    """Add columns that hold something in every earlier row."""
    for column in names.split():
        op.add_column(name, sa.Column(column, kind, nullable=False, server_default=filled))


def _may(name: str, kind: sa.types.TypeEngine[Any], names: str) -> None:
    for column in names.split():
        op.add_column(name, sa.Column(column, kind, nullable=True))


def _link(name: str, **targets: str) -> None:
    """Add links; SQLite learns them by building the table anew."""
    with op.batch_alter_table(name) as changed:
        for column, target in targets.items():
            changed.add_column(sa.Column(column, sa.Uuid(), nullable=True))
            changed.create_foreign_key(
                f"fk_{name}_{column}",
                target,
                [column],
                ["id"],
                deferrable=True,
                initially="DEFERRED",
            )
            changed.create_index(f"ix_{name}_{column}", [column])


_SESSION = sa.table(
    "visit_session",
    *(sa.column(name, sa.Uuid()) for name in ("id", "visit_id", "host_tenure_id")),
    *(sa.column(name, TEXT) for name in ("title_id", "title_en", "place", "room", "note")),
    *(sa.column(name, CLOCK) for name in ("starts_at", "ends_at")),
    sa.column("on", DAY),
    *(sa.column(name, NUMBER) for name in ("turnaround", "version")),
)
_PAIR = sa.table(
    "session_delegation",
    *(sa.column(name, sa.Uuid()) for name in ("id", "session_id", "delegation_id")),
    sa.column("version", NUMBER),
)
_HOURS = sa.text(
    "SELECT d.id, d.visit_id, i.name_id AS title_id, i.name_en AS title_en, v.place, v.room, "
    "d.session_starts_at AS starts_at, d.session_ends_at AS ends_at FROM delegation d "
    "JOIN institution i ON i.id = d.institution_id JOIN visit v ON v.id = d.visit_id "
    "WHERE d.session_starts_at IS NOT NULL ORDER BY d.id"
).columns(id=sa.Uuid(), visit_id=sa.Uuid(), starts_at=CLOCK, ends_at=CLOCK)


def _move_hours(connection: sa.Connection) -> None:
    """Make sessions of the delegations' hours, told to the journal like everything else."""
    changes = [change for row in connection.execute(_HOURS) for change in _session_of(row)]
    if not changes:
        return
    for table_, name in ((_SESSION, "visit_session"), (_PAIR, "session_delegation")):
        rows = [
            {"id": change.id, "version": 1, **(change.after or {})}
            for change in changes
            if change.table == name
        ]
        connection.execute(table_.insert(), rows)
    told = [RowChange(c.table, c.id, None, _canonical(c.after or {})) for c in changes]
    device = connection.execute(sa.text("SELECT id FROM jr_device ORDER BY own DESC, id")).scalar()
    label = later("Give the hours of every delegation a session")
    append(connection, str(device), Entry(label, "", datetime.now(UTC), kind="system"), told)


def _session_of(row: sa.Row[Any]) -> tuple[RowChange, RowChange]:
    """Return the session of a delegation and its pair, with the same ids at every desk."""
    session, pair = uuid5(row.id, "session"), uuid5(row.id, "session_delegation")
    values = {name: value for name, value in row._mapping.items() if name != "id"}  # noqa: SLF001
    empty = {"host_tenure_id": None, "on": None, "turnaround": None, "note": ""}
    both = {"session_id": session, "delegation_id": row.id}
    return (
        RowChange("visit_session", session, None, {**values, **empty}),
        RowChange("session_delegation", pair, None, both),
    )


def _canonical(values: dict[str, Any]) -> dict[str, Any]:
    """Return values as the journal writes them."""
    return {
        name: value.hex
        if isinstance(value, UUID)
        else value.isoformat()
        if isinstance(value, time)
        else value
        for name, value in values.items()
    }
