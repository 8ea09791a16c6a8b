"""One setting: what it is, what it rests on, and the field that changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row, rule, scrolling

FIELD_WIDTH = 320
_WIDEST = 900


class SettingRow(QWidget):
    """Name and hint at the left, the field at the right; a refusal stands under the field."""

    def __init__(
        self, title: str, hint: str, field: QWidget, basis: ChipText | None = None
    ) -> None:
        super().__init__()
        name = set_role(QLabel(title, self), TextRole.STRONG)
        name.setBuddy(field)
        words = set_role(QLabel(hint, self), TextRole.SMALL)
        words.setWordWrap(True)
        words.setVisible(bool(hint))
        self._refusal = Notice(Tone.BAD, "", self)
        self._refusal.hide()
        head = row(name, Chip(basis, self) if basis else None, None)
        holder = framed(column(field, self._refusal, spacing=4), self)
        holder.setFixedWidth(FIELD_WIDTH)
        layout = row(column(head, words, None, spacing=2), spacing=24)
        layout.setContentsMargins(CARD_PAD, 10, CARD_PAD, 10)
        layout.setStretch(0, 1)
        layout.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        if not field.accessibleName():
            field.setAccessibleName(title)
        field.setAccessibleDescription(hint)

    def refuse(self, words: str) -> None:
        """Say under the field why what it holds cannot be; nothing takes that away."""
        self._refusal.show_text(words)
        self._refusal.setVisible(bool(words))


def settings_card(title: str, *rows: QWidget) -> Card:
    """Return a card of settings with hairlines between them."""
    card = Card(title)
    card.body.setContentsMargins(0, 0, 0, 4)
    card.body.setSpacing(0)
    for each in rows:
        card.add(rule(card))
        card.add(each)
    return card


def settings_page(*cards: QWidget) -> QWidget:
    """Return cards one under the other, no wider than reads well, scrolling where too high."""
    inside = QVBoxLayout()
    inside.setContentsMargins(0, 0, 6, 0)
    inside.setSpacing(12)
    for card in cards:
        inside.addWidget(card)
    inside.addStretch(1)
    sheet = framed(inside)
    sheet.setMaximumWidth(_WIDEST)
    across = row(sheet, None)
    across.setStretch(0, 1)
    across.setStretch(1, 0)
    return scrolling(framed(across))
