"""The card of the crew beside the board: everybody with duty and hours, double bookings in red."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kunjungan.domain.conflicts import Clash
from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.visiting.crew import CrewLine, list_crew, release
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import hours_words
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.board.words import clash_words
from kunjungan.ui.screens.visits.crew.dialog import ask_crew, ask_new_crew
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.screens.visits.words import brief_body, joined
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.list_keys import ListKeys
from kunjungan.ui.widgets.rows_model import Cell, Column, Group

MENU = ("crew.add", "crew.edit", None, "crew.remove")


class CrewCard(Card):
    """Everybody of the own crew and every vehicle, grouped by duty.

    Signals:
        commands_changed: Somebody else is current, or nobody.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        add = CommandButton(context.commands["crew.add"], text=tr("Assign"), icon="add")
        super().__init__(tr("Crew and vehicles"), add, parent)
        self._context = context
        self._seen: VisitOverview | None = None
        self._session: UUID | None = None
        self._clashes: Mapping[UUID, Clash] = {}
        self.table = DataTable[CrewLine](
            [Column(tr("Who"), self._cell)],
            key=lambda line: line.id,
            two_lines=True,
            parent=self,
        )
        self._build()

    def show_visit(self, seen: VisitOverview, clashes: Sequence[Clash]) -> None:
        """Show the crew of a visit with what clashes for it."""
        self._seen = seen
        self._clashes = {
            booking.id: clash
            for clash in clashes
            for booking in (clash.first, clash.second)
            if booking.source == "assignment"
        }
        lines = list_crew(self._context.office, seen.id)
        self.table.show_rows(lines, lambda line: Group(label(line.duty)))
        double = sum(line.id in self._clashes for line in lines)
        said = tr("{count} double booked", count=double) if double else ""
        self.table.set_footer(said, [("Ins", tr("assign")), ("F2", tr("edit"))] if lines else ())

    def assign_to(self, session_id: UUID | None) -> None:
        """Offer this session first for who is assigned next."""
        self._session = session_id

    def commands(self) -> Commands:
        """Return what can be done with the crew now."""
        always: Commands = {"crew.add": self._add}
        if self.table.current() is None:
            return always
        return {**always, "crew.edit": self._edit, "crew.remove": self._remove}

    def _build(self) -> None:
        set_property(self.table, "frame", "")
        self.table.view.horizontalHeader().hide()
        self.table.setMinimumHeight(230)
        commands = self._context.commands
        self.table.set_menu(MENU, commands)
        self.table.show_empty("people", tr("Nobody assigned yet"))
        keys = (("crew.add", Qt.Key.Key_Insert), ("crew.edit", Qt.Key.Key_F2),
                ("crew.remove", Qt.Key.Key_Delete))  # fmt: skip
        ListKeys(self.table.view, {key: commands[name] for name, key in keys})
        self.fill(self.table)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self.commands_changed)

    def _cell(self, line: CrewLine) -> Cell:
        clash = self._clashes.get(line.id)
        where = screen_side(line.session) or tr("The whole visit")
        body = brief_body(screen_side(line.delegation))
        vehicle = line.vehicle if line.name else ""
        hours = hours_words(line.starts_at, line.ends_at)
        detail = joined(hours, where, body, vehicle, line.phone)
        if clash is None:
            return Cell(line.who, detail, bold=True, tip=joined(line.who, detail, line.note))
        told = clash_words(clash, line.id)
        chip = ChipText(tr("Double booked"), Tone.BAD, "warning")
        return Cell(line.who, joined(told, detail), bold=True, chip=chip, tip=f"{told}\n{detail}")

    def _add(self) -> None:
        if self._seen is None:
            return
        with refusals_shown(self):
            made = ask_new_crew(self._context.office, self._seen, self._session, self)
            if made is not None:
                self._context.toast(tr("Crew assigned"), undo=True)
                self.table.select(made)

    def _edit(self) -> None:
        current = self.table.current()
        if current is None or self._seen is None:
            return
        with refusals_shown(self):
            if ask_crew(self._context.office, self._seen, current.id, self):
                self._context.toast(tr("Crew changed"), undo=True)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            release(self._context.office, current.id)
            self._context.toast(tr("“{name}” released", name=current.who), undo=True)
