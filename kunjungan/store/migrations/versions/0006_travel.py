"""How delegations come, go and sleep; the rank of the day; how far the text of a speech is."""

import sqlalchemy as sa
from alembic import op

from kunjungan.store.migrations.building import links, may, needs, table

revision = "0006"
down_revision = "0005"

TEXT = sa.String()
WORD = sa.String(30)


def upgrade() -> None:
    """Add the tables and the columns."""
    table(
        "journey",
        *links(delegation_id="delegation"),
        *needs(WORD, "way means"),
        *needs(sa.Date(), "on"),
        *may(sa.Time(), "at pick_up_at"),
        *needs(TEXT, "number place who vehicle driver met_by note"),
        *may(sa.Integer(), "people"),
    )
    table(
        "lodging",
        *links(delegation_id="delegation"),
        *needs(TEXT, "hotel place phone who note"),
        *needs(sa.Date(), "on"),
        *may(sa.Date(), "until"),
        *may(sa.Integer(), "rooms"),
    )
    for column in ("rank", "grade"):
        op.add_column("attendee", sa.Column(column, TEXT, nullable=True))
    op.add_column("agenda_item", sa.Column("speech", WORD, nullable=True))
