"""Asks which row of the text a reference is to lead to."""

import re
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.marking import without_marks
from kunjungan.domain.spots import spots
from kunjungan.i18n import tr
from kunjungan.services.clauses import ClauseLine
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import Item, SearchPicker

_FIELD = re.compile(r"\{[^{}]*\}")


def row_items(lines: Sequence[ClauseLine]) -> list[Item]:
    """Return the rows of a text to pick from: where each stands, and what it says."""
    at = spots([line.level for line in lines])
    return [
        Item(line.id, row_name(line, spot.words), _words(line))
        for line, spot in zip(lines, at, strict=True)
    ]


def _words(line: ClauseLine) -> str:
    """Return what a row says, three dots for each of its fields."""
    return _FIELD.sub("…", without_marks(screen_side(line.text)))


def row_name(line: ClauseLine, place: Bilingual) -> str:
    """Return what a row is called: where it stands, else what it is."""
    return screen_side(place) or label(line.level)


def ask_row(lines: Sequence[ClauseLine], here: UUID, parent: QWidget) -> UUID | None:
    """Ask for the row that a reference is to lead to; None when given up."""
    picker = SearchPicker(tr("Article, paragraph or words of the row"))
    picker.set_items([item for item in row_items(lines) if item.key != here])
    dialog = FormDialog(
        tr("Refer to a row"),
        tr("Insert reference"),
        parent,
        intro=tr("The reference follows the numbering in every language by itself."),
    )
    dialog.add(tr("Row"), picker, needed=True)
    chosen: UUID | None = picker.value() if dialog.run(lambda: None) else None
    return chosen
