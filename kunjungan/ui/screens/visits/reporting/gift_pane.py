"""The gifts of a visit: given and received, what they are worth, what must be reported."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visiting.gifts import GiftLine, list_gifts, remove_gift, report_gift
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.gifts.dialog import ask_gift
from kunjungan.ui.screens.visits.gifts.words import DIRECTION_WORDS, report_chip, rupiah_words
from kunjungan.ui.screens.visits.reporting.pane import ReportPane
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.screens.visits.words import brief_body, joined
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group


class GiftPane(ReportPane[GiftLine]):
    """The gift log of one visit."""

    menu = ("gift.add", "gift.edit", "gift.report", None, "gift.remove", None, "report.gifts")

    def __init__(self, context: ScreenContext) -> None:
        columns = [
            Column[GiftLine](tr("Gift"), _what),
            Column[GiftLine](tr("Value"), lambda line: Cell(rupiah_words(line.value)), 120,
                             Align.RIGHT),
            Column[GiftLine](tr("Report"), lambda line: Cell("", chip=report_chip(line)), 210,
                             hide_below=480),
        ]  # fmt: skip
        super().__init__(context, columns)
        self.table.show_empty(
            "tag",
            tr("No gifts yet"),
            tr("Enter what was given and received, with its value and where it is kept."),
            context.commands["gift.add"],
        )
        self.table.opened.connect(self._edit)

    @override
    def read(self, seen: VisitOverview) -> Sequence[GiftLine]:
        lines = list_gifts(self.context.office, visit_id=seen.id)
        return sorted(lines, key=lambda line: line.direction == "given")

    @override
    def key(self, line: GiftLine) -> UUID:
        return line.id

    @override
    def group(self) -> Callable[[GiftLine], Group]:
        return lambda line: Group(tr(DIRECTION_WORDS[line.direction]))

    @override
    def foot(self) -> str:
        worth = sum(line.value or 0 for line in self.lines if line.direction == "received")
        return tr("Received: {value}", value=rupiah_words(worth)) if worth else ""

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return [("F2", tr("edit")), ("Ins", tr("add"))]

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {"gift.add": self._add}
        current = self.table.current()
        if current is not None:
            found["gift.edit"] = self._edit
            found["gift.remove"] = self._remove
            if current.direction == "received" and current.reported_on is None:
                found["gift.report"] = self._report
        return found

    def _add(self) -> None:
        self._ask(None, tr("Gift entered"))

    @Slot()
    def _edit(self) -> None:
        if (current := self.table.current()) is not None:
            self._ask(current.id, tr("Gift changed"))

    def _ask(self, gift_id: UUID | None, said: str) -> None:
        if self.seen is None:
            return
        with refusals_shown(self):
            if ask_gift(self.context.office, self.seen, gift_id, self):
                self.context.toast(said, undo=True)

    def _report(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            report_gift(self.context.office, current.id)
            self.context.toast(tr("“{gift}” reported today", gift=current.what), undo=True)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            remove_gift(self.context.office, current.id)
            self.context.toast(tr("Gift removed"), undo=True)


def _what(line: GiftLine) -> Cell:
    count = f" ({line.count})" if line.count > 1 else ""
    kept = tr("kept at {place}", place=line.kept_at) if line.kept_at else ""
    detail = joined(brief_body(screen_side(line.partner)), line.giver or line.receiver, kept)
    return Cell(f"{line.what}{count}", detail, bold=True, tip=joined(line.what, detail, line.note))
