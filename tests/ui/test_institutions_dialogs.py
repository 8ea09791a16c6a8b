"""The forms of institutions and officials."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.names import PersonName
from kunjungan.domain.precedence import Group
from kunjungan.services.history import undo
from kunjungan.services.institutions import (
    InstitutionForm,
    add_institution,
    institution_form,
    list_institutions,
)
from kunjungan.services.office import Office
from kunjungan.services.officials import list_officials, official_form
from kunjungan.services.people import list_people
from kunjungan.ui.screens.institutions.dialog import (
    InstitutionDialog,
    ask_institution,
    ask_new_institution,
)
from kunjungan.ui.screens.institutions.official_dialog import (
    OfficialDialog,
    ask_new_official,
    ask_official,
)
from tests.builders import bandung
from tests.ui.office_case import answer
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET


@pytest.fixture
def parent(qapp: QApplication, qtbot: QtBot) -> QWidget:
    dressed(qapp)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def pick(dialog: InstitutionDialog, code: str) -> None:
    dialog.region.set_value(code)
    dialog.region.picked.emit(code)


def test_a_region_fills_in_all_that_follows_from_it(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: InstitutionDialog) -> None:
        pick(dialog, "16.10")
        dialog.head.set_value(PersonName("Panca Wijaya Akbar"))

    answer(monkeypatch, fill)
    made = ask_new_institution(office, parent)
    assert made is not None
    form = institution_form(office, made)
    assert form.kind is InstitutionKind.REGION
    assert form.name_id == "Pemerintah Kabupaten Ogan Ilir"
    assert form.name_en == "Government of the Regency of Ogan Ilir"
    assert (form.short_name, form.region_code) == ("Pemkab Ogan Ilir", "16.10")
    (head,) = list_officials(office, made)
    assert (head.name.plain, head.is_head) == ("Panca Wijaya Akbar", True)
    assert head.post == Bilingual("Bupati Ogan Ilir", "Regent of Ogan Ilir")
    assert official_form(office, head.id).group is Group.VISITING_REGION_HEADS
    undo(office)
    assert list_institutions(office) == []


def test_every_region_is_offered_with_code_and_kind(office: Office, parent: QWidget) -> None:
    dialog = InstitutionDialog(office, None, InstitutionForm(InstitutionKind.REGION, ""), parent)
    found = {item.title: item.detail for item in dialog.region.matches("bandung")}
    assert found["Kota Bandung"] == "32.73 · City · Jawa Barat"
    assert found["Kabupaten Bandung"] == "32.04 · Regency · Jawa Barat"
    assert [item.title for item in dialog.region.matches("32.73")] == ["Kota Bandung"]
    assert dialog.region.matches("34")[0].detail.startswith("34 · Province")


def test_another_region_replaces_what_the_first_filled_in_but_nothing_typed(
    office: Office, parent: QWidget
) -> None:
    dialog = InstitutionDialog(office, None, InstitutionForm(InstitutionKind.REGION, ""), parent)
    pick(dialog, "32.04")
    dialog.city.set_value("Soreang")
    pick(dialog, "32.73")
    form = dialog.values()
    assert (form.name_id, form.short_name) == ("Pemerintah Kota Bandung", "Pemkot Bandung")
    assert (form.city_id, form.region_code) == ("Soreang", "32.73")
    assert dialog.post.value().en == "Mayor of Bandung"


def test_a_region_on_the_list_already_is_pointed_out_but_not_refused(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    bandung(office)
    told: list[bool] = []

    def fill(dialog: InstitutionDialog) -> None:
        pick(dialog, "32.73")
        told.append(dialog.twin.isVisibleTo(dialog))
        pick(dialog, "16.74")
        told.append(dialog.twin.isVisibleTo(dialog))

    answer(monkeypatch, fill)
    assert ask_new_institution(office, parent) is not None
    assert told == [True, False]


def test_an_institution_without_a_region_needs_its_name_only(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs = answer(monkeypatch, lambda dialog: dialog.kind.set_value(InstitutionKind.UNIVERSITY))
    assert ask_new_institution(office, parent) is None
    dialog = dialogs[0]
    assert isinstance(dialog, InstitutionDialog)
    dialog.name.set_value(Bilingual("Universitas Contoh", ""))
    assert dialog.submit()
    assert list_institutions(office)[0].kind is InstitutionKind.UNIVERSITY


def test_an_institution_is_changed_and_may_belong_to_another(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)
    agency = add_institution(office, InstitutionForm(InstitutionKind.AGENCY, "Diskominfo"))

    def fill(dialog: InstitutionDialog) -> None:
        assert [item.key for item in dialog.part_of.matches("")] == [body.id]
        dialog.part_of.set_value(body.id)
        dialog.full_style.set_value(Bilingual("Dinas Kominfo", "the Agency"))

    answer(monkeypatch, fill)
    assert ask_institution(office, agency, parent)
    form = institution_form(office, agency)
    assert (form.parent_id, form.full_style_en) == (body.id, "the Agency")


def test_the_first_official_of_a_region_starts_as_its_head(office: Office, parent: QWidget) -> None:
    form = InstitutionForm(InstitutionKind.REGION, "Pemkot Prabumulih", region_code="16.74")
    body = add_institution(office, form)
    dialogs: list[OfficialDialog] = []
    with pytest.MonkeyPatch.context() as patch:
        answer(patch, dialogs.append, press=False)
        assert ask_new_official(office, body, parent) is None
        assert ask_new_official(office, bandung(office).id, parent) is None
    first, second = dialogs
    assert first.post.value() == Bilingual("Wali Kota Prabumulih", "Mayor of Prabumulih")
    assert (first.is_head.value(), second.is_head.value()) == (True, False)
    assert second.post.value() == Bilingual("", "")


def test_an_official_is_kept_with_titles_term_and_contacts(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)

    def fill(dialog: OfficialDialog) -> None:
        dialog.name.set_value(PersonName("Nama Contoh", ("Drs.", "H."), ("M.Si.",)))
        dialog.post.set_value(Bilingual("Sekretaris Daerah", "Regional Secretary"))
        dialog.capacity.set_value(Capacity.PLH)
        dialog.group.set_value(Group.SECRETARY)
        dialog.begins.set_value(PartialDate(2022, 8))
        dialog.ends.line.setText("Des 2023")
        dialog.decree.set_value("800/1-CONTOH")
        dialog.decree_on.set_value(PartialDate(2022, 8, 1))
        dialog.nip.set_value("NIP. 19680411 199303 1 009")
        dialog.honorific.set_value("Yang Terhormat Bapak")
        dialog.email.set_value("contoh@example.org")

    answer(monkeypatch, fill)
    made = ask_new_official(office, body.id, parent)
    assert made is not None
    form = official_form(office, made)
    assert form.person.nip == "196804111993031009"
    assert form.person.titles_front == ("Drs.", "H.")
    assert (form.begins_on, form.ends_on) == (PartialDate(2022, 8), PartialDate(2023, 12))
    assert (form.decree_on, form.capacity) == (date(2022, 8, 1), Capacity.PLH)
    assert (form.group, form.person.email) == (Group.SECRETARY, "contoh@example.org")


def test_an_odd_nip_is_warned_of_and_kept(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)
    warned: list[bool] = []

    def fill(dialog: OfficialDialog) -> None:
        for nip in ("196804111993031009", "123"):
            dialog.nip.set_value(nip)
            warned.append(dialog.nip_notice.isVisibleTo(dialog))

    answer(monkeypatch, fill)
    assert ask_official(office, body.head, parent)
    assert warned == [False, True]
    assert official_form(office, body.head).person.nip == "123"


def test_how_the_post_is_signed_follows_capacity_and_title(office: Office, parent: QWidget) -> None:
    body = bandung(office)
    dialog = OfficialDialog(office, official_form(office, body.head), parent, new=False)
    dialog.capacity.set_value(Capacity.PJ)
    assert dialog.signs_as == "Signs as: Pj. Wali Kota Bandung · Acting Mayor of Bandung"


def test_somebody_known_is_shown_but_not_changed(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)
    known = list_people(office)[0].id

    def fill(dialog: OfficialDialog) -> None:
        assert [item.key for item in dialog.known.matches("yana")] == [known]
        dialog.known.set_items(dialog.known.matches("yana"))
        dialog.known.set_value(known)
        assert dialog.name.value().plain == "Yana Mulyana"
        assert not dialog.nip.isEnabled()
        dialog.post.set_value(Bilingual("Ketua Umum", "General Chair"))

    answer(monkeypatch, fill)
    assert ask_new_official(office, body.id, parent) is not None
    assert [line.name.plain for line in list_people(office)] == ["Yana Mulyana"]
    assert {line.person_id for line in list_officials(office)} == {known}


def test_an_unknown_name_becomes_a_new_person_taken_apart(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)

    def fill(dialog: OfficialDialog) -> None:
        dialog.known.setText("Dr. Nama Baru, M.Si.")
        dialog.known.wanted_new.emit("Dr. Nama Baru, M.Si.")
        dialog.post.set_value(Bilingual("Asisten", ""))

    answer(monkeypatch, fill)
    assert ask_new_official(office, body.id, parent) is not None
    new = next(line for line in list_people(office) if line.name.plain == "Nama Baru")
    assert new.name == PersonName("Nama Baru", ("Dr.",), ("M.Si.",))


def test_a_term_that_ends_before_it_begins_stays_in_the_dialog(
    office: Office, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = bandung(office)
    answer(monkeypatch, lambda dialog: dialog.ends.set_value(PartialDate(2017)))
    assert not ask_official(office, body.head, parent)
    assert official_form(office, body.head).ends_on is None
