"""Brings a guest list in, in three steps; nothing is written before the last button is pressed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import Conflict, OfficeError, RuleBroken
from kunjungan.domain.guest_heads import GuestField
from kunjungan.i18n import tr
from kunjungan.services.guest_import.judged import Brought, Decision
from kunjungan.services.guest_import.rejects import rejects_file
from kunjungan.services.guest_import.steps import Halted
from kunjungan.services.guest_import.writing import bring_in
from kunjungan.services.history import undo
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import dropped_files, in_documents
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.guest_import.parts import CHECK, FIRST, SUMMARY, ImportParts
from kunjungan.ui.screens.visits.guest_import.plan import (
    ImportPlan,
    judged,
    judged_anew,
    on_next,
    opened,
    turned,
)
from kunjungan.ui.screens.visits.guest_import.progress import Watch
from kunjungan.ui.screens.visits.guest_import.targets import parties, target_of
from kunjungan.ui.widgets.confirm import confirm

FILES = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"
_SIZE, _EDGE = (1086, 650), 24
Work = Callable[[], ImportPlan]


class ImportGuestsDialog(QDialog):
    """A list, its columns and its rows; one button writes all good rows as one change.

    Reading, judging and writing go on elsewhere. ``brought`` is what came in, None while nothing
    did.
    """

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, party: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._seen = seen
        self._asked = 0
        self._writing = False
        self._source: Path | str = ""
        self.plan: ImportPlan | None = None
        self.brought: Brought | None = None
        self._watch = Watch(self)
        self.parts = ImportParts(parties(seen.delegations), self)
        self.parts.first.party.set_value(party)
        self._build(parent)
        self._connect()
        self._show()

    @property
    def busy(self) -> bool:
        """Whether something is being read, judged or written."""
        return bool(self._asked) or self._writing

    def start(self, source: Path | str | None) -> None:
        """Read a file or pasted text at once, where one is given."""
        if source is not None:
            self.read(source)

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        title, kinds = tr("Import guests"), tr("Tables ({kinds})", kinds=FILES)
        chosen, _ = QFileDialog.getOpenFileName(self, title, in_documents(), kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, source: Path | str) -> None:
        """Read a list; one that cannot be read leaves the one before in place."""
        self._source = source
        office, target = self._context.office, target_of(self._seen.id, self.parts.first.party)
        self._look(lambda: opened(office, target, source))

    @Slot()
    def turn_sheet(self) -> None:
        """Look through another sheet, or take another row for the head."""
        plan = self.plan
        if plan is None:
            return
        office, sheet = self._context.office, plan.list.sheet(self.parts.sheet.value())
        head = sheet.head if sheet is not plan.sheet else (self.parts.head.value() or 0) - 1
        self._look(lambda: turned(office, plan, sheet, head))

    def say(self, place: int, field: GuestField | None) -> None:
        """Say what a column of the file is."""
        if self.plan is not None:
            self._judge(self.plan.with_field(place, field))

    def decide(self, number: int, decision: Decision) -> None:
        """Decide about a row."""
        if self.plan is not None:
            self._judge(self.plan.with_decision(number, decision))

    def edit(self, number: int, column: int, text: str) -> None:
        """Put a cell right."""
        if self.plan is not None:
            self._judge(self.plan.with_edit(number, column, text))

    @Slot()
    def take_ticks(self) -> None:
        """Read the rows anew as the ticks say."""
        if self.plan is not None:
            choices = self.parts.check.choices(self.plan.choices)
            self._judge(replace(self.plan, choices=choices))

    @Slot()
    def bring_in(self) -> None:
        """Write the good rows."""
        plan = self.plan
        if plan is None or plan.judged is None or not self.parts.verb.isEnabled():
            return
        work = partial(bring_in, self._context.office, plan.judged, self._watch)
        self._writing = True
        self._watch.start()
        self.parts.show_busy(writing=True)
        self._context.background.run(work, done=self._end, refused=self._refuse, owner=self)

    @Slot()
    def save_rest(self) -> None:
        """Ask for a file and write the rows into it that stayed out."""
        plan = self.plan
        if plan is None or plan.judged is None:
            return
        name = tr("{name}, not taken", name=Path(plan.list.name).stem)
        start, kind = in_documents(f"{name}.xlsx"), tr("Excel workbook (*.xlsx)")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the skipped rows"), start, kind)
        if chosen:
            with refusals_shown(self):
                self.parts.summary.say_saved(rejects_file(Path(chosen), plan.judged).name)

    @Slot()
    def take_back(self) -> None:
        """Undo the import and go back to its rows."""
        with refusals_shown(self):
            undo(self._context.office)
            self.brought = None
            self._judge_anew()

    @Slot(str, str)
    def read_next(self, sheet: str, party: str) -> None:
        """Go on with another sheet of the same workbook, for a party of its own."""
        plan = self.plan
        if plan is not None:
            self.brought = None
            self.parts.first.party.set_value(party)
            office, target = self._context.office, target_of(self._seen.id, self.parts.first.party)
            self._look(lambda: on_next(office, plan, sheet, target))

    @Slot()
    def back(self) -> None:
        """Go back to the choice of the list."""
        self.plan = None
        self._show()

    def _judge(self, plan: ImportPlan) -> None:
        office = self._context.office
        self._look(lambda: judged(office, plan, self._watch))

    def _judge_anew(self, why: str = "") -> None:
        """Judge by what the office knows now, and say why."""
        office, plan = self._context.office, self.plan
        if plan is not None:
            self._look(lambda: judged_anew(office, plan, self._watch), why)

    def _look(self, work: Work, why: str = "") -> None:
        """Read or judge elsewhere and show it, unless something else was asked for meanwhile."""
        self._asked += 1
        asked = self._asked
        self._watch.start()
        self.parts.show_busy(writing=False)

        def done(plan: ImportPlan) -> None:
            if asked == self._asked:
                self._asked = 0
                self.plan = plan
                self._show()
                self.parts.say(why)

        def refused(refusal: OfficeError) -> None:
            if asked == self._asked:
                self._asked = 0
                self._refuse(refusal)

        self._context.background.run(work, done=done, refused=refused, owner=self)

    def _show(self) -> None:
        if self.brought is not None and self.plan is not None and self.plan.judged is not None:
            self.parts.turn_to(SUMMARY)
            self.parts.summary.show_result(self.plan.judged, self.brought)
            self.parts.summary.next.offer(self.plan.left, self.plan.homes())
        elif self.plan is not None:
            self.parts.turn_to(CHECK)
            self.parts.show_plan(self.plan)
        else:
            self.parts.turn_to(FIRST)

    def _end(self, brought: Brought) -> None:
        self._writing = False
        self.brought = brought
        self._show()

    def _refuse(self, refusal: OfficeError) -> None:
        self._writing = False
        self._show()
        if isinstance(refusal, Conflict):
            self._judge_anew(refusal_words(refusal))
        elif not isinstance(refusal, Halted):
            self.parts.say(refusal_words(refusal))

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Import guests"))
        self.setAcceptDrops(True)
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)

    def _connect(self) -> None:
        parts = self.parts
        parts.first.choosing.connect(self.choose)
        parts.first.pasted.connect(self.read)
        parts.first.again.clicked.connect(lambda: self.read(self._source))
        parts.sheet.changed.connect(self.turn_sheet)
        parts.head.editingFinished.connect(self._on_head)
        parts.check.table.said.connect(self.say)
        parts.check.table.edited.connect(self.edit)
        parts.check.bar.decided.connect(self.decide)
        parts.check.chosen.connect(self.take_ticks)
        parts.summary.save.clicked.connect(self.save_rest)
        parts.summary.undo.clicked.connect(self.take_back)
        parts.summary.next.wanted.connect(self.read_next)
        parts.back.clicked.connect(self.back)
        parts.stop.clicked.connect(self._watch.stop)
        parts.close_button.clicked.connect(self.reject)
        parts.verb.clicked.connect(self.bring_in)
        self._watch.came.connect(parts.show_progress)
        for key, by in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(key), self, partial(parts.check.step, by))

    @Slot()
    def _on_head(self) -> None:
        if self.plan is None:
            return
        try:
            head = self.parts.head.value()
        except RuleBroken:
            self.parts.head.set_value(self.plan.head + 1)
        else:
            if head != self.plan.head + 1:
                self.turn_sheet()

    @override
    def reject(self) -> None:
        """Close, but not in the middle of writing; ask before work on the rows is lost."""
        self._watch.stop()
        if not self._writing and (not self._worked or self._gives_up()):
            super().reject()

    @property
    def _worked(self) -> bool:
        """Whether rows were put right or decided on that did not come in."""
        choices = self.plan.choices if self.plan and self.brought is None else None
        return choices is not None and bool(choices.edits or choices.decisions)

    def _gives_up(self) -> bool:
        title, stay = tr("Discard what you entered?"), tr("Keep editing")
        return confirm(self, title, "", verb=tr("Discard"), stay=stay)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) and self.brought is None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Read the list that was dropped."""
        if paths := dropped_files(event):
            event.acceptProposedAction()
            self.read(paths[0])
