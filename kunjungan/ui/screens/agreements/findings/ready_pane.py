"""What still stands before the originals, each with the button that leads to mending it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.preflight import Finding
from kunjungan.ui.screens.agreements.findings.finding_line import FindingLine, PassedLine
from kunjungan.ui.screens.agreements.findings.finding_words import (
    FoundGroup,
    advice_on,
    chips_of,
    grouped,
)
from kunjungan.ui.screens.agreements.findings.passed_checks import passed
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.layouts import column, emptied, row, rule, scrolling


class ReadyPane(QFrame):
    """Lists the findings, blocking ones first; click or Enter leads to each one's place.

    Signals:
        wanted: A finding, or several rows with the same one, is to be mended; carries the group.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "pane")
        self._buttons: list[Button] = []
        self._chips = QVBoxLayout()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._note = Notice(Tone.INFO, "", self)
        card = QFrame(self)
        card.setProperty("frame", "note")
        card.setLayout(column(self._note, margins=(12, 10, 12, 10)))
        inside = QWidget(self)
        under = column(card, margins=(12, 12, 12, 12))
        inside.setLayout(column(self._list, under, None, spacing=0))
        head = row(
            set_role(QLabel(tr("Ready to print?"), self), TextRole.CARD),
            None,
            self._chips,
            margins=(12, 7, 12, 7),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule(self))
        layout.addWidget(scrolling(inside, self), 1)

    def show_findings(self, findings: Sequence[Finding] | None, *, is_open: bool) -> None:
        """Show what was found; who stands on a line stays on the line of that place.

        With None it is being looked for.
        """
        held = self._held()
        emptied(self._chips)
        emptied(self._list)
        self._buttons = []
        if findings is None:
            self._note.show_text(tr("Looking for what stands before the originals…"))
            return
        self._chips.addLayout(row(*(Chip(chip, self) for chip in chips_of(findings)), spacing=6))
        for group in grouped(findings):
            self._add(group)
        if not findings:
            self._list.addWidget(FindingLine(Tone.OK, tr("Nothing stands in the way"), "", self))
        if is_open and (names := passed(findings)):
            if not findings:
                self._list.addWidget(rule(self))
            self._list.addWidget(PassedLine(names, self))
            self._list.addWidget(rule(self))
        self._note.show_text(advice_on(findings, is_open=is_open))
        if held >= 0 and self._buttons:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus()

    def first_button(self) -> Button | None:
        """Return the button of the first finding."""
        return self._buttons[0] if self._buttons else None

    def _held(self) -> int:
        """Return the place of the line that has the keyboard, or -1."""
        focus = self.focusWidget()
        held = focus is not None and focus.hasFocus() and focus in self._buttons
        return self._buttons.index(focus) if held else -1  # type: ignore[arg-type]  # in the list

    def _add(self, group: FoundGroup) -> None:
        words = group.words()
        tone = Tone.BAD if group.first.blocking else Tone.WARN
        line = FindingLine(tone, words.title, words.fix, self)
        description = f"{words.title}. {words.fix}"
        self._buttons.append(line.offer(words.verb, lambda: self.wanted.emit(group), description))
        self._list.addWidget(line)
        self._list.addWidget(rule(self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button of the line one is on by Enter; the arrows go over the lines."""
        place = self._held()
        if place >= 0 and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._buttons[place].click()
        else:
            super().keyPressEvent(event)
