"""The office's own table of holidays: edited by hand, or taken in from the yearly list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.workdays import REGISTER_WORDS, HolidayKind
from kunjungan.exchange.sheets import read_sheets
from kunjungan.i18n import later
from kunjungan.services.calendar.marks import holidays_in
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, found, put, required
from kunjungan.store.tables import Holiday

COLUMNS = ("date", "kind", "name_id", "name_en")
"""The columns of a yearly list; all but ``name_en`` must be there, in any order."""
KIND_WORDS: Mapping[str, HolidayKind] = MappingProxyType(
    {
        **REGISTER_WORDS,
        "libur_daerah": HolidayKind.LOCAL,
        "peringatan": HolidayKind.OBSERVANCE,
        **{kind.value: kind for kind in HolidayKind},
    }
)
_BY_DECREE = frozenset({HolidayKind.NATIONAL, HolidayKind.JOINT_LEAVE})
"""Kinds that the yearly list has whole; those of the office itself are added to."""


@dataclass(frozen=True, slots=True)
class HolidayForm:
    """What a person fills in for a holiday or an observance; ``version`` 0 means a new one."""

    on: date
    kind: HolidayKind
    name_id: str
    name_en: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """A holiday or observance in a list."""

    id: UUID
    on: date
    kind: HolidayKind
    name_id: str
    name_en: str


@dataclass(frozen=True, slots=True)
class HolidayImport:
    """What became of a yearly list: days that are new, corrected, gone, and as they were."""

    years: tuple[int, ...]
    added: int = 0
    corrected: int = 0
    removed: int = 0
    same: int = 0


def list_holidays(office: Office, year: int) -> list[HolidayLine]:
    """Return the days of a year in their order."""
    with office.store.read() as session:
        rows = holidays_in(session, date(year, 1, 1), date(year + 1, 1, 1))
    return [HolidayLine(row.id, row.on, row.kind, row.name_id, row.name_en) for row in rows]


def holiday_years(office: Office) -> list[int]:
    """Return the years with a day on record, and this one and the next, in their order."""
    this = office.today().year
    with office.store.read() as session:
        days = session.exec(select(Holiday)).all()
        return sorted({row.on.year for row in days} | {this, this + 1})


def holiday_form(office: Office, holiday_id: UUID) -> HolidayForm:
    """Return a day as it stands, ready to be edited."""
    with office.store.read() as session:
        return as_form(HolidayForm, found(session, Holiday, holiday_id))


def add_holiday(office: Office, form: HolidayForm) -> UUID:
    """Add a holiday or an observance and return its id."""
    with office.store.change(later("Add holiday")) as session:
        _check(session, form, None)
        row = Holiday(on=form.on, kind=form.kind, name_id="", name_en="")
        put(row, form)
        session.add(row)
    return row.id


def edit_holiday(office: Office, holiday_id: UUID, form: HolidayForm) -> None:
    """Change a day; a later release of the program leaves it as the office wants it."""
    with office.store.change(later("Edit holiday")) as session:
        row = found(session, Holiday, holiday_id, seen=form.version)
        _check(session, form, holiday_id)
        put(row, form)


def remove_holiday(office: Office, holiday_id: UUID) -> None:
    """Remove a day; undo brings it back."""
    with office.store.change(later("Remove holiday")) as session:
        session.delete(found(session, Holiday, holiday_id))


def import_holidays(office: Office, path: Path) -> HolidayImport:
    """Take in the yearly list, a CSV or Excel file, as one step or not at all.

    In the years that it names it stands for the joint decree: national holidays and joint leave
    that it lacks are removed. Local days and observances stay.

    Raises:
        RuleBroken: it is no such list, or a row of it cannot be a holiday; the row is named.
        Unavailable: the file cannot be read.
    """
    forms = list(_read(read_sheets(path)[0].rows))
    if not forms:
        raise RuleBroken(later("The list has no days. Nothing was imported."))
    with office.store.change(later("Import holidays")) as session:
        return _merge(session, forms)


def _merge(session: Session, forms: Sequence[HolidayForm]) -> HolidayImport:
    years = tuple(sorted({form.on.year for form in forms}))
    there = [row for row in session.exec(select(Holiday)) if row.on.year in years]
    known = {_key(row.on, row.name_id): row for row in there}
    counts = {"added": 0, "corrected": 0, "same": 0}
    for form in forms:
        row = known.pop(_key(form.on, form.name_id), None)
        if row is None:
            session.add(
                Holiday(on=form.on, kind=form.kind, name_id=form.name_id, name_en=form.name_en)
            )
            counts["added"] += 1
            continue
        same = (row.kind, row.name_id, row.name_en) == (form.kind, form.name_id, form.name_en)
        row.kind, row.name_id, row.name_en = form.kind, form.name_id, form.name_en
        counts["same" if same else "corrected"] += 1
    gone = [row for row in known.values() if row.kind in _BY_DECREE]
    for row in gone:
        session.delete(row)
    return HolidayImport(years, removed=len(gone), **counts)


def _read(rows: Sequence[Sequence[Cell]]) -> Iterator[HolidayForm]:
    """Yield each day of a list once."""
    heading = [_words(cell).casefold() for cell in rows[0]] if rows else []
    if not set(COLUMNS[:3]) <= set(heading):
        raise RuleBroken(
            later(
                "This is not a list of holidays: its first line must name the columns date, kind, "
                "name_id and name_en. Nothing was imported."
            )
        )
    seen: set[tuple[date, str]] = set()
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip_longest(heading, row))
        if any(_words(cells.get(name)) for name in COLUMNS):
            form = _holiday(cells, number)
            if _key(form.on, form.name_id) not in seen:
                seen.add(_key(form.on, form.name_id))
                yield form


def _holiday(cells: Mapping[str, Cell], number: int) -> HolidayForm:
    kind, name = _words(cells.get("kind")), _words(cells.get("name_id"))
    on = _day(cells.get("date"))
    if on is None or kind.casefold() not in KIND_WORDS or not name:
        raise RuleBroken(
            later(
                "Line {number} of the list is no holiday: it needs a date such as 2027-01-01, a "
                "kind ({kinds}) and a name. Nothing was imported."
            ),
            number=number,
            kinds=", ".join(list(KIND_WORDS)[:4]),
        )
    return HolidayForm(on, KIND_WORDS[kind.casefold()], name, _words(cells.get("name_en")) or name)


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    try:
        return cell if isinstance(cell, date) else date.fromisoformat(_words(cell)[:10])
    except ValueError:
        return None


def _check(session: Session, form: HolidayForm, own: UUID | None) -> None:
    required(form.name_id, later("A holiday needs a name."))
    rows = session.exec(select(Holiday).where(col(Holiday.on) == form.on))
    if any(
        row.id != own and _key(row.on, row.name_id) == _key(form.on, form.name_id) for row in rows
    ):
        raise RuleBroken(later("That day has this name already."))


def _key(on: date, name: str) -> tuple[date, str]:
    return on, " ".join(name.split()).casefold()


def _words(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
