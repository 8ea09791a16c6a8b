"""What an agreement's facts must fulfil, and what the kind decides when nothing is said."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.services.agreements import (
    AgreementForm,
    agreement_form,
    draft_agreement,
    edit_agreement,
    new_agreement_form,
    remove_agreement,
)
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import PartyForm, edit_party, parties_of
from tests.builders import an_agreement, bandung, prabumulih
from tests.services.memoranda import CITIES, a_foreign_city, a_memorandum


def at_home(office: Office) -> list[PartyForm]:
    return [PartyForm(bandung(office).id), PartyForm(prabumulih(office).id)]


def test_the_kind_decides_layout_languages_and_alternat(office: Office) -> None:
    home = agreement_form(office, an_agreement(office))
    assert (home.layout, home.alternat, home.language_clause) == (
        Layout.COLUMNS,
        False,
        "id_prevails",
    )
    abroad = agreement_form(office, a_memorandum(office))
    assert (abroad.layout, abroad.alternat, abroad.language_clause) == (
        Layout.SEQUENCE,
        True,
        "equal",
    )


def test_what_is_chosen_stands_against_the_kinds_own(office: Office) -> None:
    agreement = a_memorandum(
        office, layout=Layout.COLUMNS, alternat=False, language_clause="en_prevails"
    )
    form = agreement_form(office, agreement)
    assert (form.layout, form.alternat, form.language_clause) == (
        Layout.COLUMNS,
        False,
        "en_prevails",
    )


def test_a_new_form_owes_stamp_duty_at_home_only(office: Office) -> None:
    change_settings(office, replace(office_settings(office), stamp_form=StampForm.ELECTRONIC))
    home = new_agreement_form(office)
    assert (home.stamp_form, home.stamp_rule) == (StampForm.ELECTRONIC, StampRule.CROSSWISE)
    abroad = new_agreement_form(office, AgreementKind.MSP)
    assert (abroad.stamp_form, abroad.stamp_rule) == (StampForm.NONE, StampRule.NONE)
    assert (home.first_signs, abroad.first_signs) == ("right", "left")


def test_title_and_subject_in_the_third_language_are_kept(office: Office) -> None:
    facts: dict[str, Any] = {
        "third_language": "ko",
        "title_third": "양해각서",
        "subject_third": "자매도시",
    }
    form = agreement_form(office, a_memorandum(office, **facts))
    assert {name: getattr(form, name) for name in facts} == facts


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"third_language": "ko", "layout": Layout.COLUMNS}, "Two columns hold two languages"),
        ({"third_language": "en"}, "are there already"),
        ({"language_clause": "third_prevails"}, "Say first which the third language is"),
    ],
)
def test_languages_that_cannot_stand_on_paper_are_refused(
    office: Office, facts: dict[str, Any], words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        a_memorandum(office, **facts)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"third_language": "ko", "layout": Layout.SEQUENCE}, "foreign partner"),
        ({"language_clause": "equal"}, "Indonesian text prevails"),
    ],
)
def test_at_home_indonesian_prevails_and_english_is_the_only_other_language(
    office: Office, facts: dict[str, Any], words: str
) -> None:
    agreement = an_agreement(office)
    form = agreement_form(office, agreement)
    with pytest.raises(RuleBroken, match=words):
        edit_agreement(office, agreement, replace(form, **facts))
    assert agreement_form(office, agreement) == form


def test_an_unfitting_kind_is_kept_with_its_reason(office: Office) -> None:
    form = AgreementForm("Contoh", kind=AgreementKind.NK, reason="Diminta mitra")
    agreement = draft_agreement(office, form, at_home(office))
    assert agreement_form(office, agreement).reason == "Diminta mitra"
    with pytest.raises(RuleBroken, match="unusual"):
        edit_agreement(office, agreement, replace(agreement_form(office, agreement), reason=" "))


def test_one_foreign_party_makes_the_paper_a_foreign_one(office: Office) -> None:
    parties = [*at_home(office), PartyForm(a_foreign_city(office, *CITIES[0]).id)]
    with pytest.raises(RuleBroken, match="unusual"):
        draft_agreement(office, AgreementForm("Contoh"), parties)
    assert draft_agreement(office, AgreementForm("Contoh", kind=AgreementKind.MSP), parties)


def test_an_addendum_needs_what_it_changes(office: Office) -> None:
    parent = an_agreement(office)
    parties = [replace(party, version=0) for party in parties_of(office, parent)]
    form = AgreementForm("Perubahan", kind=AgreementKind.ADDENDUM)
    with pytest.raises(RuleBroken, match="Say which one"):
        draft_agreement(office, form, parties)
    agreement = draft_agreement(office, replace(form, parent_id=parent), parties)
    assert agreement_form(office, agreement).parent_id == parent


def test_an_addendum_abroad_goes_by_the_rule_of_what_it_changes(office: Office) -> None:
    parent = a_memorandum(office)
    parties = [replace(party, version=0) for party in parties_of(office, parent)]
    form = AgreementForm("Perubahan", kind=AgreementKind.ADDENDUM, parent_id=parent)
    agreement = draft_agreement(office, form, parties)
    facts = agreement_form(office, agreement)
    assert (facts.layout, facts.alternat, facts.language_clause) == (
        Layout.SEQUENCE,
        True,
        "equal",
    )
    assert all(o.first == o.holder for o in list_originals(office, agreement))


def test_a_pks_may_name_its_umbrella_but_no_other_pks(office: Office) -> None:
    umbrella, parties = an_agreement(office), at_home(office)
    form = AgreementForm("Pelaksanaan", kind=AgreementKind.PKS)
    pks = draft_agreement(office, replace(form, parent_id=umbrella), parties)
    assert agreement_form(office, pks).parent_id == umbrella
    assert agreement_form(office, draft_agreement(office, form, parties)).parent_id is None
    with pytest.raises(RuleBroken, match="is no umbrella agreement"):
        draft_agreement(office, replace(form, parent_id=pks), parties)


def test_an_agreement_never_rests_on_itself(office: Office) -> None:
    umbrella = an_agreement(office)
    form = AgreementForm("Pelaksanaan", kind=AgreementKind.PKS, parent_id=umbrella)
    pks = draft_agreement(office, form, at_home(office))
    facts = agreement_form(office, umbrella)
    for parent in (umbrella, pks):
        with pytest.raises(RuleBroken, match="cannot rest on itself"):
            edit_agreement(office, umbrella, replace(facts, parent_id=parent))


def test_a_parent_that_is_gone_is_not_found(office: Office) -> None:
    umbrella = an_agreement(office)
    remove_agreement(office, umbrella)
    form = AgreementForm("Pelaksanaan", kind=AgreementKind.PKS, parent_id=umbrella)
    with pytest.raises(NotFound):
        draft_agreement(office, form, at_home(office))


def test_a_party_keeps_why_authority_is_missing_and_its_names_in_the_third_language(
    office: Office,
) -> None:
    agreement = a_memorandum(office)
    before = parties_of(office, agreement)[1]
    form = replace(
        before,
        authority="B-12/2022",
        authority_on=date(2022, 8, 1),
        authority_reason="Menyusul",
        name_third="수원시",
        office_third="시장",
        signer_third="이재준",
    )
    edit_party(office, agreement, 2, form)
    assert replace(parties_of(office, agreement)[1], version=0) == replace(form, version=0)
    undo(office)
    assert replace(parties_of(office, agreement)[1], version=0) == replace(before, version=0)
