"""Under the plan: whose colour is whose, whether all sit in order, and the plan's keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.precedence.order import RankedGuest
from kunjungan.services.seating import PlanView
from kunjungan.ui.screens.visits.seating import pens
from kunjungan.ui.screens.visits.seating.looks import Look, looks_of
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.footer import hints_row
from kunjungan.ui.widgets.layouts import WidgetRow, row

_BOX, _GAP, _NEXT = 12, 6, 14
_HINTS_FROM = 720


class BodyKeys(QWidget):
    """The bodies that come, each with the colour of its seats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: list[Look] = []
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(60)

    def show_guests(self, guests: Sequence[RankedGuest]) -> None:
        """Show the bodies of these guests."""
        self._looks = list(looks_of((line.guest for line in guests), current_tokens()).values())
        words = ", ".join(look.body for look in self._looks)
        self.setAccessibleName(tr("Delegations: {bodies}", bodies=words))
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(TextRole.SMALL))
        widths = (metrics.horizontalAdvance(look.body) for look in self._looks)
        return QSize(round(sum(w + _BOX + _GAP + _NEXT for w in widths)) + 2, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, tokens = font(TextRole.SMALL), current_tokens()
        for look in self._looks:
            box = QRectF(x, self.height() / 2 - _BOX / 2, _BOX, _BOX)
            pens.box(painter, box, look.fill, look.edge)
            x += _BOX + _GAP
            wide = QFontMetricsF(small).horizontalAdvance(look.body) + 1
            room = QRectF(x, 0, min(wide, self.width() - x), self.height())
            pens.write(painter, room, look.body, (small, tokens.text), pens.LEFT)
            x += wide + _NEXT


class Legend(QWidget):
    """The line under a plan.

    Signals:
        asked: A command was asked for; carries its name.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(36)
        self._bodies = BodyKeys(self)
        self._verdict = WidgetRow(parent=self)
        self._hints = hints_row(
            ((tr("Space"), tr("lift")), ("↑↓←→", tr("carry")), ("Enter", tr("put down"))), self
        )
        self.setLayout(row(self._bodies, self._verdict, None, self._hints, margins=(12, 0, 12, 0)))

    def show_plan(self, view: PlanView, everyone: Sequence[RankedGuest]) -> None:
        """Show the colours of a plan and whether it keeps to the order."""
        self._bodies.show_guests(everyone)
        self._verdict.refill([self._said(view)])

    def _said(self, view: PlanView) -> QWidget:
        open_ones = [each for each in view.deviations if not each.reason]
        if open_ones:
            words = tr("{count} not in order", count=len(open_ones))
            made = button(
                words, lambda: self.asked.emit("seating.next"), icon="warning", parent=self
            )
            made.setFixedHeight(26)
            return made
        excused = len(view.deviations)
        words = tr("In order, {count} with a reason", count=excused) if excused else tr("In order")
        return Chip(ChipText(words, Tone.OK, "checkmark_circle"), self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= _HINTS_FROM)
