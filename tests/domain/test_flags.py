import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.flags import INDONESIA, Flag, flag_row, stand_flags
from kunjungan.domain.seating_kinds import Size


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
    assert [flag.x for flag in line] == sorted(flag.x for flag in line)
    assert line[1].x == 5
