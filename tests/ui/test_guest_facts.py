"""The facts of a guest beside the table: kept when a field is left, by what the law says."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kunjungan.domain.precedence import Group as Place
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.delegations import (
    AttendeeForm,
    add_attendee,
)
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.precedence.local import LocalRankForm, add_local_rank
from kunjungan.ui.screens.visits.guest_dialog import GuestDialog
from kunjungan.ui.screens.visits.guest_fields import GuestFields
from tests.ui.guests_case import focus, guests, more, names
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


def test_enter_goes_to_the_facts_and_escape_drops_what_was_typed(case: Case, visit: UUID) -> None:
    tab = case.delegations
    assert tab.table.select(guests(case, visit)["Asisten"].id)
    QTest.keyClick(tab.table.view, Qt.Key.Key_Return)
    assert tab.card.fields.card_name.hasFocus()
    QTest.keyClicks(tab.card.fields.card_name, "ASISTEN")
    QTest.keyClick(tab.card.fields.card_name, Qt.Key.Key_Escape)
    assert tab.table.view.hasFocus()
    assert guests(case, visit)["Asisten"].card_name == ""


def test_a_fact_is_kept_when_its_field_is_left_and_undone_as_one_step(
    case: Case, visit: UUID
) -> None:
    tab = case.delegations
    tab.table.select(guests(case, visit)["Asisten"].id)
    field = tab.card.fields.title_en
    focus(field)
    field.setText("Assistant")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert guests(case, visit)["Asisten"].title.en == "Assistant"
    case.run("edit.undo")
    assert guests(case, visit)["Asisten"].title.en == "The Asisten"
    assert tab.card.fields.title_en.text() == "The Asisten"


def test_what_is_typed_is_kept_when_another_visit_opens(case: Case, visit: UUID) -> None:
    tab = case.delegations
    tab.table.select(guests(case, visit)["Asisten"].id)
    other = a_full_visit(case.office)
    focus(tab.card.fields.title_en)
    tab.card.fields.title_en.setText("Assistant")
    case.go(other, "delegations")
    assert guests(case, visit)["Asisten"].title.en == "Assistant"
    assert case.delegations is not tab
    assert case.page.visit.seen is not None
    assert case.page.visit.seen.id == other


def test_what_is_typed_survives_a_change_made_elsewhere(case: Case, visit: UUID) -> None:
    tab = case.delegations
    guest = guests(case, visit)["Asisten"]
    tab.table.select(guest.id)
    focus(tab.card.fields.note)
    tab.card.fields.note.setPlainText("Hadir juga")
    more(case, visit, 1)
    assert tab.card.fields.note.value() == "Hadir juga"


def test_the_side_says_which_article_ranks_a_guest(case: Case, visit: UUID) -> None:
    guest = guests(case, visit)["Ridho Yahya"]
    tab = case.delegations
    tab.table.select(guest.id)
    assert tab.card.fields.law.text() == "Not decided yet"
    tab.card.fields.group.set_value(Place.REGION_HEAD)
    tab.card.fields.keep()
    assert "UU 9/2010" in tab.card.fields.law.text()
    assert guests(case, visit)["Ridho Yahya"].group is Place.REGION_HEAD


def test_a_name_to_follow_is_shown_so_and_never_kept_as_text(
    case: Case, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: GuestDialog) -> None:
        dialog.part.post.indonesian.set_value("Sekretaris Daerah")

    answer(monkeypatch, fill)
    case.run("guest.add")
    made = guests(case, visit)["Sekretaris Daerah"]
    assert not made.known
    assert "(name to follow)" in names(case)
    case.run("page.copy")
    assert "follow" not in QGuiApplication.clipboard().text()


def test_a_post_of_the_list_brings_its_english_and_its_place(case: Case, visit: UUID) -> None:
    tab = case.delegations
    form = AttendeeForm(PersonForm("Nama Orang"))
    (line,) = list_delegations(case.office, visit)
    tab.list.select(add_attendee(case.office, line.id, form))
    field = tab.card.fields.title_id
    focus(field)
    field.setText("Kepala Dinas Komunikasi dan Informatika")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = guests(case, visit)["Nama Orang"]
    assert made.group is Place.AGENCY_HEADS
    assert made.title.en


def test_a_local_addition_ranks_a_guest_after_its_group(case: Case, visit: UUID) -> None:
    form = LocalRankForm(Place.AGENCY_HEADS, "Tokoh pendidikan", source="Perwal 1/2020")
    rank = add_local_rank(case.office, form)
    fields = GuestFields(case.office, case.delegations)
    fields.show_guest(guests(case, visit)["Asisten"], "")
    fields.group.set_value(rank)
    fields.keep()
    after = guests(case, visit)["Asisten"]
    assert (after.group, after.local_rank_id) == (Place.AGENCY_HEADS, rank)
