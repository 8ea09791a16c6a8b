"""What one does with a seating plan: reasons, decisions, rows, absences and printing."""

from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.delegations import AttendeeForm, add_attendee, mark_attendance
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.representing import represent
from kunjungan.services.seating import CardDue, Moves, after_change, new_plan
from kunjungan.ui.screens.visits.seating.moves_words import cards_words, sections_of
from kunjungan.ui.screens.visits.seating.order_rows import EqualRow
from kunjungan.ui.screens.visits.seating.remarks import Remarks
from kunjungan.ui.screens.visits.seating.tab import SeatingTab
from kunjungan.ui.widgets.banner import Banner
from kunjungan.ui.widgets.form_dialog import FormDialog
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
    assert tab(case).rect().contains(card.geometry())
    cut = [
        one for one in card.findChildren(QLabel) if one.height() < one.heightForWidth(one.width())
    ]
    assert not cut
    case.window.resize(900, 500)
    QApplication.processEvents()
    assert tab(case).rect().contains(card.geometry())
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
    monkeypatch.setattr(FormDialog, "exec", _press_take_back)
    tab(case).list.rows.equals_wanted.emit(decided[0])
    QApplication.processEvents()
    assert not [row for row in _rows(case) if isinstance(row, EqualRow) and row.decided]


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


def test_a_guest_on_two_lists_is_told_by_name(case: Case, seating: Seating) -> None:
    line = next(one for one in tab(case).order.lines if one.guest.id == seating.guests["host"])
    form = AttendeeForm(PersonForm(""), "Pembicara", person_id=line.guest.person_id)
    add_attendee(case.office, seating.delegation, form)
    tab(case).refresh()
    said = [label.text() for label in tab(case).remarks.findChildren(QLabel)]
    assert "On two lists, and so with two seats: Sekda Tuan Rumah." in said


def test_an_absence_tells_what_moves(case: Case, seating: Seating) -> None:
    assert not case.can("seating.moves")
    mark_attendance(case.office, [seating.guests["Sekretaris Daerah"]], "absent")
    QApplication.processEvents()
    assert case.can("seating.moves")
    assert tab(case).remarks.isVisible()
    run(case, "seating.arrange")
    assert not tab(case).remarks.isVisible()
    assert tab(case).moves.moved  # what the arranging moved can still be read


def test_printed_cards_are_due_after_a_substitution(
    case: Case, seating: Seating, qtbot: QtBot
) -> None:
    """The mayor sends his secretary: who moves, and which printed cards are no longer right."""
    printed(seating, "tents", "place_labels")
    mayor = guest_named(seating, MAYOR)
    represent(case.office, mayor, seating.guests["Sekretaris Daerah"])
    QApplication.processEvents()
    said = [label.text() for label in tab(case).remarks.findChildren(QLabel)]
    assert any(MAYOR in words for words in said)
    run(case, "seating.arrange")
    qtbot.waitUntil(lambda: ("place_labels", SECRETARY) in _cards(tab(case).moves.cards))
    assert ("tents", MAYOR) in _cards(tab(case).moves.stale)
    asked: list[object] = []
    action = case.window.frame.actions_by_name["pack.open"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(action.data()))
    run(case, "seating.print_changed")
    assert asked == ["changed"]
    assert tab(case).remarks.isVisible()  # nothing came out
    action.triggered.connect(lambda: printed(seating, "tents", "place_labels"))
    run(case, "seating.print_changed")
    qtbot.waitUntil(lambda: not tab(case).remarks.isVisible())


def test_a_label_of_a_further_plan_is_named_with_the_plan(
    case: Case, seating: Seating, qtbot: QtBot
) -> None:
    new_plan(case.office, seating.visit, "banquet")
    printed(seating, "place_labels")
    represent(case.office, guest_named(seating, MAYOR), seating.guests["Sekretaris Daerah"])
    QApplication.processEvents()
    run(case, "seating.arrange")
    meal = f"{SECRETARY} (Banquet: round tables)"
    qtbot.waitUntil(lambda: ("place_labels", SECRETARY) in _cards(tab(case).moves.cards))
    bodies: dict[UUID, str] = {}
    told = sections_of(after_change(case.office, seating.visit), bodies)
    assert meal in told["Print: Place labels"]


def test_due_cards_outlast_the_visits_being_open(
    case: Case, seating: Seating, qtbot: QtBot
) -> None:
    printed(seating, "place_labels")
    represent(case.office, guest_named(seating, MAYOR), seating.guests["Sekretaris Daerah"])
    QApplication.processEvents()
    run(case, "seating.arrange")
    again = SeatingTab(tab(case).context, tab(case).seen)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: SECRETARY in {card.name.id for card in again.moves.cards})
    undo(case.office)
    undo(case.office)
    again.refresh()
    qtbot.waitUntil(lambda: not again.moves.cards)


def test_a_low_window_shows_one_bar_until_the_others_are_asked_for(
    case: Case, seating: Seating
) -> None:
    new_plan(case.office, seating.visit, "banquet")
    mark_attendance(case.office, [seating.guests["Sekretaris Daerah"]], "absent")
    QApplication.processEvents()
    remarks = tab(case).remarks
    remarks.make_room(low=False)
    assert len(_shown(remarks)) == 2
    remarks.make_room(low=True)
    assert len(_shown(remarks)) == 1
    (more,) = (one for one in remarks.findChildren(QPushButton) if one.text() == "1 more")
    more.click()
    assert len(_shown(remarks)) == 2


@pytest.mark.parametrize(("count", "words"), [(1, "One card or sheet"), (2, "2 cards and sheets")])
def test_one_card_is_not_told_as_many(count: int, words: str) -> None:
    card = CardDue("tents", "", Bilingual("", ""))
    assert cards_words(Moves((), (card,) * count)).startswith(words)


@pytest.mark.usefixtures("seating")
def test_printing_asks_for_the_plan_and_the_tents(case: Case) -> None:
    asked: list[object] = []
    action = case.window.frame.actions_by_name["pack.open"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(action.data()))
    run(case, "seating.print")
    assert asked == ["seating,tents"]


def _press_take_back(dialog: FormDialog) -> int:
    buttons = dialog.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Take the decision back").click()
    return dialog.result()


def _shown(remarks: Remarks) -> list[Banner]:
    return [bar for bar in remarks.findChildren(Banner) if not bar.isHidden()]


def _cards(cards: Sequence[CardDue]) -> set[tuple[str, str]]:
    return {(card.slug, card.name.id) for card in cards}


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
