"""The tab of a visit's agreements: how far each is, and the way to its own page."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.words import (
    agreement_chip,
    joined,
    partner_words,
    untranslated_words,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.rows_model import Cell, Column


class AgreementsTab(VisitTab):
    """The agreements that come from a visit."""

    title = later("Agreement texts")
    main = ("agreement.draft",)

    @staticmethod
    @override
    def count(seen: VisitOverview) -> int | None:
        return len(seen.agreements)

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self.table = DataTable[AgreementLine](
            _columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        self.table.show_empty(
            "document",
            tr("No agreement yet"),
            tr("A new agreement takes its parties from the delegations of this visit."),
            context.commands["agreement.draft"],
        )
        self.table.opened.connect(self._open)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.refresh()

    @override
    def refresh(self) -> None:
        lines = self.seen.agreements
        self.table.show_rows(lines)
        many = tr("{count} agreements", count=len(lines))
        self.table.set_footer(
            tr("1 agreement") if len(lines) == 1 else many, [("Enter", tr("open"))] if lines else ()
        )
        self.table.settle()

    @override
    def commands(self) -> Commands:
        return {"agreement.draft": self._draft}

    @override
    def remember(self) -> dict[str, object]:
        return self.table.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.table.recall(state)

    def _draft(self) -> None:
        """Go where agreements are drafted; the tab tells the visit to take the parties from."""
        self.context.navigate(Address("agreements", tab=f"new:{self.seen.id}"))

    @Slot(object)
    def _open(self, line: AgreementLine) -> None:
        self.context.navigate(Address("agreements", line.id))


def _columns() -> list[Column[AgreementLine]]:
    return [
        Column(tr("Agreement"), _name),
        Column(tr("Numbers"), _numbers, 220, hide_below=760),
        Column(tr("Draft"), lambda line: Cell(str(line.draft_no), quiet=True), 64),
        Column(tr("Translation"), _text, 150),
        Column(tr("Stage"), _stage, 112),
        Column(tr("Signing"), _signing, 134, hide_below=860),
        Column(tr("Register"), lambda line: Cell(line.register_no or "—", quiet=True), 90,
               hide_below=980),
    ]  # fmt: skip


def _name(line: AgreementLine) -> Cell:
    detail = joined(partner_words(line), screen_side(line.subject))
    return Cell(label(line.kind), detail, bold=True, tip=detail)


def _numbers(line: AgreementLine) -> Cell:
    known = [number for number in line.numbers if number]
    return Cell(known[0] if known else "—", ", ".join(known[1:]), quiet=True)


def _text(line: AgreementLine) -> Cell:
    if line.untranslated:
        tip = untranslated_words(line.untranslated)
        return Cell("", chip=agreement_chip(line), tip=tip)
    return Cell("", chip=ChipText(tr("Both languages"), Tone.OK))


def _stage(line: AgreementLine) -> Cell:
    return Cell("", chip=ChipText(label(line.stage), tone(line.stage)))


def _signing(line: AgreementLine) -> Cell:
    return Cell(short_day(line.signing_on, year=True) if line.signing_on else "—", quiet=True)
