"""One box for commands and for everything in the office (Ctrl+K)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.names import search_key
from kunjungan.i18n import tr
from kunjungan.ui.actions import keys_text, plain_text
from kunjungan.ui.context import Address
from kunjungan.ui.shell.parts import Hit
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.fields import TypedLine
from kunjungan.ui.widgets.row_delegate import RowDelegate
from kunjungan.ui.widgets.rows_model import Cell, Column, RowsModel

_WIDTH, _HEIGHT = 560, 400
_ROW = 44
_MOST = 40
_PAUSE_MS = 80
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the finder and what choosing it does."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]


class Finder(QDialog):
    """Narrows commands and records while one types; Enter does or opens the marked one."""

    def __init__(
        self,
        actions: Iterable[QAction],
        find: Callable[[str], Sequence[Hit]],
        go: Callable[[Address], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._actions = [action for action in actions if action.isEnabled()]
        self._find = find
        self._go = go
        self.line = TypedLine(tr("Name, subject, number, or a command"), self)
        self._model = RowsModel[Entry]([Column("", _cell)], self)
        self._list = QListView(self)
        self._empty = set_role(QLabel(self), TextRole.SMALL)
        self._pause = QTimer(self)
        self._build()
        self._search()

    def entries(self, text: str) -> list[Entry]:
        """Return what fits the text: records first, then commands."""
        words = search_key(text).split()
        commands = [
            _command(action)
            for action in self._actions
            if all(word in search_key(plain_text(action)) for word in words)
        ]
        found = self._find(text) if words else ()
        records = [
            Entry(hit.title, hit.detail, hit.icon, partial(self._go, hit.address)) for hit in found
        ]
        return [*records, *commands][:_MOST]

    def _build(self) -> None:
        self.resize(_WIDTH, _HEIGHT)
        self.line.setFixedHeight(38)
        self._list.setModel(self._model)
        delegate = RowDelegate(self._list)
        delegate.fixed_height = _ROW
        self._list.setItemDelegate(delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._on_clicked)
        frame = QFrame(self)
        frame.setProperty("frame", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.line)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.line.changed.connect(self._pause.start)
        self.line.installEventFilter(self)

    def _search(self) -> None:
        text = self.line.text().strip()
        found = self.entries(text)
        self._model.show_items(found)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._empty.setText(tr("Nothing found for “{text}”.", text=text))
        self._empty.setVisible(not found)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self._model.item(index.row()) if index.isValid() else None
        if isinstance(entry, Entry):
            self.accept()
            entry.run()

    def _step(self, by: int) -> None:
        line = self._list.currentIndex().row() + by
        line = min(max(line, 0), self._model.rowCount() - 1)
        self._list.setCurrentIndex(self._model.index(line, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self._pause.stop()
                self._search()
            self._on_clicked(self._list.currentIndex())
        else:
            return False
        return True


def _command(action: QAction) -> Entry:
    keys = keys_text(action)
    icon = str(action.property("icon_name") or "") or "chevron_right"
    detail = tr("Command · {keys}", keys=keys) if keys else tr("Command")
    return Entry(plain_text(action), detail, icon, action.trigger)


def _cell(entry: Entry) -> Cell:
    return Cell(entry.title, detail=entry.detail, icon=entry.icon)
