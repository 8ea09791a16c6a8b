"""The cards under the inspector: what is taken by others, and what the checks say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kunjungan.domain.rundown_checks import Check
from kunjungan.i18n import tr
from kunjungan.services.rundown.findings import RundownFinding, RundownState
from kunjungan.services.rundown.lines import Rundown
from kunjungan.ui.dates import hours_words, told_words
from kunjungan.ui.labels import label
from kunjungan.ui.screens.visits.rundown.words import (
    mend_words,
    session_title,
)
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.icons import pixmap
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role, set_tone
from kunjungan.ui.theme.tokens import Tone, ink
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.layouts import CARD_GAP, column, emptied, framed, row

_ICON = 16
_VERB = 222
"""How wide a verb may be, in logical pixels."""
_ICONS = {Tone.BAD: "error_circle", Tone.WARN: "warning", Tone.OK: "checkmark_circle"}


class FindingsSide(QWidget):
    """A card for each room that others have, and one for all checks.

    Signals:
        shown: A finding was pressed; carries it.
        mended: The button of a finding was pressed; carries it.
    """

    shown = Signal(object)
    mended = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(CARD_GAP)

    def show_state(self, plan: Rundown, state: RundownState) -> None:
        """Show the findings of a rundown."""
        emptied(self._cards)
        rooms = [each for each in state.findings if each.check is Check.ROOM]
        for finding in rooms:
            self._cards.addWidget(self._room(plan, finding))
        if state.findings or state.passed:
            self._cards.addWidget(self._checks(plan, state))

    def _room(self, plan: Rundown, finding: RundownFinding) -> Card:
        values = finding.values
        hours = hours_words(values["start"], values["end"])  # type: ignore[arg-type]
        title = tr("{room} is taken {hours}", room=values["room"], hours=hours)
        session = session_title(plan, plan.session(finding.session_id))
        words = tr(
            "{count} items of {session} clash with {other}.",
            count=values["count"],
            session=session,
            other=values["other"],
        )
        card = Card(parent=self)
        card.setProperty("tone", "warn")
        head = row(_icon(Tone.WARN, self), set_tone(_words(title, TextRole.CARD), Tone.WARN))
        head.setStretch(1, 1)
        card.setAccessibleName(title)
        card.add(framed(column(head, _words(words, TextRole.SMALL), spacing=6)))
        if verb := mend_words(finding, plan):
            act = button(_fitted(verb), lambda: self.mended.emit(finding), parent=card)
            act.setAccessibleName(verb)
            act.setToolTip(verb)
        else:
            act = button(tr("Show"), lambda: self.shown.emit(finding), parent=card)
        card.add(framed(row(act, None)))
        return card

    def _checks(self, plan: Rundown, state: RundownState) -> Card:
        card = Card(tr("Checks"), parent=self)
        for finding in _others(state.findings):
            card.add(self._finding(plan, finding))
        for check in state.passed:
            card.add(_line(Tone.OK, label(check), [], self))
        return card

    def _finding(self, plan: Rundown, finding: RundownFinding) -> QWidget:
        tone = Tone.BAD if finding.severity == "bad" else Tone.WARN
        words, acts = told_words(finding.text, finding.values), list[QWidget]()
        if finding.items:
            show = button(tr("Show"), lambda: self.shown.emit(finding), kind="link", parent=self)
            acts.append(_described(show, words))
        if verb := mend_words(finding, plan):
            mend = button(
                _fitted(verb), lambda: self.mended.emit(finding), kind="link", parent=self
            )
            acts.append(_described(mend, words))
        return _line(tone, words, acts, self)


def _fitted(verb: str) -> str:
    """Return a verb cut to what a button in the side has room for."""
    metrics = QFontMetricsF(font(TextRole.BODY))
    return metrics.elidedText(verb, Qt.TextElideMode.ElideRight, _VERB)


def _others(findings: Sequence[RundownFinding]) -> list[RundownFinding]:
    return [each for each in findings if each.check is not Check.ROOM]


def _described(made: QWidget, words: str) -> QWidget:
    made.setAccessibleDescription(words)
    return made


def _line(tone: Tone, words: str, acts: Sequence[QWidget], parent: QWidget) -> QWidget:
    said = _words(words, TextRole.BODY)
    body = column(said, row(*acts, None, spacing=12), spacing=1) if acts else column(said)
    made = row(column(_icon(tone, parent), None), body)
    made.setStretch(1, 1)
    return framed(made, parent)


def _words(text: str, role: TextRole) -> QLabel:
    made = set_role(QLabel(text), role)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def _icon(tone: Tone, parent: QWidget) -> QLabel:
    made = QLabel(parent)
    colour = ink(current_tokens(), tone).text
    made.setPixmap(pixmap(_ICONS[tone], _ICON, colour, parent.devicePixelRatioF()))
    made.setFixedSize(_ICON, _ICON + 2)
    return made
