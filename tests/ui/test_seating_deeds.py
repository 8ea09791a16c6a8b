"""What one does with a seating plan: reasons, decisions, rows, absences and printing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kunjungan.services.delegations import AttendeeForm, add_attendee, mark_attendance
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.representing import represent
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow
from tests.ui.seating_case import (
    Seating,
    drag,
    guest_named,
    middle,
    open_seating,
    press,
    printed,
    run,
    tab,
)
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

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


def test_a_deviation_is_told_until_it_has_a_reason(
    case: Case, seating: Seating, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = seating.seat_of(SECRETARY), seating.seat_of("Tamu Kepala Bagian Hukum")
    drag(case, middle(case, one), middle(case, other))
    strays = len(tab(case).pane.strays())
    assert strays
    run(case, "seating.next")
    key = tab(case).canvas.key
    answer(monkeypatch, lambda dialog: dialog.findChild(_text()).set_value("Permintaan tamu"))
    press(case, _Key.Key_R)
    assert len(tab(case).pane.strays()) == strays - 1
    seat = tab(case).canvas.seat(key)
    assert seat is not None
    assert seat.reason == "Permintaan tamu"


def test_who_sits_there_opens_beside_the_seat_and_closes_by_esc(
    case: Case, seating: Seating
) -> None:
    card = tab(case).pane.who
    tab(case).canvas.choose(seating.seat_of(MAYOR))
    press(case, _Key.Key_Return)
    assert card.isVisible()
    assert "Ridho Yahya" in card.accessibleName()
    assert tab(case).canvas.rect().contains(card.geometry())
    QTest.keyClick(card, _Key.Key_Escape)
    assert not card.isVisible()


@pytest.mark.usefixtures("seating")
def test_equals_wait_for_the_officers_word(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two secretaries of equal rank: the rank of neither is decided in silence."""
    remark = next(row for row in _rows(case) if isinstance(row, EqualRow))
    assert not remark.decided
    first, second = remark.ids[0], remark.ids[1]

    def swap(dialog: object) -> None:
        found = dialog.findChild(_order())  # type: ignore[attr-defined]
        found.begin_with(second, -1)
        dialog.findChild(_text()).set_value("Urutan surat")  # type: ignore[attr-defined]

    answer(monkeypatch, swap)
    tab(case).list.rows.equals_wanted.emit(remark)
    QApplication.processEvents()
    order = [line.guest.id for line in tab(case).order.lines]
    assert order.index(second) < order.index(first)
    decided = [row for row in _rows(case) if isinstance(row, EqualRow) and row.decided]
    assert decided[0].reason == "Urutan surat"


def test_more_guests_than_seats_are_told_and_given_rows(case: Case, seating: Seating) -> None:
    for number in range(40):
        guest = AttendeeForm(PersonForm(f"Staf {number:02}"), "Staf", "Staff")
        add_attendee(case.office, seating.delegation, guest)
    QApplication.processEvents()
    view = tab(case).view
    assert view is not None
    assert view.missing_seats > 0
    run(case, "seating.make_room")
    view = tab(case).view
    assert view is not None
    assert view.missing_seats == 0
    assert view.unseated == ()


def test_an_absence_tells_what_moves(case: Case, seating: Seating) -> None:
    assert not case.can("seating.moves")
    mark_attendance(case.office, [seating.guests["Sekretaris Daerah"]], "absent")
    QApplication.processEvents()
    assert case.can("seating.moves")
    assert tab(case).remarks.isVisible()
    run(case, "seating.arrange")
    assert not tab(case).remarks.isVisible()
    assert tab(case).moves.moved  # what the arranging moved can still be read


def test_printed_cards_are_due_after_a_substitution(case: Case, seating: Seating) -> None:
    """The mayor sends his secretary: who moves, and which printed cards are no longer right."""
    printed(seating, "tents", "place_labels")
    mayor = guest_named(seating, MAYOR)
    represent(case.office, mayor, seating.guests["Sekretaris Daerah"])
    QApplication.processEvents()
    said = [label.text() for label in tab(case).remarks.findChildren(QLabel)]
    assert any(MAYOR in words for words in said)
    run(case, "seating.arrange")
    due = {(card.slug, card.name.id) for card in tab(case).moves.cards}
    assert ("place_labels", SECRETARY) in due
    assert ("tents", MAYOR) in {(card.slug, card.name.id) for card in tab(case).moves.stale}
    asked: list[object] = []
    action = case.window.frame.actions_by_name["pack.open"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(action.data()))
    run(case, "seating.print_changed")
    assert asked == ["changed"]
    assert tab(case).remarks.isVisible()  # nothing came out
    action.triggered.connect(lambda: printed(seating, "place_labels"))
    run(case, "seating.print_changed")
    assert not tab(case).remarks.isVisible()


@pytest.mark.usefixtures("seating")
def test_printing_asks_for_the_plan_and_the_tents(case: Case) -> None:
    asked: list[object] = []
    action = case.window.frame.actions_by_name["pack.open"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(action.data()))
    run(case, "seating.print")
    assert asked == ["seating,tents"]


def _rows(case: Case) -> list[object]:
    return list(tab(case).list.rows._model.rows)


def _text() -> type:
    from kunjungan.ui.widgets.fields import TextField  # noqa: PLC0415

    return TextField


def _order() -> type:
    from kunjungan.ui.screens.visits.seating.decide_dialog import OrderField  # noqa: PLC0415

    return OrderField


def test_a_screen_reader_finds_every_seat_with_who_sits_there(case: Case, seating: Seating) -> None:
    parts = list(tab(case).canvas.parts())
    view = tab(case).view
    assert view is not None
    assert len(parts) == len(view.seats)
    said = {part.name: part.description for part in parts}
    assert any(MAYOR in words and "rank 2" in words for words in said.values())
    tab(case).canvas.choose(seating.seat_of(MAYOR))
    assert MAYOR in tab(case).canvas.accessibleDescription()
