from itertools import pairwise

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import (
    NEXT_AGREEMENT,
    NEXT_VISIT,
    VISIT_PATH,
    AgreementStage,
    VisitStage,
    advance,
    next_stages,
    reason_owed,
)


@pytest.mark.parametrize(("current", "wanted"), list(pairwise(VISIT_PATH)))
def test_a_visit_goes_along_its_path(current: VisitStage, wanted: VisitStage) -> None:
    assert advance(current, wanted) is wanted


def test_an_office_that_digitises_late_may_leap_ahead() -> None:
    assert advance(VisitStage.LETTER, VisitStage.REPORTED) is VisitStage.REPORTED


def test_a_visit_that_is_postponed_or_called_off_can_come_back() -> None:
    for stage in (VisitStage.POSTPONED, VisitStage.CANCELLED, VisitStage.NO_SHOW):
        assert advance(VisitStage.READY, stage) is stage
        assert VisitStage.SCHEDULED in next_stages(stage)


def test_a_reported_visit_cannot_be_called_off() -> None:
    with pytest.raises(RuleBroken) as caught:
        advance(VisitStage.REPORTED, VisitStage.CANCELLED)
    assert caught.value.values == {
        "current": VisitStage.REPORTED,
        "wanted": VisitStage.CANCELLED,
    }


def test_only_leaving_the_path_owes_a_reason() -> None:
    owing = {stage for stage in VisitStage if reason_owed(stage)}
    assert owing == {VisitStage.POSTPONED, VisitStage.CANCELLED, VisitStage.NO_SHOW}


@pytest.mark.parametrize(
    ("current", "wanted"),
    [
        (AgreementStage.DRAFT, AgreementStage.FINAL),
        (AgreementStage.FINAL, AgreementStage.DRAFT),
        (AgreementStage.FINAL, AgreementStage.SIGNED),
        (AgreementStage.SIGNED, AgreementStage.REGISTERED),
        (AgreementStage.REGISTERED, AgreementStage.ENDED),
    ],
)
def test_an_agreement_goes_its_way(current: AgreementStage, wanted: AgreementStage) -> None:
    assert advance(current, wanted) is wanted


@pytest.mark.parametrize(
    ("current", "wanted"),
    [
        (AgreementStage.DRAFT, AgreementStage.SIGNED),
        (AgreementStage.SIGNED, AgreementStage.DRAFT),
        (AgreementStage.ENDED, AgreementStage.DRAFT),
    ],
)
def test_what_was_signed_is_never_a_draft_again(
    current: AgreementStage, wanted: AgreementStage
) -> None:
    with pytest.raises(RuleBroken):
        advance(current, wanted)


def test_every_stage_has_its_row_and_never_follows_itself() -> None:
    assert set(NEXT_VISIT) == set(VisitStage)
    assert set(NEXT_AGREEMENT) == set(AgreementStage)
    assert not any(stage in follow for stage, follow in NEXT_VISIT.items())
