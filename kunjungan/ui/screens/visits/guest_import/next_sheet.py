"""After a sheet came in: which sheet of the workbook is read next, and whose guests it has."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.guest_import.lists import GuestSheet
from kunjungan.ui.screens.visits.guest_import.targets import BY_ROW
from kunjungan.ui.screens.visits.guest_import.words import sheet_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import framed, row


class NextSheet(QWidget):
    """The sheets that are left, each with whom it is for as its name tells; hidden without any.

    Signals:
        wanted: A sheet is to be read; carries its name and the party.
    """

    wanted = Signal(str, str)

    def __init__(self, parties: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parties: Mapping[str, str] = {}
        self.sheet, self.party = ChoiceField(), ChoiceField(parties)
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.setAccessibleName(tr("Next sheet"))
        self.party.setAccessibleName(tr("Guests of"))
        self.read = Button(tr("Read this sheet"), kind="primary")
        words = (tr("Next sheet"), tr("Guests of"))
        sheet, whose = (set_role(QLabel(each), TextRole.SMALL) for each in words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(framed(row(sheet, self.sheet, whose, self.party, self.read, None)))
        self.sheet.changed.connect(self._guess)
        self.read.clicked.connect(lambda: self.wanted.emit(self.sheet.value(), self.party.value()))

    def offer(self, sheets: Sequence[GuestSheet], parties: Mapping[str, str]) -> None:
        """Offer the sheets that are left, with the party that each is for, by its name."""
        self._parties = parties
        self.setVisible(bool(sheets))
        self.sheet.show_choices([(each.name, sheet_words(each)) for each in sheets])
        self._guess()

    @Slot()
    def _guess(self) -> None:
        self.party.set_value(self._parties.get(self.sheet.value(), BY_ROW))
