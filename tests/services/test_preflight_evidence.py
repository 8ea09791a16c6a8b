from datetime import date
from uuid import UUID

import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.services.office import Office
from kunjungan.services.preflight import Finding, findings_in, refuse_unless_ready
from kunjungan.services.process.leaving import (
    finish_stage,
    not_required,
    pass_stage,
    reopen_stage,
)
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import file
from tests.services.proving import said
from tests.services.ready_agreements import ready

DAY = date(2022, 8, 20)


def about_stages(office: Office, agreement: UUID) -> dict[str, Finding]:
    """The findings about stages, by their codes."""
    with office.store.read() as session:
        found = findings_in(session, agreement)
    return {each.field: each for each in found if each.about == "process"}


def test_at_home_nothing_is_asked_before_the_office_keeps_stages(office: Office) -> None:
    assert about_stages(office, an_agreement(office)) == {}
    assert about_stages(office, ready(office, AgreementKind.PKS, Layout.COLUMNS)) == {}


def test_abroad_the_confirmation_letter_is_advised_from_the_beginning(office: Office) -> None:
    agreement = a_memorandum(office)
    (finding,) = about_stages(office, agreement).values()
    assert (finding.field, finding.blocking) == ("F95", False)
    assert "PP 28/2018 article 33(3)" in said(finding)
    file(office, agreement, "F95.surat_konfirmasi", DAY, number="123/HI/08/2022")
    assert "F95" not in about_stages(office, agreement)


def test_once_stages_are_kept_council_and_confirmation_block_a_memorandum(office: Office) -> None:
    agreement = a_memorandum(office)
    finish_stage(office, agreement, "F10", "Lisan")
    found = about_stages(office, agreement)
    blocking = {code for code, each in found.items() if each.blocking}
    assert blocking == {"F60", "F95"}
    assert {"F30", "F70"} <= found.keys() - blocking
    with office.store.read() as session, pytest.raises(RuleBroken):
        refuse_unless_ready(session, agreement)


def test_a_kept_reason_lifts_the_bar_and_is_told(office: Office) -> None:
    agreement = a_memorandum(office)
    pass_stage(office, agreement, "F60", "Kerja sama teknis lanjutan")
    pass_stage(office, agreement, "F95", "Surat menyusul")
    found = about_stages(office, agreement)
    assert not any(each.blocking for each in found.values())
    assert "Surat menyusul" in said(found["F95"])
    reopen_stage(office, agreement, "F95")
    assert about_stages(office, agreement)["F95"].blocking


def test_an_implementing_agreement_asks_for_the_council_or_that_it_is_not_needed(
    office: Office,
) -> None:
    agreement = ready(office, AgreementKind.PKS, Layout.COLUMNS)
    finish_stage(office, agreement, "K10", "Lisan")
    assert about_stages(office, agreement)["K50"].blocking
    not_required(office, agreement, "K50", "Sudah dianggarkan dalam APBD")
    assert "K50" not in about_stages(office, agreement)


def test_a_joint_agreement_is_never_barred_by_its_stages(office: Office) -> None:
    agreement = an_agreement(office)
    finish_stage(office, agreement, "K10", "Lisan")
    found = about_stages(office, agreement)
    assert {code: each.blocking for code, each in found.items()} == {"K21": False}
    assert "Letter of answer" in said(found["K21"])


def test_a_bar_called_done_without_its_paper_stays_advice(office: Office) -> None:
    agreement = a_memorandum(office)
    finish_stage(office, agreement, "F60", "Surat menyusul")
    finish_stage(office, agreement, "F70", "Lisan")
    found = about_stages(office, agreement)
    assert not found["F60"].blocking
    assert "F70" not in found
