"""The cells of a table's row, and their figures in the notation of each language."""

import re
from itertools import zip_longest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import month_name

_BAR = re.compile(r"(?<=\s)\|(?=\s)")
_FIELDS = re.compile(r"(Rp\.?\s?)?(\{[a-z0-9_.:]+\}\W*)+")
_LETTER = re.compile(r"[^\W\d_]")
_AMOUNT = re.compile(r"(?P<sign>(Rp\.?\s?)?[-\N{MINUS SIGN}]?)(?P<figures>[\d.,]+)(?P<unit>\s?%)?")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?|\d+,\d+")
_DAY = re.compile(r"(?P<day>\d{1,2} )?(?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
_MONTHS = {month_name(number).id: month_name(number).en for number in range(1, 13)}


def cells(text: str) -> list[str]:
    """Return the cells of a row as it is stored, from left to right.

    >>> cells("1 | Replikasi aplikasi | ")
    ['1', 'Replikasi aplikasi', '']
    """
    return [cell.strip() for cell in _BAR.split(f" {text} ")]


def level_cells(text_id: str, text_en: str) -> list[Bilingual]:
    """Return the cells of a row in both languages, as many as the longer one has.

    Where the English has none, a number, an amount or a date of the Indonesian one stands in its
    own notation.
    """
    pairs = zip_longest(cells(text_id), cells(text_en), fillvalue="")
    return [Bilingual(first, second or english_figure(first)) for first, second in pairs]


def english_figure(text: str) -> str:
    """Return a number, amount or date of an Indonesian text in English; of any other text nothing.

    >>> english_figure("Rp52.245.500,00")
    'Rp52,245,500.00'
    """
    if found := _AMOUNT.fullmatch(text):
        figures, unit = found["figures"], found["unit"] or ""
        return f"{found['sign']}{_grouped(figures)}{unit}"
    if (found := _DAY.fullmatch(text)) and found["month"] in _MONTHS:
        return f"{found['day'] or ''}{_MONTHS[found['month']]} {found['year']}"
    wordless = _FIELDS.fullmatch(text) or not _LETTER.search(text)
    return text if wordless else ""


def _grouped(figures: str) -> str:
    """Swap dots and commas of a number; an outline's number such as 1.2 is left as it is."""
    if not _GROUPED.fullmatch(figures):
        return figures
    return figures.translate(str.maketrans(".,", ",."))
