from datetime import date

import pytest

from kunjungan.domain.protocol_groups import Group, citation, edition_on, editions


def test_the_groups_are_the_letters_of_three_articles_in_order() -> None:
    letters = [("9", "w"), ("10", "q"), ("11", "m")]
    expected = [
        f"{article}{chr(code)}"
        for article, last in letters
        for code in range(ord("a"), ord(last) + 1)
    ]
    assert [group.value for group in Group] == expected


def test_every_group_has_its_words() -> None:
    assert set(edition_on().names) == set(Group)
    assert all(name.complete for name in edition_on().names.values())


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
    edition = edition_on()
    assert edition.place_of(group, visiting=True) == place
    assert edition.place_of(group, visiting=False) is group


def test_former_heads_have_a_group_of_their_own_unless_they_visit() -> None:
    edition = edition_on()
    for group, place in (("11a", "11c"), ("11b", "11c"), ("10a", "10c"), ("9b", "9c")):
        assert edition.place_of(Group(group), visiting=False, former=True) == place
        assert not edition.below(Group(place), former=True)
    assert edition.place_of(Group.REGION_HEAD, visiting=True, former=True) == "10j"
    assert edition.place_of(Group.GOVERNOR, visiting=True, former=True) == "10c"
    assert edition.below(Group.COUNCIL_CHAIR, former=True)


def test_a_visit_before_all_editions_takes_the_first_and_one_today_the_newest() -> None:
    assert edition_on(date(1990, 1, 1)) is editions()[0]
    assert edition_on() is editions()[-1]
    assert edition_on(date(2022, 9, 1)).law == "UU 9/2010"


def test_ranks_follow_the_data_and_every_group_is_in_them() -> None:
    assert list(edition_on().ranks) == list(Group)
    assert sorted(edition_on().ranks.values()) == list(range(len(Group)))


def test_a_group_is_cited_by_article_and_letter() -> None:
    assert citation(Group.VISITING_REGION_HEADS).id == "Pasal 10 ayat (1) huruf j"
    assert citation(Group.SECRETARY).en == "Article 11(1), letter f"
