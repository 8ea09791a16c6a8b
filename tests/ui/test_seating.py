"""The seating tab in a window: what it shows, dragging, and everything again by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.seating.order_rows import GuestRow, HeadRow
from tests.ui.seating_case import (
    LEFT,
    PLAIN,
    Seating,
    an_empty_seat,
    drag,
    middle,
    open_seating,
    press,
    pull,
    run,
    tab,
)
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, visits_window

pytestmark = QUIET
_Key = Qt.Key
MAYOR, SECRETARY = "Ridho Yahya", "Tamu Sekretaris Daerah"


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def seating(case: Case) -> Seating:
    return open_seating(case)


def test_a_visit_without_a_plan_offers_a_template(case: Case) -> None:
    made = open_seating(case)
    run(case, "edit.undo")
    case.go(made.visit, "seating")
    assert tab(case).view is None
    assert case.can("seating.new")
    assert not case.can("seating.arrange")


def test_host_and_guest_sit_at_the_signing_table(case: Case, seating: Seating) -> None:
    """The guest sits at the host's right hand, which the audience sees at the left."""
    guest, host = seating.seat_of(MAYOR), seating.seat_of("Yana Mulyana")
    assert middle(case, guest).x() < middle(case, host).x()
    assert middle(case, guest).y() == middle(case, host).y()


def test_from_the_stage_the_right_hand_is_at_the_right(case: Case, seating: Seating) -> None:
    run(case, "seating.mirror")
    guest, host = seating.seat_of(MAYOR), seating.seat_of("Yana Mulyana")
    assert middle(case, guest).x() > middle(case, host).x()
    row = seating.seat_of(SECRETARY)
    assert middle(case, row).y() < middle(case, host).y()


@pytest.mark.usefixtures("seating")
def test_everybody_stands_in_the_order_with_the_seat(case: Case) -> None:
    rows = [row for row in _rows(case) if isinstance(row, GuestRow)]
    assert [row.line.number for row in rows] == list(range(1, 8))
    assert rows[0].line.guest.name.plain == "Yana Mulyana"
    assert all(row.seat for row in rows)


def test_a_guest_dragged_to_an_empty_seat_sits_there(case: Case, seating: Seating) -> None:
    target = an_empty_seat(case)
    drag(case, middle(case, seating.seat_of(SECRETARY)), middle(case, target))
    assert seating.seat_of(SECRETARY) == target
    assert tab(case).canvas.key == target
    undo(case.office)
    QApplication.processEvents()
    assert seating.seat_of(SECRETARY) != target


def test_a_guest_dragged_onto_another_swaps_seats(case: Case, seating: Seating) -> None:
    one, other = seating.seat_of(SECRETARY), seating.seat_of("Tamu Inspektur")
    drag(case, middle(case, one), middle(case, other))
    assert seating.seat_of(SECRETARY) == other
    assert seating.seat_of("Tamu Inspektur") == one


def test_a_drag_given_up_by_esc_moves_nobody(case: Case, seating: Seating) -> None:
    before = seating.seat_of(SECRETARY)
    target = middle(case, an_empty_seat(case))
    drag(case, middle(case, before), target, release=False)
    assert tab(case).canvas.hold is not None
    press(case, _Key.Key_Escape)
    assert tab(case).canvas.hold is None
    QTest.mouseRelease(tab(case).canvas.viewport(), LEFT, PLAIN, target.toPoint())
    assert seating.seat_of(SECRETARY) == before


def test_a_guest_dragged_off_the_plan_has_no_seat(case: Case, seating: Seating) -> None:
    start = middle(case, seating.seat_of(SECRETARY))
    drag(case, start, QPointF(-60, start.y()))
    assert seating.seat_of(SECRETARY) == ""
    head = next(row for row in _rows(case) if isinstance(row, HeadRow))
    assert head.count == 1


