"""The text of an agreement, row by row in its languages."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level, in_one_language, markers, uneven
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.ranks import rank_between
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.store.tables import Clause

Column = Literal["id", "en", "third"]
"""A language of the text: Indonesian, English, or the partner's own."""

_RENDERED: Mapping[Column, str] = MappingProxyType({"en": "rendered", "third": "rendered_third"})
"""Where it is kept what a translation renders."""
_ENDS = frozenset({Level.CLOSING, Level.ANNEX})
"""What ends an article without being one."""


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A row of the text with its computed number; ``version`` is what the editor shows.

    ``stale`` and ``stale_third`` say that the Indonesian has changed since it was translated.
    """

    id: UUID
    level: Level
    marker: Bilingual
    text: Bilingual
    key: str
    version: int
    third: str = ""
    stale: bool = False
    stale_third: bool = False

    @property
    def untranslated(self) -> bool:
        """Whether the row, or a cell of it, says something in Indonesian and nothing in English."""
        return bool(self.text.id.strip()) and in_one_language(
            self.level, self.text.id, self.text.en
        )

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
            row.text_third,
            is_stale(row.text_id, row.text_en, row.rendered),
            is_stale(row.text_id, row.text_third, row.rendered_third),
        )
        for row, marker in zip(rows, markers([row.level for row in rows]), strict=True)
    ]


def write_clause(
    office: Office, clause_id: UUID, language: Column, text: str, *, seen: int = 0
) -> int:
    """Write one language of a row and return the row's new version; the same text changes nothing.

    A translation renders the Indonesian text of the moment; changing that makes it stale.
    """
    column = f"text_{language}"
    with office.store.read() as session:
        row = found(session, Clause, clause_id)
        if getattr(row, column) == text:
            return row.version
    with office.store.change(later("Write clause")) as session:
        row = found(session, Clause, clause_id, seen=seen)
        open_draft(session, row.agreement_id)
        if language == "id":
            _remember(row)
        setattr(row, column, text)
        if language != "id":
            setattr(row, _RENDERED[language], mark_of(row.text_id) if text.strip() else "")
    return row.version


def confirm_translation(office: Office, clause_id: UUID, language: Column = "en") -> int:
    """Record that a translation still says what the Indonesian text now says."""
    with office.store.change(later("Confirm translation")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        setattr(row, _RENDERED[language], mark_of(row.text_id))
    return row.version


def mark_of(text: str) -> str:
    """Return 12 hex digits that change with any letter of an Indonesian text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def is_stale(text: str, translation: str, rendered: str) -> bool:
    """Say whether a text has changed since it was translated; unknown is not stale."""
    return bool(rendered and translation.strip()) and rendered != mark_of(text)


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
        stops = _stops(rest, start) if row.level is Level.ARTICLE else list(range(len(rest) + 1))
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


def _remember(row: Clause) -> None:
    """Note what the translations render, before the Indonesian text changes for the first time."""
    for language, mark in _RENDERED.items():
        if getattr(row, f"text_{language}").strip() and not getattr(row, mark):
            setattr(row, mark, mark_of(row.text_id))


def _with_its_rows(rows: Sequence[Clause], clause_id: UUID) -> list[Clause]:
    start = _index(rows, clause_id)
    gone = [rows[start]]
    if rows[start].level is Level.ARTICLE:
        for row in rows[start + 1 :]:
            if row.level is Level.ARTICLE or row.level in _ENDS:
                break
            gone.append(row)
    return gone


def _stops(rows: Sequence[Clause], start: int) -> list[int]:
    """Return where an article that stood at a place may begin: by any other of its text or annex.

    That is before each of them, and after the last.
    """
    head = [place for place in range(start) if rows[place].level is Level.ANNEX]
    first = head[-1] + 1 if head else 0
    ends = (place for place in range(start, len(rows)) if rows[place].level in _ENDS)
    end = next(ends, len(rows))
    return [*(n for n in range(first, end) if rows[n].level is Level.ARTICLE), end]


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
