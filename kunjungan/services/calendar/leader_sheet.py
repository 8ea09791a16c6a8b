"""A leader's day and week on one page, as PDF."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kunjungan.documents.office.leader_agenda import (
    INTERNAL,
    PUBLIC,
    WEEK,
    AgendaDay,
    LeaderSheet,
)
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import long_date
from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.files import write_whole
from kunjungan.services.agreement_fields import own_name
from kunjungan.services.calendar.leader_agenda import AgendaChoice, agenda, agenda_title
from kunjungan.services.office import Office

_WORKING = 5
_EVERYBODY = AgendaChoice()
_NAMES = {True: "Agenda pekan", False: "Agenda hari"}


def day_pdf(
    office: Office, on: date, choice: AgendaChoice = _EVERYBODY, paper: Paper = Paper.A4
) -> bytes:
    """Return a day on one page, upright, in type as large as all of it allows."""
    from kunjungan.documents.office.leader_sheet import day_sheet  # noqa: PLC0415 - slow to load

    days = agenda(office, on, on + timedelta(days=1), choice)
    return day_sheet(_sheet(office, PartialDate.of(on).words, days, choice, paper))


def week_pdf(
    office: Office,
    on: date,
    choice: AgendaChoice = _EVERYBODY,
    paper: Paper = Paper.A4,
    *,
    upright: bool = False,
) -> bytes:
    """Return the week of a day, Monday first, on one page that lies on its side.

    Saturday and Sunday have columns only where something is on them or on the day after;
    ``upright`` turns the page for a printer.
    """
    from kunjungan.documents.office.leader_sheet import week_sheet  # noqa: PLC0415 - slow to load

    first = monday_of(on)
    brief = replace(choice, brief=True)
    days = list(agenda(office, first, first + timedelta(days=7), brief))
    while len(days) > _WORKING and not days[-1].lines:
        days.pop()
    words = WEEK.filled(first=long_date(first), last=long_date(days[-1].on))
    return week_sheet(_sheet(office, words, tuple(days), choice, paper), upright=upright)


def sheet_name(on: date, *, week: bool) -> str:
    """Return a name for the file of a day or of the week of a day."""
    first = monday_of(on) if week else on
    return safe_file_name(f"{_NAMES[week]} {first.isoformat()}", ".pdf")


def write_sheet(path: Path, pdf: bytes, on: date, *, week: bool) -> Path:
    """Write a day or a week and return its file; a folder gets a file named by the day.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    if path.suffix.lower() != ".pdf":
        path /= sheet_name(on, week=week)
    return write_whole(path, pdf)


def monday_of(on: date) -> date:
    """Return the first day of a day's week."""
    return on - timedelta(days=on.weekday())


def _sheet(
    office: Office,
    when: Bilingual,
    days: tuple[AgendaDay, ...],
    choice: AgendaChoice,
    paper: Paper,
) -> LeaderSheet:
    with office.store.read() as session:
        own = own_name(session)
    language = choice.language
    whose = own.side(language), (PUBLIC if choice.public else INTERNAL).side(language)
    return LeaderSheet(
        title=agenda_title(office, choice),
        subtitle=when.side(language),
        days=days,
        language=language,
        paper=paper,
        foot=" · ".join(filter(None, whose)),
        author=own.id,
    )
