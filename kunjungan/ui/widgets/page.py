"""What every place looks like, and how a place is made known to the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.layouts import PAGE_PAD
from kunjungan.ui.widgets.page_header import PageHeader

_UNDER_TITLE = 2
_UNDER_TABS = 12


class Page(QWidget):
    """A place on screen: header above, body below. Screens derive from it.

    Signals:
        commands_changed: ``commands()`` would answer differently now.
        moved_to: The page shows another of its tabs; carries its key.
    """

    commands_changed = Signal()
    moved_to = Signal(str)

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.header = PageHeader(context.commands, context.navigate, self)
        self.header.tab_chosen.connect(self.moved_to)
        self.header.rearranged.connect(self._fit_body)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.header)
        self._body: QWidget | None = None
        self._padded = True

    def set_body(self, body: QWidget, *, padded: bool = True) -> None:
        """Put the page's content under its header, with the page's margins where ``padded``."""
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget(self)
        inside = QVBoxLayout(self._body)
        inside.addWidget(body)
        self.setFocusProxy(body)
        self._layout.addWidget(self._body, 1)
        self._padded = padded
        self._fit_body()

    def _fit_body(self) -> None:
        layout = self._body.layout() if self._body is not None else None
        if layout is None:
            return
        top = _UNDER_TABS if self.header.tabs.count() else _UNDER_TITLE
        if self._padded:
            layout.setContentsMargins(PAGE_PAD, top, PAGE_PAD, _UNDER_TABS)
        else:
            layout.setContentsMargins(0, 0, 0, 0)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page answers now, by the names of ``action_list``."""
        return {}

    def open_record(self, record: UUID | None, tab: str) -> None:
        """Show a record and one of its tabs, or with None the page's list.

        Raises:
            NotFound: there is no such record; the window then shows the list.
        """

    def remember(self) -> dict[str, object]:
        """Return selection and scroll as plain values, before the page is left or rebuilt."""
        return {}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked, as far as it still is there."""

    def wants_room(self) -> bool:
        """Whether the sidebar is to be narrow here while the window is not wide."""
        return False

    def may_leave(self) -> bool:
        """Keep what is still unsaved; False when the person wants to stay."""
        return True


class Section(StrEnum):
    """The parts of the sidebar, from top to bottom."""

    MAIN = "main"
    OFFICE = "office"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the sidebar, and how its page is built.

    ``badge`` counts what waits there; it is asked again after every change.
    """

    key: str
    title: str
    icon: str
    build: Callable[[ScreenContext], Page]
    section: Section = Section.MAIN
    badge: Callable[[Office], ChipText | None] | None = None
