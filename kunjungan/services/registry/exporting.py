"""Takes the register out: as a workbook, as CSV, and as the printed book of a year."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kunjungan.documents.office.yearbook import YearLine, yearbook_paper
from kunjungan.domain.bilingual import Bilingual, Language
from kunjungan.domain.date_words import day_month_year
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.paper import Paper
from kunjungan.domain.stages import SIGNED
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheet_writer import SheetOut, write_sheet
from kunjungan.i18n import later
from kunjungan.services.agreement_fields import own_name
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.registry.columns import COLUMNS, STATUSES, kept_words, partner_numbers
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.row import RegisterRow

_TITLE = Bilingual("Register kerja sama", "Register of agreements")


def write_register(rows: Sequence[RegisterRow], path: Path, language: Language = "id") -> Path:
    """Write register rows in their order as a workbook or CSV, by the file's suffix.

    Raises:
        RuleBroken: the file has another suffix.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    refused = later("A register is written as .xlsx or .csv, not as “{name}”. Nothing was written.")
    return write_sheet(path, register_sheet(rows, language), refused)


def register_sheet(rows: Sequence[RegisterRow], language: Language) -> SheetOut:
    """Return the register as a table: days as days, numbers of papers as text."""
    cells = tuple(tuple(column.cell(row, language) for column in COLUMNS) for row in rows)
    return SheetOut(
        _TITLE.side(language), tuple(column.head.side(language) for column in COLUMNS), cells
    )


def register_name(office: Office, language: Language) -> str:
    """Return what a file of the register is called: ``Register kerja sama 29-08-2022.xlsx``."""
    title = f"{_TITLE.side(language)} {day_month_year(office.today())}"
    return safe_file_name(title, ".xlsx")


def yearbook_rows(rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """Return the agreements that a year's register holds: those that were signed."""
    return [row for row in rows if row.stage in SIGNED]


def yearbook_name(year: int) -> str:
    """Return what the file of a year's register is called."""
    return safe_file_name(f"{_TITLE.id} {year}", ".pdf")


def yearbook_pdf(office: Office, year: int, paper: Paper | None = None) -> bytes:
    """Return the register of the agreements signed in a year as PDF, in the order of signing.

    Raises:
        RuleBroken: nothing was signed in that year.
    """
    from kunjungan.documents.office.paper import office_pdf  # noqa: PLC0415 - slow to load

    signed = [row for row in yearbook_rows(register_lines(office)) if row.year == year]
    if not signed:
        message = later("No agreement was signed in {year}, so there is no register to print.")
        raise RuleBroken(message, year=str(year))
    signed.sort(key=lambda row: (row.signed_on or office.today(), row.register_no, row.reference))
    with office.store.read() as session:
        chosen = settings_in(session)
        body = own_name(session)
    lines = [_line(row) for row in signed]
    return office_pdf(yearbook_paper(year, body, lines, office.today(), paper or chosen.paper))


def write_yearbook(office: Office, year: int, path: Path, paper: Paper | None = None) -> Path:
    """Write the register of a year and return its file; a folder gets a file named by the year.

    Raises:
        RuleBroken: nothing was signed in that year.
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    pdf = yearbook_pdf(office, year, paper)
    if path.suffix.casefold() != ".pdf":
        path /= yearbook_name(year)
    return write_whole(path, pdf)


def _line(row: RegisterRow) -> YearLine:
    return YearLine(
        register_no=row.register_no,
        kind=KINDS[row.kind].name,
        numbers="\n".join(part for part in (row.own.number, partner_numbers(row)) if part),
        partners=tuple(party.name for party in row.partners),
        subject=row.subject,
        signed_on=_day(row.signed_on),
        term=(_day(row.starts_on), _day(row.course.last_day)),
        status=STATUSES[row.status],
        kept_at=Bilingual(kept_words(row, "id"), kept_words(row, "en")),
    )


def _day(on: date | None) -> str:
    return day_month_year(on) if on else ""
