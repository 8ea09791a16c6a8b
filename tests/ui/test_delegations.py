"""The delegations of a visit: guests in one table, by keys and in numbers."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.names import PersonName
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import (
    DelegationForm,
    add_delegation,
    attendee_form,
)
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.ui.screens.visits.guest_dialog import GuestDialog
from kunjungan.ui.widgets.rows_model import Cell, Group
from tests.builders import a_region, a_visit
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET
NAME = 2
"""The column of the names."""


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Case]:
    with visits_window(qapp, office) as opened:
        yield opened


@pytest.fixture
def visit(case: Case) -> UUID:
    """A visit with three guests, opened at its delegations."""
    made = a_full_visit(case.office)
    case.go(made, "delegations")
    return made


def guests(case: Case, visit: UUID) -> dict[str, Participant]:
    return {line.name.plain: line for line in participants(case.office, visit)}


def lines(case: Case) -> list[str]:
    """Return what the table shows: names, and delegations between brackets."""
    model = case.delegations.table.view.model()
    found = []
    for row in range(model.rowCount()):
        item = model.item(row)  # type: ignore[attr-defined]  # our RowsModel
        heading = isinstance(item, Group)
        found.append(f"[{item.title}]" if heading else str(model.index(row, NAME).data()))
    return found


def select_all(case: Case) -> None:
    case.delegations.table.view.selectAll()


def test_guests_stand_under_their_delegation_the_head_first(case: Case, visit: UUID) -> None:
    assert visit
    assert lines(case) == ["[City of Prabumulih]", "Ridho Yahya", "Asisten", "Inspektur"]
    model = case.delegations.table.view.model()
    assert "3 guests · 0 confirmed · 5 announced" in str(model.index(0, 0).data())


def test_a_delegation_without_guests_is_shown_and_takes_one(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = a_region(case.office, "16.10", "Panca Wijaya Akbar")
    other = add_delegation(case.office, visit, DelegationForm(body.id))
    assert lines(case)[-2:] == ["[Regency of Ogan Ilir]", "(no guests yet)"]
    assert case.delegations.table.select(other)
    assert not case.can("guest.edit")

    def fill(dialog: GuestDialog) -> None:
        dialog.person.name.set_value(PersonName("Sekretaris"))

    answer(monkeypatch, fill)
    QTest.keyClick(case.delegations.table.view, Qt.Key.Key_Return)
    assert guests(case, visit)["Sekretaris"].delegation_id == other


def test_an_empty_visit_offers_its_first_delegation(case: Case) -> None:
    case.go(a_visit(case.office), "delegations")
    shown = [label.text() for label in case.tab.findChildren(QLabel) if label.isVisible()]
    assert "No delegation yet" in shown
    assert case.can("delegation.add")
    assert not case.can("guest.add")


def test_editing_a_guest_keeps_what_was_not_touched(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    guest = guests(case, visit)["Asisten"]
    before = attendee_form(case.office, guest.id)
    assert case.delegations.table.select(guest.id)
    answer(monkeypatch, lambda dialog: dialog.part.note.set_value("Vegetarian"))
    QTest.keyClick(case.delegations.table.view, Qt.Key.Key_F2)
    after = attendee_form(case.office, guest.id)
    assert after == replace(before, note="Vegetarian", version=after.version, person=after.person)
    assert after.person.name == before.person.name


def test_several_guests_get_one_answer_and_one_undo(case: Case, visit: UUID) -> None:
    select_all(case)
    case.run("guest.attendance")
    menu = next(m for m in case.tab.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if "Confirmed" in a.text()).trigger()
    menu.close()
    assert {g.attendance for g in guests(case, visit).values()} == {"confirmed"}
    undo(case.office)
    assert {g.attendance for g in guests(case, visit).values()} == {"invited"}


def test_the_key_k_goes_through_the_answers(case: Case, visit: UUID) -> None:
    guest = guests(case, visit)["Asisten"]
    case.delegations.table.select(guest.id)
    told = []
    for _ in range(4):
        QTest.keyClick(case.delegations.table.view, Qt.Key.Key_K)
        told.append(guests(case, visit)["Asisten"].attendance)
    assert told == ["confirmed", "present", "absent", "invited"]


def test_several_guests_are_removed_by_del_and_brought_back(case: Case, visit: UUID) -> None:
    select_all(case)
    QTest.keyClick(case.delegations.table.view, Qt.Key.Key_Delete)
    assert lines(case) == []
    case.run("edit.undo")
    assert len(guests(case, visit)) == 3


def test_the_side_tells_the_guest_or_how_many_are_selected(case: Case, visit: UUID) -> None:
    assert visit

    def told() -> list[str]:
        return [label.text() for label in case.tab.findChildren(QLabel) if label.isVisible()]

    assert "Ridho Yahya" in told()
    assert case.delegations.card.fields.title_en.text() == "The Ridho Yahya"
    select_all(case)
    assert "3 guests selected" in told()


def test_the_filter_narrows_by_words_answer_and_delegation(
    case: Case, visit: UUID, qtbot: QtBot
) -> None:
    body = a_region(case.office, "16.10", "Panca Wijaya Akbar")
    other = add_delegation(case.office, visit, DelegationForm(body.id))
    tab = case.delegations
    with qtbot.waitSignal(tab.filter.search.searched):
        tab.filter.search.setText("inspek")
    assert lines(case) == ["[City of Prabumulih]", "Inspektur"]
    with qtbot.waitSignal(tab.filter.search.searched):
        tab.filter.search.setText("")
    tab.filter.answers.set_value("present")
    assert lines(case) == []
    tab.filter.answers.set_value(None)
    tab.filter.segments.set_value(str(other))
    tab.filter.segments.chosen.emit(str(other))
    assert lines(case) == ["[Regency of Ogan Ilir]", "(no guests yet)"]


def test_a_filter_that_nobody_matches_is_cleared_by_its_button(case: Case, visit: UUID) -> None:
    assert visit
    tab = case.delegations
    everybody = lines(case)
    tab.filter.search.setText("xyzzy")
    tab.filter.answers.set_value("present")
    tab.list.refresh()
    assert lines(case) == []
    shown = [one for one in tab.table.findChildren(QPushButton) if one.isVisible()]
    (clear,) = (one for one in shown if one.text() == "Clear the filter")
    clear.click()
    assert lines(case) == everybody
    assert (tab.filter.search.text(), tab.filter.answers.value()) == ("", None)


def test_a_list_stands_for_the_parties_where_they_have_no_room(case: Case, visit: UUID) -> None:
    for code in ("16.10", "32.01", "31.71", "33.74"):
        add_delegation(case.office, visit, DelegationForm(a_region(case.office, code, "K").id))
    QApplication.processEvents()
    found = case.delegations.filter
    found.resize(1800, 30)
    assert (found.segments.isHidden(), found.parties.isHidden()) == (False, True)
    found.resize(600, 30)
    assert (found.segments.isHidden(), found.parties.isHidden()) == (True, False)
    (first, *_) = list_delegations(case.office, visit)
    found.parties.set_value(str(first.id))
    assert found.party == str(first.id)
    assert lines(case)[0] == "[City of Prabumulih]"


def test_a_long_post_is_said_briefly_where_there_is_little_room(case: Case, visit: UUID) -> None:
    assert visit
    post = next(one for one in case.delegations.table.columns if one.key == "post")
    row = case.delegations.list.rows[0]
    assert row.guest is not None
    guest = replace(
        row.guest,
        title=Bilingual("Kepala Badan Perencanaan Pembangunan Daerah", "Head of the Agency"),
    )
    cell = post.cell(replace(row, guests=(guest,)))
    assert isinstance(cell, Cell)
    assert cell.brief == "Head, Bappeda"


def test_guests_are_copied_as_cells(case: Case, visit: UUID) -> None:
    assert visit
    select_all(case)
    case.run("page.copy")
    head, first, *_ = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
    said = dict(zip(head, first, strict=True))
    assert (said["Institution"], said["Name"]) == ("Pemkot Prabumulih", "Ridho Yahya")
    assert (said["Position in English"], said["Role"]) == ("The Ridho Yahya", "Head of delegation")


def test_a_delegation_with_guests_is_removed_only_after_asking(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(*words: object, **_: object) -> bool:
        asked.append(str(words[2]))
        return len(asked) > 1

    monkeypatch.setattr("kunjungan.ui.screens.visits.guest_verbs.ask", refuse)
    case.run("delegation.remove")
    assert len(list_delegations(case.office, visit)) == 1
    case.run("delegation.remove")
    assert list_delegations(case.office, visit) == []
    assert "3 guests" in asked[0]


def test_switching_the_language_keeps_selection_and_filter(
    case: Case, visit: UUID, qtbot: QtBot
) -> None:
    guest = guests(case, visit)["Inspektur"]
    case.delegations.filter.answers.set_value("invited")
    case.delegations.table.select(guest.id)
    before = case.window.frame
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.window.frame is not before)
    current = case.delegations.table.current()
    assert current is not None
    assert current.id == guest.id
    assert case.delegations.filter.answers.value() == "invited"
    assert lines(case)[0] == "[Kota Prabumulih]"


def test_the_table_obeys_qt(case: Case, visit: UUID, qtmodeltester: ModelTester) -> None:
    assert visit
    model = case.delegations.table.view.model()
    assert model.rowCount() == 4
    qtmodeltester.check(model)


def test_a_group_line_is_never_part_of_a_selection(case: Case, visit: UUID) -> None:
    assert visit
    view = case.delegations.table.view
    view.selectionModel().select(
        view.model().index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert case.delegations.table.selected() == []
