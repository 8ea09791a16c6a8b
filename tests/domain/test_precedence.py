from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.precedence import (
    Decision,
    Group,
    Guest,
    HostPlace,
    Ordered,
    Reason,
    Why,
    in_precedence,
)

HOST = Guest(key="host", group=Group.REGION_HEAD, region="Bandung")
DEPUTY = Guest(key="deputy", group=Group.DEPUTY_HEAD, region="Bandung")
CHAIR = Guest(key="chair", group=Group.COUNCIL_CHAIR, region="Bandung")
SECRETARY = Guest(key="secretary", group=Group.SECRETARY, region="Bandung")
AGENCY = Guest(key="agency", group=Group.AGENCY_HEADS, region="Bandung")
OGAN_ILIR = Guest(key="ogan ilir", group=Group.REGION_HEAD, visiting=True, region="Ogan Ilir")
PRABUMULIH = Guest(key="prabumulih", group=Group.REGION_HEAD, visiting=True, region="Prabumulih")
VISITING_DEPUTY = Guest(key="visiting deputy", group=Group.DEPUTY_HEAD, visiting=True)
GOVERNOR = Guest(key="governor", group=Group.GOVERNOR, visiting=True)


def keys(ordered: Ordered) -> list[str]:
    return [guest.key for guest in ordered.guests]


def whys(ordered: Ordered) -> list[Why]:
    return [reason.why for reason in ordered.reasons]


def test_visiting_heads_go_ahead_of_the_host_s_deputy_and_council() -> None:
    ordered = in_precedence([AGENCY, SECRETARY, CHAIR, DEPUTY, PRABUMULIH, OGAN_ILIR, HOST])
    assert keys(ordered) == [
        "host", "ogan ilir", "prabumulih", "deputy", "chair", "secretary", "agency",
    ]  # fmt: skip
    assert whys(ordered)[:3] == [Why.HOST, Why.REGION_NAME, Why.GROUP]


def test_visiting_deputies_and_councils_gain_from_the_province_list_too() -> None:
    visitors = [replace(CHAIR, key="visiting chair", visiting=True), VISITING_DEPUTY]
    ordered = in_precedence([DEPUTY, CHAIR, *visitors])
    assert keys(ordered) == ["visiting chair", "visiting deputy", "deputy", "chair"]


def test_a_visiting_secretary_ranks_with_the_host_s_own() -> None:
    visitor = replace(SECRETARY, key="visiting secretary", visiting=True, region="Prabumulih")
    ordered = in_precedence([AGENCY, visitor, SECRETARY, DEPUTY])
    assert keys(ordered) == ["deputy", "secretary", "visiting secretary", "agency"]


def test_a_representative_takes_the_own_place_and_not_the_absent_person_s() -> None:
    stand_in = Guest(key="stand-in", group=Group.SECRETARY, visiting=True, region="Prabumulih")
    ordered = in_precedence([HOST, OGAN_ILIR, DEPUTY, stand_in])
    assert keys(ordered) == ["host", "ogan ilir", "deputy", "stand-in"]


def test_whoever_the_law_ranks_higher_goes_ahead_of_the_host() -> None:
    ordered = in_precedence([HOST, GOVERNOR, OGAN_ILIR])
    assert keys(ordered) == ["governor", "host", "ogan ilir"]
    assert whys(ordered) == [Why.GROUP, Why.HOST]


def test_who_is_number_one_is_a_choice() -> None:
    guests = [HOST, OGAN_ILIR, PRABUMULIH, VISITING_DEPUTY]
    beside = in_precedence(guests, host=HostPlace.BESIDE)
    assert keys(beside) == ["ogan ilir", "host", "prabumulih", "visiting deputy"]
    assert whys(beside) == [Why.HOST, Why.HOST, Why.GROUP]
    literal = in_precedence(guests, host=HostPlace.LITERAL)
    assert keys(literal) == ["ogan ilir", "prabumulih", "visiting deputy", "host"]


def test_a_host_with_nobody_above_stays_first() -> None:
    for place in HostPlace:
        assert keys(in_precedence([DEPUTY, HOST], host=place)) == ["host", "deputy"]
    assert keys(in_precedence([HOST], host=HostPlace.BESIDE)) == ["host"]
    assert keys(in_precedence([HOST, GOVERNOR], host=HostPlace.BESIDE)) == ["governor", "host"]


TIES = [
    ({"capacity": Capacity.PJ}, {"capacity": Capacity.DEFINITIVE}, Why.CAPACITY),
    ({"capacity": Capacity.PLT}, {"capacity": Capacity.PJ}, Why.CAPACITY),
    ({"since": PartialDate(2021, 6, 18)}, {"since": PartialDate(2018, 9, 18)}, Why.SENIORITY),
    ({"letter_on": date(2022, 8, 20)}, {"letter_on": date(2022, 8, 1)}, Why.LETTER),
]


