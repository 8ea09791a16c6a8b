"""Cards, and lists of facts in them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.layouts import CARD_PAD, emptied, framed, row, rule

_HEAD = 42


class Card(QFrame):
    """A frame with a heading, something at the heading's right, and a body."""

    def __init__(
        self, title: str = "", aside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._heading = set_role(QLabel(title, self), TextRole.CARD)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(CARD_PAD, 0 if title else CARD_PAD, CARD_PAD, CARD_PAD)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        if title:
            layout.addWidget(self._head(aside))
        else:
            self._heading.hide()
        layout.addLayout(self.body)

    def set_title(self, title: str) -> None:
        """Write another heading."""
        self._heading.setText(title)

    def add(self, widget: QWidget) -> None:
        """Add something to the body, inside the card's padding."""
        self.body.addWidget(widget)

    def fill(self, widget: QWidget) -> None:
        """Give the whole body to one widget, edge to edge under a hairline."""
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(rule(self))
        self.body.addWidget(widget, 1)

    def _head(self, aside: QWidget | None) -> QWidget:
        head = QWidget(self)
        head.setFixedHeight(_HEAD)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(CARD_PAD, 0, CARD_PAD, 0)
        layout.addWidget(self._heading, 1)
        if aside is not None:
            layout.addWidget(aside)
        return head


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; with ``open`` the value is a link."""

    label: str
    value: str
    open: Callable[[], object] | None = None


class FactsList(QWidget):
    """Labels at the left, values at the right, a dash for what is not known."""

    def __init__(self, label_width: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the facts."""
        emptied(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for line, fact in enumerate(facts):
            name = set_role(QLabel(fact.label, self), TextRole.SMALL)
            name.setWordWrap(True)
            name.setFixedWidth(self._label_width)
            self._grid.addWidget(name, line, 0, top)
            self._grid.addWidget(self._value(fact), line, 1, top)

    def _value(self, fact: Fact) -> QWidget:
        if fact.open is not None:
            link = button(fact.value, fact.open, kind="link", parent=self)
            link.setFixedHeight(18)
            return framed(row(link, None), self)
        value = set_role(QLabel(fact.value or "—", self), TextRole.BODY)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return value
