"""A field for a file of this computer."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.files import in_documents
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.fields import LineField


class FileField(QWidget):
    """A file's path, typed, pasted or picked.

    Signals:
        changed: The text changed.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.line = LineField()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(button(tr("Choose…"), self._choose, icon="folder_open", parent=self))
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)

    def value(self) -> Path | None:
        """Return the file, or None for an empty field."""
        text = self.line.value().strip('"')
        return Path(text) if text else None

    def set_value(self, value: Path | None) -> None:
        """Show a file."""
        self.line.set_value("" if value is None else str(value))

    def _choose(self) -> None:
        scans = tr("Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
        kinds = ";;".join((scans, tr("All files (*)")))
        chosen, _ = QFileDialog.getOpenFileName(self, self._title, in_documents(), kinds)
        if chosen:
            self.set_value(Path(chosen))
