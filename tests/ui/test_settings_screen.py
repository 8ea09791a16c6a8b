"""The screen of settings: each choice kept at once, undone, refused under its field."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, office_settings
from kunjungan.ui.context import Address
from kunjungan.ui.screens.settings import PLACE
from kunjungan.ui.screens.settings.licences import WORKS, licence_text
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.fields import CheckField, ChoiceField, LineField, NumberField
from tests.builders import bandung, prabumulih
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[SettingsScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, SettingsScreen) as opened:
        yield opened


def choice(case: Screen, name: str) -> ChoiceField:
    field = case.page.choices.field(name)
    assert isinstance(field, ChoiceField)
    return field


def line(case: Screen, name: str) -> LineField:
    field = case.page.choices.field(name)
    assert isinstance(field, LineField)
    return field


def test_every_setting_of_the_office_has_its_row_and_what_it_rests_on(case: Screen) -> None:
    names = {field.name for field in fields(OfficeSettings)}
    in_a_table = {"quiet_times", "badge_roles"}
    rows = {name for name in names if case.page.choices.field(name) is not None}
    assert rows == names - in_a_table
    bases = [chip.accessibleName() for chip in case.page.findChildren(Chip)]
    assert bases.count("Office practice") == len(names) - 7
    assert {"UU 10/2020", "PP 28/2018 art 30", "Permendagri 83/2022"} < set(bases)


def test_a_choice_is_kept_at_once_and_undo_shows_it_again(case: Screen) -> None:
    choice(case, "paper").set_value(Paper.A4)
    choice(case, "party_style").set_value(PartyStyle.PERTAMA)
    check = case.page.choices.field("titles_in_opening")
    assert isinstance(check, CheckField)
    check.click()
    kept = office_settings(case.office)
    assert (kept.paper, kept.party_style) == (Paper.A4, PartyStyle.PERTAMA)
    assert not kept.titles_in_opening
    for _ in range(3):
        case.run("edit.undo")
    assert office_settings(case.office) == OfficeSettings()
    assert choice(case, "paper").value() is Paper.F4
    assert check.isChecked()


def test_typing_is_kept_when_the_field_is_left_not_before(case: Screen) -> None:
    case.window.frame.go(Address("settings", None, "numbers"))
    field = line(case, "number_unit")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "TAPEM")
    assert office_settings(case.office).number_unit == "KSD"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert office_settings(case.office).number_unit == "TAPEM"


def test_the_example_follows_every_key(case: Screen) -> None:
    assert case.page.numbers.example.text() == "100.3.7.1/007/KSD/VIII/2022"
    line(case, "number_pattern").setText("{seq}/{unit}/{month:02}-{year}")
    line(case, "number_unit").setText("TAPEM")
    assert case.page.numbers.example.text() == "7/TAPEM/08-2022"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{nomor}/{year}", "The number pattern knows no “nomor”."),
        ("{class}/{year}", "The number pattern needs {seq}; without it all numbers are alike."),
    ],
)
def test_a_pattern_that_cannot_number_is_refused_under_its_field(
    case: Screen, pattern: str, words: str
) -> None:
    field = line(case, "number_pattern")
    field.setText(pattern)
    field.editingFinished.emit()
    assert words in [label.text() for label in case.page.findChildren(QLabel)]
    assert office_settings(case.office).number_pattern == OfficeSettings().number_pattern
    assert field.text() == pattern


@pytest.mark.parametrize(("typed", "kept"), [("12", 12), ("61", 3), ("tiga", 3), ("", 3)])
def test_months_are_a_number_in_bounds(case: Screen, typed: str, kept: int) -> None:
    field = case.page.choices.field("notice_months")
    assert isinstance(field, NumberField)
    field.setText(typed)
    field.editingFinished.emit()
    assert office_settings(case.office).notice_months == kept


def test_the_own_institution_is_picked_and_may_be_none(case: Screen) -> None:
    body = bandung(case.office)
    assert [item.key for item in case.page.own.matches("bandung")] == [body.id]
    case.page.own.set_value(body.id)
    case.page.own.editingFinished.emit()
    assert office_settings(case.office).own_institution == body.id
    prabumulih(case.office)
    assert case.page.own.value() == body.id
    case.page.own.clear()
    case.page.own.editingFinished.emit()
    assert office_settings(case.office).own_institution is None


def test_language_and_colours_belong_to_the_desk(case: Screen, qtbot: QtBot) -> None:
    before = office_settings(case.office)
    english = case.page
    case.page.desk.language.set_value("id")
    qtbot.waitUntil(lambda: case.page is not english)
    indonesian = case.page
    case.page.desk.theme.set_value("dark")
    qtbot.waitUntil(lambda: case.page is not indonesian)
    assert (case.parts.desk.settings.language, case.parts.desk.settings.theme) == ("id", "dark")
    assert office_settings(case.office) == before


def test_another_name_opens_the_office_anew_under_it(case: Screen) -> None:
    desk = case.page.desk
    desk.user.setText("Ibu Analis")
    QTest.keyClick(desk.user, Qt.Key.Key_Return)
    assert case.parts.desk.settings.user == "Ibu Analis"
    (work,) = case.reopened
    assert work() == "Changes are recorded under Ibu Analis now."
    QTest.keyClick(desk.user, Qt.Key.Key_Return)
    assert len(case.reopened) == 1


def test_tabs_are_places_one_can_go_back_to(case: Screen) -> None:
    case.window.frame.go(Address("settings", None, "about"))
    assert case.page.about.isVisible()
    case.run("window.back")
    assert not case.page.about.isVisible()
    case.run("tab.next")
    assert case.page.header.tabs.value() == "agreements"


def test_about_tells_the_version_and_shows_each_licence(case: Screen) -> None:
    case.window.frame.go(Address("settings", None, "about"))
    case.page.about.works.select("idn-area-data")
    shown = case.page.about.text.toPlainText()
    assert "Open Database License" in shown
    assert "ODbL 1.0" in shown
    case.page.about.works.select("Qt, PySide6")
    assert "LGPL" in case.page.about.text.toPlainText()


def test_what_came_along_has_its_licence_in_full() -> None:
    carried = [work for work in WORKS if work.package]
    named = {work.package for work in WORKS} | {"pyside6-essentials"}
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[~<>=]", line)[0].lower() for line in project["dependencies"]}
    assert wanted <= named
    assert [work.name for work in carried if not licence_text(work)] == []
    assert "MIT License" in licence_text(next(w for w in WORKS if w.by == "Microsoft"))
