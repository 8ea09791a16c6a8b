"""The screen of institutions and the officials in them."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.institutions import InstitutionForm, add_institution, list_institutions
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.officials import appoint, list_officials, official_form
from kunjungan.services.people import PersonForm
from kunjungan.ui.context import Address
from kunjungan.ui.partner_dialog import PartnerDialog
from kunjungan.ui.screens.institutions import PLACE
from kunjungan.ui.screens.institutions.dialog import InstitutionDialog
from kunjungan.ui.screens.institutions.official_dialog import OfficialDialog
from kunjungan.ui.screens.institutions.screen import InstitutionsScreen
from tests.builders import a_region, an_agreement, bandung
from tests.ui.office_case import Case, answer, answer_questions, current, office_window, words
from tests.ui.shared import QUIET

pytestmark = QUIET


Screen = Case[InstitutionsScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, InstitutionsScreen) as opened:
        yield opened


def company(office: Office) -> UUID:
    return add_institution(office, InstitutionForm(InstitutionKind.COMPANY, "PT Contoh"))


def test_an_office_without_institutions_is_offered_the_first(case: Screen) -> None:
    assert not case.page.bodies.table.isVisible()
    assert case.page.header.title == "Institutions & officials"
    assert (case.can("institution.add"), case.can("institution.edit")) == (True, False)
    bandung(case.office)
    assert case.page.bodies.table.isVisible()
    assert case.can("institution.edit")


def test_institutions_stand_under_their_kinds_with_code_kind_and_counts(case: Screen) -> None:
    an_agreement(case.office)
    a_region(case.office, "32.04", "Nama Bupati")
    company(case.office)
    names, codes = words(case.page.bodies.table), words(case.page.bodies.table, 1)
    assert names[0] == "Regional government 3"
    assert names[-2:] == ["Company 1", "PT Contoh"]
    assert "32.73, City" in codes
    assert "32.04, Regency" in codes
    agreements = dict(zip(codes, words(case.page.bodies.table, 4), strict=True))
    assert (agreements["32.73, City"], agreements["32.04, Regency"]) == ("1", "—")


def test_the_offices_own_institution_is_marked(case: Screen) -> None:
    body = bandung(case.office)
    change_settings(case.office, OfficeSettings(own_institution=body.id))
    assert words(case.page.bodies.table)[1].endswith("Own office")


def test_the_search_narrows_the_list_and_says_when_nothing_matches(case: Screen) -> None:
    bandung(case.office)
    company(case.office)
    QTest.keyClicks(case.page.bodies.search, "32.73")
    QTest.keyClick(case.page.bodies.search, Qt.Key.Key_Return)
    assert [line.region_code for line in case.page.bodies.table.selected()] == ["32.73"]
    assert len(words(case.page.bodies.table)) == 2
    case.run("page.filter")
    QTest.keyClicks(case.page.bodies.search, "zzz")
    QTest.keyClick(case.page.bodies.search, Qt.Key.Key_Return)
    assert words(case.page.bodies.table) == []
    assert (case.page.bodies.panel.isVisible(), case.can("institution.edit")) == (False, False)
    QTest.keyClick(case.page.bodies.search, Qt.Key.Key_Escape)
    assert len(words(case.page.bodies.table)) == 4


def test_what_was_added_is_selected_and_one_undo_takes_it_back(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bandung(case.office)

    def fill(dialog: InstitutionDialog) -> None:
        dialog.region.set_value("16.74")
        dialog.region.picked.emit("16.74")

    answer(monkeypatch, fill)
    case.run("institution.add")
    assert current(case.page.bodies.table).name.id == "Pemerintah Kota Prabumulih"
    case.run("edit.undo")
    assert current(case.page.bodies.table).name.id == "Pemerintah Kota Bandung"


def test_enter_edits_the_institution_under_the_keyboard(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bandung(case.office)
    answer(monkeypatch, lambda dialog: dialog.short.set_value("Bandung"))
    case.page.bodies.table.view.setFocus()
    QTest.keyClick(case.page.bodies.table.view, Qt.Key.Key_Return)
    assert list_institutions(case.office)[0].short_name == "Bandung"
    assert words(case.page.bodies.table)[1] == "Government of the City of Bandung, Bandung"


def test_an_institution_in_use_is_not_removed_and_says_why(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer_questions(monkeypatch)
    bandung(case.office)
    case.run("institution.remove")
    assert "Other records still depend" in told[0]
    case.page.bodies.table.select(company(case.office))
    case.run("institution.remove")
    assert len(list_institutions(case.office)) == 1
    case.run("edit.undo")
    assert len(list_institutions(case.office)) == 2
    assert len(told) == 1


def test_officials_stand_by_now_to_come_and_formerly(case: Screen) -> None:
    body = bandung(case.office)
    post = replace(official_form(case.office, body.head), person_id=None)
    for name, begins, ends in (
        ("Terdahulu", PartialDate(2013, 9), PartialDate(2018, 9)),
        ("Berikutnya", PartialDate(2023, 9), None),
    ):
        appoint(case.office, replace(post, person=PersonForm(name), begins_on=begins, ends_on=ends))
    assert words(case.page.bodies.panel.officials) == [
        "In office now 1",
        "Yana Mulyana, Wali Kota Bandung · Mayor of Bandung, Its head",
        "From later on 1",
        "Berikutnya, Wali Kota Bandung · Mayor of Bandung, Its head",
        "Formerly 1",
        "Terdahulu, Wali Kota Bandung · Mayor of Bandung, Its head",
    ]
    assert words(case.page.bodies.panel.officials, 1)[1::2] == [
        "since Sep 2018",
        "since Sep 2023",
        "Sep 2013\N{EN DASH}Sep 2018",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Insert])
def test_in_the_list_of_officials_the_keys_are_theirs(
    case: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, key: Qt.Key
) -> None:
    bandung(case.office)
    titles: list[str] = []
    answer(monkeypatch, lambda dialog: titles.append(dialog.windowTitle()), press=False)
    view = case.page.bodies.panel.officials.view
    case.page.bodies.panel.officials.select(list_officials(case.office)[0].id)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, key)
    left = len(list_officials(case.office))
    expected = {
        Qt.Key.Key_Delete: (0, []),
        Qt.Key.Key_F2: (1, ["Official"]),
        Qt.Key.Key_Insert: (1, ["New official"]),
    }
    assert (left, titles) == expected[key]
    assert len(list_institutions(case.office)) == 1


def test_a_new_official_is_selected_and_can_be_taken_back(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bandung(case.office)

    def fill(dialog: OfficialDialog) -> None:
        dialog.name.name.set_value("Asisten Contoh")
        dialog.post.set_value(Bilingual("Asisten", ""))

    answer(monkeypatch, fill)
    case.run("official.add")
    assert current(case.page.bodies.panel.officials).name.plain == "Asisten Contoh"
    case.run("official.remove")
    case.run("edit.undo")
    case.run("edit.undo")
    assert [line.name.plain for line in list_officials(case.office)] == ["Yana Mulyana"]


def test_an_address_selects_its_institution_and_a_gone_one_leaves_the_list(case: Screen) -> None:
    bandung(case.office)
    body = company(case.office)
    case.page.bodies.search.setText("bandung")
    case.window.frame.go(Address("institutions", body))
    assert current(case.page.bodies.table).id == body
    case.window.frame.go(Address("institutions", UUID(int=7)))
    assert isinstance(case.page, InstitutionsScreen)
    assert case.page.bodies.table.current() is not None


def test_another_language_keeps_search_and_both_selections(case: Screen, qtbot: QtBot) -> None:
    body = bandung(case.office)
    company(case.office)
    case.page.bodies.search.setText("kota")
    case.page.bodies.table.select(body.id)
    case.page.bodies.panel.officials.select(body.head)
    english = case.page
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.page is not english)
    assert case.page.bodies.search.text() == "kota"
    assert current(case.page.bodies.table).id == body.id
    assert current(case.page.bodies.panel.officials).id == body.head
    assert words(case.page.bodies.table)[1].startswith("Pemerintah Kota Bandung")


def test_the_partners_card_opens_from_its_row(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bandung(case.office)
    shown: list[str] = []

    def look(dialog: PartnerDialog) -> int:
        shown.append(dialog.card.name.id)
        return 0

    monkeypatch.setattr(PartnerDialog, "exec", look)
    case.run("partner.show")
    assert shown == ["Pemerintah Kota Bandung"]
