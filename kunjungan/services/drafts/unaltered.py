"""Whether a text that was printed is still the one that was kept when its originals were printed.

Fields are compared as they were written: a name that is corrected later alters nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col, or_, select

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later
from kunjungan.services.clauses import clause_rows
from kunjungan.services.drafts.text_file import from_json
from kunjungan.services.drafts.texts import DraftText
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.store.tables import Agreement, Draft

ALTERED = later(
    "The text of “{subject}” is not the one that was printed as draft {number}. "
    "Compare the two, and bring the text back from a backup or from the office it came from."
)
_WORDS = ("text_id", "text_en", "text_third")


def is_altered(
    kept: DraftText, agreement: Mapping[str, Any], clauses: Iterable[Mapping[str, Any]]
) -> bool:
    """Whether an agreement's words, columns by their names, are others than were kept.

    ``clauses`` stand in the order of the text.
    """
    now = [(row["level"], *(row[name] or "" for name in _WORDS)) for row in clauses]
    then = [(row.level, *(row.raw[name] for name in _WORDS)) for row in kept.rows]
    subject = any((agreement[name] or "") != words for name, words in kept.raw.items())
    return subject or now != then


def is_closed(agreement: Mapping[str, Any]) -> bool:
    """Whether an agreement's originals are printed, so that its text may not change."""
    return agreement["locked_on"] is not None or agreement["stage"] not in OPEN


def altered_texts(office: Office) -> Iterator[tuple[UUID, dict[str, object]]]:
    """Yield the agreements whose printed text was altered, each with what ``ALTERED`` says of it.

    A kept text that is missing or damaged proves nothing; that is told of its file.
    """
    closed = or_(col(Agreement.locked_on).is_not(None), col(Agreement.stage).not_in(OPEN))
    query = (
        select(Agreement, Draft.sha256)
        .join(Draft, col(Draft.agreement_id) == col(Agreement.id))
        .where(closed, col(Draft.no) == col(Agreement.draft_no))
    )
    with office.store.read() as session:
        for row, sha in session.exec(query):
            clauses = [clause.model_dump() for clause in clause_rows(session, row.id)]
            try:
                kept = from_json(office.archive.get(sha))
            except OfficeError:
                continue
            if is_altered(kept, row.model_dump(), clauses):
                yield row.id, {"subject": row.subject_id, "number": row.draft_no}
