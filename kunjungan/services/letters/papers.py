"""Letters as PDF: as kept, or as they are being written."""

from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kunjungan.documents.office.letter import (
    AT_PLACE,
    COPIES,
    FACTS,
    NO_DATE,
    SALUTATION,
    LetterPaper,
    LetterText,
)
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import long_date
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import LetterKind
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.services.letters.facts import OWN, is_foreign, own_body, partners_of
from kunjungan.services.letters.form import LetterForm, refuse_wrong_days
from kunjungan.services.letters.heads import letterhead, signature, signer_of
from kunjungan.services.letters.texts import letter_text
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import as_form, found
from kunjungan.store.tables import Institution, Letter, Visit

NATURES = {
    "Biasa": Bilingual("Biasa", "Ordinary"),
    "Penting": Bilingual("Penting", "Important"),
    "Segera": Bilingual("Segera", "Urgent"),
    "Sangat Segera": Bilingual("Sangat Segera", "Very urgent"),
    "Terbatas": Bilingual("Terbatas", "Restricted"),
    "Rahasia": Bilingual("Rahasia", "Confidential"),
}
"""What a letter's sifat may be, in both languages (office practice)."""
_NAMES = {
    LetterKind.ANSWER: "Surat jawaban",
    LetterKind.RESCHEDULE: "Surat penjadwalan ulang",
    LetterKind.REFUSAL: "Surat penolakan",
    LetterKind.INVITATION: "Surat undangan",
    LetterKind.THANKS: "Surat ucapan terima kasih",
    LetterKind.ASSIGNMENT: "Surat tugas",
}


def letter_pdf(office: Office, letter_id: UUID, paper: Paper | None = None) -> bytes:
    """Return a letter as PDF; the same letter gives the same bytes.

    ``paper`` None takes the office's own format (setting).
    """
    with office.store.read() as session:
        row = found(session, Letter, letter_id)
        form, visit_id = as_form(LetterForm, row), row.visit_id
    return draft_pdf(office, visit_id, form, paper)


def draft_pdf(
    office: Office, visit_id: UUID, form: LetterForm, paper: Paper | None = None
) -> bytes:
    """Return a letter as it is being written, as PDF.

    Raises:
        RuleBroken: a date in it has a wrong weekday or is in no calendar.
    """
    from kunjungan.documents.office.letter_pdf import letter_pdf as set_letter  # noqa: PLC0415

    refuse_wrong_days(form)
    with office.store.read() as session:
        content = _paper(office, session, found(session, Visit, visit_id), form, paper)
    return set_letter(content)


def letter_name(office: Office, letter_id: UUID) -> str:
    """Return a name for a letter's file: its kind, whom it concerns, its number or its day."""
    with office.store.read() as session:
        row = found(session, Letter, letter_id)
        bodies = partners_of(session, found(session, Visit, row.visit_id), row.delegation_id)
    who = ", ".join(body.short_name or body.name_id for body in bodies)
    mark = row.number or (row.on.isoformat() if row.on else row.id.hex[:8])
    return safe_file_name(f"{_NAMES[row.kind]} {who}".strip(), f" - {safe_file_name(mark, '')}.pdf")


def write_letter(office: Office, letter_id: UUID, path: Path, paper: Paper | None = None) -> Path:
    """Write a letter and return its file; a folder gets a file named by the letter.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    pdf = letter_pdf(office, letter_id, paper)
    if path.suffix.lower() != ".pdf":
        path /= letter_name(office, letter_id)
    return write_whole(path, pdf)


def _paper(
    office: Office, session: Session, visit: Visit, form: LetterForm, paper: Paper | None
) -> LetterPaper:
    languages: tuple[Language, ...] = ("id", "en")
    wanted = [each for each in languages if form.language in {each, "both"}]
    subject = form.subject_id or form.subject_en
    own = own_body(session, visit)
    return LetterPaper(
        texts=tuple(_text(office, session, visit, form, language) for language in wanted),
        paper=paper or settings_in(session).paper,
        title=f"{_NAMES[form.kind]} {form.number}: {subject}",
        author=own.name_id if own else "",
    )


def _text(
    office: Office, session: Session, visit: Visit, form: LetterForm, language: Language
) -> LetterText:
    signer, own = signer_of(session, form.signer_id), own_body(session, visit)
    bodies = partners_of(session, visit, form.delegation_id)
    foreign = is_foreign(bodies) and form.kind not in OWN
    body = signer.body if signer else own
    to = (form.to_id if language == "id" else form.to_en).split("\n")
    return LetterText(
        language=language,
        head=letterhead(office, session, signer, own, language, foreign=foreign),
        place_and_date=_place_and_date(body, form, language),
        facts=_facts(form, language),
        salutation=SALUTATION[language],
        to=tuple(line.strip() for line in to if line.strip()),
        to_place=AT_PLACE[language].format(place=form.to_place) if form.to_place else "",
        body=form.body_id if language == "id" else form.body_en,
        signature=signature(signer, language),
        copies_label=COPIES[language],
        copies=tuple(_side(line, language) for line in form.copies),
        title=letter_text(form.kind).title.side(language),
    )


def _facts(form: LetterForm, language: Language) -> tuple[tuple[str, str], ...]:
    nature = NATURES.get(form.nature, Bilingual(form.nature, form.nature)).side(language)
    subject = form.subject_id if language == "id" else form.subject_en
    values = (form.number, nature, form.enclosed or "-", subject)
    return tuple(zip(FACTS[language], values, strict=True))


def _place_and_date(body: Institution | None, form: LetterForm, language: Language) -> str:
    place = body.city_id if body else ""
    day = long_date(form.on).side(language) if form.on else NO_DATE
    return f"{place}, {day}" if place else day


def _side(line: str, language: Language) -> str:
    """Return a copy's line in a language; the English stands after a bar."""
    first, _, second = (part.strip() for part in line.partition("|"))
    return second or first if language == "en" else first
