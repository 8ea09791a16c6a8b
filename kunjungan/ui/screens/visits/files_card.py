"""The card of what is attached to a visit: letters of request, photos, and what is missing."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.reception.found_again import find_again
from kunjungan.services.visiting.visit_files import VisitFile, visit_files
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents, open_attachment
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.side_cards import CardRows
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import framed, row


class FilesCard(Card):
    """Each file opens; one whose content is gone says so and can be found again.

    It is seen only where there are files.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("Files"), parent=parent)
        self._context = context
        self._seen: VisitOverview | None = None
        self._rows = CardRows(self)
        self.fill(self._rows)

    def show_visit(self, seen: VisitOverview) -> None:
        """Show the files of a visit, the latest first."""
        self._seen = seen
        files = visit_files(self._context.office, seen.id) if seen.files else []
        self._rows.show_rows(map(self._row, files))
        self.setVisible(bool(files))

    def _row(self, file: VisitFile) -> QWidget:
        if file.state == "there":
            link = button(
                file.name, partial(open_attachment, self._context, file.id, self), kind="link"
            )
            return framed(row(link, None))
        words = tr("File not found") if file.state == "missing" else tr("Damaged")
        find = button(tr("Find…"), partial(self._find, file), kind="link")
        find.setAccessibleName(tr("Find {name}", name=file.name))
        name = button(file.name, partial(self._find, file), kind="link")
        return framed(row(name, None, Chip(ChipText(words, Tone.BAD)), find))

    def _find(self, file: VisitFile) -> None:
        title = tr("Find {name}", name=file.name)
        chosen, _ = QFileDialog.getOpenFileName(self, title, in_documents(file.name))
        if chosen and self._seen is not None:
            with refusals_shown(self):
                find_again(self._context.office, file.id, Path(chosen))
                self._context.toast(tr("Found again: {name}", name=file.name))
            self.show_visit(self._seen)
