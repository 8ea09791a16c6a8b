"""The rows of two texts side by side, as a list to go through by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget
from typing_extensions import override

from kunjungan.domain.comparing import Change
from kunjungan.i18n import tr
from kunjungan.services.drafts.comparison import Comparison, RowPair
from kunjungan.ui.screens.agreements.drafts.draft_words import spoken
from kunjungan.ui.screens.agreements.drafts.pair_delegate import PAIR, PairDelegate

_ROOT = QModelIndex()
_QUIET = frozenset({Change.SAME, Change.LEFT})
"""Where stepping does not halt: a moved row is told at its new place."""


class _Pairs(QAbstractListModel):
    """The pairs of a comparison; each says in words what became of its row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pairs: Sequence[RowPair] = ()
        self._languages: Sequence[str] = ()

    def show_pairs(self, pairs: Sequence[RowPair], languages: Sequence[str]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self.pairs, self._languages = pairs, languages
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        pair = self.pairs[index.row()]
        if role == PAIR:
            return pair
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(pair, self._languages)
        return None


class CompareList(QListView):
    """Rows of two texts side by side.

    Signals:
        moved: The keyboard is on another row; carries the number of the difference, 0 between.
        wanted: A row was asked for by Enter or double click; carries its pair.
    """

    moved = Signal(int)
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Pairs(self)
        self._delegate = PairDelegate(self, self)
        self._comparison: Comparison | None = None
        self._only_changed = False
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that rows do not change their width with their height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(tr("Both texts side by side"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_wanted)

    @property
    def differences(self) -> list[int]:
        """The lines in which the texts differ."""
        pairs = self._rows.pairs
        return [line for line, pair in enumerate(pairs) if pair.change not in _QUIET]

    def current(self) -> RowPair | None:
        """Return the row that the keyboard is on, if any."""
        index = self.currentIndex()
        return self._rows.pairs[index.row()] if index.isValid() else None

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two texts, the keyboard on the first difference."""
        self._comparison = comparison
        self._refill()

    def show_only_changed(self, *, only: bool) -> None:
        """Leave out the rows that are the same, or show them again."""
        self._only_changed = only
        self._refill()

    def show_languages(self, languages: Sequence[int]) -> None:
        """Show these languages, by their places in the comparison."""
        self._delegate.show_languages(languages)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next difference, or the one before, round the end."""
        lines, here = self.differences, self.currentIndex().row()
        ahead = [line for line in lines if (line > here if by > 0 else line < here)]
        if lines:
            self._go(ahead[0 if by > 0 else -1] if ahead else lines[0 if by > 0 else -1])

    def _refill(self) -> None:
        if (found := self._comparison) is None:
            return
        same = Change.SAME
        pairs = [row for row in found.rows if not self._only_changed or row.change is not same]
        self._delegate.forget()
        self._rows.show_pairs(pairs, found.languages)
        if pairs:
            self._go(self.differences[0] if self.differences else 0)
        self.moved.emit(self._place())

    def _go(self, line: int) -> None:
        index = self._rows.index(line)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _place(self) -> int:
        lines, here = self.differences, self.currentIndex().row()
        return lines.index(here) + 1 if here in lines else 0

    @Slot()
    def _on_current(self) -> None:
        self.moved.emit(self._place())

    @Slot(QModelIndex)
    def _on_wanted(self, index: QModelIndex) -> None:
        self.wanted.emit(self._rows.pairs[index.row()])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the row, the copy key takes its words along."""
        pair = self.current()
        if pair is not None and event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(str(self.currentIndex().data()))
        elif pair is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit(pair)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
