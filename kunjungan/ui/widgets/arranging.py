"""Columns as a person arranges them: moved, resized, shown and hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView

from kunjungan.ui.widgets.rows_model import Column
from kunjungan.ui.widgets.table_view import TableView

_PAUSE_MS = 200
_NARROWEST = 90
_WIDEST = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """A column by its key: its width in logical pixels (0: the program's own), if it is shown."""

    key: str
    width: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns in their order, and the one that the rows are sorted by, downwards where true."""

    places: tuple[Place, ...] = ()
    sort: tuple[str, bool] | None = None


class Arranger(QObject):
    """Keeps the columns of one table as wide as the table, however they are arranged.

    Signals:
        changed: A person arranged something; a moment after the last movement of the mouse.
    """

    changed = Signal()

    def __init__(self, view: TableView, columns: Sequence[Column[Any]]) -> None:
        super().__init__(view)
        self._view = view
        self._columns = columns
        self._chosen: dict[int, int] = {}
        self._fitting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._on_moved)
        view.fitted.connect(self.fit)
        self.arrange(())

    def places(self) -> tuple[Place, ...]:
        """Return the columns as they stand."""
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(len(self._columns))]
        away = self._view.away
        return tuple(
            Place(self._columns[at].key, self._chosen.get(at, 0), at not in away) for at in order
        )

    def arrange(self, places: Sequence[Place]) -> None:
        """Arrange the columns; those that nothing is kept of stand where the program puts them."""
        kept = {place.key: place for place in places}
        known = [at for at, column in enumerate(self._columns) if column.key in kept]
        known.sort(key=lambda at: list(kept).index(self._columns[at].key))
        order = known + [at for at in range(len(self._columns)) if at not in known]
        away = {
            at
            for at, column in enumerate(self._columns)
            if not (kept[column.key].shown if column.key in kept else not column.spare)
        }
        self._chosen = {
            at: min(kept[self._columns[at].key].width, _WIDEST)
            for at in known
            if kept[self._columns[at].key].width > 0
        }
        self._fitting = True
        header = self._view.horizontalHeader()
        for place, at in enumerate(order):
            header.moveSection(header.visualIndex(at), place)
        self._fitting = False
        self._view.put_away(frozenset(away) if len(away) < len(self._columns) else frozenset())
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give each column its width, and share what is left among those that have none."""
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(len(self._columns))]
        shown = [at for at in order if not self._view.isColumnHidden(at)]
        if not shown:
            return
        widths = {at: self._chosen.get(at) or self._columns[at].width for at in shown}
        shares = {at: self._share(at) for at in shown if self._share(at)} or {shown[-1]: 1}
        left = max(self._view.viewport().width() - sum(widths.values()), 0)
        parts = sum(shares.values())
        for at, share in shares.items():
            more = left * share // parts
            widths[at] = max(widths[at] + more, _NARROWEST)
            left, parts = left - more, parts - share
        self._fitting = True
        for at, width in widths.items():
            header.resizeSection(at, width)
        self._fitting = False

    def _share(self, at: int) -> int:
        """Return how many parts of what is left a column takes; none where a width was chosen."""
        column = self._columns[at]
        return 0 if at in self._chosen else column.share or int(not column.width)

    @Slot(int, int, int)
    def _on_resized(self, at: int, _old: int, width: int) -> None:
        if self._fitting or not width or self._view.isColumnHidden(at):
            return
        self._chosen[at] = width
        self.fit()
        self._pause.start()

    @Slot()
    def _on_moved(self, *_: int) -> None:
        if not self._fitting:
            self.fit()
            self._pause.start()
