"""Numbers in words (terbilang), as agreements spell out dates, counts and money."""

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

LARGEST = 10**15

_UNITS_ID = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam",
    "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_SCALES_ID = (
    (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"),
    (1000, "ribu"), (100, "ratus"), (10, "puluh"),
)  # fmt: skip
_UNITS_EN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES_EN = (
    (10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"),
    (10**6, "million"), (1000, "thousand"),
)  # fmt: skip
_ORDINALS_EN = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def terbilang(number: int) -> str:
    """Spell a number from 0 to 10^15 in Indonesian; RuleBroken for any other.

    >>> terbilang(1_001_000)
    'satu juta seribu'
    """
    return _indonesian(_within(number, 0))


def ordinal_id(number: int) -> str:
    """Return the ordinal that numbers parties and articles: kesatu, kedua, kesebelas."""
    return f"ke{_indonesian(_within(number, 1))}"


def english_words(number: int) -> str:
    """Spell a number from 0 to 10^15 in British English, without commas.

    >>> english_words(2022)
    'two thousand and twenty-two'
    """
    return _english(_within(number, 0))


def english_ordinal(number: int) -> str:
    """Return the English ordinal: first, twelfth, twenty-first."""
    words = _english(_within(number, 1))
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS_EN:
        return head + _ORDINALS_EN[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def figure(number: int) -> Bilingual:
    """Return digits in the notation of each language: 52.245.500 and 52,245,500."""
    return Bilingual(f"{number:,}".replace(",", "."), f"{number:,}")


def counted(number: int) -> Bilingual:
    """Return digits with the words in brackets: 2 (dua), 2 (two)."""
    digits = figure(number)
    return Bilingual(f"{digits.id} ({terbilang(number)})", f"{digits.en} ({english_words(number)})")


def rupiah(amount: int) -> Bilingual:
    """Return whole rupiah in digits and words: Rp10.000,00 (sepuluh ribu rupiah)."""
    digits = figure(amount)
    return Bilingual(
        f"Rp{digits.id},00 ({terbilang(amount)} rupiah)",
        f"Rp{digits.en}.00 ({english_words(amount)} rupiah)",
    )


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in Roman capitals."""
    rest = _within(number, 1, 3999)
    letters = ""
    for size, letter in _ROMANS:
        count, rest = divmod(rest, size)
        letters += letter * count
    return letters


def _indonesian(number: int) -> str:
    if number < 12:
        return _UNITS_ID[number]
    if number < 20:
        return f"{_UNITS_ID[number - 10]} belas"
    size, name = next(scale for scale in _SCALES_ID if scale[0] <= number)
    count, rest = divmod(number, size)
    head = f"se{name}" if count == 1 and size <= 1000 else f"{_indonesian(count)} {name}"
    return f"{head} {_indonesian(rest)}" if rest else head


def _english(number: int) -> str:
    if number < 100:
        return _english_tens(number)
    if number < 1000:
        count, rest = divmod(number, 100)
        head = f"{_UNITS_EN[count]} hundred"
        return f"{head} and {_english(rest)}" if rest else head
    size, name = next(scale for scale in _SCALES_EN if scale[0] <= number)
    count, rest = divmod(number, size)
    head = f"{_english(count)} {name}"
    if not rest:
        return head
    return f"{head} and {_english(rest)}" if rest < 100 else f"{head} {_english(rest)}"


def _english_tens(number: int) -> str:
    if number < 20:
        return _UNITS_EN[number]
    tens, unit = divmod(number, 10)
    return _TENS_EN[tens - 2] + (f"-{_UNITS_EN[unit]}" if unit else "")


def _within(number: int, smallest: int, largest: int = LARGEST) -> int:
    if not smallest <= number <= largest:
        message = later("The number {number} cannot be written in words.")
        raise RuleBroken(message, number=number)
    return number
