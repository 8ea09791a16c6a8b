"""Saves the rows that stayed out as a workbook: where each stood, why, and all its cells."""

from pathlib import Path

from kunjungan.domain.guest_heads import FIELD_HEADS, field_word
from kunjungan.domain.register_cells import Cell, text_of
from kunjungan.exchange.files import write_whole
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import Judged, JudgedRow
from kunjungan.services.guest_import.matching import Fields


def rejects_file(path: Path, judged: Judged) -> Path:
    """Write the rows that stay out; a name without the suffix of a workbook gets it.

    Put right and read again, the file brings them in: its heads are those of the list.

    Raises:
        Unavailable: it cannot be written; an older file of that name is untouched.
    """
    suffixed = path if path.suffix.casefold() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    return write_whole(suffixed, rejected(judged))


def rejected(judged: Judged) -> bytes:
    """Return the rows that stay out as a workbook."""
    left = judged.left
    width = max([len(judged.titles), *(len(row.cells) for row in left)], default=0)
    titles = [_title(judged, place) for place in range(width)]
    rows = tuple((row.number, reason(row), *_filled(row, width)) for row in left)
    return xlsx_of([SheetOut(tr("Not taken"), (tr("Row"), tr("Reason"), *titles), rows)])


def reason(row: JudgedRow) -> str:
    """Return why a row is as it is, in the language of the screen; empty where it says nothing."""
    if not row.reason:
        return ""
    return tr(row.reason, **{name: _words(value) for name, value in row.values.items()})


def _words(value: object) -> object:
    if isinstance(value, Fields):
        return ", ".join(field_word(what).casefold() for what in value)
    return value


def _title(judged: Judged, place: int) -> str:
    """Return the head of a column; one without a head is called by its field."""
    if place < len(judged.titles) and judged.titles[place] is not None:
        return text_of(judged.titles[place])
    column = judged.columns.get(place)
    return FIELD_HEADS[column.field].id if column else ""


def _filled(row: JudgedRow, width: int) -> tuple[Cell, ...]:
    return (*row.cells, *[None] * (width - len(row.cells)))
