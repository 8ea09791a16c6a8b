"""Compares the numbers, dates and amounts that two languages of a text name."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kunjungan.domain.figure_readers import figures_in
from kunjungan.domain.figure_units import Figure


@dataclass(frozen=True, slots=True)
class Differing:
    """What one language names and the other does not, as it is written."""

    only_id: tuple[str, ...] = ()
    only_en: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.only_id or self.only_en)

    @property
    def said(self) -> dict[str, object]:
        """Both sides as the values of a sentence, a dash for a side that names nothing."""
        sides = {"only_id": self.only_id, "only_en": self.only_en}
        return {name: ", ".join(texts) or "\N{EN DASH}" for name, texts in sides.items()}


def differing(text_id: str, text_en: str) -> Differing:
    """Return the figures that only one of two languages names, separators and words made alike.

    >>> differing("Rp52.245.500,00", "Rp52,245,500.00")
    Differing(only_id=(), only_en=())
    """
    named_id, named_en = figures_in(text_id, "id"), figures_in(text_en, "en")
    return Differing(_without(named_id, named_en), _without(named_en, named_id))


def lost_amounts(text_id: str, third: str) -> tuple[str, ...]:
    """Return the numbers from 100 on that a partner's own language does not write in digits.

    How it groups them is not known here, so only the digits count, in any script. Dates may follow
    another calendar and are left out.
    """
    written = re.findall(r"\d+", re.sub(r"(?<=\d)[.,\s\u066b\u066c](?=\d)", "", _ascii(third)))
    return tuple(
        figure.text
        for figure in figures_in(text_id, "id")
        for reading in figure.readings
        if isinstance(reading, Decimal) and reading >= 100
        if not _stands_among(figure.text, written)
    )


def _without(figures: Iterable[Figure], others: Iterable[Figure]) -> tuple[str, ...]:
    known = list(others)
    lost = (f.text for f in figures if f.owed and not any(f.says(other) for other in known))
    return tuple(dict.fromkeys(lost))


def _ascii(text: str) -> str:
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
    )


def _stands_among(figure: str, written: Iterable[str]) -> bool:
    digits = re.sub(r"\D", "", figure)
    whole = re.sub(r"\D", "", figure.partition(",")[0])
    return any(number in {digits, whole} for number in written)
