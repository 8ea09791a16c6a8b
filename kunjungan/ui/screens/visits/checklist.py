"""The steps of a visit, grouped by area, to be ticked off."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.tasks import TaskLine, list_tasks, remove_task, tick_task
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.step_dialog import ask_step
from kunjungan.ui.screens.visits.tab import Commands, start_at
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.segmented import Option, Segmented

MENU = ("step.add", "step.edit", None, "step.remove")


class Checklist(Card):
    """A card with the steps still open, or all of them.

    Signals:
        commands_changed: Another step is current, or none.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        self.segments = Segmented([])
        add = CommandButton(context.commands["step.add"], text=tr("Step"), icon="add")
        super().__init__(tr("Checklist"), framed(row(self.segments, add)), parent)
        self._context = context
        self._visit: UUID | None = None
        self._steps: Sequence[TaskLine] = ()
        self.table = DataTable[TaskLine](self._columns(), key=lambda line: line.id, parent=self)
        self._build()

    def show_visit(self, visit_id: UUID) -> None:
        """Show the steps of a visit, or the same again after a change."""
        self._visit = visit_id
        self._steps = list_tasks(self._context.office, visit_id)
        self._show()

    def commands(self) -> Commands:
        """Return what can be done with the steps now."""
        always: Commands = {"step.add": self._add}
        if self.table.current() is None:
            return always
        return {**always, "step.edit": self._edit, "step.remove": self._remove}

    def remember(self) -> dict[str, object]:
        """Return filter, selection and scroll."""
        return {"segment": self.segments.value(), **self.table.remember()}

    def recall(self, state: Mapping[str, object]) -> None:
        """Go back to where ``remember`` was asked."""
        self.segments.set_value(str(state.get("segment", "")))
        self._show()
        self.table.recall(state)

    def _build(self) -> None:
        set_property(self.table, "frame", "")
        self.table.view.horizontalHeader().hide()
        self.table.set_menu(MENU, self._context.commands)
        self.fill(self.table)
        self.setFocusProxy(self.table)
        self.segments.chosen.connect(self._show)
        self.table.toggled.connect(self._tick)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self.commands_changed)

    @Slot()
    def _show(self) -> None:
        still = [line for line in self._steps if line.done_on is None]
        self.segments.show_options(
            [
                Option("open", tr("To do"), len(still)),
                Option("all", tr("All"), len(self._steps)),
            ]
        )
        self._say_empty()
        shown = self._steps if self.segments.value() == "all" else still
        by_area = Counter(line.area for line in still)
        self.table.show_rows(shown, lambda line: _group(line.area, by_area[line.area]))
        if self.table.current() is None and shown:
            start_at(self.table, shown[0].id)
        hidden = len(self._steps) - len(shown)
        self.table.set_footer(
            tr("{count} done, not shown", count=hidden) if hidden else "",
            [(tr("Space"), tr("tick")), ("F2", tr("edit")), ("Ins", tr("add"))],
        )

    def _say_empty(self) -> None:
        if self._steps:
            self.table.show_empty(
                "checkmark_circle", tr("Every step is done"), tr("“All” shows what was done.")
            )
        else:
            self.table.show_empty(
                "clipboard_task",
                tr("No steps yet"),
                tr("Note what is to be done, by whom and until when."),
            )

    def _add(self) -> None:
        current = self.table.current()
        visit, area = self._visit, current.area if current else ""
        if visit is not None and ask_step(self._context.office, visit, None, area, self):
            self._context.toast(tr("Step added"), undo=True)

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if current is None or self._visit is None:
            return
        if ask_step(self._context.office, self._visit, current.id, current.area, self):
            self._context.toast(tr("Step changed"), undo=True)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        following = self._following(current)
        with refusals_shown(self):
            remove_task(self._context.office, current.id)
            self._context.toast(tr("Step removed"), undo=True)
        self._keep_place(following)

    @Slot(object)
    def _tick(self, line: TaskLine) -> None:
        done = line.done_on is None
        following = self._following(line)
        with refusals_shown(self):
            tick_task(self._context.office, line.id, done=done)
            said = tr("“{step}” is done", step=line.title)
            undone = tr("“{step}” is open again", step=line.title)
            self._context.toast(said if done else undone, undo=True)
        self._keep_place(following)

    def _following(self, line: TaskLine) -> UUID | None:
        """Return the step that takes the keyboard when ``line`` leaves the list."""
        shown = self._steps
        if self.segments.value() != "all":
            shown = [step for step in self._steps if step.done_on is None]
        at = next((place for place, step in enumerate(shown) if step.id == line.id), None)
        if at is None:
            return None
        rest = [*shown[at + 1 :], *reversed(shown[:at])]
        return rest[0].id if rest else None

    def _keep_place(self, following: UUID | None) -> None:
        if self.table.current() is None and following is not None:
            self.table.select(following)

    def _columns(self) -> list[Column[TaskLine]]:
        return [
            Column(tr("Step"), _title),
            Column(tr("In charge"), lambda s: Cell(s.owner, quiet=True), 160, hide_below=420),
            Column(tr("Due"), self._due, 104, Align.RIGHT),
        ]

    def _due(self, line: TaskLine) -> Cell:
        if line.done_on is not None:
            return Cell(short_day(line.done_on), quiet=True, tip=tr("Done on this day"))
        if line.due_on is None:
            return Cell("—", quiet=True)
        return _due_cell(line.due_on, self._context.office.today())


def _title(line: TaskLine) -> Cell:
    done = line.done_on is not None
    return Cell(line.title, checked=done, quiet=done, tip=line.title)


def _due_cell(due: date, today: date) -> Cell:
    if due == today:
        return Cell(tr("Today"), tone=Tone.WARN)
    if due < today:
        return Cell(short_day(due), tone=Tone.BAD, tip=tr("Overdue"))
    return Cell(short_day(due), quiet=True)


def _group(area: str, still: int) -> Group:
    note = tr("{count} to do", count=still) if still else tr("all done")
    return Group(area or tr("Other steps"), note)
