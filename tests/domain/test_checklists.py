"""Checklists: counted from the day, typed as lines, both languages for every step."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.checklist_lines import read_countdown, step_lines, steps_from
from kunjungan.domain.checklists import (
    BLOCKS,
    ChecklistStep,
    blocks,
    countdown,
    due_day,
    step_name,
    steps_of,
)
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.visit_words import VisitKind

DAY = PartialDate(2022, 9, 1)


@pytest.mark.parametrize("kind", VisitKind)
def test_every_kind_has_steps_in_both_languages_and_each_once(kind: VisitKind) -> None:
    steps = steps_of(kind)
    assert all(step.name.complete and step.area.complete and step.owner.complete for step in steps)
    assert len({step.code for step in steps}) == len(steps) > 10
    assert {"letter", "answer", "rooms", "report"} <= {step.code for step in steps}


def test_only_a_signing_asks_for_texts() -> None:
    asking = {k for k in VisitKind if any(step.code == "printed" for step in steps_of(k))}
    assert asking == {VisitKind.SIGNING}
    assert len(steps_of(VisitKind.SIGNING)) == 21


@given(st.integers(0, 400), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_step_is_due_so_many_days_before(days: int, on: date) -> None:
    due = due_day(days, PartialDate.of(on), PartialDate.of(on + timedelta(days=2)))
    assert due == on - timedelta(days=days)


def test_what_is_due_afterwards_counts_from_the_last_day() -> None:
    assert due_day(-7, DAY, PartialDate(2022, 9, 3)) == date(2022, 9, 10)


@pytest.mark.parametrize("on", [PartialDate(2022, 9), PartialDate(2022)])
def test_a_visit_without_a_day_gives_no_due_day(on: PartialDate) -> None:
    assert due_day(7, on, None) is None


@given(st.integers(-999, 999))
def test_a_countdown_is_read_as_it_is_written(days: int) -> None:
    assert read_countdown(countdown(days)) == days


@pytest.mark.parametrize("text", ["besok", "H-", "7 hari", "HH-7", "H-1234"])
def test_what_is_no_countdown_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="H-7"):
        read_countdown(text)


words = st.text("abcdef ghij", min_size=1, max_size=20).map(lambda t: " ".join(t.split()) or "a")
steps = st.builds(
    lambda name, english, owner, days, own: ChecklistStep(
        Bilingual(name, english), Bilingual("Area", "Area"), Bilingual(owner, owner), days, own
    ),
    words,
    words.filter(lambda text: text != "a"),
    words,
    st.none() | st.integers(-30, 60),
    st.sampled_from(["", BLOCKS]),
)


@given(st.lists(steps, min_size=1, max_size=8))
def test_own_steps_survive_being_typed(given_steps: list[ChecklistStep]) -> None:
    distinct = [step for step in given_steps if step.name.en != step.name.id]
    assert list(steps_from(step_lines(distinct))) == distinct


def test_a_shipped_checklist_keeps_its_codes_when_it_is_typed_over() -> None:
    shipped = steps_of(VisitKind.SIGNING)
    assert steps_from(step_lines(shipped)) == shipped


@pytest.mark.parametrize("line", ["H-7 | area", "H-7 | area | ", "a|b|c|d|e|x", "a|b|c|d|e|!|f"])
def test_a_line_that_is_no_step_is_named(line: str) -> None:
    with pytest.raises(RuleBroken):
        steps_from(line)


def test_a_step_in_ones_own_words_is_not_translated() -> None:
    assert step_name("answer", "Balas surat Bupati") == Bilingual(
        "Balas surat Bupati", "Balas surat Bupati"
    )
    assert step_name("answer", "Kirim surat jawaban").en == "Send the letter of answer"


def test_own_steps_block_only_when_told_to() -> None:
    assert blocks(BLOCKS)
    assert not blocks("")
