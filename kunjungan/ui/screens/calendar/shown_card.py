"""The card of what is shown: each kind with its mark, its count, and a tick."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.screens.calendar.sieve import GROUPS, Group, Sieve
from kunjungan.ui.screens.calendar.words import count_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tokens
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import framed, row

_MARK = QSize(6, 16)


class ShownCard(Card):
    """Ticks for the kinds of entries, with how many of each the view holds.

    Signals:
        toggled: A kind was shown or hidden; carries it and whether it is shown now.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Shown"), parent=parent)
        self.body.setSpacing(1)
        self.ticks: dict[Group, QCheckBox] = {}
        self._counts: dict[Group, QLabel] = {}
        for group, words in GROUPS.items():
            self._add(group, tr(words))

    def show_counts(self, sieve: Sieve, counts: Mapping[Group, int]) -> None:
        """Tick what is shown and write how many there are."""
        for group, tick in self.ticks.items():
            told = tick.blockSignals(True)
            tick.setChecked(group not in sieve.hidden)
            tick.blockSignals(told)
            count = counts.get(group, 0)
            self._counts[group].setText(str(count))
            tick.setAccessibleDescription(count_words(count))

    def _add(self, group: Group, words: str) -> None:
        tick = QCheckBox(words.replace("&", "&&"), self)
        tick.setAccessibleName(words)
        tick.setIcon(QIcon(_mark(group, current_tokens())))
        tick.setIconSize(_MARK)
        tick.toggled.connect(partial(self._on_toggled, group))
        count = set_role(QLabel("0", self), TextRole.BODY)
        self.ticks[group], self._counts[group] = tick, count
        line = row(tick, None, count, margins=(0, 0, 0, 0))
        self.add(framed(line, self))

    def _on_toggled(self, group: Group, checked: bool) -> None:
        self.toggled.emit(group.value, checked)


def _mark(group: Group, tokens: Tokens) -> QPixmap:
    """Return the bar that entries of a kind have at their left."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(_MARK * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(_colour(group, tokens))
    if group is Group.TENTATIVE:
        pen = QPen(colour, 4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.1, 0.8])
        painter.setPen(pen)
        painter.drawLine(QPointF(3, 1), QPointF(3, 15))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(1, 1, 4, 14), 1.5, 1.5)
    painter.end()
    return made


def _colour(group: Group, tokens: Tokens) -> str:
    if group in {Group.LEADER, Group.OFFICE}:
        return tokens.text2
    if group is Group.TENTATIVE:
        return tokens.stroke
    return tokens.bad if group is Group.HOLIDAYS else tokens.accent_text
