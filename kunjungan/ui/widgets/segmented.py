"""One choice of a few, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from kunjungan.ui.theme.fonts import TextRole, font

_PAD = 12


@dataclass(frozen=True, slots=True)
class Option:
    """A value, its word, and how many things it stands for."""

    key: str
    text: str
    count: int | None = None


class Segmented(QWidget):
    """Segments of which one is chosen; arrow keys move between them.

    Signals:
        chosen: Another segment was chosen by the person; carries its key.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[Option], parent: QWidget | None = None, *, height: int = 30
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.show_options(options)

    def show_options(self, options: Sequence[Option]) -> None:
        """Replace the segments, keeping the choice where it still is one."""
        kept = self.value()
        keys = [option.key for option in options]
        if keys != self._keys:
            self._rebuild(keys)
        for place, option in enumerate(options):
            self._write(place, option)
        self.set_value(kept if kept in keys else keys[0] if keys else "")

    def value(self) -> str:
        """Return the key of the chosen segment."""
        place = self._group.checkedId()
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    def set_value(self, key: str) -> None:
        """Choose a segment without telling anyone."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def _rebuild(self, keys: list[str]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._layout.removeWidget(old)
            old.deleteLater()
        self._keys = keys
        for place in range(len(keys)):
            segment = QToolButton(self)
            segment.setCheckable(True)
            segment.setProperty("part", "segment")
            segment.setProperty("edge", _edge(place, len(keys)))
            segment.setFixedHeight(self._height)
            segment.toggled.connect(partial(_embolden, segment))
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(segment, place)
            self._layout.addWidget(segment)

    def _write(self, place: int, option: Option) -> None:
        segment = self._group.button(place)
        words = option.text if option.count is None else f"{option.text} {option.count}"
        segment.setText(words)
        # Room for the bold words, so that choosing does not push the others about.
        bold = QFontMetricsF(font(TextRole.STRONG)).horizontalAdvance(words)
        segment.setFixedWidth(round(bold) + 2 * _PAD)
        _embolden(segment, segment.isChecked())

    @Slot(QAbstractButton)
    def _on_clicked(self, _segment: QAbstractButton) -> None:
        self.chosen.emit(self.value())


def _embolden(segment: QAbstractButton, checked: bool) -> None:
    segment.setFont(font(TextRole.STRONG if checked else TextRole.BODY))


def _edge(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(place, "middle")
