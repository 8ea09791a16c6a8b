"""Reads cross-references such as "Pasal 3 ayat (2) huruf a" and finds those to nothing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kunjungan.domain.bilingual import Language
from kunjungan.domain.numerals import from_roman
from kunjungan.domain.spots import Place, Spot, spot_at

_RUNGS = ("annex", "article", "paragraph", "letter", "number")
_ARTICLE, _PARAGRAPH = 1, 2
_NOWHERE: Place = (0, 0, 0, 0, 0)
_MARK = r"(?P<annex>(?-i:[IVX]+)|\d+)\b"
_LETTER = r"(?P<letter>(?P<one>[a-z])(?P=one)*)\b"
_ATOMS: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            rf"\b(?:lampiran\s+{_MARK}|pasal\s+(?P<article>\d+)\b|ayat\s+\(?(?P<paragraph>\d+)\b\)?"
            rf"|huruf\s+{_LETTER}|angka\s+(?P<number>\d+)\b)",
            re.IGNORECASE,
        ),
        "en": re.compile(
            rf"\b(?:annex\s+{_MARK}|articles?\s+(?P<article>\d+)\b"
            rf"|paragraphs?\s+\(?(?P<paragraph>\d+)\b\)?|letters?\s+{_LETTER}"
            r"|(?-i:numbers?)\s+(?P<number>\d+)\b)",
            re.IGNORECASE,
        ),
    }
)
_WORDS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("lampiran", "pasal", "ayat", "huruf", "angka"),
        "en": ("annex", "article", "paragraph", "letter", "number"),
    }
)
_MORE = re.compile(rf"(?P<paragraph>\(\d+\))|{_LETTER}")
"""What goes on in a list without its word: "ayat (1) dan (2)"."""

_JOINED = re.compile(
    r"\s*,\s*(?:(?:dan|atau|serta|and|or)\s+)?|\s+(?:s\.d\.|jo\.)\s+"
    r"|\s+(?:dan/atau|dan|atau|serta|sampai\s+dengan|hingga|and/or|and|or|to|through)\s+"
)
_WITHIN = re.compile(r"\s+(?:of\s+)?|(?=\()")
_POINTS = re.compile(
    r"\b(?:dimaksud|pada|dalam|dengan|atau|dan|in|under|to|and|or|with|of)\s+$", re.IGNORECASE
)
_OF_MORE = re.compile(r"\s+of\s+(?:paragraph|letter|article)\b", re.IGNORECASE)
_AFTER: Mapping[Language, re.Pattern[str]] = MappingProxyType(
    {
        "id": re.compile(
            r"\s*,?\s*(?:(?:dari|pada|dalam|atas)\s+)?(?:[Uu]ndang-[Uu]ndang|UU\b|[Pp]eraturan|PP\b"
            r"|Per(?:pres|men|da|wal|bup|gub)\w*|Kep(?:utusan|res|men|wal)\w*|In(?:struksi|pres)"
            r"|Kitab|KUH|Konvensi|Piagam|Statuta|Anggaran\s+Dasar|Deklarasi|\{umbrella"
            r"|(?:Kesepakatan|Perjanjian|Nota|Memorandum|Kontrak|Pernyataan|Adendum)\b"
            r"(?![^.;,]{0,60}\bini\b))"
        ),
        "en": re.compile(
            r"\s+of\s+(?!this\b|the\s+present\b|(?:the\s+)?\{kind\})"
            r"|\s*,?\s*(?:(?:of|to|in|under)\s+)?(?:the\s+)?(?:Law|Act|Decree|Regulation|Convention"
            r"|Charter|Statute|Constitution|Civil\s+Code|(?:Government|Presidential|Ministerial"
            r"|Regional|Mayoral|Regent)\s+(?:Regulation|Decree)|\{umbrella)"
        ),
    }
)
"""What makes a reference one into a law or another document, by what follows it."""

_LAW = r"(?:Nomor|No\.|Number)\s*\S+\s+(?:Tahun|of)\s+\d{4}"
_ABOUT = r"\s+(?:tentang|concerning|on)(?:\s+(?:[A-Z][\w-]*|dan|atas|di|dengan|and|of|the|in))+"
_BEFORE = re.compile(
    rf"(?:{_LAW}(?:{_ABOUT})?|\b(?:UU|PP|Perpres)\s+\d+/\d{{4}}|\bKUH\w*"
    r"|\b(?:Konvensi\s+\w+|\w+\s+(?:Convention|Charter|Code)))\s*,?\s*"
    r"(?:khususnya|terutama|yaitu|in\s+particular|especially|namely)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that a text points to, 0 for what it leaves out; ``foreign`` ones lie in a law."""

    place: Place
    foreign: bool = False


