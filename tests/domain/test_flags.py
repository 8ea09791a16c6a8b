from itertools import pairwise

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import INDONESIA, NATIONAL, Flag, flag_row, stand_flags
from kunjungan.domain.seating_kinds import ObjectKind, Size
from kunjungan.domain.state_emblem import WALL, beside_stage, on_wall


def states(*names: str) -> list[Bilingual]:
    return [Bilingual(name, name) for name in names]


def seen(flags: list[Flag]) -> list[str]:
    """Return the flags as the audience sees them, Indonesia's as RI."""
    return ["RI" if flag.name == INDONESIA else flag.name.id for flag in flags]


def test_the_national_flag_alone_stands_right_of_those_who_sit() -> None:
    [flag] = flag_row([])
    [stands] = stand_flags([flag], Size(10, 6), table=3)
    assert stands.x < 5  # the right hand of who looks at the audience is its left


@pytest.mark.parametrize(
    ("foreign", "wanted"),
    [
        (["JP"], ["RI", "JP"]),
        (["JP", "KR"], ["JP", "RI", "KR"]),
        (["JP", "KR", "AU"], ["KR", "RI", "JP", "AU"]),
        (["JP", "KR", "AU", "SG"], ["AU", "JP", "RI", "KR", "SG"]),
    ],
)
def test_among_states_it_is_right_or_in_the_middle_or_right_of_an_even_middle(
    foreign: list[str], wanted: list[str]
) -> None:
    flags = flag_row(states(*foreign))
    assert seen(flags) == wanted
    assert not any(flag.large for flag in flags)  # all of one size, art 17(1)


def test_beside_flags_of_regions_it_is_bigger_and_right_or_in_the_middle() -> None:
    one = flag_row([], states("Bandung"))
    assert seen(one) == ["RI", "Bandung"]
    assert one[0].large
    assert not one[1].large
    assert seen(flag_row([], states("Bandung", "Prabumulih"))) == ["Bandung", "RI", "Prabumulih"]


def test_two_flags_stand_at_the_sides_of_the_table_and_more_in_a_line() -> None:
    pair = stand_flags(flag_row(states("JP")), Size(10, 6), table=3)
    assert [flag.x < 5 for flag in pair] == [True, False]
    line = stand_flags(flag_row(states("JP", "KR")), Size(10, 6), table=3)
    flags = [thing for thing in line if thing.kind is ObjectKind.FLAG]
    names = [thing for thing in line if thing.kind is ObjectKind.FLAG_NAME]
    assert [flag.x for flag in flags] == sorted(flag.x for flag in flags)
    assert flags[1].x == 5
    assert [name.label.id for name in names] == ["JP", INDONESIA.id, "KR"]
    edges = [(name.x - name.w / 2, name.x + name.w / 2) for name in names]
    assert all(one[1] <= other[0] for one, other in pairwise(edges))


def test_flags_of_regions_at_a_foreign_meeting_are_lower_than_those_of_states() -> None:
    flags = flag_row(states("JP"), states("Bandung"))
    assert seen(flags) == ["RI", "JP", "Bandung"]  # PP 77/2007 art 10(3)
    assert [flag.large for flag in flags] == [True, True, False]
    stood = [t for t in stand_flags(flags, Size(10, 6), table=3) if t.kind is ObjectKind.FLAG]
    tops = [thing.y - thing.h / 2 for thing in stood]
    assert tops[0] == tops[1] < tops[2]


@pytest.mark.parametrize("others", [[], ["Bandung"], ["Bandung", "Prabumulih", "Ogan Ilir"]])
def test_the_emblem_hangs_left_of_the_flag_and_higher_and_the_portraits_lower(
    others: list[str],
) -> None:
    standing = stand_flags(flag_row([], states(*others)), Size(10, 6), table=3, top=WALL)
    emblem, president, deputy = on_wall(Size(10, 6), standing)
    flag = next(thing for thing in standing if thing.owner == NATIONAL)
    assert emblem.x > flag.x  # the left of who looks at the audience is its right
    assert emblem.y + emblem.h / 2 < flag.y - flag.h / 2
    assert president.y == deputy.y
    assert president.y - president.h / 2 > emblem.y - emblem.h / 2
    assert president.x < emblem.x < deputy.x


def test_beside_a_stage_with_room_the_emblem_needs_no_wall_above_it() -> None:
    standing = stand_flags(flag_row([]), Size(10, 6), table=3)
    beside = beside_stage(Size(10, 6), standing)
    emblem, president, deputy = on_wall(Size(10, 6), standing, beside=beside)
    flag = next(thing for thing in standing if thing.owner == NATIONAL)
    assert emblem.x > flag.x
    assert emblem.y + emblem.h / 2 < flag.y - flag.h / 2
    assert president.x > flag.x + flag.w
    assert deputy.x + deputy.w < 10
    line = stand_flags(flag_row([], states("A", "B", "C")), Size(6, 6), table=3)
    assert beside_stage(Size(6, 6), line) is None, "the flags are in the way"
