import pytest

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.capacity import DELEGATED, STANDING_IN, Capacity
from kunjungan.domain.kind_rules import Signer
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.signing_power import SigningPower, signing_warnings

IN_OFFICE = SigningPower(Capacity.DEFINITIVE, by_head=True, proven=False)
AGENCY = SigningPower(Capacity.DEFINITIVE, by_head=False, proven=False)
WITH_POWER = SigningPower(Capacity.ATTORNEY, by_head=False, proven=True)


def codes(signer: Signer, power: SigningPower, *, treaty: bool = False) -> list[str]:
    return [warning.code for warning in signing_warnings(signer, power, treaty=treaty)]


@pytest.mark.parametrize("kind", [AgreementKind.KB, AgreementKind.PKS])
@pytest.mark.parametrize("capacity", [Capacity.DEFINITIVE, Capacity.PJ])
def test_a_head_in_office_signs_at_home_without_warning(
    kind: AgreementKind, capacity: Capacity
) -> None:
    assert codes(KINDS[kind].signer, SigningPower(capacity, by_head=True, proven=False)) == []


@pytest.mark.parametrize("power", [AGENCY, WITH_POWER])
def test_a_power_of_attorney_does_not_reach_an_umbrella_agreement(power: SigningPower) -> None:
    assert codes(Signer.HEAD, power) == ["not-signed-by-head"]


def test_a_nota_kesepahaman_is_signed_by_whom_its_parties_agree_on() -> None:
    assert codes(KINDS[AgreementKind.NK].signer, AGENCY) == []


def test_an_agency_head_signs_a_pks_by_power_of_attorney() -> None:
    assert codes(Signer.ATTORNEY, WITH_POWER) == []
    assert codes(Signer.ATTORNEY, AGENCY) == ["missing-authority"]


@pytest.mark.parametrize("capacity", sorted(DELEGATED))
def test_a_head_who_acts_for_another_owes_a_power_of_attorney(capacity: Capacity) -> None:
    power = SigningPower(capacity, by_head=True, proven=False)
    assert "missing-authority" in codes(Signer.ATTORNEY, power)


def test_what_pp_28_does_not_bind_is_asked_and_never_owed() -> None:
    director = SigningPower(Capacity.DEFINITIVE, by_head=False, proven=False, regional=False)
    (warning,) = signing_warnings(Signer.HEAD, director)
    assert (warning.code, warning.reasoned) == ("authority-unproven", "")


@pytest.mark.parametrize("capacity", sorted(STANDING_IN - {Capacity.PJ}))
def test_other_stand_ins_bring_a_warning_that_names_the_law_or_the_question(
    capacity: Capacity,
) -> None:
    (warning,) = signing_warnings(Signer.HEAD, SigningPower(capacity, by_head=True, proven=False))
    assert warning.code == f"signed-by-{capacity.value}"
    assert "UU 30/2014" in warning.message or "Ask" in warning.message


def test_a_foreign_memorandum_asks_for_full_powers() -> None:
    assert codes(Signer.HEAD, IN_OFFICE, treaty=True) == ["full-powers"]
    proven = SigningPower(Capacity.DEFINITIVE, by_head=True, proven=True)
    assert codes(Signer.HEAD, proven, treaty=True) == []


def test_what_owes_a_reason_can_be_said_with_one() -> None:
    for signer in (Signer.HEAD, Signer.ATTORNEY):
        (warning,) = signing_warnings(signer, AGENCY)
        assert "{reason}" in warning.reasoned
        assert "PP 28/2018 art 2" in warning.message
