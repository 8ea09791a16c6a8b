"""The pictures of the letterhead: the state emblem for heads of region, the coat of arms."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.letters.emblems import (
    has_coat_of_arms,
    has_state_emblem,
    set_coat_of_arms,
    set_state_emblem,
)
from kunjungan.services.office_settings import office_settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import PICTURES
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed, row

_WIDTH, _PAD = 520, 18


class EmblemsDialog(QDialog):
    """Says which pictures the office has, and takes another one from a file."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._own: UUID | None = office_settings(context.office).own_institution
        self.setWindowTitle(tr("Letterhead"))
        self.setMinimumWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._show()

    def take_state_emblem(self) -> None:
        """Take the state emblem from a picture file."""
        office = self._context.office
        self._take(lambda path: set_state_emblem(office, path))

    def take_coat_of_arms(self) -> None:
        """Take the own coat of arms from a picture file."""
        office, own = self._context.office, self._own
        if own is not None:
            self._take(lambda path: set_coat_of_arms(office, own, path))

    def _show(self) -> None:
        office = self._context.office
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        parts = [
            _card(
                tr("State emblem"),
                tr("Over letters that the head of the region signs."),
                self.take_state_emblem,
                there=has_state_emblem(office),
            )
        ]
        if self._own is not None:
            parts.append(
                _card(
                    tr("Coat of arms"),
                    tr("Over letters of the secretariat and the agencies; none go abroad."),
                    self.take_coat_of_arms,
                    there=has_coat_of_arms(office, self._own),
                )
            )
        self._layout.addWidget(framed(column(*parts, margins=(_PAD, 14, _PAD, 14))))
        self._layout.addWidget(dialog_foot(None, close))

    def _take(self, keep: Callable[[Path], None]) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a picture"), "", tr("Pictures ({kinds})", kinds=PICTURES)
        )
        if not chosen:
            return
        with refusals_shown(self):
            keep(Path(chosen))
            self._context.toast(tr("Letterhead changed"), undo=True)
            self.accept()


def _card(title: str, text: str, take: Callable[[], None], *, there: bool) -> QWidget:
    made = Card(title)
    state = tr("A picture is there.") if there else tr("No picture yet; the letterhead has none.")
    words = set_role(QLabel(f"{text} {state}"), TextRole.SMALL)
    words.setWordWrap(True)
    made.add(words)
    made.body.addLayout(row(button(tr("Choose a picture…"), take), None))
    return made