class Outline:
    """The places of a text that can be pointed to."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._places = frozenset(way for spot in spots for way in _ways_to(spot.place))

    def nowhere(self, pointed_to: Iterable[Reference], here: Spot) -> list[Spot]:
        """Return the places that a row at a spot points to and that are not there.

        Left out are references into laws and other documents. "ayat (1)" alone is one of the own
        article, "huruf a" alone one of the own paragraph or article.
        """
        missing = []
        for reference in pointed_to:
            ways = list(_meant(reference.place, here.place))
            if not reference.foreign and self._places.isdisjoint(ways):
                missing.append(spot_at(ways[0]))
        return missing


def references(text: str, language: Language) -> list[Reference]:
    """Return the places that a text points to, each of a list on its own."""
    small = text.casefold()
    if not any(word in small for word in _WORDS[language]):
        return []
    found: list[Reference] = []
    end = 0
    while (atom := _ATOMS[language].search(text, end)) is not None:
        end = atom.end()
        if _can_begin(atom, text):
            run, end = _run(text, atom, _ATOMS[language])
            before = text[max(atom.start() - 200, 0) : atom.start()]
            foreign = bool(_AFTER[language].match(text, end) or _BEFORE.search(before))
            found.extend(Reference(place, foreign) for place in run)
    return found


def _can_begin(atom: re.Match[str], text: str) -> bool:
    """Tell "in letter a" from a letter of intent; a paragraph or article needs no such sign."""
    if _read(atom)[0] <= _PARAGRAPH or atom[0][:5].casefold() == "huruf":
        return True
    before = text[max(atom.start() - 12, 0) : atom.start()]
    return bool(_POINTS.search(before) or _OF_MORE.match(text, atom.end()))


def _run(text: str, first: re.Match[str], atoms: re.Pattern[str]) -> tuple[list[Place], int]:
    """Return the places that hang together from ``first`` on, and where they end."""
    rung, value = _read(first)
    run, end = [_below(_NOWHERE, rung, value)], first.end()
    while (step := _step(text, end, rung, atoms)) is not None:
        atom, listed = step
        (new, value), end = _read(atom), atom.end()
        if listed:
            run.append(_below(run[-1], new, value))
        elif new > rung:
            run[-1] = _below(run[-1], new, value)
        else:
            run = [place if place[new] else _with(place, new, value) for place in run]
        rung = new
    return run, end


def _step(
    text: str, end: int, rung: int, atoms: re.Pattern[str]
) -> tuple[re.Match[str], bool] | None:
    """Return what goes on from ``end``, and whether as the next one of a list."""
    for joint, listed, bare in (
        (_WITHIN, False, _PARAGRAPH if rung == _ARTICLE else -1),
        (_JOINED, True, rung),
    ):
        if (found := joint.match(text, end)) is None:
            continue
        if atom := atoms.match(text, found.end()):
            return atom, listed
        if (more := _MORE.match(text, found.end())) and _read(more)[0] == bare:
            return more, listed
    return None


def _read(atom: re.Match[str]) -> tuple[int, int]:
    """Return which rung of the ladder a word and a mark name, and its number."""
    marks = atom.groupdict()
    name = next(name for name in _RUNGS if marks.get(name))
    mark = marks[name].strip("()")
    if mark.isdigit():
        value = int(mark)
    elif name == "annex":
        value = from_roman(mark)
    else:
        value = 26 * (len(mark) - 1) + ord(mark[0].casefold()) - ord("a") + 1
    return _RUNGS.index(name), value


def _with(place: Place, rung: int, value: int) -> Place:
    return (*place[:rung], value, *place[rung + 1 :])


def _below(place: Place, rung: int, value: int) -> Place:
    """Return the place that a rung's number leads to: nothing below it is carried over."""
    return (*place[:rung], value, *_NOWHERE[rung + 1 :])


def _meant(named: Place, here: Place) -> Iterator[Place]:
    """Return the places that may be meant from where one stands, the likeliest first."""
    annex, article, paragraph, letter, number = named
    if annex or article:
        yield named
        yield (annex or here[0], article, paragraph, letter, number)
        return
    if not paragraph and not letter:
        yield (*here[:4], number)
    if not paragraph:
        yield (*here[:3], letter, number)
    yield (*here[:2], paragraph, letter, number)


def _ways_to(place: Place) -> Iterator[Place]:
    """Return how a row can be pointed to: by all its marks, by the outer ones, or past some."""
    annex, article, paragraph, letter, number = place
    yield (annex, 0, 0, 0, 0)
    for by_paragraph in (paragraph, 0):
        for by_letter in (letter, 0):
            yield (annex, article, by_paragraph, by_letter, number)
            yield (annex, article, by_paragraph, by_letter, 0)
