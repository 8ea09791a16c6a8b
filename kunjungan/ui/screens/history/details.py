"""What one change did, record by record, in words."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kunjungan.i18n import later, tr
from kunjungan.services.change_details import FieldStep, RecordStep
from kunjungan.services.history import ChangeLine
from kunjungan.ui.dates import long_day
from kunjungan.ui.screens.history.field_words import field_words
from kunjungan.ui.screens.history.value_words import (
    NOTHING,
    record_words,
    setting_value_words,
    value_words,
)
from kunjungan.ui.screens.history.words import change_words, local_day, state_chip
from kunjungan.ui.table_words import table_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.chips import Chip, ChipText
from kunjungan.ui.widgets.layouts import CARD_PAD, column, framed, row, rule, scrolling

MOST_SHOWN = 40
_LABEL = 124
_WHAT = {
    "added": (later("Added"), Tone.OK),
    "changed": (later("Changed"), Tone.INFO),
    "removed": (later("Removed"), Tone.WARN),
}


class ChangeDetails(QFrame):
    """A change's name, moment and author, then each record with its old and new values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self._title = set_role(QLabel(self), TextRole.CARD)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._chip = Chip(ChipText(""), self)
        self._facts = FactsList(80, self)
        self._pane = scrolling(QWidget(self), self)
        self._pane.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        head = column(
            row(self._title, self._chip),
            self._facts,
            margins=(CARD_PAD, 12, CARD_PAD, 12),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(framed(head, self))
        layout.addWidget(rule(self))
        layout.addWidget(self._pane, 1)

    def show_change(self, line: ChangeLine, steps: Sequence[RecordStep], next_undo: str) -> None:
        """Show a change; the first records only where there are very many."""
        self._title.setText(change_words(line))
        chip = state_chip(line, next_undo)
        self._chip.setVisible(chip is not None)
        if chip is not None:
            self._chip.show_chip(chip)
        at = line.at.astimezone()
        facts = [
            Fact(tr("When"), f"{long_day(local_day(line))}, {at.hour:02}.{at.minute:02}"),
            Fact(tr("Who"), line.who),
        ]
        if line.reason:
            facts.append(Fact(tr("Reason"), line.reason))
        self._facts.show_facts(facts)
        self._pane.setWidget(_records(steps[:MOST_SHOWN], line.rows))
        self._pane.verticalScrollBar().setValue(0)


def _records(steps: Sequence[RecordStep], rows: int) -> QWidget:
    made = QWidget()
    made.setProperty("clear", "true")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(CARD_PAD, 4, CARD_PAD, CARD_PAD)
    layout.setSpacing(0)
    for place, step in enumerate(steps):
        if place:
            layout.addWidget(rule(made))
        layout.addWidget(_record(step, made))
    if rows > len(steps):
        more = tr("and {count} more", count=rows - len(steps))
        layout.addWidget(rule(made))
        layout.addSpacing(8)
        layout.addWidget(set_role(QLabel(more, made), TextRole.SMALL))
    layout.addStretch(1)
    return made


def _record(step: RecordStep, parent: QWidget) -> QWidget:
    kind = set_role(QLabel(table_words(step.table), parent), TextRole.SMALL)
    name = _label(record_words(step.table, step.name), TextRole.STRONG, parent)
    words, tone = _WHAT[step.what]
    head = row(kind, None, Chip(ChipText(tr(words), tone), parent))
    made = column(head, spacing=2, margins=(0, 10, 0, 10))
    if step.name:
        made.addWidget(name)
    else:
        name.hide()
    made.addLayout(_fields(step, parent))
    if not step.fields:
        gone = tr("What was written here was removed for privacy.")
        made.addWidget(set_role(QLabel(gone, parent), TextRole.SMALL))
    return framed(made, parent)


def _fields(step: RecordStep, parent: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, _LABEL)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    told = [field for field in step.fields if (step.table, field.field) != ("setting", "key")]
    for line, field in enumerate(told):
        name = set_role(QLabel(field_words(step.table, field.field), parent), TextRole.SMALL)
        name.setWordWrap(True)
        name.setFixedWidth(_LABEL)
        grid.addWidget(name, line, 0, top)
        grid.addWidget(_values(step, field, parent), line, 1, top)
    return grid


def _values(step: RecordStep, field: FieldStep, parent: QWidget) -> QWidget:
    """Return the new value, under the old one struck out where there was another."""
    old, new = (_words(step, field, value) for value in (field.old, field.new))
    labels = []
    if step.what != "added" and old != NOTHING:
        before = _label(f"<s>{escape(old)}</s>", TextRole.SMALL, parent)
        before.setTextFormat(Qt.TextFormat.RichText)
        before.setAccessibleName(tr("before: {value}", value=old))
        labels.append(before)
    if step.what != "removed":
        labels.append(_label(new, TextRole.BODY, parent))
    return framed(column(*labels, spacing=0), parent)


def _label(words: str, role: TextRole, parent: QWidget) -> QLabel:
    made = set_role(QLabel(words, parent), role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _words(step: RecordStep, field: FieldStep, value: object) -> str:
    if step.table == "setting" and field.field == "value":
        return setting_value_words(step.name, value)
    return value_words(field.field, value)
