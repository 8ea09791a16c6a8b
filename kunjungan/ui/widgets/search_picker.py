"""A field to pick one of thousands by typing a part of it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.names import search_key
from kunjungan.i18n import later, tr
from kunjungan.ui.theme.icons import icon
from kunjungan.ui.widgets.fields import TypedLine
from kunjungan.ui.widgets.row_delegate import RowDelegate
from kunjungan.ui.widgets.rows_model import Cell, Column, RowsModel

_MOST = 60
_SHOWN = 7
_ROW = 44


@dataclass(frozen=True, slots=True)
class Item:
    """Something to pick: its key, its name, and a quiet second line."""

    key: Hashable
    title: str
    detail: str = ""


class SearchPicker(TypedLine):
    """Narrows the items while one types, accents and order of words aside.

    Signals:
        picked: An item was picked; carries its key.
        wanted_new: The person asks to add what was typed; carries the text.
    """

    picked = Signal(object)
    wanted_new = Signal(str)

    def __init__(
        self, hint: str = "", *, new_text: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a picker; with ``new_text`` such as "Add “{text}”" the list ends in that offer."""
        super().__init__(hint, parent)
        self._new_text = new_text
        self._items: Sequence[Item] = ()
        self._search: list[str] = []
        self._chosen: Item | None = None
        self._model = RowsModel[Item]([Column("", _cell)], self)
        self._popup = QListView(self)
        self.addAction(icon("search", role="text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._set_up()

    def set_items(self, items: Sequence[Item]) -> None:
        """Replace what can be picked."""
        self._items = items
        self._search = []

    def value(self) -> Any:  # noqa: ANN401  # whatever the keys are
        """Return the key of the picked item, or None for an empty field.

        Raises:
            RuleBroken: something was typed, but nothing picked.
        """
        if self._chosen is not None and self.text() == self._chosen.title:
            return self._chosen.key
        if self.text().strip():
            raise RuleBroken(later("Pick one from the list, or clear the field."))
        return None

    def set_value(self, key: Hashable | None) -> None:
        """Pick the item with this key; None empties the field."""
        self._show(next((item for item in self._items if item.key == key), None))
        self.setCursorPosition(0)

    def matches(self, text: str) -> list[Item]:
        """Return the first items that hold every word of ``text``, those first that hold it whole.

        Or "Kabupaten Ogan Ilir" would find Kabupaten Ogan Komering Ilir before itself.
        """
        if not self._search:
            self._search = [search_key(f"{item.title} {item.detail}") for item in self._items]
        words = search_key(text).split()
        whole = " ".join(words)
        found: list[Item] = []
        scattered: list[Item] = []
        for item, key in zip(self._items, self._search, strict=True):
            if whole in key:
                found.append(item)
            elif all(word in key for word in words):
                scattered.append(item)
            if len(found) == _MOST:
                break
        return [*found, *scattered][:_MOST]

    def _set_up(self) -> None:
        popup = self._popup
        popup.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setProperty("part", "popup")
        popup.setMouseTracking(True)
        popup.setModel(self._model)
        delegate = RowDelegate(popup)
        delegate.fixed_height = _ROW
        popup.setItemDelegate(delegate)
        popup.entered.connect(popup.setCurrentIndex)
        popup.clicked.connect(self._on_picked)
        self.textEdited.connect(self._offer)

    @Slot(str)
    def _offer(self, text: str) -> None:
        found = self.matches(text)
        if self._new_text and text.strip():
            found.append(Item(None, tr(self._new_text, text=text.strip())))
        self._model.show_items(found)
        self._popup.setVisible(bool(found))
        if found:
            height = _ROW * min(len(found), _SHOWN) + 8
            corner = self.mapToGlobal(QPoint(0, self.height() + 2))
            self._popup.setGeometry(QRect(corner, QSize(max(self.width(), 300), height)))
            self._popup.setCurrentIndex(self._model.index(0, 0))

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        self._popup.hide()
        item = self._model.item(index.row())
        if not isinstance(item, Item):
            return
        if item.key is None:
            self.wanted_new.emit(self.text().strip())
            return
        self._take(item)

    def _take(self, item: Item) -> None:
        self._show(item)
        self.picked.emit(item.key)

    def _show(self, item: Item | None) -> None:
        """Stand for an item; that is a change also where its whole title was typed before."""
        title = item.title if item else ""
        was_typed = item != self._chosen and self.text() == title
        self._chosen = item
        self.setText(title)
        if was_typed:
            self.changed.emit()

    def _step(self, by: int) -> None:
        line = self._popup.currentIndex().row() + by
        if 0 <= line < self._model.rowCount():
            self._popup.setCurrentIndex(self._model.index(line, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if not self._popup.isVisible():
            if key == Qt.Key.Key_Down:
                self._offer("" if self._chosen else self.text())
            else:
                super().keyPressEvent(event)
        elif key in steps:
            self._step(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_picked(self._popup.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._popup.hide()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._popup.hide()
        exact = [item for item in self._items if item.title == self.text()]
        if len(exact) == 1 and self._chosen != exact[0]:
            self._take(exact[0])


def _cell(item: Item) -> Cell:
    return Cell(item.title, detail=item.detail, icon="" if item.key is not None else "add")
