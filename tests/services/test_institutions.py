"""Institutions: what a region gives, what keeps one from being removed, how they are found."""

from dataclasses import replace

import pytest

from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.regions import RegionKind
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.history import undo
from kunjungan.services.institutions import (
    InstitutionForm,
    add_institution,
    edit_institution,
    institution_form,
    list_institutions,
    remove_institution,
)
from kunjungan.services.office import Office
from kunjungan.services.officials import (
    OfficialForm,
    add_with_head,
    appoint,
    list_officials,
    remove_official,
)
from kunjungan.services.people import PersonForm
from tests.builders import a_region, a_visit, an_agreement, bandung

COMPANY = InstitutionForm(InstitutionKind.COMPANY, "PT Contoh")


def test_city_and_regency_of_one_name_are_told_apart_by_code_and_kind(office: Office) -> None:
    bandung(office)
    a_region(office, "32.04", "Nama Bupati")
    told = {line.region_code: line.region_kind for line in list_institutions(office, "bandung")}
    assert told == {"32.73": RegionKind.CITY, "32.04": RegionKind.REGENCY}


def test_an_institution_is_found_by_its_code_and_by_words_in_any_order(office: Office) -> None:
    body = bandung(office)
    for text in ("32.73", "bandung kota", "City of Bandung", "pemkot"):
        assert [line.id for line in list_institutions(office, text)] == [body.id]
    assert list_institutions(office, "bandung regency") == []


def test_a_line_counts_terms_of_office_delegations_and_agreements(office: Office) -> None:
    an_agreement(office)
    body = next(line for line in list_institutions(office, "prabumulih"))
    add_delegation(office, a_visit(office), DelegationForm(body.id))
    appoint(office, OfficialForm(body.id, PersonForm("Nama Lain"), "Wali Kota Prabumulih"))
    line = next(line for line in list_institutions(office, "prabumulih"))
    assert (line.officials, line.delegations, line.agreements) == (2, 1, 1)


def test_an_institution_needs_a_name_and_a_code_that_exists(office: Office) -> None:
    for form in (replace(COMPANY, name_id="  "), replace(COMPANY, region_code="99.99")):
        with pytest.raises(RuleBroken):
            add_institution(office, form)
    assert list_institutions(office) == []


def test_what_is_read_can_be_changed_and_written_back(office: Office) -> None:
    body = bandung(office)
    form = institution_form(office, body.id)
    edit_institution(office, body.id, replace(form, note="Tuan rumah", region_code=""))
    changed = institution_form(office, body.id)
    assert (changed.note, changed.region_code, changed.city_id) == ("Tuan rumah", "", "Bandung")


def test_two_desks_cannot_overwrite_each_others_institution(office: Office) -> None:
    body = bandung(office)
    seen = institution_form(office, body.id)
    edit_institution(office, body.id, replace(seen, note="satu"))
    with pytest.raises(Conflict):
        edit_institution(office, body.id, replace(seen, note="dua"))
    assert institution_form(office, body.id).note == "satu"


def test_two_desks_cannot_overwrite_each_others_title_of_the_head(office: Office) -> None:
    body = add_institution(office, COMPANY)
    blank = institution_form(office, body)
    edit_institution(office, body, replace(blank, head_id="Direktur", head_en="Director"))
    seen = institution_form(office, body)
    edit_institution(office, body, replace(seen, head_en="Managing Director"))
    for stale in (replace(seen, note="dua"), replace(blank, head_id="Ketua", version=0)):
        with pytest.raises(Conflict):
            edit_institution(office, body, stale)
    assert institution_form(office, body).head_en == "Managing Director"


def test_an_institution_with_officials_or_visits_stays(office: Office) -> None:
    body = add_institution(office, COMPANY)
    add_delegation(office, a_visit(office), DelegationForm(body))
    for used in (body, bandung(office).id):
        with pytest.raises(Conflict):
            remove_institution(office, used)
    assert len(list_institutions(office)) == 2


def test_posts_that_nobody_holds_any_more_go_with_their_institution(office: Office) -> None:
    body = add_institution(office, COMPANY)
    term = appoint(office, OfficialForm(body, PersonForm("Direktur Contoh"), "Direktur"))
    remove_official(office, term)
    remove_institution(office, body)
    assert list_institutions(office) == []
    with pytest.raises(NotFound):
        institution_form(office, body)


def test_an_institution_and_its_head_are_one_step_to_undo(office: Office) -> None:
    head = OfficialForm(bandung(office).id, PersonForm("Direktur Contoh"), "Direktur")
    body = add_with_head(office, COMPANY, head)
    official = list_officials(office, body)[0]
    assert (official.name.plain, official.is_head) == ("Direktur Contoh", True)
    undo(office)
    assert [line.name.id for line in list_institutions(office)] == ["Pemerintah Kota Bandung"]
    assert list_officials(office, body) == []


def test_without_the_heads_post_nothing_at_all_is_added(office: Office) -> None:
    with pytest.raises(RuleBroken):
        add_with_head(office, COMPANY, OfficialForm(bandung(office).id, PersonForm("Nama"), " "))
    assert len(list_institutions(office)) == 1


def test_a_city_is_not_given_the_name_of_the_regency_beside_it(office: Office) -> None:
    wrong = InstitutionForm(
        InstitutionKind.REGION, "Pemerintah Kabupaten Bandung", region_code="32.73"
    )
    with pytest.raises(RuleBroken, match=r"32\.73 Kota Bandung"):
        add_institution(office, wrong)
    assert list_institutions(office) == []
    add_institution(office, replace(wrong, region_code="32.04"))
    (regency,) = list_institutions(office)
    assert (regency.region_code, regency.region_kind) == ("32.04", RegionKind.REGENCY)


def test_the_title_of_who_heads_a_body_is_known_before_anybody_does(office: Office) -> None:
    body = add_institution(office, replace(COMPANY, head_id="Direktur Utama", head_en="President"))
    form = institution_form(office, body)
    assert (form.head_id, form.head_en) == ("Direktur Utama", "President")
    edit_institution(office, body, replace(form, head_id="Direktur", head_en="Director"))
    appoint(office, OfficialForm(body, PersonForm("Nama"), "Direktur", is_head=True))
    (head,) = list_officials(office, body)
    assert (head.post.id, head.post.en, head.is_head) == ("Direktur", "Director", True)


def test_a_logo_is_kept_until_it_is_taken_away(office: Office) -> None:
    body = add_institution(office, replace(COMPANY, logo_sha="a" * 64))
    assert institution_form(office, body).logo_sha == "a" * 64
    edit_institution(office, body, replace(institution_form(office, body), logo_sha=""))
    assert institution_form(office, body).logo_sha == ""
