"""Names with the titles round them, kept letter by letter, and civil servants' numbers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from kunjungan.i18n import later

YOUNGEST_APPOINTED = 16

_FRONT = frozenset(
    {"prof", "dr", "drg", "drh", "h", "hj", "k.h", "kh", "ir", "drs", "dra", "r", "rr", "tgk"}
    | {"apt", "ns", "pdt", "ust"}
)
_CORPS = (
    "(?:tni|pol|inf|kav|arm|arh|czi|cpm|cba|chb|ckm|ctp|caj|cku|chk|cpl|cpn|mar|laut|pnb|nav|tek"
    r"|lek|kal|adm|sus|pas|kes|pom|psk)\b\.?"
)
_RANK = re.compile(
    "(?i)(?:(?:mayor|brigadir|letnan) jenderal|jenderal|(?:let|may|brig|kom|ir)jen"
    "|kolonel|letnan (?:kolonel|satu|dua)|letkol|kapten|let(?:tu|da)|pel(?:tu|da)"
    "|ser(?:ma|ka|tu|da)|laks(?:dya|da|ma)|mars(?:dya|da|ma)|marsekal(?: madya| muda| pertama)?"
    rf"|(?:laksamana(?: madya| muda| pertama)?|mayor)(?= {_CORPS})"
    "|(?:ajun )?komisaris (?:besar )?polisi|inspektur polisi (?:satu|dua)"
    rf"|kombes(?:pol)?|akbp|kompol|akp|i(?:ptu|pda)|ai(?:ptu|pda)|brip(?:ka|tu|da)|brigpol)\b\.?"
    rf"(?: {_CORPS}(?: ?\([a-z/.]+\))?)*(?= )"
)
"""Ranks of army, navy, air force and police, with their corps; they stand before all titles."""
_HONORARY = re.compile(r"(?i)dr\.? ?\(h\.?c\.?\)(?= )")
_BACK = re.compile(r"[A-Z][A-Za-z]{0,4}(?:\.[A-Za-z]{1,5})+\.?")
_BARE_BACK = frozenset(
    {"ST", "MT", "SE", "MM", "SH", "MH", "SIP", "MAP", "SKM", "MBA", "SSTP", "PhD", "MSc"}
    | {"SSos", "MSi", "SKom", "MKom", "SPd", "MPd", "SAg", "MAg", "MKes"}
)
_WORDS = re.compile(r"\w+")
_NIP = re.compile(r"(\d{8})(\d{4})(\d{2})(\d)(\d{3})")


LONGEST_NAME = 200
"""So many characters has a name, a title or a post at most: no card has room for more."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles, and the titles before and after it, each as it was given."""

    plain: str
    front: tuple[str, ...] = ()
    back: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The name with all titles: "Dr. H. Nama Orang, S.T., M.Si."."""
        return self._with_titles(self.plain)

    def caption(self, *, titles: bool) -> str:
        """Return the name in capitals; titles, if printed, keep their own letters."""
        capitals = self.plain.upper()
        return self._with_titles(capitals) if titles else capitals

    def _with_titles(self, name: str) -> str:
        return ", ".join([" ".join([*self.front, name]), *self.back])


@dataclass(frozen=True, slots=True)
class Nip:
    """A civil servant's number as digits, as printed in groups, and what is odd about it."""

    digits: str
    grouped: str
    warnings: tuple[str, ...] = ()


def parse_name(text: str) -> PersonName:
    """Return a name taken apart: known titles in front, what follows the first comma behind.

    Degrees without a comma before them are known by their points, or in letters as "ST, MT". It is
    a proposal for the person who types: nothing is rewritten, and one word is a whole name.
    """
    head, *back = (part.strip() for part in " ".join(text.split()).split(","))
    front, rest = _split_front(head)
    name, degrees = _split_degrees(rest, sure=bool(back) or not rest.isupper())
    return PersonName(name, front, (*degrees, *(title for title in back if title)))


def is_front_title(word: str) -> bool:
    """Say whether a word, with or without its point, is a title that stands before names."""
    return word.casefold().rstrip(".") in _FRONT


def is_degree(word: str) -> bool:
    """Say whether a word is a degree that stands behind names: "S.H.", "MT"."""
    return _BACK.fullmatch(word) is not None or word.rstrip(".") in _BARE_BACK


def search_key(text: str) -> str:
    """Return letters and digits to search by: lower case, without accents or punctuation."""
    letters = text.casefold()
    if not letters.isascii():  # most names are, and registers have thousands of them
        apart = unicodedata.normalize("NFKD", letters)
        bare = "".join(c for c in apart if not unicodedata.combining(c))
        letters = unicodedata.normalize("NFC", bare)
    return " ".join(_WORDS.findall(letters))


def read_nip(text: str) -> Nip:
    """Return a civil servant's number as typed, with warnings and never a refusal.

    Its parts are birth date, month of appointment, sex and serial (office practice). Contract
    staff (PPPK) carry another code in place of the month.
    """
    digits = re.sub(r"(?i)^\s*nip\b\.?|[\s.\-:]", "", text)
    found = _NIP.fullmatch(digits)
    if not found:
        return Nip(digits, digits, (_unusual_length(digits),))
    born, year, month, sex, serial = found.groups()
    grouped = f"{born} {year}{month} {sex} {serial}"
    return Nip(digits, grouped, tuple(_nip_warnings(born, int(year), int(month), sex)))


def _split_front(text: str) -> tuple[tuple[str, ...], str]:
    titles: list[str] = []
    rest = text
    while True:
        title = _front_title(rest)
        if not title or title == rest:
            return tuple(titles), rest
        titles.append(title)
        rest = rest[len(title) :].lstrip()


def _split_degrees(text: str, *, sure: bool) -> tuple[str, tuple[str, ...]]:
    """Return a name and the degrees at its end; the first word is always the name's."""
    words = text.split()
    at = len(words)
    while at > 1 and (_BACK.fullmatch(words[at - 1]) or (sure and words[at - 1] in _BARE_BACK)):
        at -= 1
    return " ".join(words[:at]), tuple(words[at:])


def _front_title(text: str) -> str:
    """Return the title a text begins with; one with its point needs no blank behind it."""
    if found := _HONORARY.match(text):
        return found[0]
    word = text.split(" ", 1)[0]
    if is_front_title(word):
        return word
    if found := _RANK.match(text):
        return found[0]
    short = word[: word.find(".") + 1]
    return short if is_front_title(short) and short.casefold() != "r." else ""


def _unusual_length(digits: str) -> str:
    if digits.isdigit() and len(digits) == 9:
        return later("This is an old number of 9 digits, in use before 2009.")
    return later("A civil servant's number (NIP) has 18 digits.")


def _nip_warnings(born: str, year: int, month: int, sex: str) -> list[str]:
    warnings: list[str] = []
    birth = _date(int(born[:4]), int(born[4:6]), int(born[6:]))
    if birth is None:
        warnings.append(later("The first 8 digits of the NIP are no birth date."))
    if month not in range(1, 13):
        warnings.append(
            later("No month of appointment in the NIP; that is right only for contract staff.")
        )
    appointed = _date(year, month, 1) or _date(year, 12, 1)
    if birth and (appointed is None or _age(birth, appointed) < YOUNGEST_APPOINTED):
        warnings.append(later("By the NIP the person was appointed too young."))
    if sex not in "12":
        warnings.append(later("The 15th digit of the NIP is 1 for men and 2 for women."))
    return warnings


def _age(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
