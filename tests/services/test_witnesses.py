"""Who signs an agreement without being a party to it."""

from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import remove_agreement
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.parties import parties_of
from kunjungan.services.printing import print_to_folder
from kunjungan.services.witnesses import WitnessForm, set_witnesses, witnesses_of
from tests.builders import a_region, an_agreement

SECRETARY = WitnessForm("witness", None, "Ema Contoh", "Sekretaris Daerah", "Regional Secretary")
CHAIR = WitnessForm("acknowledged", None, "Tedy Contoh", "Ketua DPRD", "Chair of the DPRD")


def test_witnesses_are_set_in_order_and_undone_in_one_step(office: Office) -> None:
    agreement = an_agreement(office)
    set_witnesses(office, agreement, [SECRETARY, CHAIR])
    assert witnesses_of(office, agreement) == [SECRETARY, CHAIR]
    set_witnesses(office, agreement, [CHAIR])
    assert witnesses_of(office, agreement) == [CHAIR]
    undo(office)
    assert witnesses_of(office, agreement) == [SECRETARY, CHAIR]
    undo(office)
    assert witnesses_of(office, agreement) == []


def test_the_holder_of_a_post_may_witness(office: Office) -> None:
    agreement = an_agreement(office)
    tenure = a_region(office, "32.04", "Bupati Contoh").head
    set_witnesses(office, agreement, [WitnessForm("witness", tenure)])
    assert witnesses_of(office, agreement) == [WitnessForm("witness", tenure)]


def test_outer_spaces_are_not_kept(office: Office) -> None:
    agreement = an_agreement(office)
    set_witnesses(office, agreement, [WitnessForm("witness", None, "  Ema ", " Sekda ")])
    assert witnesses_of(office, agreement) == [WitnessForm("witness", None, "Ema", "Sekda")]


def test_who_signs_for_a_party_is_no_witness(office: Office) -> None:
    agreement = an_agreement(office)
    signatory = parties_of(office, agreement)[0].tenure_id
    with pytest.raises(RuleBroken, match="is no witness"):
        set_witnesses(office, agreement, [WitnessForm("witness", signatory)])


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        ([WitnessForm("witness", None, "  ")], "a post or a name"),
        ([SECRETARY, WitnessForm("acknowledged", None, "EMA CONTOH ")], "stands there twice"),
    ],
)
def test_a_witness_without_name_or_twice_is_refused_and_nothing_changes(
    office: Office, forms: list[WitnessForm], words: str
) -> None:
    agreement = an_agreement(office)
    set_witnesses(office, agreement, [CHAIR])
    with pytest.raises(RuleBroken, match=words):
        set_witnesses(office, agreement, forms)
    assert witnesses_of(office, agreement) == [CHAIR]


def test_witnesses_stay_once_an_original_is_printed(
    office: Office, press: Press, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    print_to_folder(office, press, agreement, [PaperChoice(1, "original")], tmp_path)
    with pytest.raises(RuleBroken, match="locked"):
        set_witnesses(office, agreement, [CHAIR])


def test_witnesses_go_and_come_back_with_their_agreement(office: Office) -> None:
    agreement = an_agreement(office)
    set_witnesses(office, agreement, [SECRETARY, CHAIR])
    remove_agreement(office, agreement)
    assert witnesses_of(office, agreement) == []
    with pytest.raises(NotFound):
        set_witnesses(office, agreement, [CHAIR])
    undo(office)
    assert witnesses_of(office, agreement) == [SECRETARY, CHAIR]
