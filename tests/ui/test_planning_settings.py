"""Rooms and vehicles, holidays, quiet times and the calendar's minutes among the settings."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from kunjungan.domain.days import PartialDate
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.services.calendar.holidays import list_holidays
from kunjungan.services.calendar.resources import ResourceForm, add_resource, list_resources
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.store.tables import Holiday
from kunjungan.ui.context import Address
from kunjungan.ui.screens.settings import PLACE
from kunjungan.ui.screens.settings.holiday_dialog import HolidayDialog
from kunjungan.ui.screens.settings.quiet_dialog import QuietDialog
from kunjungan.ui.screens.settings.room_dialog import RoomDialog
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.widgets.fields import NumberField
from tests.ui.agreements_case import answer, words_of
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[SettingsScreen]
HALL = ResourceForm(ResourceKind.ROOM, "Auditorium", "Balai Kota", 120)


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    add_resource(office, HALL)
    with office_window(qapp, office, PLACE, SettingsScreen) as opened:
        yield opened


def at(case: Screen, tab: str) -> SettingsScreen:
    """The settings with a tab open."""
    case.window.frame.go(Address("settings", tab=tab))
    return case.page


def test_a_vehicle_is_added_and_stands_in_the_table(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: RoomDialog) -> None:
        dialog.kind.set_value(ResourceKind.VEHICLE)
        dialog.name.set_value("Bus 1")
        dialog.seats.set_value(25)
        dialog.turnaround.set_value(15)

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page = at(case, "rooms")
    case.window.frame.context.commands["room.add"].trigger()
    assert [row[:4] for row in words_of(page.rooms.table)] == [
        ["Auditorium", "Room", "Balai Kota", "120"], ["Bus 1", "Vehicle", "", "25"],
    ]  # fmt: skip
    page.rooms.kinds.set_value(ResourceKind.VEHICLE)
    page.rooms.kinds.chosen.emit(ResourceKind.VEHICLE)
    assert [row[4] for row in words_of(page.rooms.table)] == ["15 minutes"]


def test_a_room_is_retired_and_used_again(case: Screen) -> None:
    page, commands = at(case, "rooms"), case.window.frame.context.commands
    assert commands["room.retire"].isEnabled()
    commands["room.retire"].trigger()
    assert words_of(page.rooms.table)[0][-1] == "Retired"
    assert not commands["room.retire"].isEnabled()
    commands["room.restore"].trigger()
    assert list_resources(case.office)[0].active
    commands["room.remove"].trigger()
    assert list_resources(case.office) == []
    undo(case.office)
    assert [row[0] for row in words_of(page.rooms.table)] == ["Auditorium"]


def test_a_holiday_is_added_in_its_own_year(case: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(dialog: HolidayDialog) -> None:
        dialog.on.set_value(PartialDate(2023, 9, 25))
        dialog.kind.set_value(HolidayKind.OBSERVANCE)
        dialog.name_id.set_value("Hari Jadi Kota")

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page = at(case, "holidays")
    assert page.holidays.year.value() == 2022
    page.holidays.add()
    assert page.holidays.year.value() == 2023
    line = page.holidays.table.current()
    assert line is not None
    assert (line.on, line.name_id) == (date(2023, 9, 25), "Hari Jadi Kota")


def test_a_year_that_is_not_filled_in_says_so_until_its_list_is_there(
    case: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case.office.store.change("Far") as session:
        session.add(
            Holiday(
                on=date(2031, 9, 25), kind=HolidayKind.OBSERVANCE, name_id="Hari", name_en="Day"
            )
        )
    page = at(case, "holidays").holidays
    page.show_year(2022)
    assert page.missing.isHidden()
    page.show_year(2031)
    assert not page.missing.isHidden()
    file = tmp_path / "libur.csv"
    file.write_text("date,kind,name_id\n2031-01-01,libur_nasional,Tahun Baru", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    page.import_list()
    assert page.missing.isHidden()
    assert [one.name_id for one in list_holidays(case.office, 2031)] == ["Tahun Baru", "Hari"]


def test_the_holidays_are_opened_at_the_year_that_was_asked_for(case: Screen) -> None:
    page = at(case, "holidays:2044").holidays
    assert page.isVisible()
    assert (page.year.value(), page.missing.isVisible()) == (2044, True)
    at(case, "holidays")
    assert page.year.value() == 2044


def test_a_quiet_time_for_the_fasting_month_is_added_changed_and_removed(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: QuietDialog) -> None:
        dialog.name_id.set_value("Puasa")
        dialog.days.set_value({1, 2, 3})
        dialog.starts.set_value(time(12))
        dialog.ends.set_value(time(13))
        dialog.since.set_value(PartialDate(2027, 2, 8))

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page = at(case, "calendar").calendar
    before = office_settings(case.office).quiet_times
    page.add()
    assert office_settings(case.office).quiet_times == (
        *before, "123|12:00|13:00|2027-02-08||Puasa|Puasa",
    )  # fmt: skip
    assert words_of(page.table)[-1][:2] == ["Puasa", "Mon, Tue, Wed"]
    answer(monkeypatch, lambda dialog: dialog.days.set_value({5}))  # type: ignore[attr-defined]
    page.edit()
    assert words_of(page.table)[-1][:2] == ["Puasa", "Fri"]
    page.remove()
    assert office_settings(case.office).quiet_times == before


def test_the_minutes_between_two_seatings_are_kept_at_once(case: Screen) -> None:
    page = at(case, "calendar")
    field = page.choices.field("turnaround_minutes")
    assert isinstance(field, NumberField)
    field.set_value(45)
    field.editingFinished.emit()
    assert office_settings(case.office).turnaround_minutes == 45
    for name in ("travel_minutes", "report_days", "reply_days", "gift_report_days"):
        assert page.choices.field(name) is not None
