"""The rows of a register that is brought in, each with what becomes of it and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from kunjungan.domain.register_cells import text_of
from kunjungan.domain.register_heads import RegisterField
from kunjungan.domain.register_rows import JudgedRow
from kunjungan.i18n import tr
from kunjungan.services.registry.importing import RegisterPlan, said
from kunjungan.ui.dates import brief_day
from kunjungan.ui.screens.agreements.registry.import_words import row_chip
from kunjungan.ui.screens.agreements.registry.words import kind_short
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

F = RegisterField
_TO = " \N{EN DASH} "


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A row of the file, and in which of its cells each field stands."""

    row: JudgedRow
    places: Mapping[RegisterField, int]

    def written(self, what: RegisterField) -> str:
        """Return what the row says of a field as it is written there."""
        place = self.places.get(what, len(self.row.cells))
        return text_of(self.row.cells[place]) if place < len(self.row.cells) else ""


def import_table(parent: QWidget) -> DataTable[ImportLine]:
    """Return the table, still empty."""
    columns = [
        Column[ImportLine](tr("Row"), lambda line: str(line.row.place), 58, Align.RIGHT),
        Column[ImportLine]("", lambda line: Cell("", chip=row_chip(line.row)), 118),
        Column[ImportLine](tr("Agreement"), _agreement, 280),
        Column[ImportLine](tr("Our number"), _number, 176, hide_below=1100),
        Column[ImportLine](tr("From and to"), _days, 190, hide_below=860),
        Column[ImportLine](tr("Reason"), _reason),
    ]
    return DataTable(columns, key=lambda line: line.row.place, two_lines=True, parent=parent)


def import_lines(plan: RegisterPlan, rows: Sequence[JudgedRow]) -> list[ImportLine]:
    """Return rows of a plan ready to be shown."""
    places = {what: column for column, what in plan.columns.items()}
    return [ImportLine(row, places) for row in rows]


def _agreement(line: ImportLine) -> Cell:
    partner = line.written(F.PARTNER)
    subject = line.written(F.SUBJECT)
    entry = line.row.entry
    detail = f"{kind_short(entry.kind)} · {partner}" if entry else partner
    quiet = entry is None
    return Cell(subject or "\N{EN DASH}", detail=detail, quiet=quiet, tip=f"{subject}\n{partner}")


def _number(line: ImportLine) -> Cell:
    return Cell(
        line.written(F.OWN_NUMBER),
        detail=line.written(F.PARTNER_NUMBER),
        quiet=line.row.entry is None,
    )


def _days(line: ImportLine) -> Cell:
    """Return the term as it will be taken, else the days as they are written."""
    entry = line.row.entry
    if entry is None:
        start = line.written(F.STARTS_ON) or line.written(F.SIGNED_ON)
        parts = (start, line.written(F.ENDS_ON))
        return Cell(_TO.join(part for part in parts if part), quiet=True)
    return Cell(_TO.join(map(_day, (entry.starts_on, entry.ends_on))))


def _day(on: date | None) -> str:
    return brief_day(on, year=True) if on else "\N{HORIZONTAL ELLIPSIS}"


def _reason(line: ImportLine) -> Cell:
    """Return the first reason, and the others on the second line."""
    faults = line.row.faults
    if not faults:
        return Cell("")
    tone = Tone.WARN if line.row.mended is not None else Tone.BAD
    return Cell(said(faults[:1]), detail=said(faults[1:]), tone=tone, tip=said(faults))