def test_a_guest_without_a_seat_is_dragged_from_the_list(case: Case, seating: Seating) -> None:
    start = middle(case, seating.seat_of(SECRETARY))
    drag(case, start, QPointF(-60, start.y()))
    rows, canvas = tab(case).list.rows, tab(case).canvas
    line = next(n for n, row in enumerate(_rows(case)) if isinstance(row, GuestRow) and row.loose)
    index = rows.model().index(line, 0)
    rows.scrollTo(index)
    begin = QPointF(rows.visualRect(index).center())
    target = an_empty_seat(case)
    spot = canvas.viewport().mapToGlobal(middle(case, target).toPoint())
    port = rows.viewport()
    end = QPointF(port.mapFromGlobal(spot))
    QTest.mousePress(port, LEFT, PLAIN, begin.toPoint())
    for step in (0.2, 0.6, 1.0):
        pull(port, begin + (end - begin) * step)
    assert canvas.hold is not None
    assert canvas.hold.target == target
    QTest.mouseRelease(port, LEFT, PLAIN, end.toPoint())
    assert seating.seat_of(SECRETARY) == target


def test_space_arrows_and_enter_carry_a_guest(case: Case, seating: Seating) -> None:
    start = seating.seat_of("Tamu Kepala Bagian Hukum")
    tab(case).canvas.choose(start)
    press(case, _Key.Key_Space, _Key.Key_Down)
    hold = tab(case).canvas.hold
    assert hold is not None
    assert hold.moved
    press(case, _Key.Key_Return)
    assert seating.seat_of("Tamu Kepala Bagian Hukum") == hold.target
    assert seating.who(start) == ""


def test_esc_puts_a_guest_lifted_by_key_back(case: Case, seating: Seating) -> None:
    start = seating.seat_of(SECRETARY)
    tab(case).canvas.choose(start)
    press(case, _Key.Key_Space, _Key.Key_Down, _Key.Key_Escape, _Key.Key_Return)
    assert seating.seat_of(SECRETARY) == start


def test_arrows_walk_to_the_seat_beside(case: Case, seating: Seating) -> None:
    host, guest = seating.seat_of("Yana Mulyana"), seating.seat_of(MAYOR)
    tab(case).canvas.choose(host)
    press(case, _Key.Key_Left)
    assert tab(case).canvas.key == guest
    press(case, _Key.Key_Right)
    assert tab(case).canvas.key == host


def test_a_locked_seat_is_neither_dragged_nor_arranged(case: Case, seating: Seating) -> None:
    target = an_empty_seat(case)
    drag(case, middle(case, seating.seat_of(SECRETARY)), middle(case, target))
    press(case, _Key.Key_L)
    drag(case, middle(case, target), middle(case, an_empty_seat(case)))
    assert seating.seat_of(SECRETARY) == target
    run(case, "seating.arrange")
    assert seating.seat_of(SECRETARY) == target
    press(case, _Key.Key_L)
    run(case, "seating.arrange")
    assert seating.seat_of(SECRETARY) != target


@pytest.mark.usefixtures("seating")
def test_plus_minus_and_zero_zoom(case: Case) -> None:
    canvas = tab(case).canvas
    press(case, _Key.Key_0)
    fitted = canvas.lens.zoom
    press(case, _Key.Key_Plus)
    assert canvas.lens.zoom > fitted
    press(case, _Key.Key_Minus, _Key.Key_Minus)
    assert canvas.lens.zoom < fitted
    press(case, _Key.Key_0)
    assert canvas.lens.zoom == fitted


@pytest.mark.usefixtures("seating")
def test_a_guest_chosen_in_the_list_is_chosen_on_the_plan(case: Case) -> None:
    rows = tab(case).list.rows
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1, 0))
    guest = rows.current()
    assert guest is not None
    seat = tab(case).canvas.current()
    assert seat is not None
    assert seat.guest == guest


def _rows(case: Case) -> list[object]:
    return list(tab(case).list.rows._model.rows)
