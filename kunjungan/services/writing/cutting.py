"""Cuts a row of a text in two, and joins two rows to one."""

from collections.abc import Sequence
from uuid import UUID

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.shape import JOINABLE, TABLE
from kunjungan.i18n import later
from kunjungan.services.clauses import (
    anchor_of,
    clause_rows,
)
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.services.writing.cut_texts import COLUMNS, cut, join
from kunjungan.services.writing.row_places import place_of, rank_at
from kunjungan.store.tables import Clause


def split_clause(
    office: Office,
    clause_id: UUID,
    at_id: int | None = None,
    at_en: int | None = None,
    at_third: int | None = None,
) -> UUID:
    """Cut a row's texts at places in them, and return the row of the same level behind the cut.

    A text without a place stays whole before it. A translation that was cut with its Indonesian
    text still renders it; one that was not is to be reviewed.
    """
    with office.store.change(later("Split clause")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        if row.level in TABLE:
            raise RuleBroken(later("The row of a table is not split. Add a row to it instead."))
        rows = clause_rows(session, row.agreement_id)
        rank = rank_at(rows, place_of(rows, clause_id) + 1)
        rest = Clause(agreement_id=row.agreement_id, level=row.level, rank=rank)
        cut(row, rest, {"id": at_id, "en": at_en, "third": at_third})
        session.add(rest)
    return rest.id


def join_clause(office: Office, clause_id: UUID) -> UUID:
    """Put a row's texts behind those of the row before it, and return that row's id.

    What refers to the joined row then refers to that one.
    """
    with office.store.change(later("Join clauses")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        rows = clause_rows(session, row.agreement_id)
        at = place_of(rows, clause_id)
        before = rows[at - 1] if at else None
        if before is None:
            raise RuleBroken(later("No row stands before this one to join it with."))
        if not {row.level, before.level} <= JOINABLE:
            raise RuleBroken(
                later("A heading or the row of a table is not joined. Its text stays as it is.")
            )
        join(before, row)
        _refer_anew(rows, _anchor(row), _anchor(before))
        session.delete(row)
        return before.id


def _refer_anew(rows: Sequence[Clause], gone: str, kept: str) -> None:
    for row in rows:
        for name in COLUMNS.values():
            text = getattr(row, name)
            if f"{{ref:{gone}}}" in text:
                setattr(row, name, text.replace(f"{{ref:{gone}}}", f"{{ref:{kept}}}"))


def _anchor(row: Clause) -> str:
    return anchor_of(row.id, row.anchor)
