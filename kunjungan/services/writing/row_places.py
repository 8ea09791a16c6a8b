"""Where a row stands in its agreement, and the keys that put others beside it."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import rank_between, ranks_between
from kunjungan.i18n import later
from kunjungan.services.clauses import (
    clause_rows,
)
from kunjungan.store.tables import Clause


def ranks_at(rows: Sequence[Clause], at: int, count: int) -> list[str]:
    """Return the keys that put ``count`` rows before the row at a place."""
    return ranks_between(*_around(rows, at), count)


def row_at(session: Session, agreement_id: UUID, clause_id: UUID) -> int:
    """Return the place of a row in its agreement, from 0; RuleBroken if it is of another one."""
    return place_of(clause_rows(session, agreement_id), clause_id)


def place_of(rows: Sequence[Clause], clause_id: UUID) -> int:
    """Return the place of a row among others, from 0; RuleBroken if it is none of them."""
    for index, row in enumerate(rows):
        if row.id == clause_id:
            return index
    raise RuleBroken(later("This row belongs to another agreement."))


def _around(rows: Sequence[Clause], at: int) -> tuple[str | None, str | None]:
    before = rows[at - 1].rank if at > 0 else None
    return before, rows[at].rank if at < len(rows) else None


def rank_at(rows: Sequence[Clause], at: int) -> str:
    """Return the key that puts a row before the one at a place."""
    return rank_between(*_around(rows, at))
