"""Drafts, clearances, stages, terms and reminders, and where papers and originals belong."""

import sqlalchemy as sa
from alembic import op

from kunjungan.store.migrations.building import links, may, needs, table

revision = "0003"
down_revision = "0002"

TEXT = sa.String()
WORD = sa.String(30)
DAY = sa.Date()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables, and the columns each with what every earlier row has in it."""
    _drafting()
    _words()
    for name, columns in (
        ("agreement", "track field unit end_reason note"),
        ("clause", "anchor"),
        ("original", "lent_to"),
        ("signature", "authority reason"),
        ("attachment", "stage document number"),
        ("task", "code"),
    ):
        _add(name, columns)
    for name, columns in (
        ("agreement", "ended_on"),
        ("original", "due_back_on"),
        ("signature", "authority_on"),
        ("attachment", "on added_on"),
    ):
        for column in columns.split():
            op.add_column(name, sa.Column(column, DAY, nullable=True))
    _link("agreement", "renews_id", "agreement")
    _link("attachment", "original_id", "original")
    _link("task", "party_id", "party")


def _drafting() -> None:
    table(
        "draft",
        *links(agreement_id="agreement"),
        *needs(TEXT, "by note fingerprint sha256"),
        *needs(sa.Integer(), "no"),
        *needs(MOMENT, "at"),
        indexed=["sha256"],
    )
    table(
        "clearance",
        *links(agreement_id="agreement"),
        *needs(TEXT, "office_id office_en name fingerprint note"),
        *needs(WORD, "outcome"),
        *needs(sa.Integer(), "seq party draft_no"),
        *may(DAY, "due_on done_on"),
    )
    table(
        "agreement_step",
        *links(agreement_id="agreement"),
        *needs(TEXT, "code reason"),
        *needs(WORD, "outcome"),
        *needs(DAY, "on"),
    )
    table(
        "reminder",
        *links(agreement_id="agreement"),
        *needs(TEXT, "what"),
        *needs(DAY, "due_on"),
        *may(DAY, "done_on until"),
    )


def _words() -> None:
    table(
        "term",
        *needs(TEXT, "words_id words_en domain note source approved_by"),
        *may(DAY, "approved_on"),
        *needs(sa.Boolean(), "active"),
        indexed=["words_id"],
    )


def _add(table: str, names: str) -> None:
    for name in names.split():
        op.add_column(table, sa.Column(name, TEXT, nullable=False, server_default=""))


def _link(name: str, column: str, target: str) -> None:
    """Add a link; SQLite learns it by building the table anew."""
    with op.batch_alter_table(name) as changed:
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
