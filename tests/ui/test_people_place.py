"""The tabs of people and of possible duplicates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.precedence import Group
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.history import undo
from kunjungan.services.known_people.card import person_card
from kunjungan.services.known_people.listing import known_people
from kunjungan.services.office import Office
from kunjungan.services.officials import list_officials
from kunjungan.services.people import PersonForm, add_person, list_people, person_form
from kunjungan.ui.context import Address
from kunjungan.ui.screens.institutions import PLACE
from kunjungan.ui.screens.institutions.merge_dialog import MergeDialog
from kunjungan.ui.screens.institutions.official_dialog import OfficialDialog
from kunjungan.ui.screens.institutions.person_dialog import PersonDialog
from kunjungan.ui.screens.institutions.post_field import PostField
from kunjungan.ui.screens.institutions.purge_dialog import PurgeDialog
from kunjungan.ui.screens.institutions.screen import InstitutionsScreen
from tests.builders import a_visit, prabumulih
from tests.ui.office_case import Case, answer, answer_questions, current, office_window, words
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET
Screen = Case[InstitutionsScreen]
NIP = "197501012000032002"


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, InstitutionsScreen) as opened:
        yield opened


@pytest.fixture
def parent(qapp: QApplication, qtbot: QtBot) -> QWidget:
    dressed(qapp)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def go(case: Screen, tab: str) -> None:
    case.window.frame.go(Address("institutions", None, tab))


def twins(case: Screen, qtbot: QtBot) -> tuple[UUID, UUID]:
    """Two records of one person, found."""
    visit = a_visit(case.office)
    body = prabumulih(case.office)
    delegation = add_delegation(case.office, visit, DelegationForm(body.id))
    one = add_person(case.office, PersonForm("Muhammad Contoh", ("Dr.",), nip=NIP, diet="Vegan"))
    other = add_person(case.office, PersonForm("Moh. Contoh", nip=NIP, phone="0812"))
    guest = AttendeeForm(PersonForm(""), "Sekretaris", person_id=other)
    add_attendee(case.office, delegation, guest)
    go(case, "twins")
    qtbot.waitUntil(lambda: bool(case.page.twins.count))
    return one, other


def test_people_stand_by_name_with_what_they_are(case: Screen) -> None:
    prabumulih(case.office)
    add_person(case.office, PersonForm("Siti Contoh", nip=NIP, rank="Penata", grade="III/c"))
    go(case, "people")
    assert words(case.page.people.table) == ["Ridho Yahya, Mayor of Prabumulih", "Siti Contoh"]
    assert words(case.page.people.table, 1)[1] == "Penata · III/c, 19750101 200003 2 002"
    assert (case.can("person.edit"), case.can("institution.edit")) == (True, False)
    assert words(case.page.people.panel.history)[0] == "In office now"


def test_a_person_is_found_opened_and_changed_by_keys(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(case.office, PersonForm("Ani Contoh"))
    siti = add_person(case.office, PersonForm("Siti Contoh"))
    case.window.frame.go(Address("institutions", siti, "people"))
    assert current(case.page.people.table).id == siti
    answer(monkeypatch, lambda dialog: dialog.pronunciation.set_value("SI-ti"))
    case.page.people.table.view.setFocus()
    QTest.keyClick(case.page.people.table.view, Qt.Key.Key_Return)
    assert person_form(case.office, siti).pronunciation == "SI-ti"


def test_a_new_person_is_warned_of_who_is_known(
    case: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    add_person(case.office, PersonForm("Muhammad Contoh", nip=NIP))
    told: list[bool] = []

    def fill(dialog: PersonDialog) -> None:
        dialog.name.name.set_value("Moch. Contoh")
        dialog.nip.set_value(NIP)
        dialog.nip.editingFinished.emit()
        qtbot.waitUntil(lambda: dialog.twin.isVisibleTo(dialog))
        told.append(dialog.twin.isVisibleTo(dialog))

    answer(monkeypatch, fill)
    go(case, "people")
    case.run("person.add")
    assert told == [True]
    assert known_people(case.office).count == 2
    case.run("edit.undo")
    assert known_people(case.office).count == 1


def test_one_more_office_is_added_from_the_person(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = prabumulih(case.office)
    go(case, "people")

    def fill(dialog: object) -> None:
        if isinstance(dialog, OfficialDialog):
            dialog.post.set_value(Bilingual("Ketua Dekranasda", ""))
        else:
            picker = dialog._form._rows[0].field  # type: ignore[attr-defined]
            picker.set_value(body.id)

    answer(monkeypatch, fill)
    case.run("person.appoint")
    held = [line.name.plain for line in list_officials(case.office, body.id)]
    assert held == ["Ridho Yahya", "Ridho Yahya"]
    assert known_people(case.office).count == 1


def test_twins_are_told_with_score_and_reason(case: Screen, qtbot: QtBot) -> None:
    twins(case, qtbot)
    assert words(case.page.twins.table)[0] == "Likely one person"
    assert words(case.page.twins.table, 2)[1].endswith("of 100")
    assert words(case.page.twins.table, 3)[1].startswith("the same NIP")


def test_two_records_are_made_one_field_by_field_and_two_again(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = twins(case, qtbot)
    before = [person_card(case.office, key) for key in (one, other)]

    def decide(dialog: MergeDialog) -> int:
        assert set(dialog.choices) == {"Name", "Telephone", "Diet"}
        assert dialog.form().name == "Moh. Contoh"
        dialog.choices["Name"].button(1).setChecked(True)
        dialog.merge()
        return 1

    monkeypatch.setattr(MergeDialog, "exec", decide)
    case.run("twins.merge")
    (person,) = known_people(case.office, "contoh").people
    form = person_form(case.office, person.id)
    assert (form.name, form.titles_front, form.nip) == ("Muhammad Contoh", ("Dr.",), NIP)
    assert (form.phone, form.diet) == ("0812", "Vegan")
    assert person.guest_as == "Sekretaris"
    undo(case.office)
    after = [person_card(case.office, key) for key in (one, other)]
    assert [replace(card.form, version=0) for card in after] == [
        replace(card.form, version=0) for card in before
    ]
    assert [card.visits for card in after] == [card.visits for card in before]


def test_two_that_were_selected_are_compared_though_nothing_finds_them_alike(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ani", "Budi"):
        add_person(case.office, PersonForm(name))
    go(case, "people")
    assert not case.can("person.merge")
    case.page.people.table.view.selectAll()
    assert case.can("person.merge")
    monkeypatch.setattr(MergeDialog, "exec", lambda dialog: dialog.merge())
    case.run("person.merge")
    assert [person.name.plain for person in known_people(case.office).people] == ["Ani"]
    case.run("edit.undo")
    assert known_people(case.office).count == 2


def test_two_people_kept_apart_are_not_offered_again_until_it_is_undone(
    case: Screen, qtbot: QtBot
) -> None:
    twins(case, qtbot)
    case.run("twins.apart")
    qtbot.waitUntil(lambda: case.page.twins.count == 0)
    assert known_people(case.office, "contoh").count == 2
    case.run("edit.undo")
    qtbot.waitUntil(lambda: case.page.twins.count == 1)


def test_old_contacts_go_after_a_look(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer_questions(monkeypatch)
    _, other = twins(case, qtbot)
    go(case, "people")
    case.run("people.purge")
    assert "24 months" in told[0]
    office = replace(case.office, today=lambda: date(2030, 1, 1))
    case.page.people.office = office
    seen: list[str] = []

    def look(dialog: PurgeDialog) -> int:
        seen.extend(words(dialog.table, 1))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(PurgeDialog, "exec", look)
    case.run("people.purge")
    assert seen == ["NIP, Telephone"]
    assert person_form(case.office, other).phone == ""
    case.run("edit.undo")
    assert person_form(case.office, other).phone == "0812"


def test_export_asks_for_personal_data_and_writes(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    add_person(case.office, PersonForm("Siti Contoh", nip=NIP))
    target = tmp_path / "orang.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer(monkeypatch, lambda dialog: dialog)
    go(case, "people")
    case.run("people.export")
    qtbot.waitUntil(target.exists)
    text = target.read_text(encoding="utf-8-sig")
    assert "Siti Contoh" in text
    assert NIP not in text


def test_a_post_is_written_out_when_the_field_is_left(parent: QWidget, qtbot: QtBot) -> None:
    field = PostField("Prabumulih", parent)
    field.indonesian.setText("Plt. Kadis Kominfo")
    with qtbot.waitSignal(field.known) as known:
        field.indonesian.editingFinished.emit()
    assert field.value().en == "Head of the Communication and Informatics Agency"
    assert known.args is not None
    (post,) = known.args
    assert (post.capacity, post.group) == (Capacity.PLT, Group.AGENCY_HEADS)
    field.set_value(Bilingual("Kadis Kominfo", "Kominfo's head"))
    field.indonesian.editingFinished.emit()
    assert field.value() == Bilingual("Kadis Kominfo", "Kominfo's head")


def test_nobody_without_a_name_stands_among_the_people(case: Screen) -> None:
    add_person(case.office, PersonForm("Siti Contoh"))
    with case.office.store.change("x") as session:
        from kunjungan.services.people import new_person  # noqa: PLC0415

        new_person(session, PersonForm(""), nameless=True)
    go(case, "people")
    assert words(case.page.people.table) == ["Siti Contoh"]
    assert len(list_people(case.office)) == 1


@pytest.mark.parametrize("tab", ["bodies", "people"])
def test_a_search_that_finds_nothing_is_cleared_by_its_button(case: Screen, tab: str) -> None:
    add_person(case.office, PersonForm("Siti Contoh"))
    prabumulih(case.office)
    go(case, tab)
    view = case.page.people if tab == "people" else case.page.bodies
    view.search.setText("tidak ada yang bernama begini")
    view.reload()
    assert words(view.table) == []
    shown = [one for one in view.table.findChildren(QPushButton) if one.isVisible()]
    (clear,) = (one for one in shown if one.text() == "Clear the filter")
    clear.click()
    assert words(view.table)
    assert view.search.text() == ""
