import importlib
import pkgutil
from enum import Enum
from typing import get_args

import pytest

import kunjungan.domain
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty, VisitKind
from kunjungan.domain.words import Attendance, Direction, LanguageClause, Role, Side
from kunjungan.ui import guest_words, labels


def domain_enums() -> list[type[Enum]]:
    """Every enum of the rules, wherever it is defined."""
    found: dict[str, type[Enum]] = {}
    for module in pkgutil.iter_modules(kunjungan.domain.__path__):
        members = vars(importlib.import_module(f"kunjungan.domain.{module.name}")).values()
        found |= {
            member.__qualname__: member
            for member in members
            if isinstance(member, type)
            and issubclass(member, Enum)
            and member.__module__.startswith("kunjungan.domain")
        }
    return list(found.values())


@pytest.mark.parametrize("enum", domain_enums(), ids=lambda enum: enum.__name__)
def test_every_choice_has_a_word(enum: type[Enum]) -> None:
    assert [member for member in enum if member not in labels.LABELS] == []


@pytest.mark.parametrize(
    ("literal", "words"),
    [
        (Direction, labels.DIRECTIONS),
        (Role, guest_words.ROLES),
        (Attendance, guest_words.ATTENDANCES),
        (Attendance, guest_words.ATTENDANCE_TONES),
        (LanguageClause, labels.LANGUAGE_CLAUSES),
        (Side, labels.SIDES),
    ],
)
def test_every_fixed_word_of_the_tables_has_its_word(
    literal: object, words: dict[str, str]
) -> None:
    assert set(words) == set(get_args(literal))


@pytest.mark.parametrize("enum", domain_enums(), ids=lambda enum: enum.__name__)
def test_no_two_choices_of_one_field_read_alike(enum: type[Enum]) -> None:
    words = [labels.label(member) for member in enum]
    assert len(set(words)) == len(words)


def test_a_refusal_names_choices_and_pairs_in_the_screens_language() -> None:
    refusal = RuleBroken(
        "{stage} is not for {title}.",
        stage=VisitStage.READY,
        title=Bilingual("Wali Kota", "Mayor"),
    )
    assert labels.refusal_words(refusal) == "Ready is not for Mayor."


def test_a_pair_shows_the_side_that_is_there() -> None:
    assert labels.screen_side(Bilingual("Wali Kota", "Mayor")) == "Mayor"
    assert labels.screen_side(Bilingual("Wali Kota", "")) == "Wali Kota"


def test_members_of_two_enums_with_one_value_have_their_own_words() -> None:
    assert InstitutionKind.COUNCIL.value == VisitKind.COUNCIL.value
    assert labels.label(VisitKind.COUNCIL) == "Council visit"
    assert labels.label(InstitutionKind.COUNCIL) == "Regional council (DPRD)"
    assert labels.label(VisitKind.OTHER) != labels.label(Duty.OTHER)


def test_no_place_in_the_order_calls_whoever_holds_it_the_host() -> None:
    assert not [group for group in Group if "host" in labels.label(group)]
