"""Words that stay on one line: "Pasal 5", "ayat (1)", dates, numbers with their words, titles."""

import re

MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    "|January|February|March|May|June|July|August|October|December"
)
"""The months of both languages."""
_TIED = re.compile(
    rf"""
    \d{{1,2}}\ (?:{MONTHS})(?:\ \d{{4}})?
    | (?:{MONTHS})\ \d{{1,2}}(?=\D)
    | \b(?:[Pp]asal|[Aa]yat|[Aa]ngka|No\.|pukul|[Hh]alaman|Lampiran
        |[Aa]rticles?|[Pp]aragraphs?|[Pp]oint|[Pp]age|Annex|Rp|USD)\ (?=\(?\d)
    | \b(?:huruf|letters?)\ (?=[a-z]{{1,2}}\b)
    | \b(?:Prof|Drs?|Dra|Ir|Hj?|KH|R|Mrs?|Ms|Pjs?|Pl[th]|Yth|Sdr|drh?|Jl)\.\ (?=[A-Z])
    | \d[\d.,]*\ \([a-z -]{{2,24}}\)
    | (?<=\d)\ \d+(?:\ \d+)*
    | \(\+?\d+\)\ \d
    | ;\ (?:dan|atau|and|or)$
    """,
    re.VERBOSE,
)


_MAY_TIE = re.compile(r"\d|huruf|letter|; |[A-Zdr]\w{0,3}\. |\u00a0")
_BEFORE_NUMBERS = frozenset(
    ("Nomor", "nomor", "Tahun", "tahun", "Tanggal", "tanggal", "Number", "number", "Law", "of")
)
_BEFORE_NAMES = frozenset(("Kota", "Kabupaten", "Provinsi", "PARA", "PIHAK", "Wali", "Jalan"))
DRAWING = _BEFORE_NUMBERS | _BEFORE_NAMES
"""Words that may draw the next one to them."""


def tied_spaces(text: str) -> frozenset[int]:
    """Return the places of the spaces at which no line may end; a typed no-break space is one."""
    if not _MAY_TIE.search(text):
        return frozenset()
    typed = (match.start() for match in re.finditer("\u00a0", text))
    even = text.replace("\u00a0", " ")
    found = (
        match.start() + at
        for match in _TIED.finditer(even)
        for at, char in enumerate(match[0])
        if char == " "
    )
    return frozenset((*typed, *found))


def draws(word: str, following: str) -> bool:
    """True when a line should rather not end between two words: "Nomor 23", "PIHAK KESATU"."""
    if word in _BEFORE_NUMBERS:
        return following[0].isdigit()
    return word in _BEFORE_NAMES and following[0].isupper()
