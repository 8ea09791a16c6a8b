"""The letters of a visit: drafted, edited, sent, answered, and those that still wait."""

from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.stages import OVER
from kunjungan.domain.visit_words import LetterKind, Tongue
from kunjungan.i18n import later
from kunjungan.services.letters.drafting import drafted
from kunjungan.services.letters.form import LetterForm, check_letter
from kunjungan.services.letters.lines import LetterLine, lines_of
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put
from kunjungan.store.tables import Letter, Visit


def list_letters(office: Office, visit_id: UUID | None = None) -> list[LetterLine]:
    """Return the letters of a visit, or of all visits, the newest first; drafts lead."""
    with office.store.read() as session:
        query = select(Letter)
        if visit_id is not None:
            query = query.where(Letter.visit_id == visit_id)
        return lines_of(session, session.exec(query).all(), office.today())


def open_letters(office: Office) -> list[LetterLine]:
    """Return the letters of all visits that are sent and still wait for something."""
    with office.store.read() as session:
        query = select(Letter).join(Visit, col(Letter.visit_id) == col(Visit.id))
        query = query.where(
            col(Letter.sent_on).is_not(None),
            col(Letter.answered_on).is_(None),
            col(Letter.answer_by).is_not(None) | col(Visit.stage).not_in(OVER),
        )
        lines = lines_of(session, session.exec(query).all(), office.today())
    return [line for line in lines if line.is_open]


def letter_form(office: Office, letter_id: UUID) -> LetterForm:
    """Return a letter as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(LetterForm, found(session, Letter, letter_id))


def new_letter(
    office: Office,
    visit_id: UUID,
    kind: LetterKind,
    delegation_id: UUID | None = None,
    language: Tongue | None = None,
    on: date | None = None,
) -> LetterForm:
    """Return a letter filled from the office's texts and the visit; nothing is written yet.

    Without ``language`` foreign guests get both languages, others Indonesian. It is dated ``on``,
    else today.
    """
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        return drafted(session, visit, kind, delegation_id, on or office.today(), language)


def add_letter(office: Office, visit_id: UUID, form: LetterForm) -> UUID:
    """Keep a new letter as a draft and return its id."""
    check_letter(form)
    with office.store.change(later("Write letter")) as session:
        found(session, Visit, visit_id)
        row = Letter(visit_id=visit_id, kind=form.kind)
        _refuse_taken(session, row.id, form)
        put(row, form)
        session.add(row)
    return row.id


def edit_letter(office: Office, letter_id: UUID, form: LetterForm) -> None:
    """Change a letter that has not been sent; what was sent stays as it went out."""
    check_letter(form)
    with office.store.change(later("Edit letter")) as session:
        row = found(session, Letter, letter_id, seen=form.version)
        _refuse_sent(row)
        _refuse_taken(session, letter_id, form)
        put(row, form)


def remove_letter(office: Office, letter_id: UUID) -> None:
    """Remove a letter; undo brings it back."""
    with office.store.change(later("Remove letter")) as session:
        session.delete(found(session, Letter, letter_id))


def mark_sent(office: Office, letter_id: UUID, on: date | None = None) -> None:
    """Record that a letter went out, on a day that may be past; else today.

    Raises:
        RuleBroken: it has no number, day, addressee or signer yet, or went out before.
    """
    day = _past_day(office, on)
    with office.store.change(later("Mark letter as sent")) as session:
        row = found(session, Letter, letter_id)
        _refuse_sent(row)
        if not (row.number.strip() and row.on and row.to_id.strip() and row.signer_id):
            raise RuleBroken(
                later(
                    "The letter cannot be sent yet: it needs a number, a date, an addressee and "
                    "a signer. Edit it first."
                )
            )
        row.sent_on = day


def mark_answered(office: Office, letter_id: UUID, on: date | None = None) -> None:
    """Record that a sent letter was answered, on a day that may be past; else today."""
    day = _past_day(office, on)
    with office.store.change(later("Mark letter as answered")) as session:
        row = found(session, Letter, letter_id)
        if row.sent_on is None:
            raise RuleBroken(later("A letter is answered only after it was sent."))
        if day < row.sent_on:
            raise RuleBroken(later("An answer does not come before its letter was sent."))
        row.answered_on = day


def _past_day(office: Office, on: date | None) -> date:
    day = on or office.today()
    if day > office.today():
        raise RuleBroken(later("That day is still to come. Enter today or an earlier day."))
    return day


def _refuse_sent(row: Letter) -> None:
    if row.sent_on is not None:
        raise RuleBroken(
            later("This letter was sent and stays as it went out. Write a new one instead.")
        )


def _refuse_taken(session: Session, letter_id: UUID, form: LetterForm) -> None:
    """Refuse a number that another letter of the same year has."""
    if not form.number.strip() or form.on is None:
        return
    query = select(Letter).where(Letter.number == form.number, Letter.id != letter_id)
    if any(row.on is None or row.on.year == form.on.year for row in session.exec(query)):
        raise Conflict(
            later("Another letter has the number {number} already. Take another number."),
            number=form.number,
        )
