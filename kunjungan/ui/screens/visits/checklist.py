"""The steps of a visit, grouped by area, to be ticked off."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kunjungan.domain.checklists import countdown
from kunjungan.i18n import tr
from kunjungan.services.checklists.checklist import TaskLine
from kunjungan.services.overview import VisitOverview
from kunjungan.services.tasks import list_tasks, move_task, remove_task, tick_task
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import brief_day, short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.layout_dialog import ask_checklist
from kunjungan.ui.screens.visits.step_dialog import ask_step
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.screens.visits.templates_dialog import TemplatesDialog
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.list_keys import ListKeys
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group
from kunjungan.ui.widgets.segmented import Option, Segmented

MENU = (
    "step.add", "step.edit", "step.up", "step.down", None, "step.lay_out", "step.templates", None,
    "step.remove",
)  # fmt: skip


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
        self._seen: VisitOverview | None = None
        self._steps: Sequence[TaskLine] = ()
        self.table = DataTable[TaskLine](self._columns(), key=lambda line: line.id, parent=self)
        self._build()

    def show_visit(self, seen: VisitOverview) -> None:
        """Show the steps of a visit, or the same again after a change."""
        self._seen = seen
        self._steps = list_tasks(self._context.office, seen.id)
        self._show()
        self.commands_changed.emit()

    def commands(self) -> Commands:
        """Return what can be done with the steps now."""
        always: Commands = {
            "step.add": self._add,
            "step.lay_out": self._lay_out,
            "step.templates": self._templates,
        }
        if self.table.current() is None:
            return always
        return {
            **always,
            "step.edit": self._edit,
            "step.up": lambda: self._move(-1),
            "step.down": lambda: self._move(1),
            "step.remove": self._remove,
        }

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
        commands = self._context.commands
        self.table.set_menu(MENU, commands)
        ListKeys(
            self.table.view,
            {
                Qt.Key.Key_Insert: commands["step.add"],
                Qt.Key.Key_F2: commands["step.edit"],
                Qt.Key.Key_Delete: commands["step.remove"],
            },
        )
        self.fill(self.table)
        self.setFocusProxy(self.table)
        self.segments.chosen.connect(self._show)
        self.table.toggled.connect(self._tick)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self.commands_changed)

    @Slot()
    def _show(self) -> None:
        still = [line for line in self._steps if not line.done]
        self.segments.show_options(
            [
                Option("open", tr("To do"), len(still)),
                Option("all", tr("All"), len(self._steps)),
            ]
        )
        self._say_empty()
        shown = self._shown()
        by_area = Counter(line.area for line in still)
        self.table.show_rows(shown, lambda line: _group(screen_side(line.area), by_area[line.area]))
        self.table.settle()
        hidden = len(self._steps) - len(shown)
        keys = [(tr("Space"), tr("tick")), ("F2", tr("edit")), ("Ins", tr("add"))]
        self.table.set_footer(
            tr("{count} done, not shown", count=hidden) if hidden else "",
            [*keys, ("Alt+↑↓", tr("order"))] if self._steps else [],
        )

    def _shown(self) -> Sequence[TaskLine]:
        if self.segments.value() == "all":
            return self._steps
        return [line for line in self._steps if not line.done]

    def _say_empty(self) -> None:
        if self._steps:
            self.table.show_empty(
                "checkmark_circle", tr("Every step is done"), tr("“All” shows what was done.")
            )
        else:
            self.table.show_empty(
                "clipboard_task",
                tr("No steps yet"),
                tr("Start from a checklist for this kind of visit, or note the first step."),
                self._context.commands["step.lay_out"],
            )

    def _add(self) -> None:
        current = self.table.current()
        area = current.area.id if current else ""
        if self._seen and ask_step(self._context.office, self._seen.id, None, area, self):
            self._context.toast(tr("Step added"), undo=True)

    def _lay_out(self) -> None:
        if self._seen is None:
            return
        added = ask_checklist(self._context.office, self._seen.id, self._seen.kind, self)
        if added is not None:
            self._context.toast(tr("Steps added: {count}", count=added), undo=True)

    def _templates(self) -> None:
        if self._seen is not None:
            dialog = TemplatesDialog(self._context, self._seen, self.window())
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if current is None or self._seen is None:
            return
        with refusals_shown(self):
            if ask_step(self._context.office, self._seen.id, current.id, current.area.id, self):
                self._context.toast(tr("Step changed"), undo=True)

    def _move(self, by: int) -> None:
        if (current := self.table.current()) is not None:
            with refusals_shown(self):
                move_task(self._context.office, current.id, by)

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
        title = screen_side(line.title)
        if line.auto:
            words = tr("“{step}” is ticked by what the office has recorded", step=title)
            self._context.toast(words)
            return
        following = self._following(line)
        with refusals_shown(self):
            tick_task(self._context.office, line.id, done=not line.done)
            said = tr("“{step}” is done", step=title)
            undone = tr("“{step}” is open again", step=title)
            self._context.toast(undone if line.done else said, undo=True)
        self._keep_place(following)

    def _following(self, line: TaskLine) -> UUID | None:
        """Return the step that takes the keyboard when ``line`` leaves the list."""
        shown = self._shown()
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
            Column(
                tr("In charge"),
                lambda line: Cell(screen_side(line.owner), quiet=True),
                160,
                hide_below=420,
            ),
            Column(tr("Due"), self._due, 104, Align.RIGHT),
        ]

    def _due(self, line: TaskLine) -> Cell:
        if line.done_on is not None:
            return Cell(brief_day(line.done_on), quiet=True, tip=tr("Done on this day"))
        if line.due_on is None or line.auto:
            before = line.days_before
            return Cell("—" if before is None else countdown(before), quiet=True)
        return _due_cell(line.due_on, self._context.office.today())


def _title(line: TaskLine) -> Cell:
    title = screen_side(line.title)
    chip = None
    if line.auto:
        chip = ChipText(tr("automatic"))
    elif line.blocking and not line.done:
        chip = ChipText(tr("blocks"), Tone.WARN)
    return Cell(title, checked=line.done, quiet=line.done, chip=chip, tip=title)


def _due_cell(due: date, today: date) -> Cell:
    if due == today:
        return Cell(tr("Today"), tone=Tone.WARN)
    if due < today:
        return Cell(brief_day(due), tone=Tone.BAD, tip=tr("Overdue: {day}", day=short_day(due)))
    return Cell(brief_day(due), quiet=True)


def _group(area: str, still: int) -> Group:
    note = tr("{count} to do", count=still) if still else tr("all done")
    return Group(area or tr("Other steps"), note)