@pytest.mark.parametrize(("ogan_ilir", "prabumulih", "why"), TIES)
def test_equal_rank_is_broken_by_the_office_s_rules(
    ogan_ilir: dict[str, object], prabumulih: dict[str, object], why: Why
) -> None:
    later = replace(OGAN_ILIR, **ogan_ilir)  # type: ignore[arg-type]  # fields of the table above
    sooner = replace(PRABUMULIH, **prabumulih)  # type: ignore[arg-type]  # as above
    ordered = in_precedence([later, sooner])
    assert keys(ordered) == ["prabumulih", "ogan ilir"]
    assert whys(ordered) == [why]


def test_the_rules_come_in_the_office_s_own_order() -> None:
    sooner = replace(PRABUMULIH, letter_on=date(2022, 8, 1))
    later = replace(OGAN_ILIR, letter_on=date(2022, 8, 20))
    by_name = in_precedence([sooner, later], rules=[Why.REGION_NAME, Why.LETTER])
    assert keys(by_name) == ["ogan ilir", "prabumulih"]


def test_a_rule_decides_only_where_everyone_has_what_it_asks_for() -> None:
    known = replace(PRABUMULIH, since=PartialDate(2018, 9, 18))
    month_only = replace(OGAN_ILIR, since=PartialDate(2021, 6))
    ordered = in_precedence([known, month_only])
    assert keys(ordered) == ["ogan ilir", "prabumulih"]
    assert whys(ordered) == [Why.REGION_NAME]


def test_equal_rank_that_no_rule_decides_is_reported() -> None:
    twins = [replace(AGENCY, key="b"), replace(AGENCY, key="a")]
    ordered = in_precedence([*twins, HOST])
    assert whys(ordered) == [Why.GROUP, Why.UNDECIDED]
    assert ordered.undecided == (("b", "a"),)


def test_a_recorded_decision_settles_a_tie_and_keeps_its_note() -> None:
    twins = [replace(AGENCY, key="b"), replace(AGENCY, key="a")]
    ordered = in_precedence(twins, [Decision("a", "b", "speaks first")])
    assert ordered.reasons == (Reason("a", "b", Why.DECISION, "speaks first"),)
    assert ordered.undecided == ()


def test_a_decision_goes_over_every_rule_and_moves_nobody_else() -> None:
    guests = [HOST, OGAN_ILIR, PRABUMULIH, DEPUTY]
    ordered = in_precedence(guests, [Decision("deputy", "ogan ilir")])
    assert keys(ordered) == ["host", "deputy", "ogan ilir", "prabumulih"]
    assert whys(ordered) == [Why.GROUP, Why.DECISION, Why.REGION_NAME]


def test_guests_pulled_forward_together_keep_their_own_order() -> None:
    decisions = [Decision("chair", "host"), Decision("secretary", "host")]
    ordered = in_precedence(
        [HOST, DEPUTY, CHAIR, SECRETARY], [*decisions, Decision("deputy", "secretary")]
    )
    assert keys(ordered) == ["deputy", "chair", "secretary", "host"]
    assert whys(ordered) == [Why.GROUP, Why.GROUP, Why.DECISION]


def test_decisions_about_absent_guests_do_no_harm() -> None:
    assert keys(in_precedence([HOST], [Decision("ghost", "host"), Decision("host", "x")])) == [
        "host"
    ]


def test_decisions_that_go_round_in_a_circle_are_refused() -> None:
    circle = [Decision("host", "deputy"), Decision("deputy", "chair"), Decision("chair", "host")]
    with pytest.raises(RuleBroken):
        in_precedence([HOST, DEPUTY, CHAIR], circle)


def test_former_officials_stand_first_in_the_next_lower_group() -> None:
    former = replace(CHAIR, key="former chair", former=True)
    vice = Guest(key="vice", group=Group.COUNCIL_VICE_CHAIRS)
    assert keys(in_precedence([vice, former, CHAIR])) == ["chair", "former chair", "vice"]


@pytest.mark.parametrize("held", [Group.REGION_HEAD, Group.DEPUTY_HEAD, Group.FORMER_HEADS])
def test_who_led_the_host_s_region_stands_between_its_deputy_and_its_council(held: Group) -> None:
    former = Guest(key="former", group=held, former=True)
    order = in_precedence([CHAIR, former, DEPUTY, PRABUMULIH, HOST])
    assert keys(order) == ["host", "prabumulih", "deputy", "former", "chair"]


def test_who_led_another_region_stands_below_those_who_lead_theirs() -> None:
    former = replace(PRABUMULIH, key="former", former=True)
    chair = replace(CHAIR, key="visiting chair", visiting=True)
    assert keys(in_precedence([chair, former, OGAN_ILIR])) == [
        "ogan ilir", "former", "visiting chair",
    ]  # fmt: skip


