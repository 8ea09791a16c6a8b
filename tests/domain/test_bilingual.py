import pytest

from kunjungan.domain.bilingual import Bilingual


def test_a_pair_as_value_gives_each_language_its_own_side() -> None:
    form = Bilingual("Pasal {no} {name}", "Article {no} {name}")
    filled = form.filled(no=3, name=Bilingual("Objek", "Object"))
    assert filled == Bilingual("Pasal 3 Objek", "Article 3 Object")


def test_braces_in_a_value_are_left_alone() -> None:
    assert Bilingual("{x}", "{x}").filled(x="{y}") == Bilingual("{y}", "{y}")


@pytest.mark.parametrize(
    ("pair", "complete"),
    [
        (Bilingual("Objek", "Object"), True),
        (Bilingual("Objek", "  "), False),
        (Bilingual("", "Object"), False),
    ],
)
def test_a_pair_is_complete_when_neither_side_is_blank(pair: Bilingual, complete: bool) -> None:
    assert pair.complete is complete


def test_one_side_can_be_asked_for() -> None:
    assert Bilingual("Objek", "Object").side("id") == "Objek"
    assert Bilingual("Objek", "Object").side("en") == "Object"
