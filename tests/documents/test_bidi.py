"""Directions: expected levels are those of the algorithm's own test file (UAX 9, Unicode 15)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.documents.setting.scripts.bidi import begins_leftward, has_leftward, leftward, levels
from kunjungan.documents.setting.scripts.bidi import visual_order as order
from kunjungan.documents.setting.scripts.visual import from_left_to_right

ALEF, BET, LAM, NUMBER = "\u05d0", "\u05d1", "\u0644", "\u0661"


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        (f"a ({ALEF} b) c", 0, "000100000"),
        (f"{ALEF} (b {BET}) c", 1, "111211112"),
        (f"a {ALEF}{BET} 12, 3 b", 0, "001112211200"),
        (f"{LAM} 12/3", 1, "112222"),
        (f"{ALEF} 12-3%", 1, "1122222"),
        (f"{LAM} 12-3", 1, "112212"),
        (f"a{ALEF}\u05b0 ", 0, "0110"),
        (f"{ALEF}{NUMBER} a", 1, "1212"),
        (f"a [{ALEF}]", 0, "00010"),
        (f"{ALEF} [{BET}] {ALEF}", 0, "1111111"),
    ],
)
def test_levels_follow_the_rules(text: str, base: int, expected: str) -> None:
    found = "".join(map(str, levels(text, leftward=bool(base))))
    assert found == expected


def test_a_line_is_turned_level_by_level() -> None:
    assert order(bytes([0, 1, 1, 0])) == [0, 2, 1, 3]
    assert order(bytes([1, 1, 2, 2, 1])) == [4, 2, 3, 1, 0]


@given(st.text(f"ab12 (),./%{ALEF}{BET}{LAM}{NUMBER}\u0651\u200f", max_size=40), st.booleans())
def test_every_character_has_its_place_in_every_line(text: str, base: bool) -> None:
    found = levels(text, leftward=base)
    assert len(found) == len(text)
    assert sorted(order(found)) == list(range(len(text)))
    assert all(level >= base for level in found)


def test_languages_and_texts_know_their_direction() -> None:
    assert [leftward(code) for code in ("ar", "he", "fa-IR", "id", "zh-Hans")] == [
        *[True] * 3,
        False,
        False,
    ]
    assert begins_leftward(f"12 {ALEF} a")
    assert not begins_leftward(f"12 a {ALEF}")
    assert has_leftward("Kota الرياض")
    assert not has_leftward("Kota “Bandung” 厦门")


def test_parts_of_a_line_stand_from_left_to_right() -> None:
    words = [[("regular", "Kota")], [("regular:ibrani", ALEF + BET), ("regular", ",")]]
    parts = from_left_to_right(words, levels(f"Kota {ALEF}{BET},", leftward=True))
    assert [(part.text, part.leftward) for part in parts] == [
        (",", True),
        (ALEF + BET, True),
        (" ", True),
        ("Kota", False),
    ]
