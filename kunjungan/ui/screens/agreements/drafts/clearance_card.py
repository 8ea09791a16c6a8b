"""The route on which a text is cleared, office by office."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.clearance import ClearanceStep, route
from kunjungan.services.drafts.same_text import same_text_of
from kunjungan.services.signed_texts import CLEARED
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.drafts.clearance_dialogs import ask_record
from kunjungan.ui.screens.agreements.drafts.draft_words import SHORT, step_chip, text_words
from kunjungan.ui.screens.agreements.drafts.route_dialog import ask_route
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import CommandButton, button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import emptied, framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_EDGES = 4


class ClearanceCard(Card):
    """Shows who cleared the text and who is next; Enter records what an office said."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        sheet = CommandButton(context.commands["agreement.clearance"], icon="print")
        super().__init__(tr("Clearance"), sheet, parent)
        self._context = context
        self._view: AgreementView | None = None
        self.table = DataTable(self._columns(), key=lambda step: step.seq, two_lines=True)
        self._said = QVBoxLayout()
        self._record = button(tr("Record…"), self.record, icon="signature")
        self._route = button(tr("Change route…"), self.change_route, icon="edit")
        self.body.addLayout(self._said)
        self.add(self.table)
        self.add(framed(row(self._record, self._route, None), self))
        self.table.opened.connect(self.record)
        self.setFocusProxy(self.table)

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the route of an agreement, the keyboard on the step that is next."""
        other = self._view is None or self._view.id != view.id
        self._view = view
        known = route(self._context.office, view.id)
        self.table.show_rows(known.steps)
        waiting = [step.seq for step in known.steps if not step.stands]
        if other or self.table.current() is None:
            self.table.select(waiting[0] if waiting else known.steps[-1].seq)
        view_of = self.table.view
        line = view_of.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(
            view_of.horizontalHeader().height() + line * len(known.steps) + _EDGES
        )
        emptied(self._said)
        self._said.addWidget(Notice(*text_words(same_text_of(known)), self))
        if view.signed:
            self._said.addWidget(Notice(Tone.NEUTRAL, tr(CLEARED), self))
        for verb in (self._record, self._route):
            verb.setVisible(not view.signed)

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        if self._view is None or self._view.signed:
            return {}
        return {"clearance.record": self.record, "clearance.route": self.change_route}

    @Slot()
    def record(self) -> None:
        """Ask what the current office said, and when."""
        step, view = self.table.current(), self._view
        if step is None or view is None or view.signed:
            return
        if ask_record(self._context.office, view, step, self):
            self._context.toast(tr("Clearance recorded"), undo=True)

    @Slot()
    def change_route(self) -> None:
        """Ask for the steps and their order."""
        if (view := self._view) is not None and ask_route(self._context.office, view, self):
            self._context.toast(tr("Clearance route changed"), undo=True)

    def _columns(self) -> list[Column[ClearanceStep]]:
        today = self._context.office.today()
        return [
            Column(tr("Office"), _office),
            Column(tr("When"), _when, width=128),
            Column(tr("Text"), _text, width=92, hide_below=420),
            Column(tr("State"), lambda step: Cell("", chip=step_chip(step, today)), width=112),
        ]


def _office(step: ClearanceStep) -> Cell:
    detail = " · ".join(filter(None, (step.party_name, step.name)))
    return Cell(f"{step.seq}. {screen_side(step.office)}", detail=detail, tip=step.note)


def _when(step: ClearanceStep) -> Cell:
    if step.done_on is not None:
        return Cell(short_day(step.done_on, year=True))
    due = tr("due {day}", day=short_day(step.due_on, year=True)) if step.due_on else ""
    return Cell(due, quiet=True)


def _text(step: ClearanceStep) -> Cell:
    if not step.draft_no:
        return Cell("")
    words = tr("Draft {number}", number=step.draft_no)
    return Cell(words, detail=step.fingerprint[:SHORT], tip=step.fingerprint)
