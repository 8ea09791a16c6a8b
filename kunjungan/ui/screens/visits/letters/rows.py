"""The rows of the letters' table: those that came, under them those that go out."""

from collections.abc import Callable
from datetime import date

from kunjungan.domain.visit_letters import LetterState
from kunjungan.i18n import tr
from kunjungan.services.letters.lines import LetterLine, RequestLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.letters.words import TONGUES, letter_chip, request_chip
from kunjungan.ui.screens.visits.words import brief_body, joined
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

LetterRow = RequestLine | LetterLine


def letter_columns(today: Callable[[], date]) -> list[Column[LetterRow]]:
    """Return the columns: what it is, its number, from or to whom, how it stands."""
    return [
        Column(tr("Letter"), _what),
        Column(tr("Number"), _number, 210, hide_below=560),
        Column(tr("From or to"), _who, 220, hide_below=880),
        Column(tr("Status"), lambda row: _state(row, today()), 236),
    ]


def group_of(row: LetterRow) -> Group:
    """Return the line over the letters that came, or over those that go out."""
    incoming = isinstance(row, RequestLine)
    return Group(tr("Letters of request") if incoming else tr("Letters of the office"))


def as_text(row: LetterRow) -> str:
    """Return a row as one line of plain text."""
    cells = (_what(row), _number(row), _who(row))
    return "\t".join(cell.words for cell in cells)


def _what(row: LetterRow) -> Cell:
    if isinstance(row, RequestLine):
        heads = tr("{count} persons announced", count=row.announced) if row.announced else ""
        agenda = tr("agenda {number}", number=row.agenda_number) if row.agenda_number else ""
        return Cell(tr("Letter of request"), joined(heads, agenda), bold=True)
    tongue = "" if row.language == "id" else tr(TONGUES[row.language])
    detail = joined(screen_side(row.subject), tongue)
    return Cell(label(row.kind), detail, bold=True, tip=detail)


def _number(row: LetterRow) -> Cell:
    day = short_day(row.on, year=True) if row.on else ""
    return Cell(row.number or tr("No number yet"), day, quiet=not row.number)


def _who(row: LetterRow) -> Cell:
    if isinstance(row, RequestLine):
        return Cell(brief_body(screen_side(row.body)))
    first, *more = screen_side(row.to).split("\n")
    body = brief_body(screen_side(row.body))
    others = tr("and {count} more", count=len(more)) if more else body
    return Cell(first, others, tip=screen_side(row.to))


def _state(row: LetterRow, today: date) -> Cell:
    if isinstance(row, RequestLine):
        kind = label(row.answer) if row.answer else ""
        return Cell("", chip=request_chip(row, today), tip=kind)
    return Cell("", chip=letter_chip(row), tip=_why(row))


def _why(row: LetterLine) -> str:
    if row.state is not LetterState.RESEND:
        return ""
    return tr("The visit has another day than this letter says.")
