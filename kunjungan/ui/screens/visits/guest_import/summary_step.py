"""The third step of an import: what came in, what stayed out, and how to keep the rest."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import Brought, Judged, JudgedRow
from kunjungan.services.guest_import.rejects import reason
from kunjungan.ui.screens.visits.guest_import.next_sheet import NextSheet
from kunjungan.ui.screens.visits.guest_import.words import rows_words
from kunjungan.ui.screens.visits.words import guests_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

_PAD, _LABELS = 18, 150


class SummaryStep(QWidget):
    """Counts of what was written, and the rows that were not with the reason of each."""

    def __init__(self, parties: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next = NextSheet(parties, self)
        self._mark = QLabel(self)
        self._title = set_role(QLabel(self), TextRole.SUBTITLE)
        self._facts = FactsList(_LABELS, self)
        self.undo = Button(tr("Undo the import"), icon="arrow_undo", parent=self)
        self.save = Button(tr("Save the skipped rows…"), icon="save", parent=self)
        columns = [
            Column[JudgedRow](tr("Row"), lambda one: str(one.number), 60, Align.RIGHT),
            Column[JudgedRow](tr("Reason"), lambda one: reason(one) or tr("Skipped")),
            Column[JudgedRow](tr("In the list"), _cells),
        ]
        self.rest = DataTable(columns, key=lambda one: one.number, parent=self)
        self._lay_out()

    def show_result(self, judged: Judged, brought: Brought) -> None:
        """Show what was written of a list."""
        colour = current_tokens().ok
        self._mark.setPixmap(pixmap("checkmark_circle", 24, colour, self.devicePixelRatioF()))
        total = len(brought.added) + len(brought.updated)
        self._title.setText(tr("{rows} brought in", rows=rows_words(total)))
        self._facts.show_facts(
            [
                Fact(tr("Added"), guests_words(len(brought.added))),
                Fact(tr("Updated"), guests_words(len(brought.updated))),
                Fact(tr("Stayed out"), rows_words(len(judged.left))),
            ]
        )
        self.rest.show_rows(judged.left)
        self.rest.setVisible(bool(judged.left))
        self.save.setVisible(bool(judged.left))

    def say_saved(self, name: str) -> None:
        """Say where the skipped rows are."""
        self.rest.set_footer(tr("Saved: {name}", name=name))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, 16, _PAD, 14)
        layout.setSpacing(10)
        layout.addWidget(framed(row(self._mark, self._title, None)))
        layout.addWidget(self._facts)
        layout.addWidget(self.rest, 1)
        layout.addStretch(0)
        layout.addWidget(self.next)
        layout.addWidget(framed(row(self.undo, self.save, None)))


def _cells(one: JudgedRow) -> Cell:
    words = " · ".join(str(cell) for cell in one.cells if cell is not None)
    return Cell(words, quiet=True, tip=words)
