"""The list of visits: by month, narrowed by words, with the selected one beside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.domain.stages import VisitStage
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.sample import make_sample
from kunjungan.services.visit_lists import VisitLine, list_visits
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.ui.screens.visits.link_dialog import LinkDialog
from kunjungan.ui.screens.visits.visit_dialog import VisitDialog
from kunjungan.ui.screens.visits.visit_list import in_reading_order
from kunjungan.ui.screens.visits.words import bodies_words
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.rows_model import Group
from tests.builders import a_visit
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


def lines(case: Case) -> list[str]:
    """Return what the list shows: titles, and months between brackets."""
    model = case.page.list.table.view.model()
    items = [model.item(row) for row in range(model.rowCount())]  # type: ignore[attr-defined]  # our RowsModel
    return [f"[{i.title}]" if isinstance(i, Group) else i.title for i in items]


def search(case: Case, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(case.page.list.filters.search.searched):
        case.page.list.filters.search.setText(words)


def test_an_office_without_visits_says_how_to_begin(case: Case) -> None:
    words = [label.text() for label in case.page.findChildren(QLabel) if label.isVisible()]
    assert "Start from the letter of request" in words
    assert case.can("visit.schedule")


def test_visits_stand_under_their_months_what_comes_first(case: Case) -> None:
    for title, on in (("A", "2021-12"), ("B", "2022-09-14"), ("C", "2022-09-01"), ("D", "2022-07")):
        a_visit(case.office, title, on)
    assert lines(case) == [
        "[September 2022]", "C", "B", "[July 2022]", "D", "[December 2021]", "A",
    ]  # fmt: skip


def test_a_visit_of_which_only_the_year_is_known_has_its_own_heading(case: Case) -> None:
    a_visit(case.office, "A", "2020")
    assert lines(case) == ["[2020]", "A"]


def test_what_is_over_comes_last_the_latest_first(office: Office) -> None:
    for on in ("2022-01-02", "2022-01-09", "2022-08-02", "2022-08-30"):
        a_visit(office, on, on)
    order = in_reading_order(list_visits(office), date(2022, 8, 26))
    assert [line.title for line in order] == [
        "2022-08-02", "2022-08-30", "2022-01-09", "2022-01-02",
    ]  # fmt: skip


def test_words_find_a_visit_by_its_guests_and_its_theme(case: Case, qtbot: QtBot) -> None:
    visit = a_full_visit(case.office)
    a_visit(case.office, "Lain", "2022-09-02")
    edit_visit(case.office, visit, replace(visit_form(case.office, visit), theme_en="E-Gov"))
    for words in ("kunjungan prabumulih", "ridho", "e-gov", "005/1"):
        search(case, qtbot, words)
        assert [line for line in lines(case) if line[0] != "["] == ["Kunjungan SPBE"], words
    search(case, qtbot, "nobody")
    assert lines(case) == []


def test_segments_count_and_narrow(case: Case) -> None:
    a_visit(case.office, "Aktif")
    move_visit(case.office, a_visit(case.office, "Selesai"), VisitStage.REPORTED)
    outgoing = replace(
        visit_form(case.office, a_visit(case.office, "Keluar")), direction="outgoing"
    )
    line = next(line for line in list_visits(case.office) if line.title == "Keluar")
    edit_visit(case.office, line.id, outgoing)
    assert case.page.header.title == "Visits"
    segments = case.page.list.filters.segments
    for key, titles in (("active", 2), ("outgoing", 1), ("over", 1), ("all", 3)):
        segments.set_value(key)
        segments.chosen.emit(key)
        assert sum(line[0] != "[" for line in lines(case)) == titles, key


def test_the_preview_follows_the_keyboard_and_opens_the_visit(case: Case, qtbot: QtBot) -> None:
    visit = a_full_visit(case.office)
    case.page.list.table.select(visit)
    preview = case.page.list.preview
    qtbot.waitUntil(lambda: "Kunjungan SPBE" in [w.text() for w in preview.findChildren(QLabel)])
    words = " ".join(label.text() for label in preview.findChildren(QLabel))
    assert "5 guests have not confirmed" in words
    assert "Ridho Yahya" in words
    button = next(b for b in preview.findChildren(QPushButton) if b.text() == "Open visit")
    button.click()
    assert case.page.visit.seen is not None
    assert case.page.visit.seen.id == visit


def test_space_hides_the_preview(case: Case) -> None:
    a_full_visit(case.office)
    table = case.page.list.table
    table.toggled.emit(table.current())
    assert not case.page.list.preview.isVisible()
    table.toggled.emit(table.current())
    assert case.page.list.preview.isVisible()


def test_a_new_visit_is_scheduled_and_opened(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(dialog: VisitDialog) -> None:
        dialog.title.set_value("Studi tiru")
        dialog.on.set_value(PartialDate(2022, 12))

    assert answer(monkeypatch, fill) == []
    case.run("visit.schedule")
    (line,) = list_visits(case.office)
    assert (line.title, str(line.on)) == ("Studi tiru", "2022-12")
    assert case.page.header.title == "Studi tiru"


def test_a_visit_without_a_day_is_refused_in_the_dialog(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted = answer(monkeypatch, lambda dialog: dialog.title.set_value("Studi tiru"))
    case.run("visit.schedule")
    assert submitted == [False]
    assert list_visits(case.office) == []


def test_editing_keeps_every_fact_that_was_not_touched(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_full_visit(case.office)
    before = visit_form(case.office, visit)
    case.page.list.table.select(visit)
    answer(monkeypatch, lambda dialog: dialog.room.set_value("Auditorium"))
    case.run("visit.edit")
    after = visit_form(case.office, visit)
    assert after == replace(before, room="Auditorium", version=after.version)


def test_a_removed_visit_leaves_the_list_and_undo_brings_it_back(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_full_visit(case.office)
    monkeypatch.setattr("kunjungan.ui.screens.visits.verbs.ask", lambda *_, **__: True)
    case.go(visit)
    case.run("visit.remove")
    assert case.page.visit.seen is None
    assert list_visits(case.office) == []
    undo(case.office)
    assert lines(case) == ["[September 2022]", "Kunjungan SPBE"]


def test_an_earlier_visit_is_offered_and_linked(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = a_full_visit(case.office)
    earlier = a_visit(case.office, "Studi pertama", "2021-12")
    a_visit(case.office, "Sesudahnya", "2023-01")

    def fill(dialog: LinkDialog) -> None:
        assert [item.title for item in dialog.visit.matches("")] == ["Studi pertama"]
        dialog.visit.set_value(earlier)

    answer(monkeypatch, fill)
    case.go(visit)
    case.run("visit.link")
    assert case.page.visit.seen is not None
    assert [line.id for line in case.page.visit.seen.earlier] == [earlier]


def test_the_list_obeys_qt(case: Case, qtmodeltester: ModelTester) -> None:
    a_full_visit(case.office)
    model = case.page.list.table.view.model()
    assert model.rowCount() == 2
    qtmodeltester.check(model)


def test_switching_the_language_keeps_words_and_selection(case: Case, qtbot: QtBot) -> None:
    for title in ("Satu", "Dua", "Dua puluh"):
        a_visit(case.office, title)
    search(case, qtbot, "dua")
    table = case.page.list.table
    wanted = next(line for line in case.page.list.lines if line.title == "Dua puluh")
    assert table.select(wanted.id)
    before = case.window.frame
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.window.frame is not before)
    assert case.page.header.title == "Kunjungan"
    current = case.page.list.table.current()
    assert isinstance(current, VisitLine)
    assert current.title == "Dua puluh"
    assert case.page.list.filters.search.text() == "dua"


def test_institutions_are_named_in_the_language_of_the_screen(case: Case) -> None:
    a_full_visit(case.office)
    case.go()
    line = case.page.list.lines[0]
    assert bodies_words(line) == "City of Prabumulih"


def test_a_visit_with_an_agreement_stays_and_nothing_is_asked(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def answer_none(box: MessageDialog) -> int:
        said.append(box.words)
        return 0

    monkeypatch.setattr(MessageDialog, "exec", answer_none)
    make_sample(case.office)
    case.go()
    held = next(line for line in case.page.list.lines if line.agreements)
    case.page.list.table.select(held.id)
    case.run("visit.remove")
    assert len(said) == 1
    assert "Remove the agreement's draft first" in said[0]
