"""Makes the words of a kept draft those of the present text."""

from uuid import UUID

from sqlmodel import Session

from kunjungan.domain.ranks import ranks
from kunjungan.i18n import later
from kunjungan.services.clauses import clause_rows
from kunjungan.services.drafts.keeping import kept_text
from kunjungan.services.drafts.texts import DraftText, TextRow
from kunjungan.services.office import Office
from kunjungan.services.parties import open_draft
from kunjungan.store.tables import Clause


def restore_draft(office: Office, agreement_id: UUID, no: int) -> None:
    """Make the rows and the subject of a kept draft those of the present text, in one change.

    Fields say what the data says now. Raises what ``kept_text`` raises, and RuleBroken for a text
    that is locked or signed.
    """
    text = kept_text(office, agreement_id, no)
    with office.store.change(later("Restore a draft")) as session:
        row = open_draft(session, agreement_id)
        for name, words in text.raw.items():
            if getattr(row, name) != words:
                setattr(row, name, words)
        _replace_rows(session, agreement_id, text)


def _replace_rows(session: Session, agreement_id: UUID, text: DraftText) -> None:
    """Write the rows of a text over those there are; a row that is still there stays itself."""
    present = {clause.id: clause for clause in clause_rows(session, agreement_id)}
    wanted = {row.id for row in text.rows}
    for clause in present.values():
        if clause.id not in wanted:
            session.delete(clause)
    session.flush()
    for row, rank in zip(text.rows, ranks(len(text.rows)), strict=True):
        clause = present.get(row.id) or Clause(
            id=row.id, agreement_id=agreement_id, level=row.level, rank=rank
        )
        _write(clause, row, rank)
        session.add(clause)


def _write(clause: Clause, row: TextRow, rank: str) -> None:
    values = {**row.raw, "key": row.raw["key"] or None, "level": row.level, "rank": rank}
    for name, value in values.items():
        if getattr(clause, name) != value:
            setattr(clause, name, value)
