"""The tab of a visit's rundown."""

from collections.abc import Mapping, Sequence
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.rundown.checks import rundown_state
from kunjungan.services.rundown.findings import RundownFinding, RundownState
from kunjungan.services.rundown.items import ItemForm
from kunjungan.services.rundown.lines import Rundown, rundown
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.screens.visits.rundown.drag import RowDrag
from kunjungan.ui.screens.visits.rundown.inspector import Inspector
from kunjungan.ui.screens.visits.rundown.item_dialog import ItemDialog, after
from kunjungan.ui.screens.visits.rundown.offers import offers_of
from kunjungan.ui.screens.visits.rundown.rows import Row, Times, as_text, columns, rows_of
from kunjungan.ui.screens.visits.rundown.side import FindingsSide
from kunjungan.ui.screens.visits.rundown.speeches import SpeechesCard
from kunjungan.ui.screens.visits.rundown.verbs import RundownVerbs
from kunjungan.ui.screens.visits.rundown.words import group_of, minutes_words
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_GAP, SidePanes, column, framed

MENU = ("rundown.edit", "rundown.remove", None, "rundown.up", "rundown.down", "rundown.slip",
        None, "rundown.add", "rundown.template")  # fmt: skip
_STEP = 5
"""By how many minutes Ctrl+Left and Ctrl+Right move (office practice)."""


