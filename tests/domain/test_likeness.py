"""Who may be whom: names without titles, spellings, numbers, and people who only share a name."""

from uuid import uuid4

import pytest

from kunjungan.domain.likeness import (
    LIKELY,
    POSSIBLE,
    KnownName,
    Sign,
    likeness,
    name_words,
    phone_digits,
)
from kunjungan.services.duplicates.matching import Matcher, compared

BODY, OTHER = uuid4(), uuid4()


def known(name: str, *, nip: str = "", phone: str = "", at: object = None) -> KnownName:
    """Somebody of this name."""
    words, folded = name_words(name)
    bodies = frozenset({at}) if at else frozenset()
    return KnownName(uuid4(), words, folded, nip, phone_digits(phone), bodies=bodies)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. H. Ridho Yahya, M.M.", "Ridho Yahya"),
        ("Yana Mulyana", "MULYANA YANA"),
        ("Moh. Yusuf Ma'ruf", "Mochamad Jusuf Maruf"),
        ("Panca Wijaya Akbar", "Panca Widjaja Akbar"),
        ("Panca Wijaya Akbar", "Panca W. Akbar"),
        ("Siti Nurhaliza", "Siti Nurhalisa"),
    ],
)
def test_one_name_in_two_spellings_at_one_institution_is_likely_one_person(
    one: str, other: str
) -> None:
    like = compared(known(one, at=BODY), known(other, at=BODY))
    assert like.score >= POSSIBLE
    assert Sign.BODY in like.signs


def test_the_same_name_and_telephone_are_likely_one_person() -> None:
    like = compared(
        known("Ahmad Fauzi", phone="+62 812-3456-7890"),
        known("Achmad Fauzi", phone="0812 34567890"),
    )
    assert like.score >= LIKELY
    assert like.signs == (Sign.SPELLED, Sign.PHONE)


def test_two_numbers_keep_people_of_one_name_apart() -> None:
    one = known("Ahmad Fauzi", nip="198001012005011001", at=BODY)
    other = known("Ahmad Fauzi", nip="198505052010011002", at=BODY)
    assert compared(one, other).score == 0


def test_one_number_makes_one_person_of_two_names_that_are_alike() -> None:
    one = known("Ahmad Fauzi", nip="198001012005011001")
    other = known("A. Fauzi", nip="198001012005011001")
    assert compared(one, other).score >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Budi", "Budi"),
        ("Ahmad Fauzi", "Ahmad Hidayat"),
        ("Ridho Yahya", "Panca Wijaya Akbar"),
        ("Nur", "Nur Aini"),
        ("Staf 3 Prabumulih", "Staf 7 Prabumulih"),
    ],
)
def test_a_shared_word_alone_makes_nobody_one_person(one: str, other: str) -> None:
    assert compared(known(one), known(other)).score < POSSIBLE


def test_people_of_one_name_at_two_places_are_possible_and_no_more() -> None:
    like = compared(known("Ahmad Fauzi", at=BODY), known("Ahmad Fauzi", at=OTHER))
    assert POSSIBLE <= like.score < LIKELY


def test_a_telephone_shared_by_two_names_says_nothing() -> None:
    one, other = (
        known("Ahmad Fauzi", phone="08123456789"),
        known("Siti Aminah", phone="08123456789"),
    )
    assert likeness(one, other, 30).score == 0


def test_every_pair_is_found_once_however_many_keys_they_share() -> None:
    people = [known("Ahmad Fauzi", phone="08123456789", at=BODY) for _ in range(2)]
    pairs = list(Matcher([*people, known("Siti Aminah", at=BODY)]).pairs())
    assert [{one.id, other.id} for one, other, _ in pairs] == [{person.id for person in people}]


def test_a_crowd_of_one_name_still_gives_neighbours() -> None:
    crowd = [known("Ahmad Fauzi", at=BODY) for _ in range(200)]
    assert len(list(Matcher(crowd).pairs())) >= 199
