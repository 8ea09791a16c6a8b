"""Signatures on originals: in two places on two days, by substitutes, corrected with a reason."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.documents.agreement import Press
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.originals import Medium
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.substitutes import Authority
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.history import recent_changes, undo
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.parties import parties_of
from kunjungan.services.people import PersonForm
from kunjungan.services.registry.facts import EndForm, end_agreement, take_back_end
from kunjungan.services.signing import (
    SignatureForm,
    SignatureLine,
    correct_signature,
    list_signatures,
    sign,
    sign_everything,
)
from kunjungan.services.substitutes import list_substitutes
from kunjungan.store.tables import Agreement, Task
from tests.builders import AFTER_SIGNING, SIGNING_DAY
from tests.services.processing import at
from tests.services.signed_agreements import printed, signed

LATER = date(2022, 9, 9)
DECREE = Authority("821/15/2022", date(2022, 8, 20))


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def bodies(office: Office, agreement: UUID) -> list[UUID]:
    return [form.institution_id for form in parties_of(office, agreement)]


def a_deputy(office: Office, body: UUID, capacity: Capacity = Capacity.PLH) -> UUID:
    """Somebody who holds the mayor's post for a while."""
    form = OfficialForm(
        body,
        PersonForm("Ema Sumarna"),
        "Wali Kota Bandung",
        "Mayor of Bandung",
        is_head=True,
        capacity=capacity,
        decree=DECREE.number,
        decree_on=DECREE.on,
        begins_on=PartialDate(2022, 8),
        ends_on=PartialDate(2022, 9),
    )
    return appoint(office, form)


def an_agency(office: Office, body: UUID) -> UUID:
    """The head of an agency below a region."""
    form = InstitutionForm(
        InstitutionKind.AGENCY, "Dinas Kominfo", "Communications Office", parent_id=body
    )
    agency = add_institution(office, form)
    head = OfficialForm(agency, PersonForm("Anton Contoh"), "Kepala", "Head", is_head=True)
    return appoint(office, head)


def line(office: Office, agreement: UUID, no: int, seq: int) -> SignatureLine:
    lines = list_signatures(office, agreement)
    return next(each for each in lines if (each.original_no, each.seq) == (no, seq))


def term(office: Office, agreement: UUID) -> tuple[date | None, date | None]:
    with office.store.read() as session:
        row = session.get_one(Agreement, agreement)
        return row.starts_on, row.ends_on


