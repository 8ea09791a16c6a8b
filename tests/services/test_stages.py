from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, RuleBroken
from kunjungan.domain.layouts import Layout
from kunjungan.domain.standing import StageState
from kunjungan.domain.tracks import Track
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.print_log import text_that_counts
from kunjungan.services.process.leaving import (
    choose_track,
    finish_stage,
    not_required,
    pass_stage,
    reopen_stage,
)
from kunjungan.services.process.stages import evidence_slots, progress_of, stage_lines
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Agreement, AgreementVisit, Attachment, Clearance, RegisterEntry
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.services.processing import at, file, line, signed
from tests.services.ready_agreements import ready

DAY = date(2022, 9, 1)


@pytest.mark.parametrize(
    ("kind", "track"),
    [
        (AgreementKind.KB, Track.DOMESTIC),
        (AgreementKind.PKS, Track.DOMESTIC),
        (AgreementKind.CONTRACT, Track.THIRD_PARTY),
        (AgreementKind.SYNERGY, Track.MINISTRY),
        (AgreementKind.MSP, Track.FOREIGN),
        (AgreementKind.LOI, Track.FOREIGN),
    ],
)
def test_an_agreement_takes_the_track_of_its_kind_and_partners(
    kind: AgreementKind, track: Track, office: Office
) -> None:
    progress = progress_of(office, ready(office, kind, Layout.COLUMNS))
    assert (progress.track, progress.chosen) == (track, False)
    assert progress.left == 0


def test_an_addendum_takes_the_track_of_what_it_changes(office: Office) -> None:
    parent = a_memorandum(office)
    addendum = an_agreement(office)
    with office.store.change("Change") as session:
        row = session.get(Agreement, addendum)
        assert row is not None
        row.kind, row.parent_id = AgreementKind.ADDENDUM, parent
    assert progress_of(office, addendum).track is Track.FOREIGN


def test_a_chosen_track_counts_until_it_is_taken_back(office: Office) -> None:
    agreement = an_agreement(office)
    choose_track(office, agreement, Track.MINISTRY)
    assert (progress_of(office, agreement).track, progress_of(office, agreement).chosen) == (
        Track.MINISTRY,
        True,
    )
    undo(office)
    assert progress_of(office, agreement).track is Track.DOMESTIC


