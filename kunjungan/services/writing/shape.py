"""Changes the shape of a text: rows are added, cut, joined, moved and removed, a step each."""

from bisect import bisect_left
from collections.abc import Sequence
from uuid import UUID

from kunjungan.domain.clauses import Level
from kunjungan.domain.shape import rows_under, stops
from kunjungan.i18n import later
from kunjungan.services.clauses import (
    clause_rows,
)
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.services.writing.row_places import place_of, rank_at, ranks_at
from kunjungan.store.tables import Clause


def add_clause(office: Office, agreement_id: UUID, level: Level, *, after: UUID | None) -> UUID:
    """Add an empty row after another one (None: as the first) and return its id."""
    with office.store.change(later("Add clause")) as session:
        open_draft(session, agreement_id)
        rows = clause_rows(session, agreement_id)
        at = place_of(rows, after) + 1 if after is not None else 0
        row = Clause(agreement_id=agreement_id, level=level, rank=rank_at(rows, at))
        session.add(row)
    return row.id


def change_level(office: Office, clause_id: UUID, level: Level) -> None:
    """Make a row an article, a paragraph, a letter …; all numbers follow."""
    with office.store.change(later("Change clause level")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        row.level = level


def move_clause(office: Office, clause_id: UUID, by: int) -> None:
    """Move a row with those under it up (negative) or down by so many steps; past ends it stays.

    An article steps over whole articles, any other row over what belongs together.
    """
    with office.store.change(later("Move clause")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        rows = clause_rows(session, row.agreement_id)
        start = place_of(rows, clause_id)
        moved = _with_its_rows(rows, start)
        rest = rows[:start] + rows[start + len(moved) :]
        places = stops([other.level for other in rest], row.level, start)
        step = bisect_left(places, start) + by
        at = places[min(max(step, 0), len(places) - 1)]
        if at != start:
            for one, rank in zip(moved, ranks_at(rest, at, len(moved)), strict=True):
                one.rank = rank


def remove_clause(office: Office, clause_id: UUID) -> int:
    """Remove a row with those under it, and return how many they were."""
    with office.store.change(later("Remove clause")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        rows = clause_rows(session, row.agreement_id)
        gone = _with_its_rows(rows, place_of(rows, clause_id))
        for each in gone:
            session.delete(each)
    return len(gone)


def _with_its_rows(rows: Sequence[Clause], at: int) -> Sequence[Clause]:
    return rows[at : at + 1 + rows_under([row.level for row in rows], at)]
