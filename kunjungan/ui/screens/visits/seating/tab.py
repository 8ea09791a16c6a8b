"""The tab of a visit's seating: who goes ahead of whom, and who sits where."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPointF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later, tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.pack.log import list_day_prints
from kunjungan.services.precedence.order import RankedGuest, Ranking, ranking
from kunjungan.services.seating import Move, PlanView, SeatingState, seating_state
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.visits.seating.due_watch import DueWatch
from kunjungan.ui.screens.visits.seating.moves_dialog import MovesDialog
from kunjungan.ui.screens.visits.seating.moves_words import NOTHING, sections_of
from kunjungan.ui.screens.visits.seating.order_card import OrderCard
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow, equals_of
from kunjungan.ui.screens.visits.seating.plan_pane import PlanPane
from kunjungan.ui.screens.visits.seating.remarks import Remarks
from kunjungan.ui.screens.visits.seating.verbs import SeatingVerbs, equals_deeds, seat_deeds
from kunjungan.ui.screens.visits.seating.words import guest_body
from kunjungan.ui.screens.visits.tab import Commands, VisitTab
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import CARD_GAP, framed, row

_LIST, _NARROW, _NARROW_UNDER = 276, 266, 900
_PAPERS, _CHANGED, _LOW = "seating,tents", "changed", 480


class SeatingTab(VisitTab):
    """The order at the left, a plan beside it; what is wrong or has moved stands above both."""

    title = later("Seating")
    main = ("seating.print", "seating.arrange")
    more = (
        "seating.new",
        "seating.edit",
        "seating.add_row",
        "seating.make_room",
        "seating.save_template",
        "seating.moves",
        "seating.remove",
    )

    def __init__(
        self, context: ScreenContext, seen: VisitOverview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, seen, parent)
        self.order = Ranking((), (), "")
        self.view: PlanView | None = None
        self.moves, self._waits = NOTHING, False
        self._arranged: tuple[Move, ...] = ()  # what the last arranging moved
        self._state: SeatingState | None = None
        self._due = DueWatch(context, seen.id, self)
        self._plan: UUID | None = None
        self._guest: UUID | None = None
        self.verbs = SeatingVerbs(context, self, self.refresh)
        self.list = OrderCard(self)
        self.pane = PlanPane(context.office, context.commands, self)
        self.canvas = self.pane.canvas
        self.remarks = Remarks(context.commands, self)
        self._empty = EmptyState("seat_multiple_stadium", "", parent=self)
        self._build()
        self._connect()
        self.refresh()

    @staticmethod
    @override
    def count(seen: VisitOverview) -> int | None:
        return seen.plans

    @override
    def refresh(self) -> None:
        try:
            state = seating_state(self.context.office, self.seen.id, self._plan)
        except RuleBroken as refusal:
            self._show_refused(refusal_words(refusal))
            return
        self.view, self.order = state.view, state.order
        self._plan = state.view.id if state.view is not None else None
        self._state, self._waits = state, state.moves.upset
        self.list.show_order(self.order, self.view)
        if self.view is not None:
            self.pane.show_plan(state.plans, self.view, self.order.lines)
        else:
            self._show_none()
        self._right.setCurrentIndex(0 if self.view is not None else 1)
        self._show_remarks()
        self._follow_seat()
        self._due.look()

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {"seating.new": self._new}
        if self.view is not None:
            found.update(self._on_plan(self.view))
        if self.moves != NOTHING:
            found["seating.moves"] = self._show_moves
        found["seating.print_changed"] = self._print_changed
        if (line := self.guest()) is not None:
            found.update(self._on_guest(line))
        return found

    @override
    def remember(self) -> dict[str, object]:
        stage = self.canvas.lens.from_stage
        return {"plan": self._plan, "seat": self.canvas.key, "stage": stage}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        plan = state.get("plan")
        self._plan = plan if isinstance(plan, UUID) else self._plan
        self.refresh()
        self.canvas.see_from(stage=bool(state.get("stage")))
        self.canvas.choose(str(state.get("seat", "")))

    def guest(self) -> RankedGuest | None:
        """Return the guest whom commands are about: last chosen on the plan or in the list."""
        return next((line for line in self.order.lines if line.guest.id == self._guest), None)

    def equals(self) -> EqualRow | None:
        """Return those of equal rank whom the guest stands among."""
        return equals_of(self.order.lines, self._guest) if self._guest is not None else None

    def _on_plan(self, view: PlanView) -> Commands:
        verbs, canvas = self.verbs, self.canvas
        found: dict[str, Callable[[], None]] = {
            "seating.print": partial(verbs.print_papers, _PAPERS),
            "page.print": partial(verbs.print_papers, _PAPERS),
            "seating.arrange": partial(self._arrange, view),
            "seating.edit": partial(verbs.edit, view),
            "seating.add_row": partial(verbs.add_row, view.id),
            "seating.save_template": partial(verbs.save_template, view),
            "seating.remove": partial(verbs.remove, view),
            "seating.mirror": self._mirror,
            "seating.zoom_in": partial(canvas.zoom_by, 1),
            "seating.zoom_out": partial(canvas.zoom_by, -1),
            "seating.fit": partial(canvas.zoom_to, None),
        }
        if view.missing_seats:
            found["seating.make_room"] = partial(verbs.make_room, view.id)
        if self.pane.strays():
            found |= {
                "seating.next": partial(self.pane.go_stray, 1),
                "seating.previous": partial(self.pane.go_stray, -1),
            }
        return found

    def _on_guest(self, line: RankedGuest) -> Commands:
        found: dict[str, Callable[[], None]] = {}
        if self.view is not None:
            found["seating.who"] = partial(self.pane.tell_who, line)
            found["seating.lift"] = partial(self._lift, line)
            seat = self.canvas.seat_of(line.guest.id)
            found |= seat_deeds(self.verbs, self.view, seat) if seat is not None else {}
        if (equals := self.equals()) is not None:
            found |= equals_deeds(self.verbs, self.seen.id, line.guest.id, equals)
        return found

    def _build(self) -> None:
        room = QWidget(self)
        self._right = QStackedLayout(room)
        self._right.addWidget(self.pane)
        self._right.addWidget(self._empty)
        panes = row(self.list, room, spacing=CARD_GAP)
        panes.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.remarks)
        layout.addWidget(framed(panes, self), 1)
        self.setFocusProxy(self.canvas)

    def _show_remarks(self) -> None:
        """Show what waits: seats to be given anew, else cards that are no longer right."""
        if (state := self._state) is None:
            return
        settled = replace(self._due.cards, moved=self._arranged)
        self.moves = state.moves if self._waits else settled
        self.remarks.show_state(state, self.moves, waits=self._waits)
        self.commands_changed.emit()

    def _show_none(self) -> None:
        """Say that there is no plan yet, and how one begins."""
        self.pane.who.hide()
        self._empty.show_words(
            "seat_multiple_stadium",
            tr("No seating plan yet"),
            tr("Choose a room template; everybody is seated by rank at once."),
            self.context.commands["seating.new"],
        )

    def _show_refused(self, words: str) -> None:
        """Say why the plans cannot be shown; guests and their order are safe."""
        self.view = self._state = None
        self.pane.who.hide()
        self._empty.show_words("warning", tr("The seating cannot be shown"), words)
        self._right.setCurrentIndex(1)
        self.remarks.hide()

    def _connect(self) -> None:
        canvas, rows = self.canvas, self.list.rows
        canvas.picked.connect(self._follow_seat)
        canvas.asked.connect(self._run)
        canvas.dropped.connect(self._put)
        canvas.cast_off.connect(self._cast_off)
        self._due.found.connect(self._show_remarks)
        rows.picked.connect(self._follow_list)
        rows.asked.connect(self._run)
        rows.equals_wanted.connect(partial(self.verbs.decide, self.seen.id))
        rows.pulled.connect(self._pull)
        rows.released.connect(lambda _at: canvas.let_go())
        rows.given_up.connect(partial(canvas.carry, None))
        self.pane.legend.asked.connect(self._run)
        self.pane.bar.chosen.connect(self._show_plan)
        self.remarks.plan_wanted.connect(self._show_plan)

    def _run(self, name: str) -> None:
        """Do a command that the plan or the list asked for, where it is open."""
        action = self.context.commands[name]
        if action.isEnabled():
            action.trigger()

    def _follow_seat(self) -> None:
        """Let the list follow the chosen seat."""
        seat = self.canvas.current() if self.view is not None else None
        if seat is not None:
            self._guest = seat.guest.guest.id if seat.guest is not None else None
            self.list.rows.select(self._guest)
        self.commands_changed.emit()

    def _follow_list(self, guest_id: UUID | None) -> None:
        """Let the plan follow the list."""
        self._guest = guest_id
        seat = self.canvas.seat_of(guest_id) if self.view is not None else None
        if seat is not None:
            told = self.canvas.blockSignals(True)
            self.canvas.choose(seat.place.key)
            self.canvas.blockSignals(told)
        self.commands_changed.emit()

    def _put(self, guest_id: UUID, key: str) -> None:
        if self.view is not None:
            self.verbs.put(self.view, guest_id, key)

    def _cast_off(self, guest_id: UUID) -> None:
        if self.view is not None:
            self.verbs.unseat(self.view, guest_id)

    def _lift(self, line: RankedGuest) -> None:
        seat = self.canvas.seat_of(line.guest.id)
        if not self.canvas.lift(line) and seat is not None and seat.locked:
            self.context.toast(tr("This seat is locked. Press L to unlock it."))

    def _pull(self, line: RankedGuest, at: QPointF) -> None:
        port = self.canvas.viewport()
        self.canvas.drag_over(line, QPointF(port.mapFromGlobal(at.toPoint())))

    def _mirror(self) -> None:
        self.canvas.see_from(stage=not self.canvas.lens.from_stage)

    def _new(self) -> None:
        if (made := self.verbs.new(self.seen.id)) is not None:
            self._show_plan(made)

    def _show_plan(self, plan_id: UUID) -> None:
        self._plan = plan_id
        self.refresh()

    def _arrange(self, view: PlanView) -> None:
        self._arranged = self.moves.moved if self._waits else self._arranged
        self.verbs.arrange(view)

    def _print_changed(self) -> None:
        before = list_day_prints(self.context.office, self.seen.id)
        self.verbs.print_papers(_CHANGED)
        if list_day_prints(self.context.office, self.seen.id) != before:
            self._arranged = ()
            self.refresh()

    def _show_moves(self) -> None:
        lines = (*self.order.lines, *ranking(self.context.office, self.seen.id).lines)
        bodies = {line.guest.id: guest_body(line.guest) for line in lines}
        dialog = MovesDialog(sections_of(self.moves, bodies), self.context, self)
        dialog.exec()
        dialog.deleteLater()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remarks.make_room(low=self.height() < _LOW)
        self.list.setFixedWidth(_NARROW if self.width() < _NARROW_UNDER else _LIST)