def test_a_proven_stage_is_finished_in_any_order_on_a_past_day(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K10.kak", DAY)
    finish_stage(office, agreement, "K10", on=date(2021, 12, 1))
    done = line(office, agreement, "K10")
    assert (done.state, done.on, done.by_hand) == (StageState.DONE, date(2021, 12, 1), True)
    assert not done.lacking
    assert line(office, agreement, "K00").state is StageState.OPEN


def test_a_stage_without_its_evidence_is_passed_only_for_a_reason(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken) as refused:
        finish_stage(office, agreement, "K20", "  ")
    assert "PP 28/2018 pasal 6 ayat (1)" in str(refused.value)
    assert "Letter of offer" in str(refused.value)
    assert line(office, agreement, "K20").state is StageState.OPEN
    finish_stage(office, agreement, "K20", " Lisan, dalam kunjungan ")
    left = line(office, agreement, "K20")
    assert (left.state, left.reason) == (StageState.PASSED, "Lisan, dalam kunjungan")


def test_nobody_implements_an_unsigned_agreement_without_a_reason(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken, match="signatures"):
        finish_stage(office, agreement, "K80")
    signed(office, agreement, DAY)
    assert line(at(office, DAY), agreement, "K80").state is StageState.STARTED


def test_a_stage_whose_evidence_the_archive_has_lost_says_so(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K10.kak", DAY)
    with office.store.read() as session:
        (kept,) = session.exec(select(Attachment)).all()
    office.archive.path(kept.sha256).unlink()
    stands = line(office, agreement, "K10")
    assert (stands.state, stands.lacking) == (StageState.DONE, True)
    assert [name.en for name in stands.missing] == ["the content of “kak.pdf” in the archive"]
    with pytest.raises(RuleBroken, match=r"kak\.pdf"):
        finish_stage(office, agreement, "K10")


def test_a_stage_called_done_tells_when_its_evidence_is_gone_again(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K10.kak", DAY)
    finish_stage(office, agreement, "K10")
    with office.store.change("Remove") as session:
        session.delete(session.exec(select(Attachment)).one())
    done = line(office, agreement, "K10")
    assert done.lacking
    assert [name.en for name in done.missing] == ["Terms of reference (KAK)"]


def test_a_stage_is_not_left_on_a_day_to_come(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken):
        finish_stage(office, agreement, "K10", on=date(2022, 8, 27))
    assert line(office, agreement, "K10").state is StageState.OPEN


@pytest.mark.parametrize("leave", [pass_stage, not_required])
def test_a_stage_is_passed_only_for_a_reason_which_is_kept(
    leave: Callable[[Office, UUID, str, str], None], office: Office
) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken):
        leave(office, agreement, "K20", "  ")
    leave(office, agreement, "K20", " Lisan ")
    assert line(office, agreement, "K20").reason == "Lisan"
    undo(office)
    assert line(office, agreement, "K20").state is StageState.OPEN


def test_what_is_said_anew_of_a_stage_replaces_what_was_said_before(office: Office) -> None:
    agreement = an_agreement(office)
    pass_stage(office, agreement, "K10", "Menyusul")
    file(office, agreement, "K10.kak", DAY)
    finish_stage(office, agreement, "K10")
    stands = line(office, agreement, "K10")
    assert (stands.state, stands.reason) == (StageState.DONE, "")


def test_a_reopened_stage_stands_by_its_evidence_again(office: Office) -> None:
    agreement = an_agreement(office)
    not_required(office, agreement, "K10", "Sudah ada")
    file(office, agreement, "K10.kak", DAY)
    reopen_stage(office, agreement, "K10")
    stands = line(office, agreement, "K10")
    assert (stands.state, stands.on, stands.by_hand) == (StageState.DONE, DAY, False)
    with pytest.raises(RuleBroken):
        reopen_stage(office, agreement, "K10")


def test_a_stage_of_another_track_is_refused_with_the_stages_there_are(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(NotFound) as refused:
        finish_stage(office, agreement, "F60")
    assert "K20" in str(refused.value.values["known"])
    with pytest.raises(NotFound):
        stage_lines(office, uuid4())


def test_papers_on_file_are_shown_at_their_document(office: Office) -> None:
    agreement = an_agreement(office)
    file(office, agreement, "K20.surat_penawaran", DAY, number="119/421")
    file(office, agreement, "K20.sesuatu", DAY)
    offer, other = line(office, agreement, "K20").documents
    assert [(paper.number, paper.on) for paper in offer.files] == [("119/421", DAY)]
    assert (other.slug, len(other.files)) == ("", 1)


def test_every_document_of_every_stage_can_be_filed_to(office: Office) -> None:
    agreement = an_agreement(office)
    slots = {
        (slot.stage, slot.document): slot.required for slot in evidence_slots(office, agreement)
    }
    assert slots["K20", "surat_penawaran"]
    assert not slots["K30", "notula"]


def test_a_linked_visit_proves_the_exploration_once_it_has_taken_place(office: Office) -> None:
    agreement = a_memorandum(office)
    file(office, agreement, "F20.laporan_penjajakan", date(2022, 8, 1))
    visit = schedule_visit(office, VisitForm("Penjajakan", PartialDate.parse("2022-09-01")))
    with office.store.change("Link") as session:
        session.add(AgreementVisit(agreement_id=agreement, visit_id=visit))
    assert line(office, agreement, "F20").state is StageState.STARTED
    assert line(at(office, DAY), agreement, "F20").state is StageState.DONE


def test_the_signed_umbrella_proves_its_stage_in_the_implementing_agreement(
    office: Office,
) -> None:
    umbrella = an_agreement(office)
    child = ready(office, AgreementKind.PKS, Layout.COLUMNS)
    with office.store.change("Link") as session:
        row = session.get(Agreement, child)
        assert row is not None
        row.parent_id = umbrella
    assert line(office, child, "K40").state is StageState.OPEN
    signed(office, umbrella, DAY)
    assert line(at(office, DAY), child, "K40").on == DAY
    assert line(office, umbrella, "K60").state is StageState.DONE


def test_register_signatures_and_end_are_known_without_a_paper(office: Office) -> None:
    agreement = signed(office, an_agreement(office), DAY, years=1)
    with office.store.change("Register") as session:
        session.add(RegisterEntry(agreement_id=agreement, year=2022, no=1, on=DAY))
    day = at(office, date(2022, 9, 2))
    states = {each.code: each.state for each in stage_lines(day, agreement)}
    assert states["K40"] is states["K85"] is StageState.DONE
    assert states["K90"] is StageState.OPEN
    assert line(at(office, date(2023, 9, 2)), agreement, "K90").state is StageState.DONE


def test_one_text_cleared_by_all_proves_the_drafting(office: Office) -> None:
    agreement = an_agreement(office)
    clear(office, agreement, other="")
    assert line(office, agreement, "K30").state is StageState.DONE
    clear(office, agreement, other="another text")
    assert line(office, agreement, "K30").state is StageState.OPEN


def clear(office: Office, agreement: UUID, *, other: str) -> None:
    """Record that both sides cleared a text, the second one perhaps another."""
    with office.store.change("Clear") as session:
        row = session.get(Agreement, agreement)
        assert row is not None
        now = text_that_counts(session, row)
        for seq, mark in enumerate((now, other or now), 1):
            session.add(
                Clearance(
                    agreement_id=agreement, seq=seq, party=seq, office_id="Bagian Hukum",
                    done_on=date(2022, 8, 20), outcome="cleared", draft_no=1, fingerprint=mark,
                )
            )  # fmt: skip
