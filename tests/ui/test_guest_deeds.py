"""What is done with guests beside the table and by keys: facts, order, substitutes, lists."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group as Place
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    remove_attendees,
)
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.precedence.order import ranking
from kunjungan.ui.screens.visits.guest_dialog import GuestDialog
from kunjungan.ui.screens.visits.represent_dialog import NEW, RepresentDialog
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.search_picker import SearchPicker
from tests.builders import a_visit
from tests.ui.guests_case import guests, more, names
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, a_full_visit, answer, visits_window

pytestmark = QUIET


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


def test_a_mayor_is_represented_by_somebody_listed(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    mayor, other = guests(case, visit)["Ridho Yahya"], guests(case, visit)["Asisten"]
    case.delegations.table.select(mayor.id)

    def fill(dialog: FormDialog) -> None:
        picker = dialog.findChild(SearchPicker)
        assert picker is not None
        picker.set_value(other.id)

    answer(monkeypatch, fill)
    case.run("guest.represent")
    after = guests(case, visit)
    assert after["Ridho Yahya"].attendance == "represented"
    assert after["Asisten"].represents_id == mayor.id
    current = case.delegations.table.current()
    assert current is not None
    assert current.id == other.id


def test_a_mayor_is_represented_by_somebody_new(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.delegations.table.select(guests(case, visit)["Ridho Yahya"].id)

    def fill(dialog: RepresentDialog) -> None:
        dialog.kind.set_value(NEW)
        assert not dialog.submit(), "nobody without a post"
        dialog.post.indonesian.set_value("Sekretaris Daerah")
        dialog.group.set_value(Place.SECRETARY)

    answer(monkeypatch, fill)
    case.run("guest.represent")
    made = guests(case, visit)["Sekretaris Daerah"]
    assert made.represents_id == guests(case, visit)["Ridho Yahya"].id
    case.run("edit.undo")
    assert "Sekretaris Daerah" not in guests(case, visit)


def test_a_companion_goes_with_the_guest_in_the_same_car(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    mayor = guests(case, visit)["Ridho Yahya"]
    case.delegations.table.select(mayor.id)

    def fill(dialog: GuestDialog) -> None:
        dialog.person.name.set_value(PersonName("Nama Istri"))

    answer(monkeypatch, fill)
    case.run("guest.companion")
    made = guests(case, visit)["Nama Istri"]
    assert (made.companion_of_id, made.role) == (mayor.id, "spouse")


def test_equals_change_places_for_a_reason(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Asisten", "Inspektur"):
        guest = guests(case, visit)[name]
        form = attendee_form(case.office, guest.id)
        case.delegations.table.select(guest.id)
        case.delegations.card.fields.group.set_value(Place.AGENCY_HEADS)
        case.delegations.card.fields.keep()
        assert attendee_form(case.office, guest.id).version > form.version
    lower = [row.guest.name.plain for row in ranking(case.office, visit).lines][1]
    case.delegations.table.select(guests(case, visit)[lower].id)

    def fill(dialog: FormDialog) -> None:
        assert not dialog.submit(), "an order needs a reason"
        line = dialog.focusWidget()
        QTest.keyClicks(line, "Lebih lama menjabat")

    answer(monkeypatch, fill)
    case.run("guest.up")
    first = ranking(case.office, visit).lines[0]
    assert first.guest.name.plain == lower
    assert ranking(case.office, visit).lines[1].note == "Lebih lama menjabat"


def test_the_law_is_not_moved_by_keys(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "kunjungan.ui.messages.tell", lambda *words, **_: told.append(str(words[2]))
    )
    case.delegations.table.select(guests(case, visit)["Ridho Yahya"].id)
    case.delegations.card.fields.group.set_value(Place.REGION_HEAD)
    case.delegations.card.fields.keep()
    case.run("guest.down")
    assert "The law says" in told[0]


def test_many_plain_guests_fold_into_one_line_that_enter_opens(case: Case, visit: UUID) -> None:
    more(case, visit, 9)
    tab = case.delegations
    assert "6 guests more" in names(case)
    line = next(n for n, name in enumerate(names(case)) if name == "6 guests more")
    tab.table.view.setCurrentIndex(tab.table.view.model().index(line, 2))
    QTest.keyClick(tab.table.view, Qt.Key.Key_Return)
    assert "6 guests more" not in names(case)
    assert len(names(case)) == 13


def test_the_folded_are_marked_with_the_rest(case: Case, visit: UUID) -> None:
    more(case, visit, 9)
    case.delegations.table.view.selectAll()
    QTest.keyClick(case.delegations.table.view, Qt.Key.Key_K)
    assert {one.attendance for one in participants(case.office, visit)} == {"confirmed"}


def test_f8_goes_to_what_is_missing(case: Case, visit: UUID) -> None:
    tab = case.delegations
    tab.table.select(guests(case, visit)["Ridho Yahya"].id)
    case.run("guest.next_gap")
    current = tab.table.current()
    assert current is not None
    assert current.guest is not None
    assert current.guest.name.plain == "Asisten"


def test_a_box_adds_its_guest_to_the_selection(case: Case, visit: UUID) -> None:
    tab = case.delegations
    tab.table.select(guests(case, visit)["Ridho Yahya"].id)
    view = tab.table.view
    at = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(tab.table.selected()) == 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(tab.table.selected()) == 1


def test_an_empty_list_offers_its_four_ways_in(case: Case, visit: UUID) -> None:
    earlier = a_visit(case.office, "Dahulu", "2021-12-01")
    (line,) = list_delegations(case.office, visit)
    before = add_delegation(case.office, earlier, DelegationForm(line.institution_id))
    add_attendee(case.office, before, AttendeeForm(PersonForm("Orang Lama"), "Asisten"))
    remove_attendees(case.office, [one.id for one in participants(case.office, visit)])
    assert names(case) == []
    for name in ("guest.import", "guest.paste", "guest.add", "guest.copy_earlier"):
        assert case.can(name)
    words = case.window.frame.actions_by_name["guest.copy_earlier"].text()
    assert words == "Copy from the visit of Wed, 1 Dec 2021"
    case.run("guest.copy_earlier")
    assert names(case)[1:] == ["Orang Lama"]


def test_the_catering_list_is_copied(case: Case, visit: UUID) -> None:
    assert visit
    case.run("guest.catering_copy")
    head, usual = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("Menu\tNumber")
    assert usual.startswith("Usual menu\t3")


def test_the_host_and_the_heads_are_listed_by_one_command(
    case: Case, visit: UUID, qtbot: QtBot
) -> None:
    assert qtbot
    case.run("guest.heads")
    heads = [one for one in participants(case.office, visit) if one.role == "head"]
    assert [one.name.plain for one in heads].count("Ridho Yahya") >= 1


def test_several_guests_go_in_one_car(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.delegations.table.view.selectAll()
    answer(monkeypatch, lambda dialog: QTest.keyClicks(dialog.findChild(SearchPicker), "Bus 2"))
    case.run("guest.vehicle")
    assert {one.vehicle for one in participants(case.office, visit)} == {"Bus 2"}
    case.run("edit.undo")
    assert {one.vehicle for one in participants(case.office, visit)} == {""}


def test_a_party_is_closed_to_one_line_and_opened(case: Case, visit: UUID) -> None:
    tab = case.delegations
    tab.table.select(guests(case, visit)["Asisten"].id)
    QTest.keyClick(tab.table.view, Qt.Key.Key_Left)
    assert names(case)[1:] == ["3 guests"]
    QTest.keyClick(tab.table.view, Qt.Key.Key_Right)
    assert len(names(case)) == 4
    line = tab.table.view.visualRect(tab.table.view.model().index(0, 0)).center()
    QTest.mouseClick(tab.table.view.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert names(case)[1:] == ["3 guests"]
