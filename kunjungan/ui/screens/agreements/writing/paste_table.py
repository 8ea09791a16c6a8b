"""The table of what is pasted: each pair with its number, and what is done with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from kunjungan.domain.marking import without_marks
from kunjungan.i18n import later, tr
from kunjungan.services.clauses import Column as Side
from kunjungan.services.writing.paste import PlannedRow
from kunjungan.ui.labels import label, language_word, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column

_CHIPS: Mapping[str, tuple[str, Tone]] = MappingProxyType(
    {
        "add": (later("New row"), Tone.OK),
        "fill": (later("Fills the gap"), Tone.INFO),
        "replace": (later("Replaces"), Tone.WARN),
        "same": (later("Already there"), Tone.NEUTRAL),
        "skip": (later("Left out"), Tone.NEUTRAL),
        "missing": (later("No partner"), Tone.WARN),
    }
)
NOTHING = frozenset({"same", "skip", "missing"})
"""What changes no row."""


@dataclass(frozen=True, slots=True)
class PastedLine:
    """A planned row and its place in the plan."""

    place: int
    row: PlannedRow


def paste_table(third: str, parent: QWidget) -> DataTable[PastedLine]:
    """Return the table, still empty, perhaps with a column of a ``third`` language."""
    columns = [
        Column[PastedLine](tr("Number"), _number, 128),
        Column[PastedLine](tr("Kind of row"), _kind, 112, hide_below=760),
        Column[PastedLine](tr("Indonesian"), lambda line: _words(line.row, "id")),
        Column[PastedLine](tr("English text"), lambda line: _words(line.row, "en")),
        Column[PastedLine](tr("What is done"), _done, 132),
    ]
    if third:
        columns.insert(4, Column(language_word(third), lambda line: Cell(line.row.text_third)))
    return DataTable(columns, key=lambda line: line.place, parent=parent)


def _number(line: PastedLine) -> Cell:
    return Cell(
        screen_side(line.row.marker) or "\N{EN DASH}",
        checked=line.row.action != "skip",
        quiet=line.row.action in NOTHING,
    )


def _kind(line: PastedLine) -> Cell:
    return Cell(label(line.row.level), quiet=True)


def _words(row: PlannedRow, side: Side) -> Cell:
    words = without_marks(row.text_en if side == "en" else row.text_id)
    if not words:
        return Cell(tr("No partner"), tone=Tone.WARN, italic=True)
    return Cell(words, quiet=row.action in NOTHING, tip=words)


def _done(line: PastedLine) -> Cell:
    words, tone = _CHIPS[line.row.action]
    return Cell("", chip=ChipText(tr(words), tone))
