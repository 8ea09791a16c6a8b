"""The card of the duties after signing: ticked off, overdue ones in sight, each with its law."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.process.duties import remove_duty, tick_duty
from kunjungan.services.process.duty_lines import DutyLine, list_duties
from kunjungan.services.process.duty_making import add_duties
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.process.duty_dialog import ask_duty
from kunjungan.ui.screens.agreements.process.stage_words import BETWEEN, SOON, left_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_property, set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import CARD_PAD, framed, row
from kunjungan.ui.widgets.rows_model import Align, Cell, Column
from kunjungan.ui.widgets.table_view import ROW_TWO_LINES

MENU = ("duty.add", "duty.edit", None, "duty.remove")
_FOOTER = 34


class DutiesCard(Card):
    """What is owed after signing, all of it in sight: the page scrolls, not the card.

    Signals:
        commands_changed: Another duty is current, or none.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._make = button(tr("Make the duties"), self._make_them, kind="link")
        self._add = button(tr("Add"), self._add_one, kind="link")
        self._add.setAccessibleName(tr("Add duty"))
        super().__init__(tr("Duties"), framed(row(self._make, self._add, spacing=14)), parent)
        self._context = context
        self._view: AgreementView | None = None
        self.table = DataTable[DutyLine](
            self._columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        self._none = set_role(
            QLabel(
                tr("They come with the last signature. What a party owes can be entered any time.")
            ),
            TextRole.SMALL,
        )
        self._build()

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the duties of an agreement."""
        self._view = view
        lines = list_duties(self._context.office, view.id)
        signed = view.signatures > 0 and view.signed == view.signatures
        self._make.setVisible(signed and not any(line.code for line in lines))
        self.table.show_rows(lines)
        self.table.setFixedHeight(len(lines) * ROW_TWO_LINES + _FOOTER)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)
        late = sum(line.due is not None and line.due.overdue for line in lines)
        self.table.set_footer(
            tr("{count} overdue", count=late) if late else "",
            [(tr("Space"), tr("tick")), ("Enter", tr("edit"))],
        )

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does with the current duty."""
        found: dict[str, Callable[[], object]] = {"duty.add": self._add_one}
        if self.table.current() is not None:
            found |= {"duty.edit": self._edit, "duty.remove": self._remove}
        return found

    def _build(self) -> None:
        set_property(self.table, "frame", "")
        self.table.view.horizontalHeader().hide()
        self.table.set_menu(MENU, self._context.commands)
        self.fill(self.table)
        self._none.setWordWrap(True)
        self._none.setContentsMargins(CARD_PAD, 10, CARD_PAD, 12)
        self.body.addWidget(self._none)
        self.setFocusProxy(self.table)
        self.table.toggled.connect(self._tick)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self.commands_changed)

    def _add_one(self) -> None:
        if self._view and ask_duty(self._context.office, self._view, None, self):
            self._context.toast(tr("Duty added"), undo=True)

    @Slot()
    def _edit(self) -> None:
        current = self.table.current()
        if self._view and current and ask_duty(self._context.office, self._view, current.id, self):
            self._context.toast(tr("Duty changed"), undo=True)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            remove_duty(self._context.office, current.id)
            self._context.toast(tr("Duty removed"), undo=True)

    def _make_them(self) -> None:
        if self._view is None:
            return
        with refusals_shown(self):
            made = add_duties(self._context.office, self._view.id)
            self._context.toast(tr("{count} duties made", count=made), undo=True)

    @Slot(object)
    def _tick(self, line: DutyLine) -> None:
        done = line.done_on is None
        with refusals_shown(self):
            tick_duty(self._context.office, line.id, done=done)
            title = screen_side(line.title)
            said = tr("“{step}” is done", step=title)
            undone = tr("“{step}” is open again", step=title)
            self._context.toast(said if done else undone, undo=True)

    def _columns(self) -> list[Column[DutyLine]]:
        return [Column(tr("Duty"), _title), Column(tr("Due"), _due, 172, Align.RIGHT)]


def _title(line: DutyLine) -> Cell:
    done = line.done_on is not None
    party = screen_side(line.party) if line.party else ""
    practice = tr("office practice") if line.practice else ""
    about = BETWEEN.join(
        part for part in (party, line.owner, screen_side(line.law), practice) if part
    )
    title = screen_side(line.title)
    return Cell(title, detail=about, checked=done, quiet=done, tip=title)


def _due(line: DutyLine) -> Cell:
    if line.done_on is not None:
        day = short_day(line.done_on, year=True)
        return Cell(day, detail=tr("done"), quiet=True)
    if line.due is None:
        return Cell("—", quiet=True)
    due = line.due
    tone = Tone.BAD if due.overdue else Tone.WARN if due.left <= SOON else Tone.PLAIN
    tip = "" if due.sure else tr("The holidays of that year are not known yet.")
    return Cell(short_day(due.on, year=True), detail=left_words(due), tone=tone, tip=tip)
