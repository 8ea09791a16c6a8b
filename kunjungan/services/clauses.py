"""The text of an agreement, row by row in two languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.clauses import Level, markers, uneven
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import rank_between
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.store.tables import Clause


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A row of the text with its computed number; ``version`` is what the editor shows."""

    id: UUID
    level: Level
    marker: Bilingual
    text: Bilingual
    key: str
    version: int

    @property
    def untranslated(self) -> bool:
        """Whether the row says something in Indonesian and nothing in English."""
        return bool(self.text.id.strip()) and not self.text.en.strip()

    @property
    def uneven(self) -> bool:
        """Whether the numbers or the fields of the two languages differ."""
        return uneven(self.text.id, self.text.en)


def list_clauses(office: Office, agreement_id: UUID) -> list[ClauseLine]:
    """Return an agreement's rows in order, numbered in both languages."""
    with office.store.read() as session:
        rows = clause_rows(session, agreement_id)
    return [
        ClauseLine(
            row.id,
            row.level,
            marker,
            Bilingual(row.text_id, row.text_en),
            row.key or "",
            row.version,
        )
        for row, marker in zip(rows, markers([row.level for row in rows]), strict=True)
    ]


def write_clause(
    office: Office, clause_id: UUID, language: Language, text: str, *, seen: int = 0
) -> int:
    """Write one side of a row and return the row's new version; the same text changes nothing."""
    column = f"text_{language}"
    with office.store.read() as session:
        row = found(session, Clause, clause_id)
        if getattr(row, column) == text:
            return row.version
    with office.store.change(later("Write clause")) as session:
        row = found(session, Clause, clause_id, seen=seen)
        open_draft(session, row.agreement_id)
        setattr(row, column, text)
    return row.version


def add_clause(office: Office, agreement_id: UUID, level: Level, *, after: UUID | None) -> UUID:
    """Add an empty row after another one (None: as the first) and return its id."""
    with office.store.change(later("Add clause")) as session:
        open_draft(session, agreement_id)
        rows = clause_rows(session, agreement_id)
        at = _index(rows, after) + 1 if after is not None else 0
        row = Clause(agreement_id=agreement_id, level=level, rank=_rank_at(rows, at))
        session.add(row)
    return row.id


def change_level(office: Office, clause_id: UUID, level: Level) -> None:
    """Make a row an article, a paragraph, a letter …; all numbers follow."""
    with office.store.change(later("Change clause level")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        row.level = level


def move_clause(office: Office, clause_id: UUID, by: int) -> None:
    """Move a row up (negative) or down by so many places; past the ends it stays.

    An article takes the rows under it along and steps over whole articles.
    """
    with office.store.change(later("Move clause")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        rows = clause_rows(session, row.agreement_id)
        moved = _with_its_rows(rows, clause_id)
        gone = {one.id for one in moved}
        rest = [other for other in rows if other.id not in gone]
        start = _index(rows, clause_id)
        stops = _stops(rest) if row.level is Level.ARTICLE else list(range(len(rest) + 1))
        at = stops[min(max(stops.index(start) + by, 0), len(stops) - 1)]
        if at != start:
            _put_at(rest, at, moved)


def remove_clause(office: Office, clause_id: UUID) -> None:
    """Remove a row; an article takes the rows under it along."""
    with office.store.change(later("Remove clause")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        for gone in _with_its_rows(clause_rows(session, row.agreement_id), clause_id):
            session.delete(gone)


def clause_rows(session: Session, agreement_id: UUID) -> list[Clause]:
    """Return an agreement's rows in order."""
    query = (
        select(Clause)
        .where(Clause.agreement_id == agreement_id)
        .order_by(col(Clause.rank), col(Clause.id))
    )
    return list(session.exec(query))


def _with_its_rows(rows: Sequence[Clause], clause_id: UUID) -> list[Clause]:
    start = _index(rows, clause_id)
    gone = [rows[start]]
    if rows[start].level is Level.ARTICLE:
        for row in rows[start + 1 :]:
            if row.level in {Level.ARTICLE, Level.CLOSING}:
                break
            gone.append(row)
    return gone


def _stops(rows: Sequence[Clause]) -> list[int]:
    """Return the places where an article may begin: before each other one, and after the last."""
    articles = [place for place, row in enumerate(rows) if row.level is Level.ARTICLE]
    end = next((n for n, row in enumerate(rows) if row.level is Level.CLOSING), len(rows))
    return [*articles, end]


def _put_at(rows: Sequence[Clause], at: int, moved: Sequence[Clause]) -> None:
    before = rows[at - 1].rank if at > 0 else None
    after = rows[at].rank if at < len(rows) else None
    for row in moved:
        row.rank = before = rank_between(before, after)


def _index(rows: Sequence[Clause], clause_id: UUID) -> int:
    for index, row in enumerate(rows):
        if row.id == clause_id:
            return index
    raise RuleBroken(later("This row belongs to another agreement."))


def _rank_at(rows: Sequence[Clause], at: int) -> str:
    before = rows[at - 1].rank if at > 0 else None
    after = rows[at].rank if at < len(rows) else None
    return rank_between(before, after)
