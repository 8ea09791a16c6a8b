from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain import precedence
from kunjungan.domain.precedence import (
    Decision,
    Group,
    Guest,
    HostPlace,
    Ordered,
    Why,
    agreeing,
    in_precedence,
)

AGENCY = Guest(key="agency", group=Group.AGENCY_HEADS, region="Bandung")
GUESTS = st.lists(
    st.builds(
        Guest,
        key=st.integers(0, 30).map(str),
        group=st.one_of(st.none(), st.sampled_from(Group)),
        local=st.sampled_from(["", "", "Rektor"]),
        visiting=st.booleans(),
        foreign=st.booleans(),
        former=st.booleans(),
        spouse_of=st.one_of(st.none(), st.integers(0, 30).map(str)),
        region=st.sampled_from(["", "Bandung", "Ogan Ilir", "Prabumulih"]),
    ),
    unique_by=lambda guest: guest.key,
    max_size=15,
)


def keys(ordered: Ordered) -> list[str]:
    return [guest.key for guest in ordered.guests]


def whys(ordered: Ordered) -> list[Why]:
    return [reason.why for reason in ordered.reasons]


def test_a_local_addition_stands_right_after_its_group() -> None:
    rector = Guest(key="rector", group=Group.AGENCY_HEADS, local="Rektor")
    former = replace(AGENCY, key="former", former=True)
    vertical = Guest(key="vertical", group=Group.VERTICAL_AGENCY_HEADS)
    ordered = in_precedence([vertical, former, rector, AGENCY])
    assert keys(ordered) == ["agency", "rector", "former", "vertical"]
    assert set(whys(ordered)) == {Why.GROUP}


def test_guests_without_a_place_in_the_law_wait_for_no_decision() -> None:
    ordered = in_precedence([Guest(key="a"), Guest(key="b")])
    assert whys(ordered) == [Why.LISTED]
    assert ordered.undecided == ()


def test_foreigners_whom_nothing_orders_are_reported_across_the_alternation() -> None:
    abroad = [replace(AGENCY, key=f"f{n}", foreign=True, region="") for n in (1, 2)]
    home = [replace(AGENCY, key=f"h{n}", region=f"{n}") for n in (1, 2)]
    ordered = in_precedence([*abroad, *home])
    assert keys(ordered) == ["f1", "h1", "f2", "h2"]
    assert ordered.undecided == (("f1", "f2"),)


def test_of_words_that_close_a_circle_the_later_ones_are_left_out() -> None:
    words = [Decision("a", "b"), Decision("b", "c"), Decision("c", "a"), Decision("a", "a")]
    assert agreeing(words) == words[:2]


@given(GUESTS, st.sampled_from(HostPlace))
def test_the_order_is_total_once_every_pair_is_decided(
    guests: list[Guest], place: HostPlace
) -> None:
    decided: list[Decision] = []
    ordered = in_precedence(guests, decided, host=place)
    while ordered.undecided and len(decided) < 1000:
        decided += [Decision(one, other) for one, other in ordered.undecided]
        ordered = in_precedence(guests, decided, host=place)
    assert ordered.undecided == ()
    assert sorted(keys(ordered)) == sorted(guest.key for guest in guests)
    assert keys(in_precedence(guests, decided[::-1], host=place)) == keys(ordered)


def test_an_order_given_by_hand_to_very_many_equals_is_kept() -> None:
    guests = [replace(AGENCY, key=f"g{number:04}", visiting=True) for number in range(1_500)]
    wanted = guests[::-1]
    words = [Decision(one.key, other.key) for one, other in pairwise(wanted)]
    assert list(in_precedence(guests, agreeing(words)).guests) == wanted


def test_decisions_without_a_circle_are_not_walked_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain = [Decision(str(place), str(place + 1)) for place in range(300)]
    mixed = chain[1::2] + chain[::2]
    monkeypatch.setattr(precedence, "_all_before", pytest.fail)
    assert agreeing(mixed) == mixed
    monkeypatch.undo()
    assert agreeing([*mixed, Decision("300", "0")]) == mixed
