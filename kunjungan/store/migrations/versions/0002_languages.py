"""Layouts and third languages, witnesses, and what was printed page by page."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from kunjungan.store.migrations.building import links, may_link, needs, table

revision = "0002"
down_revision = "0001"

TEXT = sa.String()
WORD = sa.String(30)


def upgrade() -> None:
    """Add the columns, each with what every earlier row has in it, and the table of witnesses."""
    _add("agreement", WORD, "layout", "columns")
    _add("agreement", TEXT, "third_language title_third subject_third")
    _add("party", TEXT, "authority_reason name_third office_third signer_third")
    _add("clause", TEXT, "text_third rendered rendered_third")
    _add("original", TEXT, "language first_signs")
    _add("print_run", TEXT, "language sha256")
    _add("print_run", sa.JSON(), "marks sheets", "[]")
    table(
        "witness",
        *links(agreement_id="agreement"),
        *may_link(tenure_id="tenure"),
        *needs(TEXT, "name office_id office_en"),
        *needs(WORD, "role"),
        *needs(sa.Integer(), "seq"),
    )


def _add(table: str, kind: sa.types.TypeEngine[Any], names: str, filled: str = "") -> None:
    for name in names.split():
        column = sa.Column(name, kind, nullable=False, server_default=filled)
        op.add_column(table, column)
