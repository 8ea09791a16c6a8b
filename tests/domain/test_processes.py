from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.agreements import AgreementKind, PartnerKind
from kunjungan.domain.citing import cited
from kunjungan.domain.process_lists import duties_of, duty_name, duty_title, fact_name, stages_of
from kunjungan.domain.processes import Stage
from kunjungan.domain.standing import LEFT, Kept, Met, StageState, judge
from kunjungan.domain.tracks import Track, track_for

DAY = date(2022, 9, 1)
EVERY = [(track, kind) for track in Track for kind in AgreementKind]


def stage(track: Track, kind: AgreementKind, code: str) -> Stage:
    (found,) = [each for each in stages_of(track, kind) if each.code == code]
    return found


def codes(track: Track, kind: AgreementKind) -> list[str]:
    return [each.code for each in stages_of(track, kind)]


@pytest.mark.parametrize(
    ("kind", "partners", "track"),
    [
        (AgreementKind.KB, {PartnerKind.REGION}, Track.DOMESTIC),
        (AgreementKind.PKS, set(), Track.DOMESTIC),
        (AgreementKind.KB, {PartnerKind.THIRD_PARTY}, Track.THIRD_PARTY),
        (AgreementKind.KB, {PartnerKind.REGION, PartnerKind.THIRD_PARTY}, Track.DOMESTIC),
        (AgreementKind.CONTRACT, {PartnerKind.REGION}, Track.THIRD_PARTY),
        (AgreementKind.NK, {PartnerKind.CENTRAL}, Track.MINISTRY),
        (AgreementKind.SYNERGY, set(), Track.MINISTRY),
        (AgreementKind.MSP, {PartnerKind.FOREIGN_GOVERNMENT}, Track.FOREIGN),
        (AgreementKind.LOI, set(), Track.FOREIGN),
        (AgreementKind.NK, {PartnerKind.REGION, PartnerKind.FOREIGN_INSTITUTION}, Track.FOREIGN),
    ],
)
def test_kind_and_partners_choose_the_track(
    kind: AgreementKind, partners: set[PartnerKind], track: Track
) -> None:
    assert track_for(kind, partners) is track


@pytest.mark.parametrize(("track", "kind"), EVERY)
def test_every_kind_has_stages_and_duties_on_every_track(track: Track, kind: AgreementKind) -> None:
    listed = codes(track, kind)
    assert len(listed) == len(set(listed)) >= 6
    assert any("signed" in each.facts for each in stages_of(track, kind))
    assert duties_of(track, kind)


@pytest.mark.parametrize(("track", "kind"), EVERY)
def test_whatever_a_stage_names_exists(track: Track, kind: AgreementKind) -> None:
    known = codes(track, kind)
    owed = {duty.code for duty in duties_of(track, kind)}
    for each in stages_of(track, kind):
        assert each.name.complete
        assert all(fact_name(fact).complete for fact in each.facts)
        assert set(each.duties) <= owed
        assert each.law or each.practice or each.aside, each.code
        slugs = [paper.slug for paper in each.documents]
        assert len(slugs) == len(set(slugs))
        if each.deadline:
            start, _, slug = each.deadline.start.partition(".")
            assert start in known
            assert slug in {paper.slug for paper in stage(track, kind, start).documents}


@pytest.mark.parametrize(("track", "kind"), EVERY)
def test_a_duty_follows_only_duties_of_the_same_agreement(
    track: Track, kind: AgreementKind
) -> None:
    duties = duties_of(track, kind)
    owed = {duty.code for duty in duties}
    assert all(duty.after in {"", *owed} for duty in duties)
    assert all(duty.name.complete and duty.law for duty in duties)


def test_at_home_the_council_comes_after_the_umbrella_and_abroad_before_the_draft() -> None:
    home, abroad = codes(Track.DOMESTIC, AgreementKind.PKS), codes(Track.FOREIGN, AgreementKind.MSP)
    assert home.index("K40") < home.index("K50") < home.index("K60")
    assert abroad.index("F60") < abroad.index("F80") < abroad.index("F100")
    assert "K50" not in codes(Track.DOMESTIC, AgreementKind.KB)
    assert not any(code == "K50" for code in codes(Track.MINISTRY, AgreementKind.SYNERGY))


