"""Looks through a calendar file, and brings its entries in when told to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.calendar.home import home
from kunjungan.services.ical.importing import (
    Reading,
    apply_import,
    open_calendar,
    plan_import,
    usual_days,
)
from kunjungan.services.ical.plan import ImportPlan
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import dropped_files, in_documents
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.calendar.import_parts import ImportParts
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.layouts import dialog_foot

_SIZE = (1060, 580)
_EDGE, _PAUSE_MS = 24, 400
Look = Callable[[], tuple[Reading, ImportPlan]]


class ImportCalendarDialog(QDialog):
    """File, days and entries; nothing is written before the verb, and then all in one change.

    ``done_with`` is what was done, None while nothing was. Reading and writing go on elsewhere.
    """

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._path: Path | None = None
        self._reading: Reading | None = None
        self.plan: ImportPlan | None = None
        self._asked = 0
        self._writing = False
        self.done_with: ImportPlan | None = None
        office = context.office
        self.parts = ImportParts(home(office), usual_days(office.today()), self)
        self.verb = Button(tr("Import"), kind="primary", parent=self)
        self._close = Button(tr("Cancel"), parent=self)
        self._refused = Notice(Tone.BAD, "", self)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build(parent)
        self._connect()
        self._show_verbs()

    @property
    def busy(self) -> bool:
        """Whether something is being read or written."""
        return bool(self._asked) or self._writing

    @Slot()
    def choose(self) -> None:
        """Ask for the file."""
        kinds = tr("Calendars") + " (*.ics *.ical *.ifb *.icalendar)"
        title = tr("Import a calendar")
        chosen, _ = QFileDialog.getOpenFileName(self, title, in_documents(), kinds)
        if chosen:
            self.look_through(Path(chosen))

    def look_through(self, path: Path) -> None:
        """Look through a file for the days that are chosen."""
        self._path = path
        self._read()

    @Slot()
    def bring_in(self) -> None:
        """Import what is shown."""
        reading = self._reading
        if reading is None or not self.verb.isEnabled():
            return
        office, choices = self._context.office, self.parts.choices()
        self._writing = True
        self._show_verbs()
        self._context.background.run(
            lambda: apply_import(office, reading, choices),
            done=self._end,
            refused=self._refuse,
            owner=self,
        )

    @Slot()
    def _read(self) -> None:
        path = self._path
        if path is None:
            return
        try:
            since, until = self.parts.days()
        except RuleBroken as refusal:
            self._refuse(refusal)
            return
        office, choices = self._context.office, self.parts.choices()
        self.parts.say_reading(path.name)

        def look() -> tuple[Reading, ImportPlan]:
            reading = open_calendar(office, path, since, until)
            return reading, plan_import(office, reading, choices)

        self._look(look)

    @Slot()
    def _plan_again(self) -> None:
        """Plan anew, for another agenda or with our own visits."""
        if (reading := self._reading) is not None:
            office, choices = self._context.office, self.parts.choices()
            self._look(lambda: (reading, plan_import(office, reading, choices)))

    def _look(self, work: Look) -> None:
        """Plan elsewhere and show it, unless something else was asked for meanwhile."""
        self._asked += 1
        asked = self._asked
        self._show_verbs()

        def done(found: tuple[Reading, ImportPlan]) -> None:
            if asked == self._asked:
                self._asked = 0
                self._reading, self.plan = found
                self._refused.hide()
                self._show()

        def refused(refusal: OfficeError) -> None:
            if asked == self._asked:
                self._asked = 0
                self._reading = self.plan = None
                self._show()
                self._refuse(refusal)

        self._context.background.run(work, done=done, refused=refused, owner=self)

    @Slot()
    def _show(self) -> None:
        self.parts.show_plan(self.plan, self._reading.name if self._reading else "")
        self._show_verbs()

    def _show_verbs(self) -> None:
        count = len(self.plan.written) if self.plan else 0
        self.verb.setText(verb_words(count) if self.plan else tr("Import"))
        self.verb.setEnabled(count > 0 and not self.busy)
        self.verb.updateGeometry()
        self._close.setEnabled(not self._writing)

    def _end(self, done: ImportPlan) -> None:
        self._writing = False
        self.done_with = done
        self.accept()

    def _refuse(self, refusal: OfficeError) -> None:
        self._writing = False
        self._show_verbs()
        self._refused.show_text(refusal_words(refusal))
        self._refused.show()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Import a calendar"))
        self.setAcceptDrops(True)
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._refused.setContentsMargins(18, 0, 18, 10)
        self._refused.hide()
        layout.addWidget(self.parts, 1)
        layout.addWidget(self._refused)
        layout.addWidget(dialog_foot(None, self._close, self.verb))
        self.verb.setDefault(True)

    def _connect(self) -> None:
        parts = self.parts
        parts.choose.clicked.connect(self.choose)
        for day in (parts.since, parts.until):
            day.changed.connect(self._later.start)
        self._later.timeout.connect(self._read)
        parts.leader.changed.connect(self._plan_again)
        parts.own.changed.connect(self._plan_again)
        parts.filter.chosen.connect(self._show)
        self.verb.clicked.connect(self.bring_in)
        self._close.clicked.connect(self.reject)

    @override
    def reject(self) -> None:
        """Close, but not in the middle of writing."""
        if not self._writing:
            super().reject()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) and not self._writing:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Look through the file that was dropped."""
        if paths := dropped_files(event):
            event.acceptProposedAction()
            self.look_through(paths[0])


def verb_words(count: int) -> str:
    """Return what the verb says: "Import 3 entries"."""
    return tr("Import 1 entry") if count == 1 else tr("Import {count} entries", count=count)
