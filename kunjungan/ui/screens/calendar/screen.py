"""The calendar: where visits are placed so that room, leader and team are free."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.calendar import moving
from kunjungan.services.calendar.conflicts import ConflictLine, ConflictSide
from kunjungan.services.calendar.occasions import Ref
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.calendar.body import Body
from kunjungan.ui.screens.calendar.conflict_words import moving_side
from kunjungan.ui.screens.calendar.drag import Drag, Grip
from kunjungan.ui.screens.calendar.memory import keep_sieve, kept_sieve
from kunjungan.ui.screens.calendar.moves import Mover
from kunjungan.ui.screens.calendar.reader import Found, read_clashes, read_range, shown_of
from kunjungan.ui.screens.calendar.shown import range_of, stepped
from kunjungan.ui.screens.calendar.sieve import Sieve, View
from kunjungan.ui.screens.calendar.verbs import CalendarVerbs
from kunjungan.ui.screens.calendar.words import title_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.page import Page

TABLES = frozenset(
    {"visit", "visit_session", "session_delegation", "delegation", "attendee", "agenda_item",
     "calendar_entry", "resource", "assignment", "snooze", "holiday", "setting", "person",
     "tenure", "agreement", "party", "institution"}
)  # fmt: skip
"""What the calendar and its checks are read from."""


class CalendarScreen(Page):
    """Month, week, day and agenda with their side cards."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._verbs = CalendarVerbs(context, self)
        self.mover = Mover(context, self)
        self.sieve: Sieve = kept_sieve(context.desk)
        self.day = context.office.today()
        self._ref: Ref | None = None
        since, until = range_of(self.sieve.view, self.day)
        self.found = Found(since, until)
        self._stale = True
        self._clashes = QTimer(self)
        self._clashes.setSingleShot(True)
        self._clashes.timeout.connect(self._show_clashes)
        self.body = Body(context, self.header, self)
        self.set_body(self.body)
        self._connect()

    @override
    def commands(self) -> Mapping[str, Callable[[], object]]:
        clashes = self.body.side.conflict.line is not None
        found = self._verbs.commands(self, self.body.views.current(), clashes=clashes)
        return found | {"page.refresh": self.reload}

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        """Show the calendar, at the day that ``tab`` names in ISO form where it names one."""
        del record
        if tab:
            self._go_iso(tab)
        self.reload()

    @override
    def remember(self) -> dict[str, object]:
        return {"day": self.day.isoformat()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(day := state.get("day"), str) and day != self.day.isoformat():
            self._go_iso(day)
            self.reload()

    def turn(self, by: int) -> None:
        """Turn the view's page: a month, a week or a day."""
        self.go(stepped(self.sieve.view, self.day, by))

    def go_today(self) -> None:
        """Go to today."""
        self.go(self._context.office.today())

    def go(self, day: date, ref: Ref | None = None) -> None:
        """Go to a day, and choose an entry on it or none."""
        self.day, self._ref = day, ref
        if self.found.since <= day < self.found.until and self.sieve.view is not View.AGENDA:
            self._show()
        else:
            self.reload()

    def show_view(self, view: View) -> None:
        """Show another view of the same day, for now and for the next start."""
        one = self.body.views.current()
        self._ref = one.ref if one is not None else None
        self._sift(replace(self.sieve, view=view))
        self.body.views.setFocus()

    def hold(self, grip: Grip) -> None:
        """Take hold of the chosen entry; from the agenda, in the week where it stands."""
        one = self.body.views.current()
        if one is not None and self.body.views.board is None:
            self.day = one.on
            self.show_view(View.WEEK)
            self.go(one.on, one.ref)
        if (board := self.body.views.board) is not None:
            board.take_hold(grip)

    def next_clash(self) -> None:
        """Choose the next clash of the view; its card says what to do."""
        card = self.body.side.conflict
        if card.line is not None and self._ref in {card.line.first.ref, card.line.second.ref}:
            card.step(1)
        if card.line is not None:
            side = moving_side(card.line)
            self.go(max(side.slot.on, self.found.since), side.ref)

    def slot_here(self) -> moving.Slot:
        """Return the chosen day as a slot for something new."""
        return moving.Slot(self.day, self.day)

    @Slot()
    def reload(self) -> None:
        """Read the days in view anew; where that fails, say so and keep what was shown."""
        self._stale = False
        self.mover.forget()
        try:
            self.found = read_range(self._context.office, self.sieve.view, self.day)
        except OfficeError as refusal:
            again = [(tr("Try again"), self.reload)]
            self.header.show_banner(Tone.BAD, refusal_words(refusal), again)
            return
        self._show_missing()
        self._show()
        self._clashes.start()

    @Slot()
    def _show_clashes(self) -> None:
        """Fill the card of clashes once the days are painted: they never wait for it."""
        with refusals_shown(self):
            lines = read_clashes(self._context.office, self.found.since, self.found.until)
            self.body.side.show_clashes(lines, self.found)
            self.body.show_clashes(sum(not line.left for line in lines))
            self.commands_changed.emit()

    def _show(self) -> None:
        office, views = self._context.office, self.body.views
        shown = shown_of(self.found, self.sieve, self.day, office.today())
        views.show_days(shown, self._ref)
        self.body.side.show_found(self.found, self.sieve)
        self.body.show_view(self.sieve.view)
        title = title_words(self.sieve.view, self.day, self.found.since, self.found.until)
        self.header.show_title(title)
        self._carry_day()
        self.commands_changed.emit()

    def _show_missing(self) -> None:
        self.header.hide_banner()
        if self.found.missing:
            years = ", ".join(map(str, self.found.missing))
            fill = Address("settings", None, f"holidays:{self.found.missing[0]}")
            go = [(tr("Fill in"), lambda: self._context.navigate(fill))]
            words = tr("Holidays of {years} are not filled in yet", years=years)
            self.header.show_banner(Tone.INFO, words, go)

    def _connect(self) -> None:
        views, side = self.body.views, self.body.side
        views.picked.connect(self._on_picked)
        views.menu_wanted.connect(lambda at: self._verbs.popup(at, views.current()))
        views.opened.connect(self._verbs.open)
        views.asked.connect(self._on_asked)
        views.day_opened.connect(self._on_day_opened)
        views.day_wanted.connect(self._on_day_wanted)
        views.dragged.connect(self._on_dragged)
        views.dropped.connect(self._on_dropped)
        side.sieved.connect(self._sift)
        side.conflict.shown_line.connect(self._on_conflict)
        side.conflict.room_wanted.connect(self.mover.change_room)
        side.conflict.leave_wanted.connect(self.mover.leave)
        side.conflict.back_wanted.connect(self.mover.take_up)
        side.conflict.time_wanted.connect(self._on_time_wanted)
        self._context.news.changed.connect(self._on_changed)
        self._context.news.new_day.connect(self.reload)

    def _go_iso(self, text: str) -> None:
        try:
            self.day = date.fromisoformat(text)
        except ValueError:
            return  # a place kept by an older version: stay where one is
        self._ref = None
        self.body.side.conflict.prefer(self.day)

    def _carry_day(self) -> None:
        """Let "new visit" know the chosen day; the visits' page takes it from there."""
        if self.isVisible():
            self._context.commands["visit.schedule"].setData(self.day.isoformat())

    @Slot(object)
    def _sift(self, sieve: Sieve) -> None:
        other_view, self.sieve = sieve.view is not self.sieve.view, sieve
        keep_sieve(self._context.desk, sieve)
        if other_view:
            self.reload()
        else:
            self._show()

    @Slot()
    def _on_picked(self) -> None:
        board, one = self.body.views.board, self.body.views.current()
        if board is not None:
            self.day, self._ref = board.day, board.ref
            self._carry_day()
        elif one is not None:
            self._ref = one.ref
        self.commands_changed.emit()

    @Slot(str)
    def _on_asked(self, name: str) -> None:
        self.commands_changed.emit()
        self._context.commands[name].trigger()

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        self.day = day
        self.show_view(View.DAY)

    @Slot(object)
    def _on_day_wanted(self, day: date) -> None:
        """Turn to a day out of view; what is carried by the keyboard stays in hand."""
        board = self.body.views.board
        drag = board.drag if board is not None else None
        self.go(day, drag.occasion.ref if drag is not None and drag.occasion else None)

    @Slot(object)
    def _on_dragged(self, drag: Drag | None) -> None:
        if drag is None:
            self.body.show_move(None, ())
            return
        checked = self.mover.check(drag)
        if (board := self.body.views.board) is not None:
            board.clashing = any(not clash.missing for clash in checked.clashes)
        self.body.show_move(drag, checked.lines)

    @Slot(object)
    def _on_dropped(self, drag: Drag) -> None:
        one = drag.occasion
        if one is None:
            self._verbs.add(drag.slot)
        elif self.mover.drop(drag):
            self.go(drag.slot.on, one.ref)

    @Slot(object)
    def _on_conflict(self, line: ConflictLine) -> None:
        side = moving_side(line)
        planner = self.mover.planner(side.slot.on)
        self.body.side.conflict.show_offers(planner.free_rooms(side.ref, side.slot, side.need))

    @Slot(object)
    def _on_time_wanted(self, side: ConflictSide) -> None:
        if self.body.views.board is None:
            self.show_view(View.WEEK)
        self.go(side.slot.on, side.ref)
        self.body.views.setFocus()
        self.hold(Grip.WHOLE)

    @Slot(object)
    def _on_changed(self, tables: frozenset[str]) -> None:
        if not tables & TABLES:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._carry_day()
        if self._stale:
            self.reload()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let "new visit" forget the day, once whoever was asked for it has taken it."""
        super().hideEvent(event)
        action = self._context.commands["visit.schedule"]
        QTimer.singleShot(0, action, lambda: action.setData(None))
