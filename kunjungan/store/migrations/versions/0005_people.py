"""Who comes and where they sit: the host's own party, precedence, seating plans, visum."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from kunjungan.store.migrations.building import links, may, may_link, needs, sorted_text, table

revision = "0005"
down_revision = "0004"

TEXT = sa.String()
WORD = sa.String(30)
FLAG = sa.Boolean()
LIST = sa.JSON()


def upgrade() -> None:
    """Add the tables and the columns; a guest need not belong to a delegation any more."""
    _tables()
    _add("institution", LIST, "list_columns", "[]")
    _add("person", TEXT, "card_name pronunciation diet access")
    _may("person", TEXT, "photo_sha")
    _add("attendee", WORD, "capacity", "definitive")
    _add("attendee", FLAG, "former", sa.false())
    _add("attendee", TEXT, "vehicle travel_order")
    _may("attendee", sorted_text(10), "since")
    _attendees()


def _tables() -> None:
    table(
        "local_rank",
        *needs(WORD, "after"),
        *needs(TEXT, "name_id name_en source"),
        *needs(FLAG, "active"),
    )
    table(
        "precedence_decision",
        *links(visit_id="visit", before_id="attendee", after_id="attendee"),
        *needs(TEXT, "reason"),
    )
    table(
        "seating_plan",
        *links(visit_id="visit"),
        *may_link(session_id="visit_session"),
        *needs(TEXT, "name_id name_en note"),
        *needs(LIST, "parts"),
    )
    table(
        "seat",
        *links(plan_id="seating_plan", attendee_id="attendee"),
        *needs(TEXT, "place reason"),
        *needs(FLAG, "locked"),
    )
    table(
        "visum",
        *links(visit_id="visit", attendee_id="attendee"),
        *may_link(signer_id="tenure"),
        *needs(TEXT, "travel_order note"),
        *needs(sa.Date(), "arrived_on"),
        *may(sa.Date(), "departed_on"),
        *may(sa.DateTime(timezone=True), "printed_at"),
    )


def _attendees() -> None:
    """Let a guest be of the host's own party, stand for another, or go with one."""
    targets = {
        "visit_id": "visit",
        "local_rank_id": "local_rank",
        "represents_id": "attendee",
        "companion_of_id": "attendee",
    }
    with op.batch_alter_table("attendee") as changed:
        changed.alter_column("delegation_id", existing_type=sa.Uuid(), nullable=True)
        for column, target in targets.items():
            changed.add_column(sa.Column(column, sa.Uuid(), nullable=True))
            changed.create_foreign_key(
                f"fk_attendee_{column}",
                target,
                [column],
                ["id"],
                deferrable=True,
                initially="DEFERRED",
            )
            changed.create_index(f"ix_attendee_{column}", [column])


def _add(
    name: str, kind: sa.types.TypeEngine[Any], names: str, filled: str | sa.ColumnElement[bool] = ""
) -> None:
    """Add columns that hold something in every earlier row."""
    for column in names.split():
        op.add_column(name, sa.Column(column, kind, nullable=False, server_default=filled))


def _may(name: str, kind: sa.types.TypeEngine[Any], names: str) -> None:
    for column in names.split():
        op.add_column(name, sa.Column(column, kind, nullable=True))
