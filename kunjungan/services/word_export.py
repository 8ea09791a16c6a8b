"""An agreement's text as a Word document, for the partner's lawyers."""

from pathlib import Path
from uuid import UUID

from kunjungan.exchange.files import write_whole
from kunjungan.services.agreement_content import EVERY, PaperChoice, agreement_content
from kunjungan.services.office import Office
from kunjungan.services.print_names import paper_name
from kunjungan.services.rows import found
from kunjungan.store.tables import Agreement

ALL = PaperChoice(language=EVERY)


def word_name(office: Office, agreement_id: UUID) -> str:
    """Return a name for the file that tells day, kind, partners and draft."""
    with office.store.read() as session:
        name = paper_name(session, found(session, Agreement, agreement_id), ALL)
    return f"{name.removesuffix('.pdf')}.docx"


def export_word(office: Office, agreement_id: UUID, path: Path) -> Path:
    """Write the present draft as .docx, all its languages side by side, and return the file.

    Raises:
        Unavailable: the file cannot be written; an older one of that name is untouched.
    """
    from kunjungan.documents.word.agreement import agreement_docx  # noqa: PLC0415 - slow to load

    with office.store.read() as session:
        content = agreement_content(office, session, agreement_id, ALL)
    return write_whole(path, agreement_docx(content))
