import pytest

from kunjungan.domain.protocol_groups import GROUP_NAMES, Group, place_of


def test_the_groups_are_the_letters_of_three_articles_in_order() -> None:
    letters = [("9", "w"), ("10", "q"), ("11", "m")]
    expected = [
        f"{article}{chr(code)}"
        for article, last in letters
        for code in range(ord("a"), ord(last) + 1)
    ]
    assert [group.value for group in Group] == expected


def test_every_group_has_its_words() -> None:
    assert set(GROUP_NAMES) == set(Group)
    assert all(name.complete for name in GROUP_NAMES.values())


@pytest.mark.parametrize(
    ("group", "place"),
    [
        (Group.REGION_HEAD, "10j"),
        (Group.STATE_REGION_HEADS, "10j"),
        (Group.COUNCIL_CHAIR, "10m"),
        (Group.DEPUTY_HEAD, "10n"),
        (Group.COUNCIL_VICE_CHAIRS, "10n"),
        (Group.COUNCIL_MEMBERS, "10o"),
        (Group.GOVERNOR, "9s"),
        (Group.DEPUTY_GOVERNOR, "9u"),
        (Group.SECRETARY, "11f"),
        (Group.AGENCY_HEADS, "11j"),
    ],
)
def test_a_visitor_ranks_by_the_higher_list_that_names_the_office(group: Group, place: str) -> None:
    assert place_of(group, visiting=True) == place
    assert place_of(group, visiting=False) is group
