"""A card of facts over a table, for the right of a list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.ui.screens.institutions.picture_field import PictureView
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.data_table import DataTable, T
from kunjungan.ui.widgets.layouts import CARD_PAD, column, row

_LABELS = 128
_LEAST = 180


class FactsPanel(QFrame):
    """Picture and names above, facts that wrap where there is little room, a table below."""

    def __init__(self, picture: PictureView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._picture = picture
        self._title = set_role(QLabel(self), TextRole.CARD)
        self._second = set_role(QLabel(self), TextRole.SMALL)
        self._facts = FactsList(_LABELS, self)
        for words in (self._title, self._second):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _show_words(self, title: str, second: str, facts: Sequence[Fact]) -> None:
        self._title.setText(title)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self._facts.show_facts([fact for fact in facts if fact.value])
        self._fit()

    def _top(self, edit: CommandButton) -> QHBoxLayout:
        """Return picture and names, with the way to change them."""
        names = column(self._title, self._second, None, row(edit, None), spacing=2)
        made = row(self._picture, names, spacing=12, margins=(CARD_PAD, 0, CARD_PAD, 0))
        made.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        made.setStretch(1, 1)
        return made

    @staticmethod
    def _fitted(table: DataTable[T]) -> DataTable[T]:
        """Return a table that takes what room is left in the card."""
        table.setProperty("frame", "")
        table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        table.setMinimumHeight(_LEAST)
        return table

    def _fit(self) -> None:
        """Keep room for facts that wrap: a pane that scrolls does not ask for it by itself."""
        width = max(self.width() - 2 * CARD_PAD - 2, _LABELS)
        self._facts.setMinimumHeight(max(self._facts.heightForWidth(width), 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
