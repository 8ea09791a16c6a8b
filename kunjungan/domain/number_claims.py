"""Finds words in brackets that do not say the digits before them: 5 (enam)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from kunjungan.domain.bilingual import Language
from kunjungan.domain.number_words import LARGEST, english_ordinal, ordinal_id
from kunjungan.domain.numerals import RUN, as_number
from kunjungan.domain.spelled import WORDS, bare, spell, value_of

CLAIM = re.compile(
    rf"(?<![\w.,/-])(?P<digits>{RUN.pattern})\s*%?\s*\((?P<words>[^()\d]{{2,200}})\)"
)
"""Digits and the words in brackets behind them."""

_ALIKE = 0.75
"""From how like the right words others are taken for a slip of the pen (0 to 1)."""

_UNITS = frozenset(
    re.findall(
        r"\w+",
        "rupiah sen persen tahun bulan minggu hari jam menit orang kali rangkap lembar buah "
        "dokumen eksemplar naskah paket unit kalender kerja dolar year years month months week "
        "weeks day days hour hours minute minutes cents percent per person persons people time "
        "times copy copies original originals calendar working business document documents "
        "units dollars",
    )
)
_POINTS = frozenset({"koma", "point"})


@dataclass(frozen=True, slots=True)
class WrongWords:
    """Digits with words that do not fit, as written, and the words that would."""

    text: str
    right: str


def wrong_words(text: str, language: Language) -> Iterator[WrongWords]:
    """Yield the numbers of a text whose words in brackets say something else.

    Words that are no number, as in "14 (calendar days)", are left alone.
    """
    for found in CLAIM.finditer(text) if "(" in text else ():
        number = as_number(found["digits"], language)
        said = bare(found["words"], language)
        if number is None or number > LARGEST:
            continue
        right = _right(number, language)
        fits = any(_says(said, bare(words, language)) for words in right)
        if not fits and value_of(said, language) != number and _means_a_number(said, language):
            yield WrongWords(found[0], right[0])


def _right(number: Decimal, language: Language) -> list[str]:
    """Return the ways to spell a number, the usual one first."""
    whole = int(number)
    cardinal = spell(whole, language)
    if number != whole:
        digits = str(number).partition(".")[2]
        after = " ".join(spell(int(digit), language) for digit in digits)
        point = "koma" if language == "id" else "point"
        cents = spell(int(digits[:2].ljust(2, "0")), language)
        money = "{} rupiah {} sen" if language == "id" else "{} rupiah and {} cents"
        return [f"{cardinal} {point} {after}", money.format(cardinal, cents)]
    if not whole:
        return [cardinal]
    if language == "en":
        return [cardinal, english_ordinal(whole)]
    return [cardinal, ordinal_id(whole), *(["pertama"] if whole == 1 else [])]


def _says(said: str, right: str) -> bool:
    """Say whether words are the right ones, with at most a unit behind them."""
    if said == right:
        return True
    rest = said.removeprefix(f"{right} ")
    return rest != said and rest.split()[0] in _UNITS


def _means_a_number(said: str, language: Language) -> bool:
    """Tell number words, and slips of the pen in them, from a remark in brackets."""
    words = WORDS[language]
    tokens = [token for token in said.split() if token not in _UNITS | _POINTS]
    return bool(tokens) and all(
        token in words or get_close_matches(token, words, 1, _ALIKE) for token in tokens
    )
