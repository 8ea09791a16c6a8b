"""What stands beside the list of backups: where they are, how they are kept, other copies."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.upkeep import KEPT, BackupLine, backups_folder
from kunjungan.ui.screens.backups.words import total_size, when
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card, Fact, FactsList
from kunjungan.ui.widgets.layouts import CARD_GAP, column, framed, row


class BackupsSide(QWidget):
    """Facts of the office's own backups, and the ways to keep it elsewhere too."""

    def __init__(
        self, office: Office, commands: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._facts = FactsList(84, self)
        daily, weekly, monthly = KEPT
        kept = tr(
            "A backup is made by itself each day on which the office is opened and has changed. "
            "The newest of {days} days, {weeks} weeks and {months} months are kept.",
            days=daily,
            weeks=weekly,
            months=monthly,
        )
        own = Card(tr("Kept here"), parent=self)
        own.add(self._facts)
        own.add(_words(kept, own))
        self.setLayout(
            column(own, self._elsewhere(commands), self._file(commands), None, spacing=CARD_GAP)
        )

    def show_backups(self, lines: Sequence[BackupLine]) -> None:
        """Tell of the backups there are."""
        folder = backups_folder(self._office)
        self._facts.show_facts(
            [
                Fact(tr("Latest"), when(lines[0]) if lines else ""),
                Fact(tr("Together"), total_size(lines) if lines else ""),
                Fact(tr("Folder"), folder.name, self._open_folder),
            ]
        )

    def _open_folder(self) -> None:
        folder = backups_folder(self._office)
        there = folder if folder.is_dir() else self._office.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _elsewhere(self, commands: Mapping[str, QAction]) -> Card:
        card = Card(tr("A copy on another disk"), parent=self)
        text = tr("A disk can break and a laptop can be lost. Keep a backup somewhere else too.")
        card.add(_words(text, card))
        card.add(_buttons(card, commands["backup.make_into"], commands["backup.restore_file"]))
        return card

    def _file(self, commands: Mapping[str, QAction]) -> Card:
        card = Card(tr("The office as one open file"), parent=self)
        text = tr("A JSON file that other programs can read. Importing adds and never overwrites.")
        card.add(_words(text, card))
        card.add(_buttons(card, commands["office.export"], commands["office.import"]))
        return card


def _words(text: str, parent: QWidget) -> QLabel:
    made = set_role(QLabel(text, parent), TextRole.SMALL)
    made.setWordWrap(True)
    return made


def _buttons(parent: QWidget, *actions: QAction) -> QWidget:
    return framed(row(*(CommandButton(action, parent=parent) for action in actions), None), parent)
