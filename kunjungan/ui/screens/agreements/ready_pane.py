"""What still stands before the originals, each with the button that leads to mending it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.readiness import About, Finding
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.finding_line import finding_line
from kunjungan.ui.screens.agreements.finding_words import advice_on, chips_of
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.layouts import column, row, rule, scrolling

_VERBS: Mapping[About, str] = {
    "text": later("Go on"),
    "letters": later("Go on"),
    "facts": later("Enter"),
    "party": later("Choose"),
    "number": later("Enter"),
    "institution": later("Open"),
}


class ReadyPane(QFrame):
    """Lists the findings, blocking ones first; a button leads to each one's place.

    Signals:
        wanted: A finding is to be mended; carries it.
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
        self._note.setContentsMargins(12, 10, 12, 12)
        inside = QWidget(self)
        inside.setLayout(column(self._list, self._note, None, spacing=0))
        self._head = row(
            set_role(QLabel(tr("Ready to print?"), self), TextRole.CARD),
            None,
            self._chips,
            margins=(12, 7, 12, 7),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(rule(self))
        layout.addWidget(scrolling(inside, self), 1)

    def show_findings(self, findings: Sequence[Finding], *, is_open: bool) -> None:
        """Show what was found; in a locked text only what one should know."""
        _empty(self._chips)
        _empty(self._list)
        self._buttons = []
        self._chips.addLayout(row(*(Chip(chip, self) for chip in chips_of(findings)), spacing=6))
        for finding in findings:
            self._add(finding)
        if not findings:
            self._list.addWidget(finding_line(Tone.OK, tr("Nothing stands in the way"), "", self))
        self._note.show_text(advice_on(findings, is_open=is_open))

    def first_button(self) -> Button | None:
        """Return the button of the first finding."""
        return self._buttons[0] if self._buttons else None

    def _add(self, finding: Finding) -> None:
        words = refusal_words(RuleBroken(finding.message, **finding.values))
        title, dot, detail = words.partition(". ")
        tone = Tone.BAD if finding.blocking else Tone.WARN
        fix = button(tr(_VERBS[finding.about]), lambda: self.wanted.emit(finding), parent=self)
        fix.setAccessibleDescription(words)
        self._buttons.append(fix)
        title = title + "." if dot and not detail else title.rstrip(".")
        self._list.addWidget(finding_line(tone, title, detail, self, fix))
        self._list.addWidget(rule(self))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            _empty(inner)  # type: ignore[arg-type]  # any layout has takeAt
