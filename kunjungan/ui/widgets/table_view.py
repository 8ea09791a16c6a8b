"""The table itself: keys, hover, and columns that make room for each other."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.widgets.row_delegate import CHECK, PAD, RowDelegate
from kunjungan.ui.widgets.rows_model import Cell, Group, RowsModel

ROW = 32
ROW_TWO_LINES = 46
GROUP_ROW = 28
HEADER = 30
_Key = Qt.Key


class TableView(QTableView):
    """Rows as whole lines; the mouse and the keyboard say what they want of one.

    Signals:
        wanted: Enter or a double click on a row; carries its index.
        ticked: Space, or a click on a checkbox; carries the index.
        folding: A click on a group's line that folds; carries the group.
        fitted: It has another width, and its columns were shown or hidden by it.
    """

    wanted = Signal(QModelIndex)
    ticked = Signal(QModelIndex)
    folding = Signal(object)
    fitted = Signal()

    def __init__(self, *, two_lines: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = RowDelegate(self)
        self._widths: list[tuple[int, int]] = []
        self._put_away: frozenset[int] = frozenset()
        self._unneeded: frozenset[int] = frozenset()
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self._set_up_headers(ROW_TWO_LINES if two_lines else ROW)
        self.doubleClicked.connect(self._on_double_click)

    def set_widths(self, widths: list[tuple[int, int]]) -> None:
        """Give each column its width (0 shares the rest) and the table width it hides below."""
        self._widths = widths
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for column, (width, _) in enumerate(widths):
            header.setSectionResizeMode(column, mode.Interactive if width else mode.Stretch)
            if width:
                header.resizeSection(column, width)
        self._hide_narrow()

    @property
    def away(self) -> frozenset[int]:
        """The columns that are hidden whatever room there is."""
        return self._put_away

    def put_away(self, columns: frozenset[int]) -> None:
        """Hide these columns whatever room there is, and no others."""
        self._put_away = columns
        self._hide_narrow()

    def leave_out(self, columns: frozenset[int]) -> None:
        """Hide columns that no row needs at present."""
        if columns != self._unneeded:
            self._unneeded = columns
            self._hide_narrow()
            self.fitted.emit()

    def _set_up_headers(self, row_height: int) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(GROUP_ROW)
        rows.setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(40)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        set_property(header, "rounded", "true")

    def _hide_narrow(self) -> None:
        width, hidden = self.width(), self._put_away | self._unneeded
        for column, (_, hide_below) in enumerate(self._widths):
            self.setColumnHidden(column, column in hidden or width < hide_below)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _over_check(self, index: QModelIndex, at: QPoint) -> bool:
        model = self.model()
        cell = model.cell(index) if isinstance(model, RowsModel) and index.isValid() else None
        if not isinstance(cell, Cell) or cell.checked is None:
            return False
        return at.x() - self.visualRect(index).left() <= PAD + CHECK + PAD // 2

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self._over_check(index, self.viewport().mapFromGlobal(self.cursor().pos())):
            self.wanted.emit(index)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        model = self.model()
        group = model.cell(index) if isinstance(model, RowsModel) and index.isValid() else None
        if isinstance(group, Group) and group.open is not None:
            self.folding.emit(group)
        elif self._over_check(index, at):
            self.ticked.emit(index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        index = self.currentIndex()
        if plain and index.isValid() and event.key() in {_Key.Key_Return, _Key.Key_Enter}:
            self.wanted.emit(index)
        elif plain and index.isValid() and event.key() == _Key.Key_Space:
            self.ticked.emit(index)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_narrow()
        self.fitted.emit()
