"""Carries out what was dragged: checks each step, asks what is owed, saves as one change."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.calendar.conflicts import (
    ConflictLine,
    ConflictSide,
    leave_conflict,
    take_up_conflict,
)
from kunjungan.services.calendar.moving import move_to, room_to, rundown_told
from kunjungan.services.calendar.occasions import Ref
from kunjungan.services.calendar.planner import MoveCheck, Planner
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.calendar.conflict_words import clash_words
from kunjungan.ui.screens.calendar.drag import Drag, Grip
from kunjungan.ui.screens.calendar.words import slot_hours, slot_words
from kunjungan.ui.widgets.fields import TextField
from kunjungan.ui.widgets.form_dialog import FormDialog

_AROUND = timedelta(days=45)
_NOTHING = MoveCheck((), ())


class Mover:
    """Knows what a move would mean while it is under way, and does it in the end."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._office = context.office
        self._parent = parent
        self._planner: Planner | None = None
        self._asked: set[tuple[UUID | None, date]] = set()

    def check(self, drag: Drag) -> MoveCheck:
        """Return what going where it is now would mean; reads the office at the first step only."""
        if drag.occasion is None:
            return _NOTHING
        return self.planner(drag.origin.on).check(drag.occasion.ref, drag.slot)

    def forget(self) -> None:
        """Look at the office anew at the next step: the drag is over, or something changed."""
        self._planner = None

    def drop(self, drag: Drag) -> bool:
        """Save a move; False where it was refused or the person thought better of it."""
        one, done = drag.occasion, False
        if one is None:
            return False
        with refusals_shown(self._parent):
            self._office.refuse_looking_on()
            agreements = self.check(drag).agreements
            if self._may_move(one.ref, one.visit_id):
                follow = agreements if agreements and self._may_redate(drag, agreements) else ()
                move_to(self._office, one.ref, drag.slot, redate=follow)
                self._context.toast(_moved_words(drag), undo=True)
                done = True
        self.forget()
        return done

    def change_room(self, side: ConflictSide, room: str) -> None:
        """Give one of two that clash another room."""
        with refusals_shown(self._parent):
            room_to(self._office, side.ref, room)
            words = tr("“{title}” is now in {room}", title=side.title, room=room)
            self._context.toast(words, undo=True)

    def leave(self, line: ConflictLine) -> bool:
        """Ask why the office lives with a conflict, and keep that."""
        dialog = FormDialog(
            tr("Leave the clash"), tr("Leave it"), self._parent.window(), intro=clash_words(line)
        )
        reason = TextField(2)
        dialog.add(tr("Reason"), reason, needed=True)
        done = dialog.run(lambda: leave_conflict(self._office, line.what, reason.value()))
        dialog.deleteLater()
        if done:
            self._context.toast(tr("Clash left as it is"), undo=True)
        return done

    def take_up(self, line: ConflictLine) -> None:
        """Let a conflict that was left be one to be mended again."""
        with refusals_shown(self._parent):
            take_up_conflict(self._office, line.what)
            self._context.toast(tr("The clash is shown again"), undo=True)

    def planner(self, on: date) -> Planner:
        """Return the look ahead round a day, made once for a drag or a card."""
        if self._planner is None:
            self._planner = Planner(self._office, on - _AROUND, on + _AROUND)
        return self._planner

    def _may_move(self, ref: Ref, visit: UUID | None) -> bool:
        """Ask once before what guests were told by a rundown moves; later moves need no asking."""
        told = rundown_told(self._office, ref)
        if told is None or (visit, told) in self._asked:
            return True
        text = tr(
            "Its rundown went to the guests on {day}. After the move it has to be sent again.",
            day=short_day(told, year=True),
        )
        title = tr("Move a visit whose rundown was sent?")
        if not ask(self._parent, title, text, verb=tr("Move visit"), danger=False):
            return False
        self._asked.add((visit, told))
        return True

    def _may_redate(self, drag: Drag, agreements: Sequence[UUID]) -> bool:
        text = tr(
            "{count} agreements are to be signed on {day}. They can follow the visit.",
            count=len(agreements),
            day=short_day(drag.origin.on, year=True),
        )
        title = tr("Move the signing date, too?")
        return ask(self._parent, title, text, verb=tr("Move signing date"), danger=False)


def _moved_words(drag: Drag) -> str:
    title = screen_side(drag.occasion.title) if drag.occasion is not None else ""
    if drag.grip is Grip.WHOLE:
        return tr("“{title}” moved to {slot}", title=title, slot=slot_words(drag.slot))
    return tr("“{title}” is now {slot}", title=title, slot=slot_hours(drag.slot))
