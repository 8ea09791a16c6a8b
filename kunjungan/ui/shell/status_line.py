"""The line under everything: saved, which office, last backup, no network needed."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kunjungan.domain.date_words import clock
from kunjungan.i18n import tr
from kunjungan.ui.context import Address
from kunjungan.ui.dates import moment_words
from kunjungan.ui.shell.parts import OfficeStatus
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import icon
from kunjungan.ui.theme.roles import set_property, set_role

HEIGHT = 24
_NOTE_MS = 8_000


class StatusLine(QFrame):
    """Says how the office stands; a click on a part opens what it speaks of."""

    def __init__(self, go: Callable[[Address], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "sunken")
        self.setFixedHeight(HEIGHT)
        self._saved = self._part(lambda: go(Address("history")))
        self._file = self._part(lambda: go(Address("settings")))
        self._backup = self._part(lambda: go(Address("backups")))
        self._note = set_role(QLabel(self), TextRole.NOTE)
        offline = self._part(lambda: go(Address("settings")))
        offline.setText(tr("Offline"))
        offline.setIcon(icon("wifi_off", 16, "text3"))
        offline.setToolTip(tr("Kunjungan works without a network; nothing leaves this computer."))
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(_NOTE_MS)
        self._clear.timeout.connect(self._note.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.setSpacing(14)
        for widget in (self._saved, self._file, self._note):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._backup)
        layout.addWidget(offline)

    def show_status(self, status: OfficeStatus) -> None:
        """Say how the office stands now."""
        if status.read_only:
            self._saved.setText(tr("Read-only"))
            self._saved.setIcon(icon("lock_closed", 16, "bad"))
            self._saved.setToolTip(tr(status.read_only))
        else:
            saved = status.saved_at
            words = tr("Saved {time}", time=clock(saved.time())) if saved else tr("Saved")
            self._saved.setText(words)
            self._saved.setIcon(icon("checkmark_circle", 16, "text3"))
        set_property(self._saved, "bad", "true" if status.read_only else "false")
        self._file.setText(status.file)
        self._file.setIcon(icon("database", 16, "text3"))
        backup = status.last_backup
        last = tr("Last backup: {moment}", moment=moment_words(backup)) if backup else ""
        self._backup.setText(last or tr("No backup yet"))
        self._backup.setIcon(icon("shield_checkmark", 16, "text3" if backup else "warn"))

    def note(self, text: str) -> None:
        """Say something in passing."""
        self._note.setText(text)
        self._clear.start()

    def _part(self, run: Callable[[], None]) -> QPushButton:
        made = QPushButton(self)
        made.setProperty("part", "status")
        made.setFont(font(TextRole.NOTE))
        made.setIconSize(QSize(14, 14))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(run)
        return made
