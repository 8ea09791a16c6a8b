"""Badge roles and label sheets among the settings: changed at once, taken back by undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets
from kunjungan.services.history import undo
from kunjungan.services.label_sheets import list_sheets, own_sheets
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.ui.context import Address
from kunjungan.ui.language import ScreenLanguage
from kunjungan.ui.screens.settings import PLACE
from kunjungan.ui.screens.settings.label_dialog import LabelDialog
from kunjungan.ui.screens.settings.role_dialog import RoleDialog
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.widgets.fields import MeasureField, measure_words
from tests.ui.agreements_case import answer, words_of
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[SettingsScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, SettingsScreen) as opened:
        yield opened


def at(case: Screen, tab: str) -> SettingsScreen:
    """The settings with a tab open."""
    case.window.frame.go(Address("settings", tab=tab))
    return case.page


def test_a_new_role_takes_its_guests_from_the_role_that_had_them(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: RoleDialog) -> None:
        dialog.word_id.set_value("PENANDA TANGAN")
        dialog.word_en.set_value("SIGNATORY")
        dialog.other.set_value("#004488")
        dialog.kinds.set_value({"signatory"})

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page = at(case, "badges")
    before = words_of(page.badges.table)
    case.window.frame.context.commands["badge_role.add"].trigger()
    after = {row[0]: row for row in words_of(page.badges.table)}
    assert after["PENANDA TANGAN"][2:] == ["#004488", "Signatory"]
    assert "Signatory" in before[0][3]
    assert "Signatory" not in after["VIP"][3]
    undo(case.office)
    assert words_of(page.badges.table) == before


def test_a_role_is_removed_and_its_word_is_never_given_twice(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at(case, "badges")
    case.window.frame.context.commands["badge_role.remove"].trigger()
    assert "VIP" not in [row[0] for row in words_of(page.badges.table)]
    refused: list[RuleBroken] = []

    def fill(dialog: RoleDialog) -> None:
        dialog.word_id.set_value("tamu")
        with pytest.raises(RuleBroken) as error:
            dialog._save()
        refused.append(error.value)
        dialog.word_id.set_value("TAMU AGUNG")

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page.badges.add()
    assert "TAMU" in str(refused[0])
    assert "TAMU AGUNG" in [row[0] for row in words_of(page.badges.table)]


def test_the_usual_sheet_of_badges_is_kept(case: Screen) -> None:
    page = at(case, "badges")
    assert page.badges.sheet.value() == "a4-8"
    page.badges.sheet.set_value("roll-50x80")
    assert office_settings(case.office).badge_sheet == "roll-50x80"


def test_a_sheet_is_corrected_and_had_back(case: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(dialog: LabelDialog) -> None:
        dialog.measures["offset_x"].setText("-1,5")
        dialog.measures["offset_y"].setText("0.25")

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page, commands = at(case, "labels"), case.window.frame.context.commands
    assert not commands["label_sheet.remove"].isEnabled()
    commands["label_sheet.edit"].trigger()
    sheet = page.labels.table.current()
    assert sheet is not None
    assert (sheet.offset_x, sheet.offset_y) == (-1.5, 0.25)
    assert own_sheets(case.office) == {sheet.slug}
    commands["label_sheet.remove"].trigger()
    assert list_sheets(case.office) == list(shipped_sheets())


def test_an_own_sheet_is_added_and_can_be_chosen_for_badges(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: LabelDialog) -> None:
        dialog.name_id.set_value("Kartu kantor")
        dialog.columns.set_value(1)

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    page = at(case, "labels")
    case.window.frame.context.commands["label_sheet.add"].trigger()
    made = page.labels.table.current()
    assert made is not None
    assert (made.name.id, made.columns) == ("Kartu kantor", 1)
    page.badges.sheet.set_value(made.slug)
    assert office_settings(case.office).badge_sheet == made.slug


def test_the_test_page_of_a_sheet_is_saved(
    case: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "uji.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at(case, "labels")
    case.window.frame.context.commands["label_sheet.trial"].trigger()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("text", ["12,x", "1e3", "--1"])
def test_what_is_no_length_is_refused(qapp: QApplication, text: str) -> None:
    assert qapp is not None
    field = MeasureField(signed=True)
    field.setText(text)
    with pytest.raises(RuleBroken):
        field.value()


@pytest.mark.parametrize(("language", "written"), [("en", "63.5"), ("id", "63,5")])
def test_a_length_is_written_as_the_language_writes_numbers(
    qapp: QApplication, language: str, written: str
) -> None:
    ScreenLanguage(qapp).speak(language)
    try:
        field = MeasureField()
        field.set_value(63.5)
        assert field.text() == measure_words(63.5) == written
        assert field.value() == 63.5
    finally:
        ScreenLanguage(qapp).speak("en")


@pytest.mark.parametrize("sheet", shipped_sheets(), ids=lambda sheet: sheet.slug)
def test_opening_and_saving_a_sheet_changes_no_measure(
    qapp: QApplication, sheet: LabelSheet
) -> None:
    assert qapp is not None
    assert LabelDialog(sheet, QWidget()).values() == sheet
