"""A field for the rules that order guests of equal rank, in the office's own order."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.precedence import TIE_RULES, Why
from kunjungan.i18n import tr
from kunjungan.ui.labels import label
from kunjungan.ui.widgets.buttons import icon_button
from kunjungan.ui.widgets.fields import CheckField
from kunjungan.ui.widgets.layouts import framed, row


class TieField(QWidget):
    """Rules with a box each and buttons that move them up and down.

    Signals:
        changed: A rule was ticked, unticked or moved.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: list[Why] = list(TIE_RULES)
        self.boxes: dict[Why, CheckField] = {}
        self._lines: dict[Why, QWidget] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        for rule in TIE_RULES:
            self._add(rule)
        self.setFocusProxy(self.boxes[TIE_RULES[0]])

    def value(self) -> tuple[str, ...]:
        """Return the ticked rules, the one that decides first at the head."""
        return tuple(rule.value for rule in self._order if self.boxes[rule].value())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show rules in their order; those not among them stand below, unticked."""
        known = [Why(name) for name in value if name in TIE_RULES]
        self._order = [*known, *(rule for rule in TIE_RULES if rule not in known)]
        for rule, box in self.boxes.items():
            box.set_value(rule in known)
        self._lay_out()

    def move_rule(self, rule: Why, step: int) -> None:
        """Move a rule up (-1) or down (1); at the end it stays."""
        at = self._order.index(rule)
        to = min(max(at + step, 0), len(self._order) - 1)
        if to != at:
            self._order.insert(to, self._order.pop(at))
            self._lay_out()
            self.changed.emit()

    def _add(self, rule: Why) -> None:
        box = CheckField(label(rule), self)
        box.changed.connect(self.changed)
        up = icon_button(
            "arrow_up", tr("{rule}: up", rule=label(rule)), partial(self.move_rule, rule, -1)
        )
        down = icon_button(
            "arrow_down", tr("{rule}: down", rule=label(rule)), partial(self.move_rule, rule, 1)
        )
        line = row(box, None, up, down, spacing=2)
        self.boxes[rule] = box
        self._lines[rule] = framed(line, self)
        self._layout.addWidget(self._lines[rule])

    def _lay_out(self) -> None:
        for at, rule in enumerate(self._order):
            self._layout.insertWidget(at, self._lines[rule])
