"""The rundown as it went: planned beside actual, with incidents."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visit_day.aftermath import RealItem, aftermath, as_planned
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import hours_words, short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.reporting.dialogs import ask_real
from kunjungan.ui.screens.visits.reporting.pane import ReportPane
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.screens.visits.words import joined
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

LATE = 10
"""From how many minutes on a late beginning is pointed at (office practice)."""


class CoursePane(ReportPane[RealItem]):
    """The items of the rundown in the order of time."""

    menu = ("report.item", None, "report.planned")

    def __init__(self, context: ScreenContext) -> None:
        columns = [
            Column[RealItem](tr("Planned"), _planned, 108),
            Column[RealItem](tr("Actual"), _actual, 108),
            Column[RealItem](tr("Item"), _item),
            Column[RealItem]("", _late, 128, hide_below=520),
        ]
        super().__init__(context, columns)
        self.table.show_empty(
            "clipboard_task",
            tr("No rundown yet"),
            tr("Its items come from the “Rundown” tab; how each went is noted here."),
        )
        self.table.opened.connect(self._edit)

    @override
    def read(self, seen: VisitOverview) -> Sequence[RealItem]:
        return aftermath(self.context.office, seen.id).items

    @override
    def key(self, line: RealItem) -> UUID:
        return line.id

    @override
    def group(self) -> Callable[[RealItem], Group]:
        return _group

    @override
    def foot(self) -> str:
        noted = sum(line.began_at is not None for line in self.lines)
        return tr("{done} of {total} noted", done=noted, total=len(self.lines))

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return [("F2", tr("how it went"))] if self.lines else ()

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {}
        if any(line.began_at is None for line in self.lines):
            found["report.planned"] = self._as_planned
        if self.table.current() is not None:
            found["report.item"] = self._edit
        return found

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if current is None:
            return
        with refusals_shown(self):
            if ask_real(self.context.office, current, self):
                self.context.toast(tr("Noted how it went"), undo=True)

    def _as_planned(self) -> None:
        if self.seen is None:
            return
        with refusals_shown(self):
            count = as_planned(self.context.office, self.seen.id)
            self.context.toast(tr("{count} items went as planned", count=count), undo=True)


def _group(line: RealItem) -> Group:
    day = short_day(line.on) if line.on else ""
    return Group(screen_side(line.session) or tr("Without a session"), day)


def _planned(line: RealItem) -> Cell:
    return Cell(hours_words(line.starts_at, line.ends_at), quiet=True)


def _actual(line: RealItem) -> Cell:
    return Cell(hours_words(line.began_at, line.ended_at) or "—", quiet=line.began_at is None)


def _item(line: RealItem) -> Cell:
    return Cell(screen_side(line.title), line.remark, bold=True, tip=joined(line.remark))


def _late(line: RealItem) -> Cell:
    if line.late is None or abs(line.late) < LATE:
        return Cell("")
    if line.late < 0:
        return Cell("", chip=ChipText(tr("{minutes} min earlier", minutes=-line.late)))
    return Cell("", chip=ChipText(tr("{minutes} min late", minutes=line.late), Tone.WARN))
