"""The rooms and vehicles of the office, with their seats and the time between two uses."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from typing_extensions import override

from kunjungan.domain.visit_words import ResourceKind
from kunjungan.i18n import later, tr
from kunjungan.services.calendar.resources import (
    ResourceLine,
    list_resources,
    remove_resource,
    retire_resource,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.screens.settings.room_dialog import ask_new_resource, ask_resource
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column
from kunjungan.ui.widgets.segmented import Option, Segmented

ROOM_ACTIONS = ("room.add",)
ROOM_MORE = ("room.edit", "room.retire", "room.restore", "room.remove")
_ALL = ""


class RoomsPage(ListPage):
    """A room is known by its name wherever it is used; another name is written there, too."""

    def __init__(self, context: ScreenContext) -> None:
        table = DataTable(_columns(), key=lambda line: line.id, two_lines=True)
        super().__init__(context, table, "resource")
        self.kinds = Segmented([Option(_ALL, tr("All"))], self)
        body = column(row(self.kinds, None), table, spacing=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        table.set_menu(("room.edit", "room.add", None, *ROOM_MORE[1:]), context.commands)
        self.kinds.chosen.connect(self._show)
        self.reload()

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"room.add": self.add}
        line = self.table.current()
        if line is not None:
            found |= {"room.edit": self.edit, "room.remove": self.remove}
            found |= {"room.retire": self.retire} if line.active else {"room.restore": self.restore}
        return found

    @override
    def reload(self) -> None:
        self._lines = list_resources(self._office)
        kinds = [line.kind for line in self._lines]
        chosen = self.kinds.value()
        self.kinds.show_options(
            [
                Option(_ALL, tr("All"), len(kinds)),
                Option(ResourceKind.ROOM, tr("Rooms"), kinds.count(ResourceKind.ROOM)),
                Option(ResourceKind.VEHICLE, tr("Vehicles"), kinds.count(ResourceKind.VEHICLE)),
            ]
        )
        self.kinds.set_value(chosen)
        self._show()

    @Slot()
    def add(self) -> None:
        """Ask for a new room or vehicle, of the kind that is shown."""
        shown = self.kinds.value()
        kind = ResourceKind(shown) if shown else ResourceKind.ROOM
        made = ask_new_resource(self._office, kind, self)
        if made is not None:
            self.table.select(made)
            self._context.toast(tr("Added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and ask_resource(self._office, line.id, self):
                self._context.toast(tr("{name} changed", name=line.name), undo=True)

    def retire(self) -> None:
        """Offer the room or vehicle no longer."""
        self._set_active(False)

    def restore(self) -> None:
        """Offer it again."""
        self._set_active(True)

    def remove(self) -> None:
        """Remove the room or vehicle, if nothing names it."""
        line = self.table.current()
        if line is not None:
            with refusals_shown(self):
                remove_resource(self._office, line.id)
                self._context.toast(tr("{name} removed", name=line.name), undo=True)

    def _set_active(self, active: bool) -> None:
        line = self.table.current()
        if line is not None:
            with refusals_shown(self):
                retire_resource(self._office, line.id, active=active)
                words = later("{name} in use again") if active else later("{name} retired")
                self._context.toast(tr(words, name=line.name), undo=True)

    @Slot()
    def _show(self) -> None:
        kind = self.kinds.value()
        lines = [line for line in self._lines if kind in {_ALL, line.kind}]
        self.table.show_empty(
            "building_government",
            tr("No rooms or vehicles yet"),
            tr("With their seats the calendar can offer a free one."),
            self._context.commands["room.add"],
        )
        self.show_lines(lines, tr("Shown: {count}", count=len(lines)))


def _columns() -> list[Column[ResourceLine]]:
    return [
        Column(tr("Name"), _name, sort=lambda line: line.name.casefold()),
        Column(tr("Kind"), _kind, 110, sort=lambda line: line.kind, hide_below=560),
        Column(tr("Place"), lambda line: line.place, sort=lambda line: line.place, hide_below=640),
        Column(tr("Seats"), _seats, 84, Align.RIGHT, sort=lambda line: line.seats or 0),
        Column(tr("Between uses"), _between, 150, hide_below=760),
        Column(tr("State"), _state, 100),
    ]


def _name(line: ResourceLine) -> Cell:
    detail = " · ".join(part for part in (line.plate, line.note) if part)
    return Cell(line.name, detail=detail, bold=line.active, quiet=not line.active)


def _kind(line: ResourceLine) -> Cell:
    return Cell(label(line.kind), quiet=True)


def _seats(line: ResourceLine) -> str:
    return "" if line.seats is None else str(line.seats)


def _between(line: ResourceLine) -> Cell:
    if line.turnaround is None:
        return Cell(tr("as the office"), quiet=True)
    return Cell(tr("{count} minutes", count=line.turnaround))


def _state(line: ResourceLine) -> Cell:
    return Cell("") if line.active else Cell("", chip=ChipText(tr("Retired")))