def test_a_spouse_stands_with_the_partner() -> None:
    spouse = Guest(key="spouse", spouse_of="host")
    ordered = in_precedence([spouse, DEPUTY, HOST])
    assert keys(ordered) == ["host", "spouse", "deputy"]
    assert whys(ordered) == [Why.SPOUSE, Why.GROUP]
    assert ordered.reasons[1].before == "spouse"


def test_couples_that_name_each_other_both_keep_a_place() -> None:
    pair = [replace(HOST, spouse_of="deputy"), replace(DEPUTY, spouse_of="host")]
    assert keys(in_precedence(pair)) == ["host", "deputy"]
    assert keys(in_precedence([replace(DEPUTY, spouse_of="absent"), HOST])) == ["host", "deputy"]


def test_foreigners_of_equal_rank_alternate_and_begin() -> None:
    abroad = [replace(AGENCY, key=f"f{n}", foreign=True, region=f"{n}") for n in (1, 2)]
    home = [replace(AGENCY, key=f"h{n}", region=f"{n}") for n in (1, 2, 3)]
    ordered = in_precedence([*home, *abroad])
    assert keys(ordered) == ["f1", "h1", "f2", "h2", "h3"]
    assert set(whys(ordered)) == {Why.FOREIGN}


def test_a_guest_without_a_group_comes_last() -> None:
    unknown = Guest(key="unknown")
    assert keys(in_precedence([unknown, replace(AGENCY, group=Group.VILLAGE_HEADS)])) == [
        "agency",
        "unknown",
    ]


def test_nobody_is_nobody() -> None:
    assert in_precedence([]) == Ordered((), ())


def test_the_order_does_not_depend_on_who_was_typed_first() -> None:
    guests = [HOST, OGAN_ILIR, PRABUMULIH, DEPUTY, SECRETARY]
    orders = {tuple(keys(in_precedence(typed))) for typed in permutations(guests)}
    assert len(orders) == 1


GUESTS = st.lists(
    st.builds(
        Guest,
        key=st.integers(0, 30).map(str),
        group=st.one_of(st.none(), st.sampled_from(Group)),
        visiting=st.booleans(),
        foreign=st.booleans(),
        former=st.booleans(),
        spouse_of=st.one_of(st.none(), st.integers(0, 30).map(str)),
        capacity=st.sampled_from(Capacity),
        since=st.one_of(st.none(), st.dates().map(PartialDate.of)),
        region=st.sampled_from(["", "Bandung", "Ogan Ilir", "Prabumulih"]),
    ),
    unique_by=lambda guest: guest.key,
    max_size=15,
)


@given(GUESTS, st.sampled_from(HostPlace))
def test_everybody_has_one_place_and_every_step_a_reason(
    guests: list[Guest], place: HostPlace
) -> None:
    ordered = in_precedence(guests, host=place)
    assert sorted(keys(ordered)) == sorted(guest.key for guest in guests)
    steps = [(reason.before, reason.after) for reason in ordered.reasons]
    assert steps == list(pairwise(keys(ordered)))


@given(GUESTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_decisions_are_kept_wherever_they_agree(
    guests: list[Guest], pairs: list[tuple[int, int]]
) -> None:
    alone = [replace(guest, spouse_of=None) for guest in guests]
    decisions = [Decision(str(min(pair)), str(max(pair))) for pair in pairs if len(set(pair)) == 2]
    order = keys(in_precedence(alone, decisions))
    kept = [d for d in decisions if {d.before, d.after} <= set(order)]
    assert all(order.index(d.before) < order.index(d.after) for d in kept)


@given(GUESTS, st.data())
def test_whoever_is_moved_against_the_rules_is_moved_by_a_decision(
    guests: list[Guest], data: st.DataObject
) -> None:
    alone = [replace(guest, spouse_of=None) for guest in guests]
    plain = keys(in_precedence(alone))
    wish = data.draw(st.permutations(plain))
    pairs = data.draw(st.lists(st.sampled_from([*pairwise(wish)]), max_size=6)) if wish[1:] else []
    ordered = in_precedence(alone, [Decision(before, after) for before, after in pairs])
    for reason in ordered.reasons:
        against = plain.index(reason.before) > plain.index(reason.after)
        decided = (reason.before, reason.after) in pairs
        assert (reason.why is Why.DECISION) is decided
        assert decided or not against


def test_who_leads_a_delegation_goes_ahead_where_the_law_knows_nobody() -> None:
    manager = Guest(key="manager", visiting=True, region="Contoh Jaya")
    director = Guest(key="director", visiting=True, region="Contoh Jaya", leads=True)
    rector = Guest(key="rector", visiting=True, region="Universitas Contoh", leads=True)
    ordered = in_precedence([manager, rector, AGENCY, director])
    assert keys(ordered) == ["agency", "director", "rector", "manager"]
    assert whys(ordered) == [Why.GROUP, Why.REGION_NAME, Why.LEADS]
