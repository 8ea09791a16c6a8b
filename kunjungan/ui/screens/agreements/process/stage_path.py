"""All stages as one path: a line each, joined by a line, one of them open."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.ui.screens.agreements.process.stage_detail import StageDetail, StageVerbs
from kunjungan.ui.screens.agreements.process.stage_head import AXIS, HEIGHT, MARK, StageHead
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.layouts import CARD_PAD, column, emptied, framed, rule


class StagePath(QWidget):
    """The lines of all stages, joined by a line; those that lie aside stand last, unjoined.

    Signals:
        wanted: A stage is to be opened or closed; carries its code.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads: dict[str, StageHead] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 4, 0, 6)
        self._layout.setSpacing(0)

    def show_lines(self, lines: Sequence[StageLine], opened: str, verbs: StageVerbs) -> None:
        """Replace the lines; the keyboard stays on the stage it was on."""
        held = next((code for code, head in self._heads.items() if head.hasFocus()), "")
        emptied(self._layout)
        self._heads = {}
        for place, line in enumerate(lines):
            if line.aside and (place == 0 or not lines[place - 1].aside):
                self._put(_only_if_needed(self))
            head = StageHead(line, self)
            head.setChecked(line.code == opened)
            head.clicked.connect(partial(self._on_clicked, line.code))
            self._heads[line.code] = head
            self._put(head)
            if line.code == opened:
                self._put(StageDetail(line, verbs, self))
        if self._heads:
            self.setFocusProxy(self._heads.get(opened) or next(iter(self._heads.values())))
        self.focus_on(held)

    def _put(self, widget: QWidget) -> None:
        """Add a widget that is there at once, so that it can take the keyboard."""
        self._layout.addWidget(widget)
        widget.show()

    def focus_on(self, code: str) -> None:
        """Put the keyboard on a stage."""
        if code in self._heads:
            self._heads[code].setFocus()

    def _on_clicked(self, code: str, _checked: bool = False) -> None:
        self.wanted.emit(code)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous stage."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        codes = list(self._heads)
        held = next((place for place, code in enumerate(codes) if self._heads[code].hasFocus()), -1)
        if step and held >= 0:
            self.focus_on(codes[max(0, min(held + step, len(codes) - 1))])
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that joins the marks of the stages on the path."""
        heads = [head for head in self._heads.values() if not head.line.aside]
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_tokens().border), 2))
        gap = MARK / 2 + 3
        for upper, lower in pairwise(heads):
            top, bottom = upper.y() + HEIGHT / 2 + gap, lower.y() + HEIGHT / 2 - gap
            painter.drawLine(QPointF(AXIS, top), QPointF(AXIS, bottom))


def _only_if_needed(parent: QWidget) -> QWidget:
    """Return what stands over the stages that lie aside."""
    label = set_role(QLabel(tr("Only if it comes to that"), parent), TextRole.NOTE)
    label.setContentsMargins(CARD_PAD, 0, CARD_PAD, 0)
    return framed(column(rule(parent), label, spacing=8, margins=(0, 6, 0, 2)), parent)
