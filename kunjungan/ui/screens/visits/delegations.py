"""The tab of a visit's delegations: every guest in one table, in the order of precedence."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import later, tr
from kunjungan.services.guests.copying import Earlier, earlier_guests
from kunjungan.services.office_settings import office_settings
from kunjungan.services.overview import VisitOverview
from kunjungan.services.precedence.order import ranking
from kunjungan.services.travel.reading import travel
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import partial_words
from kunjungan.ui.files import dropped_files
from kunjungan.ui.screens.visits.guest_card import GuestCard
from kunjungan.ui.screens.visits.guest_columns import as_text
from kunjungan.ui.screens.visits.guest_dialog import GuestPlace
from kunjungan.ui.screens.visits.guest_filter import ALL
from kunjungan.ui.screens.visits.guest_lists import GuestLists
from kunjungan.ui.screens.visits.guest_rows import OWN, GuestRow, Party, guest_rows
from kunjungan.ui.screens.visits.guest_table import GuestTable
from kunjungan.ui.screens.visits.guest_verbs import GuestVerbs
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.screens.visits.travel.command import open_travel
from kunjungan.ui.screens.visits.verbs import VisitVerbs
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.layouts import SidePanes, column

_SIDE = 264


class DelegationsTab(VisitTab):
    """Guests grouped by delegation, with the one on the keyboard to be put right at the side."""

    title = later("Delegations")

    more = (
        "guest.represent",
        "guest.companion",
        "guest.own",
        "guest.heads",
        "guest.paste",
        "guest.copy_earlier",
        "guest.attendance",
        "guest.vehicle",
        "guest.catering",
        "guest.catering_copy",
        "guest.remove",
        "delegation.add",
        "delegation.edit",
        "delegation.travel",
        "delegation.remove",
    )

    @staticmethod
    @override
    def count(seen: VisitOverview) -> int | None:
        return sum(line.heads for line in seen.delegations)

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self._verbs = GuestVerbs(context, self)
        self._lists = GuestLists(context, self)
        self._visit = VisitVerbs(context, self)
        self._earlier: Earlier | None = None
        self._law = ""
        self.list = GuestTable(context, self)
        self.table, self.filter = self.list.table, self.list.filter
        self.card = GuestCard(context.office, context.commands, self)
        self._panes = SidePanes(self.table, self.card, side_width=_SIDE, parent=self.list)
        self.list.body.addWidget(self._panes, 1)
        self.setLayout(column(self.list))
        self.setAcceptDrops(True)
        self._connect()
        self.setFocusProxy(self.list)
        self.refresh()

    @override
    def refresh(self) -> None:
        office, visit_id = self.context.office, self.seen.id
        order = ranking(office, visit_id)
        self._law = order.law
        ranked = {line.guest.id: line for line in order.lines}
        self._earlier = earlier_guests(office, visit_id)
        self._word_earlier()
        self.main = ("guest.add", "guest.import") if self.seen.delegations else ("delegation.add",)
        self._say_empty(everybody=bool(order.everybody))
        self.card.know_travel(travel(office, visit_id))
        self.list.show_rows(guest_rows(self.seen.delegations, order.everybody, ranked))

    @override
    def commands(self) -> Commands:
        found = {
            "delegation.add": self._add_delegation,
            "page.filter": self.filter.search.setFocus,
            "page.clear_filter": self._clear_filter,
            "guest.columns": self.list.ask_columns,
            "guest.own": lambda: self._add(OWN),
            "guest.heads": lambda: self._lists.add_heads(self.seen.id),
        }
        if self.seen.delegations:
            found |= {
                "guest.add": self._add,
                "guest.import": lambda: self._lists.bring_in(self.seen, self._party()),
                "guest.paste": lambda: self._lists.paste(self.seen, self._party()),
            }
        if (earlier := self._earlier) is not None:
            found["guest.copy_earlier"] = lambda: self._lists.copy_earlier(self.seen.id, earlier)
        several = self._selection_commands() if self.list.selected() else {}
        return {**found, **self._delegation_commands(), **several, **self._guest_commands()}

    @override
    def remember(self) -> dict[str, object]:
        return self.list.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.list.recall(state)

    def _delegation_commands(self) -> Commands:
        current = self.table.current()
        line = current.party.delegation if current else None
        if line is None:
            return {}
        return {
            "delegation.edit": lambda: self._verbs.edit_delegation(self.seen, line),
            "delegation.travel": lambda: open_travel(self.context, self.seen, line, self),
            "delegation.remove": lambda: self._verbs.remove_delegation(line),
        }

    def _selection_commands(self) -> Commands:
        return {
            "guest.attendance": self._ask_attendance,
            "guest.vehicle": lambda: self._verbs.ask_vehicle(self._place(), self.list.selected()),
            "guest.remove": lambda: self._verbs.remove(self.list.selected()),
            "guest.catering": lambda: self._lists.write_catering(self.seen),
            "guest.catering_copy": lambda: self._lists.copy_catering(self.seen.id),
            "guest.next_gap": self._next_gap,
            "page.copy": self._copy,
        }

    def _guest_commands(self) -> Commands:
        current, guest = self.table.current(), self.list.current_guest()
        if current is None or guest is None:
            return {}
        rows, visit_id = self.list.rows, self.seen.id
        return {
            "guest.edit": lambda: self._verbs.edit(self._place(), guest),
            "guest.represent": lambda: self._select(self._verbs.represent(self._place(), guest)),
            "guest.companion": lambda: self._select(
                self._verbs.add_companion(self._place(), guest)
            ),
            "guest.up": lambda: self._verbs.move(visit_id, rows, current, -1),
            "guest.down": lambda: self._verbs.move(visit_id, rows, current, 1),
        }

    def _connect(self) -> None:
        self.list.wanted.connect(self._open)
        self.list.picked.connect(self._on_picked)
        self.card.fields.left.connect(self.table.setFocus)
        self.list.add_key("K", self._cycle)
        self.list.add_key("Ctrl+C", self._copy)

    def _word_earlier(self) -> None:
        """Name the earlier visit on the command that lists its guests again."""
        if self._earlier is not None:
            words = tr("Copy from the visit of {month}", month=partial_words(self._earlier.on))
            self.context.commands["guest.copy_earlier"].setText(words)

    def _say_empty(self, *, everybody: bool) -> None:
        commands = self.context.commands
        if everybody:
            clear = commands["page.clear_filter"]
            self.table.show_empty("people", tr("Nobody matches"), tr("Change the filter."), clear)
        elif self.seen.delegations:
            names = ["guest.paste", "guest.add"]
            names += ["guest.copy_earlier"] if self._earlier is not None else []
            self.table.show_empty(
                "people",
                tr("No guests yet"),
                tr("Drop a list here, or bring it in as it came. You see it before it is written."),
                commands["guest.import"],
                [commands[name] for name in names],
            )
        else:
            self.table.show_empty(
                "people_community",
                tr("No delegation yet"),
                tr("Add the institution that comes, then its guests."),
                commands["delegation.add"],
            )

    @Slot()
    def _on_picked(self) -> None:
        current = self.table.current()
        self._panes.show_side(shown=current is not None)
        self.card.show_rows(current, self.list.selected(), self._law)
        self.commands_changed.emit()

    def _party(self) -> str:
        """Return the party that is meant: of the row, of the filter, or the first."""
        current, chosen = self.table.current(), self.filter.party
        if current is not None:
            return current.party.key
        return chosen if chosen != ALL else str(self.seen.delegations[0].id)

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.table.setFocus()

    def _place(self) -> GuestPlace:
        """Return the parties of the visit, the host's own too, and who is in them."""
        lines = self.seen.delegations
        parties = [Party(str(line.id), body_name(line), line) for line in lines]
        own = office_settings(self.context.office).own_institution
        every = [*parties, Party(OWN, tr("Own party of the host"))]
        guests = [guest for row in self.list.rows for guest in row.guests]
        return GuestPlace(self.seen.id, every, guests, own)

    def _add(self, party: str = "") -> None:
        self._select(self._verbs.add(self._place(), party or self._party()))

    def _select(self, made: UUID | None) -> None:
        if made is not None:
            self.list.select(made)
            self.table.setFocus()

    @Slot(object)
    def _open(self, row: GuestRow) -> None:
        """Go to the facts of a guest, or add the first of a party."""
        if row.guest is not None:
            self.card.fields.focus_first()
        else:
            self._add(row.party.key)

    def _ask_attendance(self) -> None:
        view = self.table.view
        at = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(60, 0)
        self._verbs.ask_attendance(self.list.selected(), view.viewport().mapToGlobal(at))

    @Slot()
    def _cycle(self) -> None:
        if guests := self.list.selected():
            self._verbs.next_attendance(guests)

    def _next_gap(self) -> None:
        if not self.list.next_gap():
            self.context.toast(tr("Every guest has a name, a post, a rank and an answer."))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.list.chosen_rows()))
        self.context.toast(tr("Copied"))

    def _add_delegation(self) -> None:
        made = self._visit.add_delegation(self.seen)
        if made is not None:
            self.table.select(made)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) and self.seen.delegations:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the import on the list that was dropped."""
        if paths := dropped_files(event):
            event.acceptProposedAction()
            self._lists.bring_in(self.seen, self._party(), paths[0])
