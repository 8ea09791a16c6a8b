"""Asks the places how much waits there, off the screen's thread and never twice at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from kunjungan.domain.errors import OfficeError
from kunjungan.services.office import Office
from kunjungan.ui.shell.parts import WindowParts
from kunjungan.ui.shell.sidebar import Sidebar
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.page import Place

Counts = Mapping[str, ChipText | None]


class Badges(QObject):
    """The counts at the sidebar's entries; many changes in a row are asked about once."""

    def __init__(self, parts: WindowParts, sidebar: Sidebar) -> None:
        super().__init__(sidebar)
        self._parts = parts
        self._sidebar = sidebar
        self._asking = False
        self._again = False

    @Slot()
    def ask(self) -> None:
        """Count again, or once more when the counting of now is over."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        parts = self._parts
        self._parts.background.run(
            lambda: _counted(parts.places, parts.office),
            done=self._show,
            refused=self._give_up,
            owner=self,
        )

    def _show(self, counts: Counts) -> None:
        self._sidebar.show_badges(counts)
        self._end()

    def _give_up(self, _refusal: OfficeError) -> None:
        """Leave the counts as they are; the status line tells what is wrong with the office."""
        self._end()

    def _end(self) -> None:
        self._asking = False
        if self._again:
            self.ask()


def _counted(places: Sequence[Place], office: Office) -> Counts:
    return {place.key: place.badge(office) for place in places if place.badge is not None}
