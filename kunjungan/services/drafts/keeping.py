"""Keeps the drafts of an agreement that were closed: number, words, moment and person."""

from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import NotFound
from kunjungan.i18n import later
from kunjungan.services.drafts.text_file import as_json, from_json
from kunjungan.services.drafts.texts import DraftText, text_now
from kunjungan.services.office import Office
from kunjungan.services.parties import next_draft, open_draft
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement, Draft


def kept_text(office: Office, agreement_id: UUID, no: int) -> DraftText:
    """Return the words of a draft that was kept, checked against their fingerprint.

    Raises:
        NotFound: no such draft was kept, or its file is missing from the archive.
        Unavailable: its file is damaged or cannot be read.
    """
    with office.store.read() as session:
        draft = _kept(session, agreement_id, no)
        if draft is None:
            found(session, Agreement, agreement_id)
            raise NotFound(
                later("Draft {number} of this agreement was not kept. Choose one that is listed."),
                number=no,
            )
    return from_json(office.archive.get(draft.sha256))


def keep_draft(office: Office, session: Session, row: Agreement, note: str = "") -> None:
    """Keep the present draft inside a change; one that is kept already only gets another note."""
    draft = _kept(session, row.id, row.draft_no)
    if draft is None:
        text = text_now(session, row.id)
        draft = Draft(
            agreement_id=row.id,
            no=row.draft_no,
            at=office.now(),
            by=office.user,
            fingerprint=text.fingerprint,
            sha256=office.archive.put(as_json(text)),
        )
        session.add(draft)
    if note.strip():
        draft.note = note.strip()


def keep_and_start(office: Office, agreement_id: UUID, note: str = "") -> int:
    """Keep an open draft as it stands, start the next one, and return its number.

    ``note`` says why, such as that it was sent to the partner. Marked prints of the kept draft
    become stale. Raises RuleBroken for a text that is locked or signed.
    """
    with office.store.change(later("Keep the draft and start the next")) as session:
        row = open_draft(session, agreement_id)
        keep_draft(office, session, row, note)
        next_draft(session, row)
    return row.draft_no


def note_draft(office: Office, agreement_id: UUID, no: int, note: str) -> None:
    """Write another note to a draft that was kept."""
    with office.store.change(later("Write a note to a draft")) as session:
        draft = _kept(session, agreement_id, no)
        if draft is None:
            raise NotFound(later("This record no longer exists. Nothing was changed."))
        draft.note = note.strip()


def _kept(session: Session, agreement_id: UUID, no: int) -> Draft | None:
    query = select(Draft).where(Draft.agreement_id == agreement_id, Draft.no == no)
    return session.exec(query).first()