def test_a_third_party_needs_a_feasibility_study_and_a_region_terms_of_reference() -> None:
    papers = {
        track: {p.slug for p in stage(track, AgreementKind.KB, "K10").required}
        for track in (Track.DOMESTIC, Track.THIRD_PARTY)
    }
    assert papers == {Track.DOMESTIC: {"kak"}, Track.THIRD_PARTY: {"studi_kelayakan"}}


def test_a_stage_is_done_by_its_evidence_on_the_day_of_the_last_of_it() -> None:
    council = stage(Track.FOREIGN, AgreementKind.MSP, "F60")
    later = DAY + timedelta(30)
    assert judge(council, {}, {}).state is StageState.OPEN
    begun = judge(council, {"surat_permohonan": DAY}, {})
    assert (begun.state, begun.on) == (StageState.STARTED, DAY)
    assert [paper.slug for paper in begun.papers] == ["persetujuan_dprd"]
    done = judge(council, {"surat_permohonan": DAY, "persetujuan_dprd": later}, {})
    assert (done.state, done.on, done.lacking) == (StageState.DONE, later, False)


def test_a_fact_that_the_program_knows_finishes_a_stage() -> None:
    signing = stage(Track.DOMESTIC, AgreementKind.KB, "K40")
    assert judge(signing, {}, {"printed": Met()}).state is StageState.STARTED
    done = judge(signing, {}, {"printed": Met(), "signed": Met(DAY)})
    assert (done.state, done.on) == (StageState.DONE, DAY)


def test_a_stage_without_anything_to_prove_it_waits_for_a_person() -> None:
    carrying_out = stage(Track.DOMESTIC, AgreementKind.KB, "K80")
    assert judge(carrying_out, {}, {}).state is StageState.OPEN
    assert judge(carrying_out, {}, {}, Kept("done", DAY)).state is StageState.DONE


def test_what_a_person_says_counts_before_the_evidence_but_what_is_missing_stays_told() -> None:
    council = stage(Track.FOREIGN, AgreementKind.MSP, "F60")
    said = judge(council, {"surat_permohonan": DAY}, {}, Kept("done", DAY))
    assert said.lacking
    assert [paper.slug for paper in said.papers] == ["persetujuan_dprd"]
    excused = judge(council, {}, {}, Kept("passed", DAY, "Disetujui lisan"))
    assert (excused.state, excused.lacking) == (StageState.PASSED, False)


PAPERS = st.sets(
    st.sampled_from([p.slug for s in stages_of(Track.FOREIGN, AgreementKind.MSP)
                     for p in s.documents])
)  # fmt: skip
FACTS = st.sets(st.sampled_from(["visited", "same_text", "signed", "printed", "registered"]))


@given(papers=PAPERS, facts=FACTS, more=PAPERS)
def test_more_evidence_never_undoes_a_stage(
    papers: set[str], facts: set[str], more: set[str]
) -> None:
    met = {fact: Met(DAY) for fact in facts}
    for each in stages_of(Track.FOREIGN, AgreementKind.MSP):
        before = judge(each, dict.fromkeys(papers, DAY), met)
        after = judge(each, dict.fromkeys(papers | more, DAY), met)
        assert len(after.papers) <= len(before.papers)
        if before.state is StageState.DONE:
            assert after.state is StageState.DONE


@given(papers=PAPERS, outcome=st.sampled_from(["done", "passed", "not_required"]))
def test_a_stage_that_a_person_left_is_left_whatever_its_evidence(
    papers: set[str], outcome: str
) -> None:
    for each in stages_of(Track.FOREIGN, AgreementKind.MSP):
        kept = Kept(outcome, DAY)  # type: ignore[arg-type]  # one of the three
        assert judge(each, dict.fromkeys(papers, DAY), {}, kept).state in LEFT


def test_articles_are_cited_as_each_language_does() -> None:
    law = cited("PP 28/2018 art 30(4); UU 43/2009 art 43")
    assert law.id == "PP 28/2018 pasal 30 ayat (4); UU 43/2009 pasal 43"
    assert law.en == "PP 28/2018 article 30(4); UU 43/2009 article 43"


def test_a_duty_that_was_renamed_keeps_its_own_words_in_both_languages() -> None:
    name = duty_name("archive_report")
    assert name is not None
    assert duty_title("archive_report", name.id) == name
    assert duty_title("archive_report", "Lapor lewat aplikasi").en == "Lapor lewat aplikasi"
    assert duty_name("nothing") is None
