import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.listing import listed, listed_names


def both(*words: str) -> list[Bilingual]:
    return [Bilingual(word, word) for word in words]


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        (("A",), Bilingual("A", "A")),
        (("A", "B"), Bilingual("A dan B", "A and B")),
        (("A", "B", "C"), Bilingual("A, B, dan C", "A, B, and C")),
        ((), Bilingual("", "")),
    ],
)
def test_a_list_is_one_phrase(words: tuple[str, ...], phrase: Bilingual) -> None:
    assert listed(both(*words)) == phrase


def test_names_that_hold_commas_are_kept_apart() -> None:
    bandung, suwon = "Bandung, Jawa Barat", "Suwon"
    assert listed_names(both(bandung, suwon)) == Bilingual(
        "Bandung, Jawa Barat dan Suwon", "Bandung, Jawa Barat, and Suwon"
    )
    assert listed_names(both(suwon, bandung)) == Bilingual(
        "Suwon dan Bandung, Jawa Barat", "Suwon and Bandung, Jawa Barat"
    )
    assert listed_names(both(bandung, suwon, "Perth")).en == (
        "Bandung, Jawa Barat; Suwon; and Perth"
    )
    assert listed_names(both("Perth", suwon, "Bern")).id == "Perth, Suwon, dan Bern"
