"""The text of an agreement, row by row in its languages."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level, in_one_language, uneven
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.services.rows import found
from kunjungan.store.tables import Clause

Column = Literal["id", "en", "third"]
"""A language of the text: Indonesian, English, or the partner's own."""

RENDERED: Mapping[Column, str] = MappingProxyType({"en": "rendered", "third": "rendered_third"})
"""Where it is kept what a translation renders."""


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A row of the text with its computed number; ``version`` is what the editor shows.

    ``stale`` and ``stale_third`` say that the Indonesian has changed since it was translated,
    ``anchor`` is the name by which other rows refer to it (``{ref:anchor}``).
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
    anchor: str = ""

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
    counted = markers([row.level for row in rows])
    return [_line(row, marker) for row, marker in zip(rows, counted, strict=True)]


def line_again(office: Office, line: ClauseLine) -> ClauseLine:
    """Return a row as it is now, its number as it was: for a text that kept its rows."""
    with office.store.read() as session:
        return _line(found(session, Clause, line.id), line.marker)


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
            remember(row)
        setattr(row, column, text)
        if language != "id":
            setattr(row, RENDERED[language], mark_of(row.text_id) if text.strip() else "")
    return row.version


def confirm_translation(office: Office, clause_id: UUID, language: Column = "en") -> int:
    """Record that a translation still says what the Indonesian text now says."""
    with office.store.change(later("Confirm translation")) as session:
        row = found(session, Clause, clause_id)
        open_draft(session, row.agreement_id)
        setattr(row, RENDERED[language], mark_of(row.text_id))
    return row.version


def mark_of(text: str) -> str:
    """Return 12 hex digits that change with any letter of an Indonesian text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def is_stale(text: str, translation: str, rendered: str) -> bool:
    """Say whether a text has changed since it was translated; unknown is not stale."""
    return bool(rendered and translation.strip()) and rendered != mark_of(text)


def remember(row: Clause) -> None:
    """Note what the translations render, before the Indonesian text changes for the first time."""
    for language, mark in RENDERED.items():
        if getattr(row, f"text_{language}").strip() and not getattr(row, mark):
            setattr(row, mark, mark_of(row.text_id))


def _line(row: Clause, marker: Bilingual) -> ClauseLine:
    return ClauseLine(
        row.id,
        row.level,
        marker,
        Bilingual(row.text_id, row.text_en),
        row.key or "",
        row.version,
        row.text_third,
        is_stale(row.text_id, row.text_en, row.rendered),
        is_stale(row.text_id, row.text_third, row.rendered_third),
        anchor_of(row.id, row.anchor),
    )


def anchor_of(row_id: UUID, anchor: str) -> str:
    """Return the name by which other rows refer to a row; a copy keeps it as its ``anchor``."""
    return anchor or row_id.hex[-12:]


def clause_rows(session: Session, agreement_id: UUID) -> list[Clause]:
    """Return an agreement's rows in order."""
    query = select(Clause).where(Clause.agreement_id == agreement_id)
    return list(session.exec(query.order_by(col(Clause.rank), col(Clause.id))))
