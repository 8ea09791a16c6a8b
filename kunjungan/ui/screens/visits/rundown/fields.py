"""Fields for an item's time that fit three in a row."""

import re

from PySide6.QtWidgets import QWidget

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.rundown import LONGEST
from kunjungan.i18n import later
from kunjungan.ui.screens.visits.rundown.words import minutes_words
from kunjungan.ui.widgets.fields import TimeField, TypedLine

_NARROWEST, _WIDEST = 58, 120
_MINUTES = re.compile(r"(\d{1,3})\s*[^\W\d]*\.?")
_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})")


class MinutesField(TypedLine):
    """How long something takes; written "15 min" when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("15", parent)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.editingFinished.connect(self._tidy)

    def value(self) -> int | None:
        """Return the minutes, or None for an empty field; RuleBroken for what is no length."""
        text = self.text().strip()
        if not text:
            return None
        if found := _HOURS.fullmatch(text):
            minutes = 60 * int(found[1]) + int(found[2])
        elif found := _MINUTES.fullmatch(text):
            minutes = int(found[1])
        else:
            minutes = 0
        if not 1 <= minutes <= LONGEST:
            raise RuleBroken(later("“{text}” is not a duration. Write minutes: 15."), text=text)
        return minutes

    def set_value(self, value: int | None) -> None:
        """Show a length, or nothing."""
        self.setText("" if value is None else minutes_words(value))

    def _tidy(self) -> None:
        try:
            self.set_value(self.value())
        except RuleBroken:
            return  # stays as typed; the form says what is wrong


class HourField(TimeField):
    """A clock time that gives way in a narrow row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
