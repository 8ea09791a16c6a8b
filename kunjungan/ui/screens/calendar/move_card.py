"""The card of what is under way: from where to where, and what the move would do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.check_lines import CheckLine
from kunjungan.i18n import tr
from kunjungan.ui.dates import told_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.calendar.card_icon import lead_with
from kunjungan.ui.screens.calendar.drag import Drag, Grip
from kunjungan.ui.screens.calendar.words import slot_hours, slot_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import KeyHint
from kunjungan.ui.widgets.layouts import emptied, framed, row

_ARROW = "\N{RIGHTWARDS ARROW}"


class MoveCard(Card):
    """Says where something would go and what stands in the way, while it is carried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Moving a visit"), parent=parent)
        set_property(self, "tone", "info")
        lead_with(self, "calendar", Tone.PLAIN)
        self._name = set_role(QLabel(self), TextRole.STRONG)
        self._way = set_role(QLabel(self), TextRole.SMALL)
        self._there = set_role(QLabel(self), TextRole.LABEL)
        for words in (self._name, self._way, self._there):
            words.setWordWrap(True)
            self.add(words)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self.body.addLayout(self._lines)
        enter, esc = KeyHint("Enter", self), KeyHint("Esc", self)
        drop, leave = (set_role(QLabel(words, self), TextRole.SMALL)
                       for words in (tr("drop"), tr("cancel")))  # fmt: skip
        hints = framed(row(enter, drop, esc, leave, None, spacing=6), self)
        self.add(hints)
        self.body.setSpacing(4)
        self.said: tuple[str, ...] = ()
        self.hide()

    @property
    def high(self) -> int:
        """How many pixels its words need in the width that it has."""
        for layout in (self._lines, self.body, self.layout()):
            if layout is not None:
                layout.invalidate()  # or it answers for the words that it had before
        return self.heightForWidth(self.width())

    def show_drag(self, drag: Drag, lines: Sequence[CheckLine]) -> None:
        """Say where it is now, and what was found there."""
        self.set_title(_heading(drag))
        one = drag.occasion
        self._name.setText(screen_side(one.title) if one is not None else tr("New entry"))
        hours = drag.grip is not Grip.WHOLE or one is None
        there = slot_hours(drag.slot) if hours else slot_words(drag.slot)
        here = slot_hours(drag.origin) if hours else slot_words(drag.origin)
        self._way.setText(f"{here} {_ARROW}" if one is not None else "")
        self._way.setVisible(one is not None)
        self._there.setText(there)
        self._show_lines(lines)
        self.show()
        spoken = ". ".join((there, *self.said))
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show_lines(self, lines: Sequence[CheckLine]) -> None:
        said = tuple(told_words(line.text, line.values) for line in lines)
        if said == self.said and self._lines.count() == len(said):
            return
        self.said = said
        emptied(self._lines)
        for line, words in zip(lines, said, strict=True):
            notice = Notice(Tone(line.tone), words, self)
            self._lines.addWidget(notice, 0, Qt.AlignmentFlag.AlignTop)
            notice.show()  # so that the card's height counts it at once


def _heading(drag: Drag) -> str:
    if drag.occasion is None:
        return tr("New entry")
    if drag.grip is not Grip.WHOLE:
        return tr("Changing the hours") if drag.slot.starts_at else tr("Changing the days")
    visit = drag.occasion.visit_id is not None
    return tr("Moving a visit") if visit else tr("Moving an entry")
