"""A calendar in a real window with a few entries, and a hand that drags with real mouse events."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import EntryKind
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.calendar.occasions import Occasion, Ref, occasions
from kunjungan.services.office import Office
from kunjungan.services.visits import VisitForm, move_visit, schedule_visit
from kunjungan.ui.context import Address
from kunjungan.ui.screens.calendar import PLACE
from kunjungan.ui.screens.calendar.board import Box
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard
from kunjungan.ui.screens.calendar.screen import CalendarScreen
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.screens.visits import PLACE as VISITS
from tests.ui.office_case import Case, office_window

CalendarCase = Case[CalendarScreen]
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@contextmanager
def calendar_window(app: QApplication, office: Office) -> Iterator[CalendarCase]:
    """Open a window on the calendar at September 2022, in English."""
    with office_window(app, office, PLACE, CalendarScreen, VISITS) as case:
        go(case, date(2022, 9, 1))
        yield case


def go(case: CalendarCase, day: date, view: View = View.MONTH) -> None:
    """Go to a day in a view."""
    case.window.frame.go(Address("calendar", None, day.isoformat()))
    case.page.show_view(view)
    QApplication.processEvents()


def an_entry(
    office: Office,
    title: str = "Rakor",
    on: date = date(2022, 9, 8),
    hours: tuple[int, int] | None = (10, 12),
    *,
    room: str = "",
    until: date | None = None,
) -> Ref:
    """Put an entry of the leader's agenda in the calendar, at whole hours or for whole days."""
    start, end = (time(hours[0]), time(hours[1])) if hours else (None, None)
    form = EntryForm(
        title=title,
        on=on,
        until=until,
        starts_at=start,
        ends_at=end,
        room=room,
        kind=EntryKind.LEADER,
    )
    return Ref("entry", add_entry(office, form))


def a_planned_visit(
    office: Office, title: str = "Kota Cimahi", on: str = "2022-09-14", *, room: str = ""
) -> UUID:
    """A scheduled visit from nine to eleven."""
    form = VisitForm(title, PartialDate.parse(on), starts_at=time(9), ends_at=time(11), room=room)
    visit = schedule_visit(office, form)
    move_visit(office, visit, VisitStage.SCHEDULED)
    return visit


def kept(office: Office, ref: Ref) -> Occasion:
    """Return how the office has an entry now."""
    found = occasions(office, date(2022, 1, 1), date(2023, 1, 1))
    return next(one for one in found if one.ref == ref)


def board_of(case: CalendarCase) -> PointerBoard:
    """Return the month or the hours on screen."""
    board = case.page.body.views.board
    assert board is not None
    return board


def box_of(board: PointerBoard, ref: Ref) -> Box:
    """Return where an entry is drawn."""
    box = board.box_of(ref)
    assert box is not None
    return box


def middle_of(board: PointerBoard, ref: Ref) -> QPointF:
    """Return the middle of an entry."""
    return box_of(board, ref).seen.center()


def free_place(board: PointerBoard, day: date) -> QPointF:
    """Return a point low in a day's cell."""
    cell = board.cell_of(day)
    return QPointF(cell.center().x(), cell.bottom() - 8)


def grab(board: PointerBoard, at: QPointF) -> None:
    """Press the left button."""
    QTest.mousePress(board.viewport(), LEFT, PLAIN, at.toPoint())


def pull(board: PointerBoard, *way: QPointF) -> None:
    """Move the pointer over some points with the button held down."""
    view = board.viewport()
    for at in way:
        where = QPointF(view.mapToGlobal(at.toPoint()))
        move = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, LEFT, PLAIN)
        QApplication.sendEvent(view, move)


def let_go(board: PointerBoard, at: QPointF) -> None:
    """Let the left button go."""
    QTest.mouseRelease(board.viewport(), LEFT, PLAIN, at.toPoint())


def drag(board: PointerBoard, start: QPointF, end: QPointF) -> None:
    """Drag from one point to another as a hand does."""
    grab(board, start)
    pull(board, start + (end - start) / 3, start + (end - start) / 1.5, end)
    let_go(board, end)


def press(board: PointerBoard, *keys: Qt.Key) -> None:
    """Press keys one after the other."""
    for key in keys:
        QTest.keyClick(board, key)
