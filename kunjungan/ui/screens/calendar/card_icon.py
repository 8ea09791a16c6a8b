"""An icon before the heading of a card that asks for attention."""

from PySide6.QtWidgets import QBoxLayout, QLabel

from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.cards import Card

_SIZE = 16


def lead_with(card: Card, icon: str, tone: Tone) -> None:
    """Draw an icon before a card's heading, in the colour of what it says."""
    heading = card.findChild(QLabel)
    head = heading.parentWidget() if heading is not None else None
    layout = head.layout() if head is not None else None
    if isinstance(layout, QBoxLayout):
        label = QLabel(card)
        colour = ink(current_tokens(), tone).text
        label.setPixmap(pixmap(icon, _SIZE, colour, card.devicePixelRatioF()))
        layout.insertWidget(0, label)
