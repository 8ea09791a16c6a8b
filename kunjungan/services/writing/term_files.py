"""The term base as a file: a CSV or Excel list that people check, correct and hand on."""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.register_cells import Cell
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheets import read_sheets
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import as_form, put
from kunjungan.services.writing.term_form import TermForm, checked, key_of
from kunjungan.services.writing.terms import list_terms
from kunjungan.store.tables import Term

COLUMNS = ("id", "en", "domain", "note", "source", "approved_by", "approved_on")
"""The columns of a term list; ``id`` and ``en`` must be there, in any order."""
_BESIDE = ("domain", "note", "source")
"""What a list may leave out; terms then keep what they have."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class TermImport:
    """What became of a list: terms that are new, corrected, and as they were."""

    added: int = 0
    corrected: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    """A line of a list: the term, the columns that it has, and who approved it when."""

    form: TermForm
    given: Collection[str]
    by: str
    on: date | None


def export_terms(office: Office) -> str:
    """Return the active terms as CSV with a heading; the same terms give the same text.

    What a spreadsheet would take for a formula stands behind an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for line in list_terms(office):
        if line.active:
            own = (line.words_id, line.words_en, line.domain, line.note, line.source)
            day = line.approved_on.isoformat() if line.approved_on else ""
            writer.writerow([_harmless(cell) for cell in (*own, line.approved_by, day)])
    return out.getvalue()


def write_terms(office: Office, path: Path) -> Path:
    """Write the active terms as a CSV file that Excel opens, whole or not at all.

    Raises:
        Unavailable: the folder cannot be written or the disk is full.
    """
    return write_whole(path, export_terms(office).encode("utf-8-sig"))


def import_terms(office: Office, path: Path, *, dry_run: bool = False) -> TermImport:
    """Add the terms of a CSV or Excel list and correct those known by their Indonesian words.

    All of it is one step, or nothing; ``dry_run`` only tells what it would do. A term whose words
    change is to be approved again, unless the list names who approved it and when.

    Raises:
        RuleBroken: it is no such list, or a row of it cannot be a term; the row is named.
        Unavailable: the file cannot be read.
    """
    rows = list(_read(read_sheets(path)[0].rows, office.today()))
    if dry_run:
        with office.store.read() as session, session.no_autoflush:
            counts = _merge(session, rows)
            session.expunge_all()
            return counts
    with office.store.change(later("Import terms")) as session:
        return _merge(session, rows)


def _merge(session: Session, rows: Sequence[_Read]) -> TermImport:
    known = {key_of(row.words_id): row for row in session.exec(select(Term))}
    added = corrected = 0
    for read in rows:
        row = known.get(key_of(read.form.words_id))
        if row is None:
            row = known[key_of(read.form.words_id)] = Term(words_id=read.form.words_id)
            session.add(row)
            _write(row, read)
            added += 1
        else:
            corrected += _write(row, read)
    return TermImport(added, corrected, len(rows) - added - corrected)


def _write(row: Term, read: _Read) -> bool:
    """Write what a list says into a term; say whether that changed it."""
    before = row.model_dump(exclude={"id", "version"})
    if (row.words_id, row.words_en) != (read.form.words_id, read.form.words_en):
        row.approved_by, row.approved_on = "", None
    own = as_form(TermForm, row)
    kept = {name: getattr(own, name) for name in _BESIDE if name not in read.given}
    put(row, replace(read.form, **kept))
    if read.on is not None:
        row.approved_by, row.approved_on = read.by, read.on
    return row.model_dump(exclude={"id", "version"}) != before


def _read(rows: Sequence[Sequence[Cell]], today: date) -> Iterator[_Read]:
    heading = [_words(cell).casefold() for cell in rows[0]]
    if not {"id", "en"} <= set(heading):
        raise RuleBroken(
            later(
                "This is not a term list: its first line must name the columns id and en. "
                "Nothing was imported. Export the term base to see what a list looks like."
            )
        )
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: cell for name, cell in zip_longest(heading, row) if name in COLUMNS}
        if any(_words(cell) for cell in cells.values()):
            yield _term(cells, number, today)


def _term(cells: Mapping[str, Cell], number: int, today: date) -> _Read:
    said = {name: _words(cells.get(name)) for name in COLUMNS}
    own = TermForm(said["id"], said["en"], said["domain"], said["note"], said["source"])
    try:
        form, day = checked(own), _day(cells.get("approved_on"), today)
    except RuleBroken as refusal:
        message = later("Line {number} of the list: {why} Nothing was imported.")
        raise RuleBroken(message, number=number, why=refusal) from refusal
    return _Read(form, cells.keys(), said["approved_by"], day if said["approved_by"] else None)


def _day(cell: Cell, today: date) -> date | None:
    """Return a day of approval that was, None where there is none."""
    text = _words(cell)
    try:
        day = date.fromisoformat(text.partition(" ")[0]) if text else None
    except ValueError:
        raise RuleBroken(later("“{text}” is no day; write it as 2026-08-26."), text=text) from None
    if day is not None and day > today:
        raise RuleBroken(later("The day of approval has not come yet."))
    return day


def _words(cell: Cell) -> str:
    text = "" if cell is None else str(cell).strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
