"""Shows what a substitution or an absence moves, and lists the cards that must be printed again."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.screens.visits.seating.moves_words import as_text
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button, CommandButton, button
from kunjungan.ui.widgets.layouts import CARD_GAP, column, dialog_foot, framed, scrolling

_WIDTH, _TALLEST, _PAD = 560, 480, 18


class MovesDialog(QDialog):
    """Who moves in each plan, which cards to print, which to take away."""

    def __init__(
        self, sections: Mapping[str, Sequence[str]], context: ScreenContext, parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self._sections, self._context = sections, context
        self.setWindowTitle(tr("What moved"))
        self.setMinimumWidth(_WIDTH)
        parts = [_section(name, lines) for name, lines in sections.items()]
        margins = (_PAD, 14, _PAD, 14)
        content = framed(column(*parts, None, spacing=CARD_GAP, margins=margins))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolling(content, self), 1)
        layout.addWidget(self._foot())
        self.resize(_WIDTH, min(content.heightForWidth(_WIDTH) + 60, _TALLEST))

    def _foot(self) -> QWidget:
        commands = self._context.commands
        shut = Button(tr("Close"), parent=self)
        shut.clicked.connect(self.reject)
        again = CommandButton(commands["seating.print_changed"], parent=self)
        seats = CommandButton(commands["seating.arrange"], kind="primary", parent=self)
        for deed in (again, seats):
            deed.show_keys("")
            deed.clicked.connect(self.accept)
        copy = button(tr("Copy list"), self._copy, icon="copy", parent=self)
        return dialog_foot(copy, None, shut, again, seats)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._sections))
        self._context.toast(tr("Copied"))


def _section(name: str, lines: Sequence[str]) -> QWidget:
    """Return a heading with its lines."""
    head = set_role(QLabel(name), TextRole.CARD)
    body = set_role(QLabel("\n".join(lines)), TextRole.BODY)
    body.setWordWrap(True)
    return framed(column(head, body, spacing=4))
