"""The numbers of the office's letters: one series a year, each made like the last of its kind."""

from datetime import date

from sqlmodel import Session, col, select

from kunjungan.domain.numbering import fill_number, moved_number, next_seq, serial_in
from kunjungan.domain.visit_words import LetterKind
from kunjungan.services.letters.texts import letter_text
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.store.tables import Letter


def next_letter_number(office: Office, kind: LetterKind, on: date) -> str:
    """Return the next number for a letter of a day, by the office's pattern (setting).

    Classification and unit are those of the last letter of its kind; the first one of a kind has
    the classification of its text. Month and year are those of ``on``.
    """
    with office.store.read() as session:
        return _next(session, kind, on)


def _next(session: Session, kind: LetterKind, on: date) -> str:
    chosen = settings_in(session)
    query = select(Letter).where(Letter.number != "").order_by(col(Letter.on))
    rows = [row for row in session.exec(query) if row.on is not None]
    pattern = chosen.number_pattern
    read = [(row, serial_in(row.number, pattern)) for row in rows]
    used = [(row.on.year, serial.number) for row, serial in read if row.on and serial]
    seq = next_seq(used, on.year)
    same = [row.number for row, serial in read if serial and row.kind is kind]
    moved = moved_number(same[-1], pattern, on, seq=seq) if same else None
    if moved is not None:
        return moved
    code = letter_text(kind).code
    return fill_number(pattern, seq=seq, on=on, code=code, unit=chosen.number_unit)
