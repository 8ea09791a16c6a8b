"""The fields of forms: each gives one value, says when it changes, and shows its own refusal."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from kunjungan.domain.cleaning import without_controls
from kunjungan.domain.date_words import clock
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.ui.dates import read_time


class Field(Protocol):
    """What a form needs of a field; every class here is one."""

    changed: SignalInstance

    def value(self) -> Any:  # noqa: ANN401  # each field has its own kind of value
        """Return what the field holds; RuleBroken where it cannot be read."""


class TypedLine(QLineEdit):
    """A line that someone types in; what it means is for the classes below.

    Signals:
        changed: The text changed, by typing or from outside.
    """

    changed = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.textChanged.connect(self.changed)


class LineField(TypedLine):
    """One line of text; the value has no blanks round it."""

    def value(self) -> str:
        """Return the text without blanks round it."""
        return without_controls(self.text()).strip()

    def set_value(self, value: str) -> None:
        """Show a text from its beginning."""
        self.setText(value)
        self.setCursorPosition(0)


class TextField(QPlainTextEdit):
    """Several lines of text; grows with them up to ``most`` lines.

    Signals:
        changed: The text changed.
    """

    changed = Signal()

    def __init__(self, lines: int = 3, most: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        self._fit()

    def value(self) -> str:
        """Return the text without blank lines round it."""
        return without_controls(self.toPlainText()).strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.setPlainText(value)

    def _on_text(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        document: QTextDocument = self.document()
        lines = min(max(self._lines, round(document.size().height())), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())


class NumberField(TypedLine):
    """A whole number between two bounds, or none."""

    def __init__(self, low: int = 0, high: int = 9999, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._low, self._high = low, high
        self.setFixedWidth(96)

    def value(self) -> int | None:
        """Return the number, or None for an empty field; RuleBroken where it is no such number."""
        text = self.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and self._low <= int(text) <= self._high):
            message = later("Enter a whole number from {low} to {high}.")
            raise RuleBroken(message, low=self._low, high=self._high)
        return int(text)

    def set_value(self, value: int | None) -> None:
        """Show a number, or nothing."""
        self.setText("" if value is None else str(value))


class NumbersField(TypedLine):
    """Some whole numbers between two bounds, apart by commas; perhaps none."""

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._low, self._high = low, high
        self.setFixedWidth(160)

    def value(self) -> tuple[int, ...]:
        """Return the numbers, the highest first and each once; RuleBroken for anything else."""
        parts = [part.strip() for part in re.split(r"[,;]", self.text()) if part.strip()]
        fit = (part.isascii() and part.isdigit() and len(part) <= 4 for part in parts)
        numbers = {int(part) for part in parts} if all(fit) else {-1}
        if not all(self._low <= number <= self._high for number in numbers):
            message = later("Enter whole numbers from {low} to {high}, apart by commas.")
            raise RuleBroken(message, low=self._low, high=self._high)
        return tuple(sorted(numbers, reverse=True))

    def set_value(self, value: Sequence[int]) -> None:
        """Show some numbers."""
        self.setText(", ".join(map(str, value)))


def measure_words(value: float) -> str:
    """Return millimetres as the screen's language writes them: 63.5, in Indonesian 63,5."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return written.replace(".", QLocale().decimalPoint())


class MeasureField(TypedLine):
    """A length in mm to the thousandth, or none; comma and point both do.

    A ``signed`` one may be less than nothing, such as a shift to the left.
    """

    def __init__(self, parent: QWidget | None = None, *, signed: bool = False) -> None:
        super().__init__(parent=parent)
        self._form = re.compile(rf"{'-?' if signed else ''}\d{{1,4}}(\.\d{{1,3}})?")
        self.setFixedWidth(96)

    def value(self) -> float | None:
        """Return the length, or None for an empty field; RuleBroken where it is no number."""
        text = self.text().strip().replace(",", ".")
        if not text:
            return None
        if not self._form.fullmatch(text):
            raise RuleBroken(later("Enter a length in millimetres, such as 20.5."))
        return float(text)

    def set_value(self, value: float | None) -> None:
        """Show a length, or nothing."""
        self.setText("" if value is None else measure_words(value))


class TimeField(TypedLine):
    """A time of day, or none; written 09.00 when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("09.00", parent)
        self.setFixedWidth(96)
        self.editingFinished.connect(self._tidy)

    def value(self) -> time | None:
        """Return the time, or None for an empty field; RuleBroken where the text is no time."""
        text = self.text().strip()
        return read_time(text) if text else None

    def set_value(self, value: time | None) -> None:
        """Show a time, or nothing."""
        self.setText("" if value is None else clock(value))

    def _tidy(self) -> None:
        try:
            self.set_value(self.value())
        except RuleBroken:
            return  # stays as typed; the form says what is wrong


class ChoiceField(QComboBox):
    """One of a few values, each with its word.

    Signals:
        changed: Another value was chosen, or set from outside.
    """

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.setMinimumHeight(30)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        self.currentIndexChanged.connect(self._on_index)
        self.show_choices(choices)

    def show_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the values to choose from, keeping the choice where it still is one."""
        kept = self.value()
        told = self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in choices]
        self.addItems([word for _, word in choices])
        if kept in self._values:
            self.set_value(kept)
        self.blockSignals(told)

    def value(self) -> Any:  # noqa: ANN401  # whatever was given
        """Return the chosen value, or None where there is nothing to choose."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:  # noqa: ANN401  # whatever was given
        """Choose a value; one that is not among the choices leaves the first."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def _on_index(self) -> None:
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the form: scrolling must not change a choice."""
        if event.type() == QEvent.Type.Wheel and not self.hasFocus():
            event.ignore()
            return True
        return False


class CheckField(QCheckBox):
    """Yes or no.

    Signals:
        changed: It was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.checkStateChanged.connect(self._on_state)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick or untick it."""
        self.setChecked(value)

    def _on_state(self) -> None:
        self.changed.emit()
