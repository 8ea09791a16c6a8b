"""Extending: what a renewal takes over, who signs it, when it starts, and what is refused."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import EndsRule
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.clauses import list_clauses
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, edit_official, official_form
from kunjungan.services.originals import list_originals
from kunjungan.services.parties import edit_party, parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.redating import redate
from kunjungan.services.registry.facts import EndForm, end_agreement
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.renewal import renew, renewal_of, renewal_plan
from kunjungan.services.witnesses import WitnessForm, set_witnesses, witnesses_of
from kunjungan.store.tables import Agreement
from tests.builders import SIGNING_DAY, Old, an_agreement, an_old_agreement

LATER = date(2027, 5, 1)


def signed(office: Office, agreement: UUID) -> UUID:
    """Let an agreement have been signed on its day, as an import would have it."""
    with office.store.change("Signed") as session:
        row = session.get_one(Agreement, agreement)
        row.stage, row.locked_on = AgreementStage.SIGNED, row.signing_on
    return agreement


@pytest.fixture
def in_2027(office: Office) -> Office:
    return replace(office, today=lambda: LATER)


def texts(office: Office, agreement: UUID) -> list[tuple[object, ...]]:
    return [(line.level, line.key, line.text) for line in list_clauses(office, agreement)]


def test_a_renewal_takes_over_parties_text_and_facts(office: Office, in_2027: Office) -> None:
    draft = an_agreement(office)
    set_witnesses(office, draft, [WitnessForm(name="Kepala Bagian Kerja Sama")])
    old = signed(office, draft)
    made = renew(in_2027, old)
    view = agreement_view(office, made)
    assert view.subject == agreement_view(office, old).subject
    assert (view.stage, view.draft_no, view.open) == (AgreementStage.DRAFT, 1, True)
    assert texts(office, made) == texts(office, old)
    assert [party.signatory for party in view.parties] == ["Yana Mulyana", "Ridho Yahya"]
    assert [party.number for party in view.parties] == ["", ""]
    assert len(list_originals(office, made)) == 2
    assert witnesses_of(office, made) == witnesses_of(office, old)
    assert renewal_of(office, old) == made


def test_it_starts_the_day_after_the_old_end_and_stays_there(
    office: Office, in_2027: Office
) -> None:
    old = signed(office, an_agreement(office))
    made = renew(in_2027, old)
    form = agreement_form(office, made)
    assert days(office, made) == (None, date(2027, 9, 2), date(2032, 9, 2))
    edit_agreement(office, made, replace(form, signing_on=date(2027, 6, 1)))
    assert days(office, made) == (date(2027, 6, 1), date(2027, 9, 2), date(2032, 9, 2))
    redate(office, made, date(2027, 10, 1))
    assert days(office, made) == (date(2027, 10, 1), date(2027, 10, 1), date(2032, 10, 1))


def days(office: Office, agreement: UUID) -> tuple[date | None, ...]:
    row = next(row for row in register_lines(office) if row.id == agreement)
    return row.signing_on, row.course.starts_on, row.ends_on


def test_after_its_end_it_starts_with_signing(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2010, 1, 1)))
    made = renew(office, old)
    assert days(office, made) == (None, None, None)
    redate(office, made, SIGNING_DAY)
    assert days(office, made) == (SIGNING_DAY, SIGNING_DAY, date(2027, 9, 1))


def test_who_is_no_longer_in_office_makes_way_and_that_is_told(
    office: Office, in_2027: Office
) -> None:
    draft = an_agreement(office)
    first = parties_of(office, draft)[0]
    old = signed(office, draft)
    assert first.tenure_id is not None
    before = official_form(office, first.tenure_id)
    edit_official(office, first.tenure_id, replace(before, ends_on=PartialDate(2023, 9)))
    now = OfficialForm(
        first.institution_id,
        PersonForm("Wali Kota Baru"),
        before.title_id,
        before.title_en,
        is_head=True,
        begins_on=PartialDate(2025, 2),
    )
    appoint(office, now)
    plan = renewal_plan(in_2027, old)
    assert [(party.signatory, party.before) for party in plan.parties] == [
        ("Wali Kota Baru", "Yana Mulyana"),
        ("Ridho Yahya", ""),
    ]
    made = renew(in_2027, old)
    assert agreement_view(office, made).parties[0].signatory == "Wali Kota Baru"


def test_without_anybody_on_record_the_signatory_stays_open(
    office: Office, in_2027: Office
) -> None:
    draft = an_agreement(office)
    first = parties_of(office, draft)[0]
    old = signed(office, draft)
    assert first.tenure_id is not None
    before = official_form(office, first.tenure_id)
    edit_official(office, first.tenure_id, replace(before, ends_on=PartialDate(2023, 9)))
    assert renewal_plan(in_2027, old).parties[0].signatory == ""
    assert agreement_view(office, renew(in_2027, old)).parties[0].signatory == ""


def test_a_power_of_attorney_is_not_taken_over(office: Office, in_2027: Office) -> None:
    draft = an_agreement(office)
    edit_party(office, draft, 1, replace(parties_of(office, draft)[0], authority="KU/1/2022"))
    old = signed(office, draft)
    assert renewal_plan(in_2027, old).authority
    assert parties_of(office, renew(in_2027, old))[0].authority == ""


def test_an_agreement_that_was_only_entered_gets_the_standard_text(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 10, 1)))
    assert renewal_plan(office, old).rows == 0
    made = renew(office, old)
    assert len(texts(office, made)) > 30
    form = agreement_form(office, made)
    assert (form.term_years, form.ends_rule) == (5, EndsRule.SAME_DAY)


def test_it_rests_on_what_extended_its_umbrella(office: Office) -> None:
    umbrella = an_old_agreement(office, Old("1", date(2015, 1, 1)))
    newer = an_old_agreement(office, Old("2", date(2020, 1, 1), renews=umbrella))
    work = an_old_agreement(
        office, Old("3", date(2017, 10, 1), kind=AgreementKind.PKS, parent=umbrella)
    )
    assert agreement_form(office, renew(office, work)).parent_id == newer


def test_a_renewal_is_undone_in_one_step(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 10, 1)))
    renew(office, old)
    undo(office)
    assert [row.id for row in register_lines(office)] == [old]
    assert renewal_of(office, old) is None


def test_it_is_extended_only_once(office: Office) -> None:
    old = an_old_agreement(office, Old(signed=date(2017, 10, 1)))
    made = renew(office, old)
    with pytest.raises(RuleBroken, match="already"):
        renew(office, old)
    assert renewal_of(office, old) == made


def test_drafts_ended_ones_and_addenda_are_not_extended(office: Office) -> None:
    ended = an_old_agreement(office)
    end_agreement(office, ended, EndForm(SIGNING_DAY, "Sepakat"))
    change = an_old_agreement(office, Old("2", kind=AgreementKind.ADDENDUM, parent=ended))
    for agreement in (an_agreement(office), ended, change):
        with pytest.raises(RuleBroken):
            renew(office, agreement)


def test_why_an_unusual_kind_was_chosen_goes_on_so_that_the_draft_can_be_edited(
    office: Office, in_2027: Office
) -> None:
    draft = an_agreement(office)
    form = replace(agreement_form(office, draft), kind=AgreementKind.NK, reason="Diminta mitra")
    edit_agreement(office, draft, form)
    made = renew(in_2027, signed(office, draft))
    edit_agreement(office, made, replace(agreement_form(office, made), place_id="Cimahi"))
    assert agreement_form(office, made).reason == "Diminta mitra"
