"""Whose hand signs which original when: nobody is missed, nobody holds two, all go home."""

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.originals import StampRule, plan_originals
from kunjungan.domain.signing_rounds import OnTheTable, handings, signing_rounds


def table(
    parties: int, rule: StampRule = StampRule.CROSSWISE, languages: int = 1
) -> list[OnTheTable]:
    plans = plan_originals(parties, rule=rule)
    return [
        OnTheTable(
            no=place * parties + plan.no,
            holder=plan.holder,
            stamps=plan.stamps,
            first=plan.first,
            first_signs="right",
            language=f"l{place}" if languages > 1 else "",
        )
        for place in range(languages)
        for plan in plans
    ]


many = st.integers(2, 6)


@given(many, st.sampled_from(StampRule), st.integers(1, 3))
def test_every_party_signs_every_original_once(
    parties: int, rule: StampRule, languages: int
) -> None:
    originals = table(parties, rule, languages)
    hands = [hand for each in signing_rounds(originals, parties) for hand in each.hands]
    signed = sorted((hand.party, hand.original) for hand in hands)
    assert signed == sorted((p, o.no) for p in range(1, parties + 1) for o in originals)


@given(many, st.integers(1, 3))
def test_in_one_round_nobody_signs_two_and_no_original_is_before_two(
    parties: int, languages: int
) -> None:
    for each in signing_rounds(table(parties, languages=languages), parties):
        assert len({hand.party for hand in each.hands}) == len(each.hands) == parties
        assert len({hand.original for hand in each.hands}) == parties


@given(many)
def test_the_first_signature_of_everybody_is_the_one_over_the_stamp(parties: int) -> None:
    first, *others = signing_rounds(table(parties), parties)
    assert all(hand.over_stamp for hand in first.hands)
    assert not any(hand.over_stamp for each in others for hand in each.hands)


@given(many, st.sampled_from(StampRule))
def test_after_the_last_round_everybody_hands_over_what_was_first_signed(
    parties: int, rule: StampRule
) -> None:
    originals = table(parties, rule)
    begun = {hand.original: hand.party for hand in signing_rounds(originals, parties)[0].hands}
    for one in handings(originals, parties):
        assert begun[one.original] == one.giver != one.taker
        assert one.taker == next(o.holder for o in originals if o.no == one.original)


def test_two_sign_at_their_own_side_and_in_the_alternat_each_at_the_left_of_the_own_original() -> (
    None
):
    plain = signing_rounds(table(2), 2)
    assert [(h.party, h.side) for h in plain[0].hands] == [(1, "right"), (2, "left")]
    alternat = [
        OnTheTable(no=1, holder=1, stamps=(), first=1, first_signs="left"),
        OnTheTable(no=2, holder=2, stamps=(), first=2, first_signs="left"),
    ]
    sides = {(h.party, h.original): h.side for r in signing_rounds(alternat, 2) for h in r.hands}
    assert sides == {(1, 1): "left", (2, 1): "right", (2, 2): "left", (1, 2): "right"}


def test_a_party_that_keeps_two_originals_signs_both_and_one_round_has_one_of_them() -> None:
    twice = [OnTheTable(no=no, holder=1, stamps=(), first=1, first_signs="left") for no in (1, 2)]
    hands = [h for r in signing_rounds(twice, 2) for h in r.hands]
    assert sorted((h.party, h.original) for h in hands) == [(1, 1), (1, 2), (2, 1), (2, 2)]
