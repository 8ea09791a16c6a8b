"""Badge roles: lines of text, one role for each kind of guest, readable in grey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.badge_roles import (
    FOR,
    READABLE,
    SHIPPED,
    badge_roles,
    contrast,
    role_for,
)
from kunjungan.domain.errors import RuleBroken

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def test_the_shipped_roles_are_for_everybody_and_read_again() -> None:
    roles = badge_roles(())
    assert frozenset().union(*(role.roles for role in roles)) == FOR
    assert badge_roles([role.line for role in roles]) == roles
    assert badge_roles(SHIPPED) == roles


@given(COLOURS)
def test_the_word_on_any_colour_is_readable_in_grey(colour: str) -> None:
    (role,) = badge_roles([f"VIP | VIP | {colour} | head"])
    assert contrast(role.colour, role.ink) >= READABLE


def test_who_has_no_role_is_a_guest() -> None:
    roles = badge_roles(["VIP | VIP | #1B4F8F | head", "TAMU | GUEST | #555555 | member"])
    assert role_for(roles, "media").word.id == "TAMU"
    assert role_for(badge_roles(["VIP | VIP | #1B4F8F | head"]), "media").word.id == "TAMU"


def test_an_interpreter_has_the_own_word_and_an_envoy_the_band_of_a_vip() -> None:
    roles = badge_roles(())
    word = role_for(roles, "interpreter").word
    assert (word.id, word.en) == ("JURU BAHASA", "INTERPRETER")
    assert role_for(roles, "envoy", "member").word.id == "VIP"
    own = badge_roles(["TAMU | GUEST | #555555 | member", "DAMPING | AIDE | #333333 | interpreter"])
    assert role_for(own, "interpreter").word.id == "DAMPING"
    assert role_for(own, "envoy", "interpreter").word.id == "DAMPING"


@pytest.mark.parametrize(
    "lines",
    [
        ["VIP"],
        ["VIP | VIP | blue | head"],
        [" | VIP | #1B4F8F | head"],
        ["VIP | VIP | #1B4F8F | king"],
        ["VIP | VIP | #1B4F8F | head", "vip | VIP | #1B4F8F | member"],
        ["VIP | VIP | #1B4F8F | head", "TAMU | GUEST | #555555 | head"],
    ],
)
def test_a_line_that_cannot_be_read_is_refused(lines: list[str]) -> None:
    with pytest.raises(RuleBroken):
        badge_roles(lines)
