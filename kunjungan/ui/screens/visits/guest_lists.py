"""Whole lists of guests: in from Excel, the clipboard or an earlier visit, out to the kitchen."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.i18n import tr
from kunjungan.services.guests.catering import catering_name, catering_text, write_catering
from kunjungan.services.guests.copying import Earlier, copy_earlier
from kunjungan.services.guests.own_party import add_heads
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import export_sheet
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.guest_import.words import rows_words
from kunjungan.ui.screens.visits.words import guests_words


class GuestLists:
    """Brings lists in and takes them out, and says so."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def bring_in(self, seen: VisitOverview, party: str, source: Path | str | None = None) -> None:
        """Open the import on a file or on pasted text, or let one choose."""
        dialog = ImportGuestsDialog(self._context, seen, party, self._parent)
        dialog.start(source)
        dialog.exec()
        brought = dialog.brought
        dialog.deleteLater()
        if brought is not None:
            rows = rows_words(len(brought.added) + len(brought.updated))
            self._context.toast(tr("{rows} brought in", rows=rows), undo=True)

    def paste(self, seen: VisitOverview, party: str) -> None:
        """Open the import on what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.bring_in(seen, party, text)
        else:
            self._context.toast(tr("The clipboard holds no list. Copy it first."))

    def copy_earlier(self, visit_id: UUID, earlier: Earlier) -> None:
        """List the guests of an earlier visit again."""
        with refusals_shown(self._parent):
            count = copy_earlier(self._context.office, visit_id, earlier.visit_id)
            said = tr("{guests} listed again, to be invited", guests=guests_words(count))
            self._context.toast(said, undo=True)

    def add_heads(self, visit_id: UUID) -> None:
        """List who receives and who leads each delegation, where they are missing."""
        with refusals_shown(self._parent):
            count = add_heads(self._context.office, visit_id)
            if count:
                self._context.toast(tr("{guests} added", guests=guests_words(count)), undo=True)
            else:
                self._context.toast(tr("The host and the heads are on the list already."))

    def write_catering(self, seen: VisitOverview) -> None:
        """Ask for a file and write the list of special menus into it."""
        office = self._context.office
        export_sheet(
            self._context,
            tr("Catering list"),
            lambda _office, language: catering_name(seen.title, language),
            partial(write_catering, office, seen.id),
            self._parent,
        )

    def copy_catering(self, visit_id: UUID) -> None:
        """Put the list of special menus on the clipboard."""
        language: Language = "en" if self._context.desk.settings.language == "en" else "id"
        words = catering_text(self._context.office, visit_id, language)
        QGuiApplication.clipboard().setText(words)
        self._context.toast(tr("Copied"))
