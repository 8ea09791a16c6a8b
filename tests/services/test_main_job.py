"""The main job end to end without a window: the true case from an empty office to the register."""

from datetime import date
from pathlib import Path

import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage, VisitStage
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.delegation_lines import list_delegations
from kunjungan.services.guests.participants import participants
from kunjungan.services.history import undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.originals import list_originals
from kunjungan.services.overview import visit_overview
from kunjungan.services.print_log import list_prints
from kunjungan.services.printing import original_bytes, print_to_folder
from kunjungan.services.register import register
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.sample import make_sample
from kunjungan.services.signing import list_signatures, sign_everything
from kunjungan.services.visit_lists import list_visits
from tests.builders import AFTER_SIGNING
from tests.services.processing import at

ORIGINALS = [PaperChoice(1, "original"), PaperChoice(2, "original")]


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


def test_the_sample_office_holds_the_true_case(office: Office) -> None:
    visit = make_sample(office)
    overview = visit_overview(office, visit)
    assert overview.when.on == PartialDate(2022, 9, 1)
    assert [d.head for d in overview.delegations] == ["Ridho Yahya", "Panca Wijaya Akbar"]
    assert [d.listed for d in overview.delegations] == [18, 16]
    assert overview.host == "Yana Mulyana"
    assert [str(v.on) for v in overview.earlier] == ["2021-12"]
    assert [line.parties for line in overview.agreements] == [
        ("Pemerintah Kota Bandung", "Pemerintah Kota Prabumulih"),
        ("Pemerintah Kota Bandung", "Pemerintah Kabupaten Ogan Ilir"),
    ]


def test_four_originals_are_printed_signed_and_registered(
    office: Office, press: Press, tmp_path: Path
) -> None:
    make_sample(office)
    for line in list_agreements(office):
        printed = print_to_folder(office, press, line.id, ORIGINALS, tmp_path)
        assert [paper.choice.original_no for paper, _ in printed] == [1, 2]
        sign_everything(office, line.id, on=date(2022, 9, 1), place="Bandung")
        register(office, line.id, kept_at="Arsip Bagian Kerja Sama")
    assert len(list(tmp_path.glob("*.pdf"))) == 4
    assert {row.register_no for row in register_lines(office)} == {"2022/002", "2022/001"}
    assert {line.stage for line in list_agreements(office)} == {AgreementStage.REGISTERED}


def test_a_printed_original_is_kept_byte_for_byte(
    office: Office, press: Press, tmp_path: Path
) -> None:
    make_sample(office)
    agreement = list_agreements(office)[0].id
    (_, path), _ = print_to_folder(office, press, agreement, ORIGINALS, tmp_path)
    assert original_bytes(office, agreement, 1) == path.read_bytes()
    (_, again), _ = print_to_folder(office, press, agreement, ORIGINALS, tmp_path / "again")
    assert again.read_bytes() == path.read_bytes()


def test_stamp_duty_goes_crosswise(office: Office) -> None:
    make_sample(office)
    agreement = list_agreements(office)[0].id
    first, second = list_originals(office, agreement)
    assert "Bandung" not in first.holder
    assert first.stamps == (1,)
    assert "Bandung" in second.holder
    assert second.stamps == (2,)


def test_undo_goes_back_to_the_print_and_no_further(
    office: Office, press: Press, tmp_path: Path
) -> None:
    make_sample(office)
    assert undo_label(office)
    undo(office)
    agreement = list_agreements(office)[0].id
    print_to_folder(office, press, agreement, ORIGINALS, tmp_path)
    assert undo_label(office) is None


def test_signing_needs_printed_originals(office: Office) -> None:
    make_sample(office)
    agreement = list_agreements(office)[0].id
    with pytest.raises(RuleBroken, match="Print the originals first"):
        sign_everything(office, agreement, on=date(2022, 9, 1), place="Bandung")
    assert all(line.on is None for line in list_signatures(office, agreement))


def test_the_print_log_says_who_printed_which_original(
    office: Office, press: Press, tmp_path: Path
) -> None:
    make_sample(office)
    agreement = list_agreements(office)[0].id
    print_to_folder(office, press, agreement, ORIGINALS, tmp_path)
    runs = list_prints(office, agreement)
    assert {(run.original_no, run.by, run.stale) for run in runs} == {
        (1, office.user, False),
        (2, office.user, False),
    }


def test_the_visits_list_counts_guests_agreements_and_steps(office: Office) -> None:
    make_sample(office)
    visit, earlier = list_visits(office)
    assert (visit.guests, visit.agreements, visit.steps) == (34, 2, 21)
    assert 0 < visit.steps_done < 21
    assert visit.stage is VisitStage.PREPARING
    assert (earlier.guests, earlier.stage) == (0, VisitStage.REPORTED)


def test_every_guest_stands_in_the_order_of_the_delegations(office: Office) -> None:
    visit = make_sample(office)
    first, second = list_delegations(office, visit)
    guests = [guest for guest in participants(office, visit) if not guest.host]
    assert [g.delegation_id for g in guests] == [first.id] * 18 + [second.id] * 16
    assert guests[0].name.plain == "Ridho Yahya"
    assert guests[18].name.plain == "Panca Wijaya Akbar"
