"""What was promised to the guests: to whom, by whom, until when, and whether it was kept."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.tasks import remove_task, tick_task
from kunjungan.services.visiting.promises import PromiseLine, list_promises
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.reporting.dialogs import ask_promise
from kunjungan.ui.screens.visits.reporting.pane import ReportPane
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.screens.visits.words import brief_body
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.rows_model import Align, Cell, Column


class PromisePane(ReportPane[PromiseLine]):
    """The promises of a visit, to be ticked off."""

    menu = ("promise.add", "promise.edit", None, "promise.remove")

    def __init__(self, context: ScreenContext) -> None:
        columns = [
            Column[PromiseLine](tr("Promise"), _title),
            Column[PromiseLine](tr("To"), _whom, 180, hide_below=620),
            Column[PromiseLine](tr("In charge"), lambda line: Cell(line.owner, quiet=True), 170),
            Column[PromiseLine](tr("Due"), _due, 110, Align.RIGHT),
        ]
        super().__init__(context, columns)
        self.table.show_empty(
            "clipboard_task",
            tr("Nothing promised"),
            tr("Note what was promised to the guests, by whom and until when."),
            context.commands["promise.add"],
        )
        self.table.opened.connect(self._edit)
        self.table.toggled.connect(self._tick)

    @override
    def read(self, seen: VisitOverview) -> Sequence[PromiseLine]:
        return list_promises(self.context.office, seen.id)

    @override
    def key(self, line: PromiseLine) -> UUID:
        return line.id

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return [(tr("Space"), tr("tick")), ("F2", tr("edit")), ("Ins", tr("add"))]

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {"promise.add": self._add}
        if self.table.current() is not None:
            found["promise.edit"] = self._edit
            found["promise.remove"] = self._remove
        return found

    def _add(self) -> None:
        if self.seen is None:
            return
        with refusals_shown(self):
            if ask_promise(self.context.office, self.seen, None, self):
                self.context.toast(tr("Promise noted"), undo=True)

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if current is None or self.seen is None:
            return
        with refusals_shown(self):
            if ask_promise(self.context.office, self.seen, current.id, self):
                self.context.toast(tr("Promise changed"), undo=True)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            remove_task(self.context.office, current.id)
            self.context.toast(tr("Promise removed"), undo=True)

    @Slot(object)
    def _tick(self, line: PromiseLine) -> None:
        with refusals_shown(self):
            tick_task(self.context.office, line.id, done=line.done_on is None)
            kept = tr("“{promise}” is kept", promise=line.title)
            still = tr("“{promise}” is open again", promise=line.title)
            self.context.toast(kept if line.done_on is None else still, undo=True)


def _title(line: PromiseLine) -> Cell:
    done = line.done_on is not None
    return Cell(line.title, checked=done, quiet=done, tip=line.title)


def _whom(line: PromiseLine) -> Cell:
    return Cell(brief_body(screen_side(line.partner)) or "—", quiet=True)


def _due(line: PromiseLine) -> Cell:
    day = line.done_on or line.due_on
    if day is None:
        return Cell("—", quiet=True)
    if line.overdue:
        return Cell(short_day(day), tone=Tone.BAD, tip=tr("Overdue"))
    return Cell(short_day(day), quiet=True)
