"""An addendum is the way out of a signed text: linked to it, with its parties and signatories."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.agreements import agreement_form
from kunjungan.services.clauses import list_clauses
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint, edit_official, official_form
from kunjungan.services.parties import parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.process.addendum import draft_addendum
from kunjungan.services.registry.facts import EndForm, end_agreement, take_back_end
from kunjungan.store.tables import Agreement
from tests.builders import AFTER_SIGNING
from tests.services.memoranda import a_memorandum
from tests.services.processing import at
from tests.services.signed_agreements import printed, signed


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def test_what_was_ended_has_no_addendum(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = signed(office, press, tmp_path)
    end_agreement(office, agreement, EndForm(AFTER_SIGNING, "Objek hapus"))
    with pytest.raises(RuleBroken, match="Objek hapus"):
        draft_addendum(office, agreement)
    take_back_end(office, agreement)
    assert agreement_form(office, draft_addendum(office, agreement)).parent_id == agreement


def test_it_is_linked_and_takes_subject_parties_and_signatories(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    made = draft_addendum(office, agreement)
    form, old = agreement_form(office, made), agreement_form(office, agreement)
    assert (form.kind, form.parent_id) == (AgreementKind.ADDENDUM, agreement)
    assert (form.subject_id, form.place_id) == (old.subject_id, old.place_id)
    assert (form.signing_on, form.term_years, form.term_months) == (None, None, None)
    who = [(party.institution_id, party.tenure_id) for party in parties_of(office, agreement)]
    assert [(p.institution_id, p.tenure_id) for p in parties_of(office, made)] == who
    assert [(p.number, p.number_pending) for p in parties_of(office, made)] == [("", True)] * 2
    assert agreement_view(office, made).stage is AgreementStage.DRAFT
    assert any("{umbrella.title}" in line.text.id for line in list_clauses(office, made))


def test_one_undo_takes_it_back(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = signed(office, press, tmp_path)
    draft_addendum(office, agreement)
    undo(office)
    assert [line.id for line in list_agreements(office)] == [agreement]


def test_whoever_left_office_gives_way_to_the_head_of_today(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    party = parties_of(office, agreement)[0]
    assert party.tenure_id is not None
    form = official_form(office, party.tenure_id)
    edit_official(office, party.tenure_id, replace(form, ends_on=PartialDate(2022, 7)))
    heir = OfficialForm(
        party.institution_id,
        PersonForm("Ema Sumarna"),
        form.title_id,
        form.title_en,
        is_head=True,
        begins_on=PartialDate(2022, 8),
    )
    successor = appoint(office, heir)
    assert parties_of(office, draft_addendum(office, agreement))[0].tenure_id == successor


def test_abroad_it_keeps_layout_language_and_alternat(office: Office) -> None:
    agreement = a_memorandum(office, layout=Layout.SEQUENCE, third_language="ko")
    with office.store.change("Old") as session:
        session.get_one(Agreement, agreement).stage = AgreementStage.REGISTERED
    form, old = (
        agreement_form(office, key) for key in (draft_addendum(office, agreement), agreement)
    )
    assert (form.layout, form.third_language, form.alternat, form.language_clause) == (
        old.layout,
        old.third_language,
        old.alternat,
        old.language_clause,
    )


def test_an_addendum_may_be_changed_by_another(
    office: Office, press: Press, tmp_path: Path
) -> None:
    first = draft_addendum(office, signed(office, press, tmp_path))
    with office.store.change("Signed") as session:
        session.get_one(Agreement, first).stage = AgreementStage.SIGNED
    assert agreement_form(office, draft_addendum(office, first)).parent_id == first


def test_what_nobody_signed_needs_none(office: Office, press: Press, tmp_path: Path) -> None:
    agreement = printed(office, press, tmp_path)
    with pytest.raises(RuleBroken, match="needs no addendum"):
        draft_addendum(office, agreement)
    assert agreement_form(office, agreement).signing_on == date(2022, 9, 1)
