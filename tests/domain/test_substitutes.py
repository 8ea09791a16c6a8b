"""Whoever signs in another's place has an authority, or a reason that is kept."""

from datetime import date

import pytest

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.kind_rules import Signer
from kunjungan.domain.signing_power import SigningPower, signing_warnings
from kunjungan.domain.substitutes import Authority, refuse_unauthorised

DAY = date(2022, 9, 1)
PROVEN = Authority("800/12/2022", date(2022, 8, 30))


def refuse(authority: Authority, signer: Signer = Signer.HEAD, *, by_head: bool = True) -> None:
    power = SigningPower(Capacity.PLH, by_head=by_head, proven=authority.proven)
    refuse_unauthorised("Ema", DAY, authority, signing_warnings(signer, power))


def test_number_and_date_are_enough_for_who_stands_in_for_the_head() -> None:
    refuse(PROVEN)


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        (Authority(), "Enter number and date of the authority, or say why there is none"),
        (Authority("800/12/2022"), "has a number and a date"),
        (Authority(on=DAY, reason="Mendesak"), "has a number and a date"),
        (Authority("800/12/2022", date(2022, 9, 2)), "dated after the signature"),
    ],
)
def test_half_an_authority_or_none_is_refused(authority: Authority, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        refuse(authority)


def test_a_reason_does_for_a_missing_authority() -> None:
    refuse(Authority(reason="Surat perintah menyusul"))


def test_where_the_head_signs_in_person_another_needs_a_reason_besides_the_authority() -> None:
    with pytest.raises(RuleBroken, match="PP 28/2018"):
        refuse(PROVEN, by_head=False)
    refuse(Authority(PROVEN.number, PROVEN.on, "Kepala daerah berhalangan"), by_head=False)
    refuse(PROVEN, Signer.ATTORNEY, by_head=False)
