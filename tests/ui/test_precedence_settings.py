"""How guests are ordered and seated, among the settings."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kunjungan.domain.precedence import Group, HostPlace, Why
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, office_settings
from kunjungan.services.precedence.local import list_local_ranks
from kunjungan.ui.context import Address
from kunjungan.ui.screens.settings import PLACE
from kunjungan.ui.screens.settings.local_rank_dialog import LocalRankDialog
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.screens.settings.tie_field import TieField
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from tests.ui.agreements_case import answer, words_of
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[SettingsScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, SettingsScreen) as opened:
        opened.window.frame.go(Address("settings", tab="precedence"))
        yield opened


def test_an_addition_to_the_order_is_made_retired_and_removed(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: LocalRankDialog) -> None:
        dialog.after.set_value(Group.SECRETARY)
        dialog.name_id.set_value("Rektor")
        dialog.source.set_value("Perwal 12/2021")

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    commands, page = case.window.frame.context.commands, case.page.precedence
    commands["local_rank.add"].trigger()
    [row] = words_of(page.table)
    assert (row[0], row[2]) == ("Rektor", "Perwal 12/2021")
    assert row[1].startswith("Article 11(1), letter f")
    commands["local_rank.retire"].trigger()
    assert words_of(page.table)[0][-1] == "Retired"
    assert not commands["local_rank.retire"].isEnabled()
    commands["local_rank.restore"].trigger()
    commands["local_rank.remove"].trigger()
    assert list_local_ranks(case.office) == []
    case.run("edit.undo")
    assert [row[0] for row in words_of(page.table)] == ["Rektor"]


def test_rules_among_equals_are_moved_and_left_out(case: Screen) -> None:
    field = case.page.choices.field("tie_rules")
    assert isinstance(field, TieField)
    field.move_rule(Why.REGION_NAME, -1)
    field.move_rule(Why.CAPACITY, -1)  # it is the first already
    field.boxes[Why.LETTER].click()
    assert office_settings(case.office).tie_rules == ("capacity", "seniority", "region_name")
    for _ in range(2):
        case.run("edit.undo")
    assert office_settings(case.office) == OfficeSettings()
    assert field.value() == OfficeSettings().tie_rules


def test_the_drawing_follows_the_side_of_the_guest(case: Screen) -> None:
    assert case.page.precedence.drawing.words() == ("Guest", "Host")
    side = case.page.choices.field("guest_right")
    assert isinstance(side, ChoiceField)
    side.set_value(False)
    assert case.page.precedence.drawing.words() == ("Host", "Guest")
    case.run("edit.undo")
    assert case.page.precedence.drawing.words() == ("Guest", "Host")


def test_the_host_s_place_and_the_halves_are_kept(case: Screen) -> None:
    place, halves = (case.page.choices.field(name) for name in ("host_place", "row_halves"))
    assert isinstance(place, ChoiceField)
    assert isinstance(halves, CheckField)
    place.set_value(HostPlace.BESIDE)
    halves.click()
    kept = office_settings(case.office)
    assert (kept.host_place, kept.row_halves) == (HostPlace.BESIDE, True)
