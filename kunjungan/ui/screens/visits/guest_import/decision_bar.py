"""What is to be decided about the row on the keyboard, with the buttons that decide it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import Decision, JudgedRow, State
from kunjungan.ui.screens.visits.guest_import.words import TONES
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.layouts import WidgetRow, column, row


class DecisionBar(QFrame):
    """Says what is odd about a row; hidden for a row that is plainly good.

    Signals:
        decided: A person decided; carries the number of the row and the decision.
        mending: The wrong cell of the row is to be put right.
    """

    decided = Signal(int, object)
    mending = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = set_role(QLabel(self), TextRole.STRONG)
        self._text = set_role(QLabel(self), TextRole.SMALL)
        self._text.setWordWrap(True)
        self._buttons = WidgetRow(parent=self)
        words = column(self._title, self._text, spacing=1)
        line = row(words, self._buttons, spacing=12, margins=(14, 8, 14, 8))
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_row(self, shown: JudgedRow | None, told: str) -> None:
        """Speak of another row; ``told`` is what there is to say of it."""
        self.setVisible(shown is not None and _asks(shown))
        if shown is None or not _asks(shown):
            return
        set_property(self, "banner", TONES[shown.state].value)
        self._title.setText(_title(shown))
        self._text.setText(told)
        self.setAccessibleName(f"{_title(shown)}. {told}")
        self._buttons.refill(self._offers(shown))

    def _offers(self, shown: JudgedRow) -> list[QWidget]:
        if shown.state is State.BAD:
            mend = button(tr("Edit the cell"), self.mending.emit, kind="primary", parent=self)
            mend.show_keys("F2")
            return [mend]
        if shown.state is State.TWIN:
            join = tr("Join") if shown.twin_of else tr("The same person")
            return [
                self._button(join, shown, Decision.JOIN, "primary"),
                self._button(tr("Two different people"), shown, Decision.APART),
                self._button(tr("Skip the row"), shown, Decision.SKIP),
            ]
        if shown.writes:
            return [self._button(tr("Skip the row"), shown, Decision.SKIP)]
        return [self._button(tr("Update"), shown, Decision.JOIN, "primary")]

    def _button(
        self, text: str, shown: JudgedRow, decision: Decision, kind: str = "plain"
    ) -> Button:
        number = shown.asked or shown.number
        run: Callable[[], None] = partial(self.decided.emit, number, decision)
        return button(text, run, kind=kind, parent=self)


def _asks(shown: JudgedRow) -> bool:
    return shown.state in (State.TWIN, State.BAD, State.UPDATE)


def _title(shown: JudgedRow) -> str:
    if shown.state is State.BAD:
        return tr("Row {row} stays out", row=shown.number)
    if shown.state is State.TWIN and shown.twin_of:
        first, second = sorted((shown.number, shown.twin_of))
        return tr("Rows {first} and {second} may be the same person", first=first, second=second)
    if shown.known:
        return tr("Row {row}: {name}", row=shown.number, name=shown.known)
    return tr("Row {row} is on the list already", row=shown.number)
