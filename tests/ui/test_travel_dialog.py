"""The travel of a delegation in the window: two lists, forms, hints, the card beside the guests."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.visit_words import Duty, ResourceKind, TravelMeans, TravelWay
from kunjungan.services.calendar.resources import ResourceForm, add_resource
from kunjungan.services.delegations import remove_delegation
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.overview import visit_overview
from kunjungan.services.travel.changing import (
    JourneyForm,
    LodgingForm,
    add_journey,
    add_lodging,
)
from kunjungan.services.travel.lines import DelegationTravel
from kunjungan.services.travel.reading import travel
from kunjungan.services.visiting.crew import AssignmentForm, assign
from kunjungan.services.visiting.shifting import Shifted
from kunjungan.ui import messages
from kunjungan.ui.screens.visits.shift_words import moved_words
from kunjungan.ui.screens.visits.travel.dialog import TravelDialog
from kunjungan.ui.screens.visits.travel.journey_dialog import JourneyDialog
from kunjungan.ui.screens.visits.travel.lodging_dialog import LodgingDialog
from tests.day_case import Day, a_day
from tests.ui.shared import QUIET
from tests.ui.visits_case import Case, answer, visits_window

pytestmark = QUIET
ON = date(2022, 9, 1)
COMES = JourneyForm(
    means=TravelMeans.PLANE, on=ON, at=time(7, 40), number="GA 302", place="Bandara",
    vehicle="D 1234 AB",
)  # fmt: skip


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


@pytest.fixture
def case(qapp: QApplication, day: Day) -> Iterator[Case]:
    with visits_window(qapp, day.office) as opened:
        opened.go(day.visit, "delegations")
        yield opened


@pytest.fixture
def dialog(case: Case, day: Day) -> TravelDialog:
    seen = visit_overview(day.office, day.visit)
    made = TravelDialog(case.window.frame.context, seen, seen.delegations[0], case.window)
    made.show()
    return made


def only(day: Day) -> DelegationTravel:
    (own,) = travel(day.office, day.visit)
    return own


def shown(widget: TravelDialog) -> str:
    return widget.hints.accessibleName()


def test_a_journey_is_entered_by_key_and_the_hint_that_it_was_missing_goes(
    dialog: TravelDialog, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no journey is known yet" in shown(dialog)

    def fill(form: JourneyDialog) -> None:
        assert form.day.day() == ON, "the day of the visit is offered"
        form.means.set_value(TravelMeans.TRAIN)
        form.at.set_value(time(9, 5))
        form.vehicle.set_value("Bus sewaan")

    submitted = answer(monkeypatch, fill)
    qtbot.keyClick(dialog.journeys.table.view, Qt.Key.Key_Insert)
    assert submitted == [True]
    (line,) = only(day).journeys
    assert (line.means, line.at, line.vehicle) == (TravelMeans.TRAIN, time(9, 5), "Bus sewaan")
    assert shown(dialog) == ""
    undo(day.office)
    assert not only(day).known


def test_after_the_coming_the_going_is_offered(
    dialog: TravelDialog, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_journey(day.office, day.delegation, COMES)
    dialog.reload()
    offered: list[JourneyForm] = []
    answer(monkeypatch, lambda form: offered.append(form.form()))
    dialog.journeys.add.click()
    assert (offered[0].way, offered[0].means) == (TravelWay.DEPARTURE, TravelMeans.PLANE)


def test_a_journey_is_changed_and_removed_by_key(
    dialog: TravelDialog, day: Day, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_journey(day.office, day.delegation, COMES)
    dialog.reload()
    answer(monkeypatch, lambda form: form.number.set_value("GA 304"))
    qtbot.keyClick(dialog.journeys.table.view, Qt.Key.Key_F2)
    assert only(day).journeys[0].number == "GA 304"
    qtbot.keyClick(dialog.journeys.table.view, Qt.Key.Key_Delete)
    assert not only(day).known
    assert not dialog.journeys.change.isEnabled()


def test_keys_of_one_list_leave_the_other_alone(
    dialog: TravelDialog, day: Day, qtbot: QtBot
) -> None:
    add_journey(day.office, day.delegation, COMES)
    add_lodging(day.office, day.delegation, LodgingForm("Hotel", on=ON))
    dialog.reload()
    dialog.lodgings.table.setFocus()
    qtbot.keyClick(dialog.lodgings.table.view, Qt.Key.Key_Delete)
    assert (len(only(day).journeys), only(day).lodgings) == (1, ())


def test_a_lodging_that_ends_before_it_begins_is_refused_inside_its_form(
    dialog: TravelDialog, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(form: LodgingDialog) -> None:
        form.hotel.set_value("Hotel Contoh")
        form.last.show_day(date(2022, 8, 30))

    submitted = answer(monkeypatch, fill)
    dialog.lodgings.add.click()
    assert (submitted, only(day).known) == ([False], False)


def test_a_lodging_is_entered_changed_and_shown(
    dialog: TravelDialog, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda form: form.hotel.set_value("Hotel Contoh"))
    dialog.lodgings.add.click()
    answer(monkeypatch, lambda form: form.rooms.set_value(9))
    dialog.lodgings.change.click()
    (bed,) = only(day).lodgings
    assert (bed.hotel, bed.rooms, bed.on) == ("Hotel Contoh", 9, ON)
    current = dialog.lodgings.table.current()
    assert current is not None
    assert current.rooms == 9


def test_vehicles_of_the_office_and_drivers_of_the_crew_are_offered(
    dialog: TravelDialog, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_resource(day.office, ResourceForm(ResourceKind.VEHICLE, "Bus 1", plate="D 1 AB"))
    for duty, name in ((Duty.MC, "Nani"), (Duty.DRIVER, "Asep"), (Duty.DRIVER, "Asep")):
        assign(day.office, day.visit, AssignmentForm(duty, name=name))
    offered: list[object] = []

    def fill(form: JourneyDialog) -> None:
        offered.extend((form.vehicle._items, form.driver._items))

    answer(monkeypatch, fill)
    dialog.journeys.add.click()
    vehicles, drivers = offered
    assert [item.title for item in vehicles] == ["Bus 1"]  # type: ignore[attr-defined]
    assert [item.title for item in drivers] == ["Asep", "Nani"]  # type: ignore[attr-defined]


def test_a_delegation_that_is_gone_is_said_and_nothing_breaks(
    dialog: TravelDialog, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda *words: told.append(words[2]))
    remove_delegation(day.office, day.delegation)
    dialog.reload()
    assert told == ["This delegation was removed meanwhile. Nothing was changed."]
    assert not dialog.isVisible()


def test_the_card_beside_the_guests_tells_how_they_travel(case: Case, day: Day) -> None:
    add_journey(day.office, day.delegation, COMES)
    add_lodging(day.office, day.delegation, LodgingForm("Hotel", on=ON, rooms=1))
    texts = [label.text() for label in case.delegations.card.findChildren(QLabel)]
    assert "1 Sep 07.40, GA 302, Bandara; met by D 1234 AB" in texts
    assert "Hotel, 1 Sep, 1 bedroom" in texts


def test_the_command_opens_the_travel_of_the_delegation_on_the_keyboard(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(TravelDialog, "exec", lambda dialog: opened.append(dialog.windowTitle()))
    case.run("delegation.travel")
    assert opened == ["Travel of City of Prabumulih"]


def test_a_move_says_that_journeys_go_along() -> None:
    assert moved_words(Shifted(travel=1)) == "Moves along: 1 journey or lodging."
    assert moved_words(Shifted(crew=1, travel=3)).endswith("1 crew day, 3 journeys and lodgings.")
