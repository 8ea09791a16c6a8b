"""Labels over fields, and labels that give way where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.layouts import LABEL_GAP, column, framed, row


def labelled(
    words: str, field: QWidget, parent: QWidget | None = None, *, wide: bool = True
) -> QWidget:
    """Return a field under its small label, which names it for screen readers, too.

    One that is not ``wide`` takes only the room that it needs.
    """
    name = set_role(QLabel(words), TextRole.SMALL)
    name.setBuddy(field)
    field.setAccessibleName(words)
    return framed(column(name, field if wide else row(field, None), spacing=LABEL_GAP), parent)


class ElidedLabel(QLabel):
    """A single line that ends in an ellipsis where it does not fit, and tells all as tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def cut(self) -> str:
        """Return as much of the words as there is room for."""
        cut = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), cut, self.width())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        cut = self.cut()
        self.setToolTip(self.text() if cut != self.text() else "")
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), cut)