class RundownTab(VisitTab):
    """Items under their sessions; the one on the keyboard in the inspector, checks below it."""

    title = later("Rundown")
    main = ("rundown.add", "rundown.print", "rundown.template")
    more = ("rundown.slip", "rundown.save_template", "rundown.mark_sent")

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self.plan: Rundown = rundown(context.office, seen.id)
        self.state = RundownState((), ())
        self._problem = -1
        self._rippling = False
        self.table = DataTable[Row](columns(), key=lambda row: row.id, parent=self)
        self.inspector = Inspector(context.office, self)
        self.side = FindingsSide(self)
        self.speeches = SpeechesCard(self)
        self.verbs = RundownVerbs(context, self)
        cards = framed(
            column(
                self.inspector,
                self.side,
                self.speeches,
                self.inspector.details,
                None,
                spacing=CARD_GAP,
            )
        )
        self._panes = SidePanes(self.table, cards, side_width=304, parent=self)
        self._build()
        self.refresh()

    @staticmethod
    @override
    def count(seen: VisitOverview) -> int | None:
        return seen.items

    @override
    def refresh(self) -> None:
        office = self.context.office
        self.plan = rundown(office, self.seen.id)
        self.state = rundown_state(office, self.seen.id)
        self._offers = offers_of(office, self.seen.id, self.seen.agreements)
        self._show({})
        self.side.show_state(self.plan, self.state)
        self.speeches.show_plan(self.plan)
        self.side.setVisible(bool(self.plan.items))
        self._panes.show_side(shown=bool(self.plan.items))
        self._on_picked()

    @override
    def commands(self) -> Commands:
        found = {"rundown.add": self._add, "rundown.template": self._template}
        if self.plan.items:
            found["rundown.print"] = found["page.print"] = self._print
            found["rundown.mark_sent"] = partial(self.verbs.mark_sent, self.seen.id)
            found["rundown.save_template"] = self._save_template
        if self.state.findings:
            found["rundown.next_problem"] = partial(self._go_problem, 1)
            found["rundown.previous_problem"] = partial(self._go_problem, -1)
        row = self.table.current()
        return found if row is None else {**found, **self._on_item(row)}

    @override
    def remember(self) -> dict[str, object]:
        return {**self.table.remember(), "shift": self.inspector.shifting}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.inspector.shift.setChecked(bool(state.get("shift", True)))
        self.table.recall(state)

    def current(self) -> UUID | None:
        """Return the item on the keyboard, if any."""
        row = self.table.current()
        return row.id if row else None

    def _on_item(self, row: Row) -> Commands:
        verbs, shift = self.verbs, self.inspector.shifting
        return {
            "rundown.edit": self._edit,
            "rundown.remove": self._remove,
            "rundown.up": partial(verbs.move, row.id, -1),
            "rundown.down": partial(verbs.move, row.id, 1),
            "rundown.earlier": partial(verbs.shift, self.plan, row.id, -_STEP, follow=shift),
            "rundown.later": partial(verbs.shift, self.plan, row.id, _STEP, follow=shift),
            "rundown.slip": partial(verbs.slip, self.seen.id, row.line),
            "page.copy": self._copy,
        }

    def _build(self) -> None:
        self.table.set_menu(MENU, self.context.commands)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)
        self.setFocusProxy(self.table)
        self.table.show_empty(
            "clipboard_task",
            tr("No rundown yet"),
            tr("Start from a template, or add the items one by one."),
            self.context.commands["rundown.template"],
        )
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._inspect)
        self.inspector.previewed.connect(self._ripple)
        self.inspector.wanted.connect(self._save)
        self.inspector.left.connect(self.table.view.setFocus)
        self.side.shown.connect(self._go)
        self.speeches.opened.connect(self._go_to)
        self.side.mended.connect(partial(self.verbs.mend, self.seen.id))
        RowDrag(self.table.view).dropped.connect(self.verbs.drop)

    @Slot(object)
    def _ripple(self, times: Times) -> None:
        """Show times that are being typed; the inspector keeps what stands in it."""
        self._rippling = True
        self._show(times)
        self._rippling = False

    def _show(self, times: Times) -> None:
        plan = self.plan
        groups = {key: group_of(plan, key) for key in {line.session_id for line in plan.items}}
        single = set(groups) == {None}
        rows = rows_of(plan, self.state, times)
        self.table.show_rows(rows, None if single else lambda row: groups[row.line.session_id])
        self.table.settle()
        self.table.set_footer(self._footer(), self._hints() if rows else ())

    def _footer(self) -> str:
        lines = self.plan.items
        if not lines:
            return ""
        sent = self.verbs.sent_on(self.seen.id)
        words = tr("Sent to guests {day}", day=short_day(sent)) if sent else ""
        whole = minutes_words(sum(line.minutes for line in lines))
        return joined(tr("{count} items", count=len(lines)), whole, words)

    def _hints(self) -> Sequence[tuple[str, str]]:
        return (
            ("Enter", tr("edit")),
            ("Alt+↑↓", tr("move")),
            ("Ctrl+←→", tr("5 minutes")),
            ("F8", tr("problem")),
        )

    @Slot()
    def _on_picked(self) -> None:
        if self._rippling:
            return
        row = self.table.current()
        self.inspector.show_item(self.plan, self.plan.item(row.id) if row else None, self._offers)
        self.commands_changed.emit()

    @Slot()
    def _inspect(self) -> None:
        self.inspector.starts.setFocus()
        self.inspector.starts.selectAll()

    @Slot(object, bool)
    def _save(self, form: ItemForm, shift: bool) -> None:
        if not self.verbs.save(self.inspector.item, form, shift=shift):
            self.inspector.refuse()

    def _dialog(self) -> ItemDialog:
        seen = self.seen
        return ItemDialog(self.context.office, self.plan, self._offers, seen.delegations, self)

    def _add(self) -> None:
        opens = next((line.starts_at for line in self.plan.sessions if line.starts_at), None)
        first = next((line.id for line in self.plan.sessions), None)
        start = ItemForm(
            starts_at=opens or self.seen.when.starts_at or time(9),
            minutes=15,
            title_id="",
            session_id=first,
        )
        dialog = self._dialog()
        if dialog.ask_new(after(self.plan, self.current(), start)):
            self.context.toast(tr("Item added"), undo=True)
            self.table.select(dialog.made)

    def _edit(self) -> None:
        if (key := self.current()) and self._dialog().ask_edit(key, shift=self.inspector.shifting):
            self.context.toast(tr("Item changed"), undo=True)

    def _remove(self) -> None:
        ids = [row.id for row in self.table.selected()] or [key for key in [self.current()] if key]
        rest = [line.id for line in self.plan.items if line.id not in ids]
        order = [line.id for line in self.plan.items]
        following = [key for key in rest if order.index(key) > order.index(ids[-1])]
        self.verbs.remove(ids)
        if rest:
            self.table.select((following or rest[-1:])[0])

    def _template(self) -> None:
        row = self.table.current()
        made = self.verbs.template(self.plan, row.line.session_id if row else None)
        if made:
            self.table.select(made[0])

    def _save_template(self) -> None:
        row = self.table.current()
        self.verbs.save_template(self.plan, row.line.session_id if row else None)

    def _print(self) -> None:
        self.verbs.print_rundown(self.seen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.table.selected()))
        self.context.toast(tr("Copied"))

    def _go_problem(self, step: int) -> None:
        """Go to the next finding that is somewhere in the table, round and round."""
        places = [finding for finding in self.state.findings if finding.items]
        if places:
            self._problem = (self._problem + step) % len(places)
            self._go(places[self._problem])

    @Slot(object)
    def _go(self, finding: RundownFinding) -> None:
        if finding.items:
            self._go_to(finding.items[0])

    @Slot(object)
    def _go_to(self, key: UUID) -> None:
        self.table.select(key)
        self.table.view.setFocus()
