"""What needs attention with the program itself: backups, and a year without holidays."""

from collections.abc import Iterator
from datetime import date

from kunjungan.domain.attention import Attention, AttentionKind, Said
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.i18n import later
from kunjungan.services.calendar.marks import missing_years
from kunjungan.services.office import Office
from kunjungan.services.process.deadlines import calendar_in
from kunjungan.services.upkeep import list_backups

_WORKING_DAYS = 2
"""After so many working days without a backup somebody is told (office practice)."""
_NEXT_YEAR_FROM = 11
"""From this month on the holidays of the year to come are asked for."""


def old_backup(office: Office) -> Iterator[Attention]:
    """Yield a line when the newest backup is older than two working days, or there is none."""
    newest = next((line for line in list_backups(office) if line.damage is None), None)
    if newest is None:
        yield _backup(Said(later("There is no backup yet")), Said(""), office.today())
        return
    day = newest.at.astimezone().date()
    with office.store.read() as session:
        due_on = calendar_in(session, office.today()).add(day, _WORKING_DAYS)
    if newest.behind != 0 and due_on < office.today():
        title = Said(later("No backup since {day}"), {"day": _words(day)})
        yield _backup(title, Said(later("Last one: {name}"), {"name": newest.path.name}), due_on)


def missing_holidays(office: Office) -> Iterator[Attention]:
    """Yield a line for this year, and towards its end the next, when its holidays are unknown."""
    today = office.today()
    years = [today.year, *([today.year + 1] if today.month >= _NEXT_YEAR_FROM else [])]
    for year in missing_years(office, years):
        yield Attention(
            kind=AttentionKind.HOLIDAYS,
            what=f"holidays:{year}",
            title=Said(later("Holidays of {year} are not filled in"), {"year": year}),
            cause=Said(later("Working days are counted without them")),
            due_on=date(year, 1, 1) if year > today.year else today,
        )


def _backup(title: Said, cause: Said, due_on: date) -> Attention:
    return Attention(
        kind=AttentionKind.BACKUP,
        what="backup",
        title=title,
        cause=cause,
        due_on=due_on,
    )


def _words(day: date) -> Bilingual:
    return PartialDate.of(day).words
