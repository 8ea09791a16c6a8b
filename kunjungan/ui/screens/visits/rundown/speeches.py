"""The speeches of a rundown on a card: who speaks for how long, and how far the text is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.visits.rundown.words import minutes_words, text_chip
from kunjungan.ui.screens.visits.words import joined, person_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.layouts import column, emptied, framed, row


class SpeechesCard(Card):
    """Every speech and report, and what else has a text that is followed; hidden without any.

    Signals:
        opened: A speech was pressed; carries its item's id.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Speeches and their texts"), parent=parent)
        body = QWidget(self)
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.add(body)

    def show_plan(self, plan: Rundown) -> None:
        """Show the speeches of a rundown, in its order."""
        emptied(self._rows)
        lines = plan.speeches
        for line in lines:
            self._rows.addWidget(self._speech(line))
        self.setVisible(bool(lines))

    def _speech(self, line: ItemLine) -> QWidget:
        title = screen_side(line.title)
        show = button(tr("Show"), lambda: self.opened.emit(line.id), kind="link", parent=self)
        show.setAccessibleDescription(title)
        chip = text_chip(line)
        foot = row(*([Chip(chip)] if chip else []), show, None)
        words = _words(title, TextRole.BODY), _words(_about(line), TextRole.SMALL)
        return framed(column(*words, foot, spacing=2))


def _words(text: str, role: TextRole) -> QLabel:
    made = set_role(QLabel(text), role)
    made.setWordWrap(True)
    return made


def _about(line: ItemLine) -> str:
    """Return for how long it is, who speaks, and who is in charge."""
    speaker = line.speaker
    who = person_words(speaker.name.full, speaker.post) if speaker else tr("Nobody named")
    return joined(minutes_words(line.minutes), who, line.in_charge)
