"""The heads over the columns of a comparison: whose text stands below, in which language."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from kunjungan.ui.screens.agreements.drafts.pair_delegate import GAP, PAD, edges
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens

_HEIGHT = 28


class ColumnHeads(QWidget):
    """A strip of heads that follows the columns of a list below it."""

    def __init__(self, over: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = over
        self._sides: tuple[str, str] = ("", "")
        self._languages: Sequence[str] = ()
        self.setFixedHeight(_HEIGHT)

    def show_heads(self, left: str, right: str, languages: Sequence[str]) -> None:
        """Name both sides and the languages shown."""
        self._sides, self._languages = (left, right), languages
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = current_tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.sunken))
        face = font(TextRole.LABEL)
        painter.setFont(face)
        painter.setPen(QColor(tokens.text2))
        places = edges(self._over.viewport().width(), max(1, len(self._languages)))
        apart = (len(places) - 1) // 2
        for number, left in enumerate(places[:-1]):
            side, language = divmod(number, apart)
            names = [self._sides[side], self._languages[language] if apart > 1 else ""]
            width = places[number + 1] - left - GAP
            words = " · ".join(filter(None, names))
            cut = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, width)
            room = QRectF(left, 0, width + PAD, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
