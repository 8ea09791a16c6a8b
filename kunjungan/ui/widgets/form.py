"""A form: labels over fields, each refusal under its own field."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import PersonName
from kunjungan.i18n import tr
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import Field
from kunjungan.ui.widgets.layouts import CARD_GAP, LABEL_GAP
from kunjungan.ui.widgets.name_field import PersonNameField

_ROW_GAP = 10


@dataclass(frozen=True, slots=True)
class _Row:
    field: QWidget
    notice: Notice
    needed: bool


class Form(QWidget):
    """Fields one under the other, or two side by side.

    Signals:
        changed: One of the fields changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_ROW_GAP)
        self._layout.addStretch(1)

    def add(self, label: str, field: QWidget, *, hint: str = "", needed: bool = False) -> None:
        """Add a field under its label; ``hint`` is a quiet line below it."""
        self._insert(self._labelled(label, field, hint, needed=needed))

    def add_pair(self, *fields: tuple[str, QWidget]) -> None:
        """Add labelled fields side by side."""
        pair = QHBoxLayout()
        pair.setSpacing(CARD_GAP)
        for label, field in fields:
            pair.addWidget(self._labelled(label, field, "", needed=False), 1)
        holder = QWidget(self)
        pair.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(pair)
        self._insert(holder)

    def add_section(self, title: str) -> None:
        """Add a heading over the fields that follow."""
        heading = set_role(QLabel(title, self), TextRole.CARD)
        heading.setContentsMargins(0, 8 if self._rows else 0, 0, 0)
        self._insert(heading)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, such as a notice."""
        self._insert(widget)

    def set_needed(self, field: QWidget) -> None:
        """Refuse the form while this field is empty."""
        self._rows = [
            _Row(row.field, row.notice, row.needed or row.field is field) for row in self._rows
        ]

    def focus_first(self) -> None:
        """Give the keyboard to the first field that takes it."""
        for row in self._rows:
            if row.field.isEnabled() and row.field.isVisibleTo(self):
                _line(row.field).setFocus()
                return

    def check(self) -> bool:
        """Return whether every field can be read; the first that cannot gets the keyboard."""
        refused = [row.field for row in self._rows if not _readable(row)]
        if refused:
            _line(refused[0]).setFocus()
        return not refused

    def _labelled(self, label: str, field: QWidget, hint: str, *, needed: bool) -> QWidget:
        holder = QWidget(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LABEL_GAP)
        name = set_role(QLabel(f"{label} *" if needed and label else label, holder), TextRole.SMALL)
        name.setBuddy(field)
        if label:
            layout.addWidget(name)
        layout.addWidget(field)
        if hint:
            words = set_role(QLabel(hint, holder), TextRole.NOTE)
            words.setWordWrap(True)
            layout.addWidget(words)
        notice = Notice(Tone.BAD, "", holder)
        notice.hide()
        layout.addWidget(notice)
        layout.addStretch(1)
        for part in {field, field.focusProxy() or field}:
            if not part.accessibleName():
                part.setAccessibleName(label)
        cast("Field", field).changed.connect(self._on_changed)
        self._rows.append(_Row(field, notice, needed))
        return holder

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _on_changed(self) -> None:
        sender = self.sender()
        for row in self._rows:
            if row.field is sender:
                _mark(row, "")
        self.changed.emit()


def _readable(row: _Row) -> bool:
    try:
        value = cast("Field", row.field).value()
    except RuleBroken as refusal:
        words = refusal_words(refusal)
    else:
        words = tr("Fill in this field.") if row.needed and not _filled(value) else ""
    _mark(row, words)
    return not words


def _filled(value: object) -> bool:
    """Return whether a value says something: a name by its plain part, a pair by Indonesian."""
    if isinstance(value, PersonName):
        return bool(value.plain)
    if isinstance(value, Bilingual):
        return bool(value.id)
    return value not in (None, "")


def _line(field: QWidget) -> QWidget:
    """Return the part of a field that one types in first, and that is marked when refused."""
    return field.name if isinstance(field, PersonNameField) else field.focusProxy() or field


def _mark(row: _Row, words: str) -> None:
    row.notice.show_text(words)
    row.notice.setVisible(bool(words))
    set_property(_line(row.field), "bad", "true" if words else "false")
