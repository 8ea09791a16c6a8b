"""The words that steps are written in: plain SQLAlchemy, never the program's tables or types.

What a released step builds must never change, so nothing here is changed either; a later step
that needs something else gets a word of its own.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op


def table(
    name: str,
    *columns: sa.Column[Any],
    unique: Sequence[tuple[str, ...]] = (),
    indexed: Sequence[str] = (),
) -> None:
    """Create a table with key, version and columns, its constraints and its indexes.

    Every link is indexed, because the database looks for rows that depend on one about to go.
    """
    targets = {column.name: column.info["to"] for column in columns if "to" in column.info}
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *(_constraint(name, column, target) for column, target in targets.items()),
        *(sa.UniqueConstraint(*names, name=f"uq_{name}_{'_'.join(names)}") for names in unique),
    )
    for column in (*targets, *indexed):
        if column not in [names[0] for names in unique]:
            op.create_index(f"ix_{name}_{column}", name, [column])


def links(**targets: str) -> list[sa.Column[Any]]:
    """Return columns that each hold the id of a row of another table."""
    return [_link(name, target, nullable=False) for name, target in targets.items()]


def may_link(**targets: str) -> list[sa.Column[Any]]:
    """Return columns that hold the id of a row of another table, or nothing."""
    return [_link(name, target, nullable=True) for name, target in targets.items()]


def needs(kind: sa.types.TypeEngine[Any], names: str) -> list[sa.Column[Any]]:
    """Return columns of one kind that are never empty."""
    return [sa.Column(name, kind, nullable=False) for name in names.split()]


def may(kind: sa.types.TypeEngine[Any], names: str) -> list[sa.Column[Any]]:
    """Return columns of one kind that may be empty."""
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def sorted_text(length: int | None = None) -> sa.String:
    """Return text that PostgreSQL too sorts by its bytes."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _constraint(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{target}.id"],
        name=f"fk_{table}_{column}",
        deferrable=True,
        initially="DEFERRED",
    )


def _link(name: str, target: str, *, nullable: bool) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), nullable=nullable, info={"to": target})
