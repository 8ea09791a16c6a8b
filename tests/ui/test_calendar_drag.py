"""Entries dragged with a real pointer: moved, stretched, given up, drawn anew."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreements import AgreementForm, draft_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.parties import PartyForm
from kunjungan.services.visits import visit_form
from kunjungan.store.tables import Visit
from kunjungan.ui.screens.calendar.board_pointer import PointerBoard
from kunjungan.ui.screens.calendar.entry_dialog import EntryDialog
from kunjungan.ui.screens.calendar.sieve import View
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.builders import bandung, prabumulih
from tests.ui.calendar_case import (
    CalendarCase,
    a_planned_visit,
    an_entry,
    board_of,
    box_of,
    calendar_window,
    drag,
    free_place,
    go,
    grab,
    kept,
    let_go,
    middle_of,
    pull,
)
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[CalendarCase]:
    with calendar_window(qapp, office) as opened:
        yield opened


def test_an_entry_dragged_to_another_day_keeps_its_hours_and_can_be_undone(
    case: CalendarCase,
) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    drag(board, middle_of(board, ref), free_place(board, date(2022, 9, 7)))
    moved = kept(case.office, ref)
    assert (moved.on, moved.starts_at, moved.ends_at) == (date(2022, 9, 7), time(10), time(12))
    assert "moved to Wednesday 7 Sep, 10.00" in toast_of(case)
    undo(case.office)
    assert kept(case.office, ref).on == date(2022, 9, 8)


def test_the_move_card_says_from_where_to_where_while_it_is_dragged(case: CalendarCase) -> None:
    ref = an_entry(case.office, room="Aula")
    board = board_of(case)
    start, end = middle_of(board, ref), free_place(board, date(2022, 9, 7))
    grab(board, start)
    pull(board, start + QPointF(0, 12), end)
    card = case.page.body.side.move_card
    assert card.isVisible()
    assert "Wednesday 7 Sep" in card.accessibleDescription()
    assert any("Aula" in words for words in card.said)
    let_go(board, end)
    assert not card.isVisible()


def test_where_it_would_clash_it_says_so_before_it_is_dropped(case: CalendarCase) -> None:
    ref = an_entry(case.office, room="Aula")
    an_entry(case.office, "Rapat", date(2022, 9, 7), (11, 13), room="Aula")
    board = board_of(case)
    start, end = middle_of(board, ref), free_place(board, date(2022, 9, 7))
    grab(board, start)
    pull(board, start + QPointF(0, 12), end)
    assert board.clashing
    assert any("Rapat" in words for words in case.page.body.side.move_card.said)
    pull(board, free_place(board, date(2022, 9, 6)))
    assert clashes(board) is False
    QTest.keyClick(board, Qt.Key.Key_Escape)


def test_escape_gives_a_drag_up(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    start, end = middle_of(board, ref), free_place(board, date(2022, 9, 7))
    grab(board, start)
    pull(board, start + QPointF(0, 12), end)
    assert board.drag is not None
    QTest.keyClick(board, Qt.Key.Key_Escape)
    pull(board, start)
    let_go(board, end)
    assert kept(case.office, ref).on == date(2022, 9, 8)
    assert not case.page.body.side.move_card.isVisible()


def test_a_click_that_trembles_moves_nothing(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    start = middle_of(board, ref)
    drag(board, start, start + QPointF(3, 2))
    assert kept(case.office, ref).on == date(2022, 9, 8)
    assert board.ref == ref


def test_a_visit_takes_its_day_along_in_one_change(case: CalendarCase) -> None:
    visit = a_planned_visit(case.office)
    board = board_of(case)
    ref = next(box.occasion.ref for box in board.boxes() if box.occasion.visit_id == visit)
    drag(board, middle_of(board, ref), free_place(board, date(2022, 9, 20)))
    assert str(visit_form(case.office, visit).on) == "2022-09-20"
    undo(case.office)
    assert str(visit_form(case.office, visit).on) == "2022-09-14"


def test_a_visit_whose_rundown_was_sent_is_moved_only_after_asking_once(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_planned_visit(case.office)
    say_rundown_sent(case.office, visit)
    asked: list[str] = []
    answers = iter([0, 1])

    def answer(box: MessageDialog) -> int:
        asked.append(box.heading)
        return next(answers)

    monkeypatch.setattr(MessageDialog, "exec", answer)
    for day, expected in ((20, "2022-09-14"), (20, "2022-09-20"), (21, "2022-09-21")):
        board = board_of(case)
        ref = next(box.occasion.ref for box in board.boxes() if box.occasion.visit_id == visit)
        drag(board, middle_of(board, ref), free_place(board, date(2022, 9, day)))
        assert str(visit_form(case.office, visit).on) == expected
    assert asked == ["Move a visit whose rundown was sent?"] * 2


def test_the_signing_date_follows_a_moved_visit_where_that_is_wanted(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_planned_visit(case.office)
    parties = [
        PartyForm(body.id, body.head) for body in (bandung(case.office), prabumulih(case.office))
    ]
    form = AgreementForm("Penerapan SPBE", signing_on=date(2022, 9, 14))
    draft_agreement(case.office, form, parties, [visit])
    answers = iter([False, True])
    monkeypatch.setattr(MessageDialog, "exec", lambda _: int(next(answers)))
    for day, expected in (
        (15, date(2022, 9, 14)),
        (14, date(2022, 9, 14)),
        (20, date(2022, 9, 20)),
    ):
        board = board_of(case)
        ref = next(box.occasion.ref for box in board.boxes() if box.occasion.visit_id == visit)
        drag(board, middle_of(board, ref), free_place(board, date(2022, 9, day)))
        assert [line.signing_on for line in list_agreements(case.office)] == [expected]
        assert str(visit_form(case.office, visit).on) == f"2022-09-{day}"


def test_in_the_week_an_entry_goes_to_another_hour_in_quarters(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    start = middle_of(board, ref)
    drag(board, start, start + QPointF(0, 50))
    moved = kept(case.office, ref)
    assert (moved.starts_at, moved.ends_at) == (time(11), time(13))


def test_in_the_week_the_lower_edge_stretches(case: CalendarCase) -> None:
    ref = an_entry(case.office)
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    rect = box_of(board, ref).rect
    edge = QPointF(rect.center().x(), rect.bottom() - 2)
    drag(board, edge, edge + QPointF(0, 56))
    stretched = kept(case.office, ref)
    assert (stretched.starts_at, stretched.ends_at) == (time(10), time(13))


def test_whole_days_stretch_at_their_end(case: CalendarCase) -> None:
    ref = an_entry(case.office, hours=None)
    board = board_of(case)
    rect = box_of(board, ref).rect
    edge = QPointF(rect.right() - 2, rect.center().y())
    drag(board, edge, free_place(board, date(2022, 9, 10)))
    assert kept(case.office, ref).until == date(2022, 9, 10)


def test_what_passes_midnight_is_stretched_by_days_at_the_end_of_its_bar(
    case: CalendarCase,
) -> None:
    ref = an_entry(case.office, hours=(22, 2), until=date(2022, 9, 9))
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    rect = box_of(board, ref).rect
    edge = QPointF(rect.right() - 2, rect.center().y())
    drag(board, edge, QPointF(board.cell_of(date(2022, 9, 10)).center().x(), edge.y()))
    stretched = kept(case.office, ref)
    assert (stretched.on, stretched.until) == (date(2022, 9, 8), date(2022, 9, 10))
    assert (stretched.starts_at, stretched.ends_at) == (time(22), time(2))
    assert "Saturday 10 Sep, 02.00" in toast_of(case)


def test_an_entry_is_faint_at_its_place_and_a_ghost_hangs_at_the_pointer(
    case: CalendarCase,
) -> None:
    ref = an_entry(case.office)
    board = board_of(case)
    rect, end = box_of(board, ref).rect.toRect(), free_place(board, date(2022, 9, 22))
    grab(board, QPointF(rect.center()))
    before = board.viewport().grab(rect).toImage()
    pull(board, end)
    assert board.viewport().grab(rect).toImage() != before
    assert board.drag is not None
    assert board.drops(board.drag)[0].top() > board.cell_of(date(2022, 9, 22)).top()
    QTest.keyClick(board, Qt.Key.Key_Escape)


def test_what_is_drawn_on_free_hours_becomes_an_entry(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[date, time | None, time | None]] = []

    def fill(dialog: EntryDialog) -> int:
        dialog.title.set_value("Rapat")
        made.append((dialog.values().on, dialog.values().starts_at, dialog.values().ends_at))
        return int(dialog.submit())

    monkeypatch.setattr(EntryDialog, "exec", fill)
    go(case, date(2022, 9, 8), View.WEEK)
    board = board_of(case)
    start = board.cell_of(date(2022, 9, 6)).topLeft() + QPointF(20, 40)
    drag(board, start, start + QPointF(0, 84))
    assert [day for day, _, _ in made] == [date(2022, 9, 6)]
    starts, ends = made[0][1:]
    assert starts
    assert ends
    assert (ends.hour * 60 + ends.minute) - (starts.hour * 60 + starts.minute) == 90
    assert [one.title.id for one in case.page.found.occasions] == ["Rapat"]


def test_a_drawn_entry_that_is_given_up_leaves_nothing(
    case: CalendarCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EntryDialog, "exec", lambda dialog: 0)
    board = board_of(case)
    drag(board, free_place(board, date(2022, 9, 6)), free_place(board, date(2022, 9, 7)))
    assert case.page.found.occasions == ()


def clashes(board: PointerBoard) -> bool:
    """Return whether what is dragged would clash where it is now."""
    return board.clashing


def toast_of(case: CalendarCase) -> str:
    """Return what the toast says."""
    return str(case.window.frame._toast._text.text())


def say_rundown_sent(office: Office, visit: object) -> None:
    """Note that the guests have the rundown."""
    with office.store.change("Rundown sent") as session:
        row = session.get(Visit, visit)
        assert row is not None
        row.rundown_sent_on = date(2022, 8, 20)
