"""The dialogs of delegations: guests, institutions and officials, old and new."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group as Place
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import delegation_form
from kunjungan.services.guests.participants import Participant, participants
from kunjungan.services.institutions import institution_form, list_institutions
from kunjungan.services.office import Office
from kunjungan.services.officials import list_officials
from kunjungan.services.people import PersonForm, add_person, list_people
from kunjungan.ui.screens.visits.delegation_dialog import DelegationDialog
from kunjungan.ui.screens.visits.guest_dialog import GuestDialog
from kunjungan.ui.screens.visits.guest_import.dialog import ImportGuestsDialog
from kunjungan.ui.screens.visits.institution_dialog import InstitutionDialog, ask_new_institution
from kunjungan.ui.screens.visits.official_dialog import OfficialDialog, ask_new_official
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import a_region
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


def guests(case: Case, visit: UUID) -> dict[str, Participant]:
    return {line.name.plain: line for line in participants(case.office, visit)}


def test_a_guest_is_added_with_titles_post_and_place(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: GuestDialog) -> None:
        dialog.person.name.set_value(PersonName("Nama Orang", ("Dr.",), ("M.Si.",)))
        dialog.person.nip.setText("19800101 200501 1 001")
        dialog.part.group.set_value(Place.AGENCY_HEADS)
        dialog.part.role.set_value("liaison")
        dialog.part.attendance.set_value("confirmed")

    answer(monkeypatch, fill)
    QTest.keyClick(case.delegations.table.view, Qt.Key.Key_Insert)
    made = guests(case, visit)["Nama Orang"]
    assert (made.name.full, made.nip) == ("Dr. Nama Orang, M.Si.", "198001012005011001")
    assert (made.group, made.role, made.attendance) == (Place.AGENCY_HEADS, "liaison", "confirmed")
    current = case.delegations.table.current()
    assert current is not None
    assert current.id == made.id


def test_an_odd_nip_is_warned_of_and_kept(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: GuestDialog) -> None:
        dialog.person.name.set_value(PersonName("Suharto"))
        dialog.person.nip.setText("123")
        assert not dialog.person.nip_notice.isHidden()

    answer(monkeypatch, fill)
    case.run("guest.add")
    assert guests(case, visit)["Suharto"].nip == "123"


def test_somebody_already_known_is_taken_as_recorded(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = add_person(case.office, PersonForm("Sekretaris Daerah", ("Dr.",)))

    def fill(dialog: GuestDialog) -> None:
        (item,) = dialog.known.matches("sekretaris")
        assert item.key == person
        dialog.known.set_value(person)
        assert not dialog.person.name.isEnabled()
        assert dialog.person.name.value().full == "Dr. Sekretaris Daerah"

    answer(monkeypatch, fill)
    case.run("guest.add")
    assert "Sekretaris Daerah" in guests(case, visit)
    assert len(list_people(case.office, "sekretaris")) == 1


def test_an_official_of_the_institution_comes_with_the_post(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = list_delegations(case.office, visit)
    (official,) = list_officials(case.office, line.institution_id)

    def fill(dialog: GuestDialog) -> None:
        assert dialog.known.matches("")[0].key == official.person_id
        dialog.known.set_value(official.person_id)
        assert dialog.part.post.value().en == "Mayor of Prabumulih"

    answer(monkeypatch, fill)
    case.run("guest.add")
    assert "Mayor of Prabumulih" in {g.title.en for g in participants(case.office, visit)}


def test_a_name_not_known_goes_to_the_name_field(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: GuestDialog) -> None:
        dialog.known.setText("Ir. Orang Baru, M.T.")
        dialog.known.wanted_new.emit("Ir. Orang Baru, M.T.")
        assert dialog.known.value() is None

    answer(monkeypatch, fill)
    case.run("guest.add")
    assert guests(case, visit)["Orang Baru"].name.full == "Ir. Orang Baru, M.T."


def test_a_delegation_is_added_with_its_letter_and_hours(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = a_region(case.office, "16.10", "Panca Wijaya Akbar")

    def fill(dialog: DelegationDialog) -> None:
        dialog.letter.institution.set_value(body.id)
        assert dialog.letter.head.value() == body.head, "the head of the institution is offered"
        dialog.letter.letter.set_value("005/2")
        dialog.letter.letter_on.set_value(PartialDate(2022, 8, 9))
        dialog.letter.announced.set_value(16)

    answer(monkeypatch, fill)
    case.run("delegation.add")
    line = list_delegations(case.office, visit)[-1]
    form = delegation_form(case.office, line.id)
    assert (form.letter_number, form.letter_on) == ("005/2", date(2022, 8, 9))
    assert form.announced == 16
    assert line.head == "Panca Wijaya Akbar"


def test_a_region_not_met_before_is_added_on_the_way(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fill(dialog: FormDialog) -> None:
        if isinstance(dialog, InstitutionDialog):
            dialog.head.set_value(PersonName("Wali Kota Contoh"))
            return
        assert isinstance(dialog, DelegationDialog)
        (item,) = [i for i in dialog.letter.institution.matches("kota cimahi") if i.key == "32.77"]
        dialog.letter.institution.set_value(item.key)
        dialog.letter.institution.picked.emit(item.key)
        qtbot.waitUntil(lambda: dialog.letter.institution.institution() is not None)

    answer(monkeypatch, fill, times=2)
    case.run("delegation.add")
    line = list_delegations(case.office, visit)[-1]
    assert (line.name.id, line.head) == ("Pemerintah Kota Cimahi", "Wali Kota Contoh")
    assert line.head_post.en == "Mayor of Cimahi"


def test_another_institution_is_added_by_its_name(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda _dialog: None)
    made = ask_new_institution(case.office, case.window, name="Universitas Contoh")
    assert made is not None
    assert institution_form(case.office, made).name_id == "Universitas Contoh"
    assert len(list_institutions(case.office)) == 1


def test_an_official_is_offered_the_post_that_nobody_holds(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, lambda _dialog: None)
    body = ask_new_institution(case.office, case.window, region="32.77")
    assert body is not None

    def fill(dialog: OfficialDialog) -> None:
        assert dialog.post.value().id == "Wali Kota Cimahi"

    answer(monkeypatch, fill)
    made = ask_new_official(case.office, body, "Dr. Nama Orang, M.Si.", case.window)
    (line,) = list_officials(case.office, body)
    assert (line.id, line.name.full, line.is_head) == (made, "Dr. Nama Orang, M.Si.", True)


def test_a_namesake_is_added_only_when_the_verb_is_pressed_again(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: GuestDialog) -> None:
        dialog.person.name.set_value(PersonName("ridho yahya"))
        assert not dialog.submit()

    answer(monkeypatch, fill)
    case.run("guest.add")
    assert "ridho yahya" in guests(case, visit)


def test_tab_comes_to_whose_guests_are_imported_too(case: Case, visit: UUID) -> None:
    assert visit == case.delegations.seen.id
    party = str(case.delegations.seen.delegations[0].id)
    dialog = ImportGuestsDialog(
        case.window.frame.context, case.delegations.seen, party, case.delegations
    )
    dialog.show()
    first = dialog.parts.first
    assert dialog.focusWidget() is first.choose
    passed = []
    for _ in range(4):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    assert first.party in passed
    dialog.done(0)