def test_in_two_places_the_last_day_starts_the_term(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    away = [SignatureForm(no, 2, LATER, "Prabumulih") for no in (1, 2)]
    home = [SignatureForm(no, 1, SIGNING_DAY, "Bandung") for no in (1, 2)]
    sign(office, agreement, away)
    assert agreement_view(office, agreement).stage is AgreementStage.FINAL
    sign(office, agreement, home)
    assert agreement_view(office, agreement).stage is AgreementStage.SIGNED
    assert term(office, agreement) == (LATER, date(2027, 9, 9))
    places = {(each.seq, each.place, each.on) for each in list_signatures(office, agreement)}
    assert places == {(1, "Bandung", SIGNING_DAY), (2, "Prabumulih", LATER)}


def test_with_the_last_signature_the_duties_begin(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    sign(office, agreement, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    query = select(Task.code).where(Task.agreement_id == agreement)
    with office.store.read() as session:
        assert session.exec(query).all() == []
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    with office.store.read() as session:
        assert len(session.exec(query).all()) > 0


def test_a_substitute_signs_by_number_and_date_of_an_authority(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    deputy = a_deputy(office, bodies(office, agreement)[0])
    form = SignatureForm(1, 1, SIGNING_DAY, "Bandung", signed_by=deputy, authority=DECREE)
    sign(office, agreement, [form])
    done = line(office, agreement, 1, 1)
    assert done.signatory == "Yana Mulyana"
    assert done.substitute is not None
    assert done.substitute.name.full == "Ema Sumarna"
    assert done.authority == DECREE


def test_a_substitute_without_authority_needs_a_reason_and_that_is_kept(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    deputy = a_deputy(office, bodies(office, agreement)[0])
    form = SignatureForm(1, 1, SIGNING_DAY, "Bandung", signed_by=deputy)
    with pytest.raises(RuleBroken, match="say why there is none"):
        sign(office, agreement, [form])
    assert line(office, agreement, 1, 1).on is None
    why = Authority(reason="Surat perintah menyusul")
    sign(office, agreement, [replace(form, authority=why)])
    assert line(office, agreement, 1, 1).authority == why


def test_whom_the_paper_names_signs_without_authority(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    mayor = parties_of(office, agreement)[0].tenure_id
    form = SignatureForm(1, 1, SIGNING_DAY, "Bandung", signed_by=mayor, authority=DECREE)
    sign(office, agreement, [form])
    done = line(office, agreement, 1, 1)
    assert (done.substitute, done.authority) == (None, Authority())


def test_nobody_signs_for_a_party_who_holds_no_post_of_it(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    stranger = a_deputy(office, bodies(office, agreement)[1])
    form = SignatureForm(1, 1, SIGNING_DAY, "Bandung", signed_by=stranger, authority=DECREE)
    with pytest.raises(RuleBroken, match="holds no post of Pemkot Bandung"):
        sign(office, agreement, [form])


def test_nobody_signs_after_the_term_of_office(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    deputy = a_deputy(office, bodies(office, agreement)[0])
    day = date(2022, 10, 1)
    form = SignatureForm(1, 1, day, "Bandung", signed_by=deputy, authority=DECREE)
    with pytest.raises(RuleBroken, match="did not hold that post"):
        sign(at(office, day), agreement, [form])


def test_substitutes_are_of_the_party_and_its_agencies_with_what_speaks_against_them(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    own, partner = bodies(office, agreement)
    deputy, chief = a_deputy(office, own), an_agency(office, own)
    an_agency(office, partner)
    found = list_substitutes(office, agreement, 1, SIGNING_DAY)
    assert [each.line.id for each in found] == [deputy, chief]
    assert [warning.code for warning in found[0].warnings] == ["signed-by-plh"]
    assert [warning.code for warning in found[1].warnings] == ["not-signed-by-head"]
    assert found[0].authority == DECREE
    assert list_substitutes(office, agreement, 1, date(2022, 10, 1))[0].line.id == chief


def test_a_wrong_day_is_corrected_with_a_reason_and_moves_the_term(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    form = SignatureForm(2, 2, LATER, "Prabumulih", Medium.ELECTRONIC)
    with pytest.raises(RuleBroken, match="Say why"):
        correct_signature(office, agreement, form, " ")
    correct_signature(office, agreement, form, "Tanggal salah ketik")
    assert term(office, agreement) == (LATER, date(2027, 9, 9))
    assert recent_changes(office)[0].reason == "Tanggal salah ketik"
    undo(office)
    assert term(office, agreement) == (SIGNING_DAY, date(2027, 9, 1))
    assert line(office, agreement, 2, 2).place == "Bandung"


def test_what_is_not_recorded_is_not_corrected(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    with pytest.raises(NotFound, match="has not been recorded"):
        correct_signature(office, agreement, SignatureForm(1, 1, LATER, "Bandung"), "Salah")


def test_one_wrong_signature_among_many_records_none(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    forms = [SignatureForm(1, 1, SIGNING_DAY, "Bandung"), SignatureForm(1, 2, SIGNING_DAY, "  ")]
    with pytest.raises(RuleBroken, match="Say where"):
        sign(office, agreement, forms)
    assert agreement_view(office, agreement).signed == 0


def test_nobody_signs_on_a_day_that_has_not_come(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    day = AFTER_SIGNING + timedelta(1)
    with pytest.raises(RuleBroken, match="still to come"):
        sign_everything(office, agreement, on=day, place="Bandung")
    assert agreement_view(office, agreement).signed == 0
    sign_everything(office, agreement, on=AFTER_SIGNING, place="Bandung")
    with pytest.raises(RuleBroken, match="still to come"):
        correct_signature(office, agreement, SignatureForm(1, 1, day, "Bandung"), "Salah")
    assert term(office, agreement)[0] == AFTER_SIGNING


def test_where_all_have_signed_nothing_is_recorded_and_that_is_told(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = signed(office, press, tmp_path)
    with pytest.raises(RuleBroken, match="nothing was recorded"):
        sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")


def test_an_agreement_given_up_half_signed_is_signed_only_once_that_is_taken_back(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    sign(office, agreement, [SignatureForm(1, 1, SIGNING_DAY, "Bandung")])
    end_agreement(office, agreement, EndForm(LATER, "Mitra mundur"))
    with pytest.raises(RuleBroken, match=r"given up on .*: Mitra mundur"):
        sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    take_back_end(office, agreement)
    sign_everything(office, agreement, on=SIGNING_DAY, place="Bandung")
    assert agreement_view(office, agreement).stage is AgreementStage.SIGNED
