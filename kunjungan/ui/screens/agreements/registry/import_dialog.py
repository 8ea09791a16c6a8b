"""Looks through a register that was kept elsewhere, and brings in its good rows when told to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.registry.importing import (
    ImportDone,
    RegisterPlan,
    apply_plan,
    open_register,
    plan_columns,
    plan_sheet,
    save_refused,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import dropped_files, in_documents
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.registry.import_parts import ImportParts
from kunjungan.ui.screens.agreements.registry.import_words import verb_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.layouts import row

FILES = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"
_SIZE = (1180, 620)
_EDGE, _PAD = 24, 18


class ImportRegisterDialog(QDialog):
    """File, sheet, columns and rows; nothing is written before the verb, and then all good rows.

    ``done`` is what came in, None while nothing did. Reading and writing go on elsewhere.
    """

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: RegisterPlan | None = None
        self._asked = 0
        self._writing = False
        self.done_with: ImportDone | None = None
        self.parts = ImportParts(self)
        self.save = button(tr("Save the rows not taken…"), self.ask_rest, parent=self)
        self.verb = Button("", kind="primary", parent=self)
        self._close = Button(tr("Cancel"), parent=self)
        self._refused = Notice(Tone.BAD, "", self)
        self._build(parent)
        self._connect()
        self._show()

    @property
    def busy(self) -> bool:
        """Whether something is being read, judged or written."""
        return bool(self._asked) or self._writing

    @property
    def plan(self) -> RegisterPlan | None:
        """What would come in as it is chosen now; None while no file is read."""
        mending = self.parts.mend.value()
        return self._plan.mended() if self._plan is not None and mending else self._plan

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        kinds = f"{tr('Tables ({kinds})', kinds=FILES)}"
        title = tr("Import a register")
        chosen, _ = QFileDialog.getOpenFileName(self, title, in_documents(), kinds)
        if chosen:
            self.look_through(Path(chosen))

    def look_through(self, path: Path) -> None:
        """Look through a file; one that cannot be read leaves the one before in place."""
        self.parts.say_reading(path.name)
        office = self._context.office
        self._look(lambda: open_register(office, path))

    @Slot()
    def turn_sheet(self) -> None:
        """Look through another sheet of the file."""
        if (plan := self._plan) is not None:
            office, sheet = self._context.office, self.parts.sheet.value()
            self._look(lambda: plan_sheet(office, plan, sheet))

    @Slot()
    def turn_head(self) -> None:
        """Take another row for the head."""
        if (plan := self._plan) is not None:
            office, moved = self._context.office, plan.with_head(self.parts.head.value())
            self._look(lambda: plan_columns(office, moved))

    @Slot()
    def turn_columns(self) -> None:
        """Judge the rows anew by what the columns are said to be now."""
        if (plan := self._plan) is not None:
            office, columns = self._context.office, self.parts.strip.columns()
            self._look(lambda: plan_columns(office, plan, columns), rebuilt=False)

    @Slot()
    def bring_in(self) -> None:
        """Take the good rows over."""
        plan = self.plan
        if plan is None or not self.verb.isEnabled():
            return
        office = self._context.office
        self._writing = True
        self.parts.say_writing(len(plan.good))
        self._show_verbs()
        self._context.background.run(
            lambda: apply_plan(office, plan), done=self._end, refused=self._refuse, owner=self
        )

    def ask_rest(self) -> None:
        """Ask for a file and write the rows into it that stay out."""
        plan = self.plan
        if plan is None:
            return
        name = tr("{name}, not taken", name=Path(plan.name).stem)
        start = in_documents(f"{name}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the rows not taken"), start, tr("Excel workbook (*.xlsx)")
        )
        if not chosen:
            return
        try:
            made = save_refused(plan, Path(chosen))
        except OfficeError as refusal:
            self._refuse(refusal)
        else:
            self.parts.say_saved(made.name)

    def _look(self, work: Callable[[], RegisterPlan], *, rebuilt: bool = True) -> None:
        """Plan elsewhere and show it, unless something else was asked for meanwhile."""
        self._asked += 1
        asked = self._asked
        self._show_verbs()

        def done(plan: RegisterPlan) -> None:
            if asked == self._asked:
                self._asked = 0
                self._plan = plan
                self._show(rebuilt=rebuilt)

        def refused(refusal: OfficeError) -> None:
            if asked == self._asked:
                self._asked = 0
                self._show(rebuilt=rebuilt)
                self._refuse(refusal)

        self._context.background.run(work, done=done, refused=refused, owner=self)

    def _show(self, *, rebuilt: bool = True) -> None:
        self._refused.hide()
        plan = self.plan
        if plan is not None and rebuilt:
            self.parts.show_columns(plan)
        self.parts.show_rows(plan)
        self._show_verbs()

    def _show_verbs(self) -> None:
        plan, busy = self.plan, self.busy
        count = len(plan.good) if plan else 0
        self.verb.setText(verb_words(count) if plan else tr("Import"))
        self.verb.setEnabled(count > 0 and not busy)
        self.verb.updateGeometry()
        self.save.setVisible(bool(plan and plan.refused))
        self.save.setEnabled(not busy)
        self._close.setEnabled(not self._writing)

    def _end(self, done: ImportDone) -> None:
        """Close when everything came in, else show what did not and offer to save it."""
        self._writing = False
        self.done_with = done
        plan = self.plan
        if plan is None or not plan.refused:
            self.accept()
            return
        self.parts.show_result(plan, done)
        self._refused.hide()
        self.verb.hide()
        self._close.setText(tr("Close"))
        self._show_verbs()
        self.save.setFocus()

    def _refuse(self, refusal: OfficeError) -> None:
        self._writing = False
        self.parts.show_rows(self.plan)
        self._show_verbs()
        self._refused.show_text(refusal_words(refusal))
        self._refused.show()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Import a register"))
        self.setAcceptDrops(True)
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        line = row(self.save, None, self._close, self.verb, margins=(_PAD, 10, _PAD, 10))
        footer.setLayout(line)
        self._refused.setContentsMargins(_PAD, 0, _PAD, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self._refused)
        layout.addWidget(footer)
        self._refused.hide()
        self.verb.setDefault(True)

    def _connect(self) -> None:
        parts = self.parts
        parts.choose.clicked.connect(self.choose)
        parts.sheet.changed.connect(self.turn_sheet)
        parts.head.changed.connect(self.turn_head)
        parts.strip.changed.connect(self.turn_columns)
        parts.mend.changed.connect(lambda: self._show(rebuilt=False))
        parts.filter.chosen.connect(lambda _key: parts.show_rows(self.plan))
        self.verb.clicked.connect(self.bring_in)
        self._close.clicked.connect(self.reject)

    @override
    def reject(self) -> None:
        """Close, but not in the middle of writing; what came in stays."""
        if not self._writing:
            super().reject()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) and self.done_with is None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Look through the file that was dropped."""
        if paths := dropped_files(event):
            event.acceptProposedAction()
            self.look_through(paths[0])
