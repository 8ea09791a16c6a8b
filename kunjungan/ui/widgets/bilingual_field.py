"""One text in the two languages of every paper, side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import LineField, TextField
from kunjungan.ui.widgets.layouts import CARD_GAP, LABEL_GAP, column


class BilingualField(QWidget):
    """Indonesian at the left, English at the right; both may be filled in any order.

    Signals:
        changed: One of the sides changed.
    """

    changed = Signal()

    def __init__(self, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.indonesian = LineField(parent=self) if lines == 1 else TextField(lines, parent=self)
        self.english = LineField(parent=self) if lines == 1 else TextField(lines, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CARD_GAP)
        for title, side in (
            (tr("In Indonesian"), self.indonesian),
            (tr("In English"), self.english),
        ):
            caption = set_role(QLabel(title, self), TextRole.NOTE)
            layout.addLayout(column(caption, side, spacing=LABEL_GAP), 1)
            side.setAccessibleName(title)
            side.changed.connect(self.changed)
        self.setFocusProxy(self.indonesian)

    def value(self) -> Bilingual:
        """Return both sides; either may be empty."""
        return Bilingual(self.indonesian.value(), self.english.value())

    def set_value(self, value: Bilingual) -> None:
        """Show both sides."""
        self.indonesian.set_value(value.id)
        self.english.set_value(value.en)
