import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.originals import (
    OriginalPlan,
    StampRule,
    alternat_order,
    in_copies,
    plan_originals,
)

PARTIES = st.integers(2, 8)


def test_two_parties_stamp_crosswise() -> None:
    assert plan_originals(2, rule=StampRule.CROSSWISE) == (
        OriginalPlan(1, holder=2, first=1, order=(1, 2), stamps=(1,)),
        OriginalPlan(2, holder=1, first=1, order=(1, 2), stamps=(2,)),
    )


def test_three_parties_hand_their_stamped_original_to_the_next() -> None:
    plans = plan_originals(3, rule=StampRule.CROSSWISE)
    assert [(plan.stamps, plan.holder) for plan in plans] == [((1,), 2), ((2,), 3), ((3,), 1)]


@given(PARTIES)
def test_nobody_takes_home_the_original_he_stamped(parties: int) -> None:
    for plan in plan_originals(parties, rule=StampRule.CROSSWISE):
        assert plan.holder not in plan.stamps


@given(PARTIES, st.sampled_from(StampRule), st.booleans())
def test_every_party_takes_one_original_home(parties: int, rule: StampRule, alternat: bool) -> None:
    plans = plan_originals(parties, rule=rule, alternat=alternat)
    assert sorted(plan.holder for plan in plans) == list(range(1, parties + 1))
    assert [plan.no for plan in plans] == list(range(1, parties + 1))


@given(PARTIES, st.sampled_from(StampRule))
def test_with_the_alternat_the_holder_is_named_first(parties: int, rule: StampRule) -> None:
    for plan in plan_originals(parties, rule=rule, alternat=True):
        assert plan.first == plan.holder == plan.order[0]


@given(PARTIES, st.data())
def test_the_alternat_is_a_permutation(parties: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(1, parties))
    order = alternat_order(parties, first)
    assert sorted(order) == list(range(1, parties + 1))
    assert order[0] == first
    assert list(order[1:]) == sorted(order[1:])


def test_the_others_of_an_alternat_stand_by_the_alphabet_of_their_english_names() -> None:
    names = ["the City of Suwon", "the City of Bandung", "Ogan Ilir", "the City of Melbourne"]
    assert alternat_order(4, 1, names) == (1, 3, 2, 4)
    assert alternat_order(4, 4, names) == (4, 3, 2, 1)


def test_without_the_alternat_the_texts_are_the_same() -> None:
    assert {plan.order for plan in plan_originals(3, rule=StampRule.CROSSWISE)} == {(1, 2, 3)}


def test_both_may_stamp_both_or_nobody_any() -> None:
    assert [plan.stamps for plan in plan_originals(2, rule=StampRule.ALL)] == [(1, 2), (1, 2)]
    assert [plan.stamps for plan in plan_originals(2, rule=StampRule.NONE)] == [(), ()]


def test_one_party_makes_no_agreement() -> None:
    with pytest.raises(RuleBroken):
        plan_originals(1, rule=StampRule.CROSSWISE)


def test_the_closing_counts_originals() -> None:
    assert in_copies(2) == Bilingual("rangkap 2 (dua)", "duplicate")
    assert in_copies(3).en == "triplicate"
    assert in_copies(5) == Bilingual("rangkap 5 (lima)", "5 (five) originals")


def test_a_choice_begins_crosswise() -> None:
    chosen = plan_originals(3, rule=StampRule.BY_CHOICE)
    assert chosen == plan_originals(3, rule=StampRule.CROSSWISE)
