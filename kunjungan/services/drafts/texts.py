"""The whole text of an agreement at one moment, as it is kept in the archive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.domain.clauses import Level
from kunjungan.domain.richtext import plain
from kunjungan.services.agreement_content import usual_wording
from kunjungan.services.agreement_fields import agreement_facts
from kunjungan.services.clauses import clause_rows
from kunjungan.services.content_text import pieces
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Clause

Said = tuple[str, ...]
"""Words in every language of a text, in the order of its languages."""
RAW = ("key", "anchor", "text_id", "text_en", "text_third", "rendered", "rendered_third")
_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a text as it reads, and as it was written, with fields and marks.

    ``raw`` has the columns of the row by their names.
    """

    id: UUID
    level: Level
    marker: Said
    texts: Said
    raw: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DraftText:
    """A whole text: its head, its parties and witnesses as printed, and its rows.

    ``subject`` reads as printed; ``raw`` has the columns of the agreement that it was made from.
    """

    agreement_id: UUID
    reference: str
    draft_no: int
    fingerprint: str
    languages: tuple[str, ...]
    title: Said
    subject: Said
    parties: tuple[Said, ...]
    witnesses: tuple[Said, ...]
    rows: tuple[TextRow, ...]
    raw: Mapping[str, str]


def text_now(session: Session, agreement_id: UUID) -> DraftText:
    """Return the text of an agreement as it stands; NotFound when it is gone."""
    row = found(session, Agreement, agreement_id)
    content = usual_wording(session, agreement_id)
    rows = clause_rows(session, agreement_id)
    shown = pieces(rows, agreement_facts(session, row), content.languages)
    return DraftText(
        row.id,
        row.reference,
        row.draft_no,
        content.fingerprint,
        content.languages,
        content.title,
        content.subject,
        _parties(content),
        tuple(_lines(one.caption, one.office, one.name) for one in content.witnesses),
        tuple(_row(*both) for both in zip(rows, shown, strict=True)),
        {name: getattr(row, name) for name in ("subject_id", "subject_en", "subject_third")},
    )


def _row(row: Clause, piece: Piece) -> TextRow:
    cells = [tuple(map(plain, cell)) for cell in piece.cells]
    texts = tuple(map(plain, piece.text)) or tuple(
        _BETWEEN_CELLS.join(column) for column in zip(*cells, strict=True)
    )
    raw = {name: getattr(row, name) or "" for name in RAW}
    return TextRow(row.id, row.level, piece.marker, texts, raw)


def _parties(content: AgreementContent) -> tuple[Said, ...]:
    return tuple(
        _lines(party.label, party.government, party.office, party.name) for party in content.parties
    )


def _lines(*said: Sequence[str]) -> Said:
    """Return in each language what stands one under the other, on one line."""
    return tuple(
        ", ".join(filter(None, dict.fromkeys(column))) for column in zip(*said, strict=True)
    )
