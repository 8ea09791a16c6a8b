"""Words to search by, as written and folded over what spellings of one name differ in.

A text is cut into words without case, accents, apostrophes and punctuation. Folding a word lets
old and new spelling meet (Soerabaja, Surabaya), doubled letters (Abdullah, Abdulah), Arabic ch
and kh (Achmad, Akhmad, Ahmad) and the short forms of names (Moh., Muh., Mochamad: Muhammad).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kunjungan.domain.names import is_front_title
from kunjungan.domain.spelled_names import DEGREES, HONORIFICS, MUHAMMAD, NAMES

_MARKS = "\u0300-\u036f"
_HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2018\u2019\u201b\u2032\u055a\uff07"
_LETTERS = rf"(?:(?![{_HAN}{_APOSTROPHES}])[^\W_]|[{_MARKS}])+"
_WORD = re.compile(rf"[{_HAN}]|{_LETTERS}(?:[{_APOSTROPHES}]+{_LETTERS})*")
"""A word with apostrophes inside it; a sign of Chinese or Japanese, which set no spaces, is one."""
_CHUNK = re.compile(r"\S+")
_PLAIN: Mapping[int, str] = MappingProxyType(
    str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
    | str.maketrans({"\u0131": "i", "ħ": "h"})
)
_LONGEST = 64
"""Letters of a word that count; a database keeps no endless ones."""
_OLD = re.compile(r"oe|dj|tj|sj|nj|ch")
_NEW: tuple[tuple[str, str], ...] = (
    ("oe", "u"),
    ("dj", "\0"),
    ("tj", "c"),
    ("sj", "sy"),
    ("nj", "ny"),
    ("ch", "h"),
    ("kh", "h"),
)
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_RESPELLED = re.compile(r"oe|[dtsn]j|[ck]h|\0|([^\W\d_])\1")
"""Without any of these a word is spelled as it is today; most are."""


class Word(NamedTuple):
    """A word of a text: where it stands, as it is searched by, and whether it is but a title."""

    start: int
    end: int
    text: str
    title: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: the words as typed, and for each the folded ones that will do.

    The last word may be the beginning of one. Titles are left out unless there is nothing else.
    """

    exact: tuple[str, ...]
    folded: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.exact)


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in their order, degrees and forms of address marked."""
    named = False
    for chunk in _CHUNK.finditer(text):
        title = _is_title(chunk[0], after_comma=named)
        named = chunk[0].endswith(",") or (named and title)
        at = chunk.start()
        for start, end, word in _cut(chunk[0]):
            yield Word(at + start, at + end, word, title)


def name_words_in(text: str) -> list[str]:
    """Return the words of a name as they are searched by; titles only where nothing else stands."""
    words: list[str] = []
    titles: list[str] = []
    named = False
    for chunk in text.split():
        title = _is_title(chunk, after_comma=named)
        named = chunk.endswith(",") or (named and title)
        (titles if title else words).extend(word for _, _, word in _cut(chunk))
    return words or titles


def exact_text(text: str) -> str:
    """Return the words of a text as they are written, each once, with spaces between."""
    return indexed(text)[0]


def indexed(text: str) -> tuple[str, str]:
    """Return ``exact_text``, and every word that a folded query may ask the text for."""
    exact: list[str] = []
    folded: list[str] = []
    for chunk in text.split():
        words, forms = _forms(chunk)
        exact += words
        folded += forms
    return " ".join(dict.fromkeys(exact)), " ".join(dict.fromkeys(folded))


def read_query(text: str) -> Query:
    """Return what a person's words ask for."""
    words = list(words_in(text))
    names = [word for word in words if not word.title] or words
    folded = (tuple(dict.fromkeys((letters(word.text), *_meant(word)))) for word in names)
    return Query(tuple(word.text for word in names), tuple(folded))


def has_words(words: str, wanted: Sequence[Sequence[str]], *, loosely: bool = False) -> bool:
    """Say whether words hold one of the forms of each wanted word, of the last its beginning.

    ``loosely`` lets every wanted word be the beginning of one.
    """
    those = words.split()

    def fits(forms: Sequence[str], *, begun: bool) -> bool:
        return any(word.startswith(tuple(forms)) if begun else word in forms for word in those)

    last = len(wanted)
    return all(fits(forms, begun=loosely or n == last) for n, forms in enumerate(wanted, 1))


def fold(word: str) -> str:
    """Return the one spelling that all spellings of a bare word share; folding it again is it."""
    plain = letters(word)
    return NAMES.get(word) or NAMES.get(plain) or plain


@lru_cache(maxsize=65536)
def letters(word: str) -> str:
    """Return a bare word in the new spelling and without doubled letters."""
    while _RESPELLED.search(word) and (again := _respelled(word)) != word:
        word = again
    return word


def places(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Return where in a text the words of a query are, as (start, end) of its letters."""
    found = (_place(word, query) for word in words_in(text))
    return tuple(place for place in found if place)


def _place(word: Word, query: Query) -> tuple[int, int] | None:
    if not query:
        return None
    last = query.exact[-1]
    if word.text in query.exact:
        return word.start, word.end
    if word.text.startswith(last):
        whole = len(word.text) != word.end - word.start
        return word.start, word.end if whole else word.start + len(last)
    mine = {letters(word.text), *_meant(word)}
    same = any(mine.intersection(wanted) for wanted in query.folded)
    begun = any(one.startswith(query.folded[-1]) for one in mine)
    return (word.start, word.end) if same or begun else None


@lru_cache(maxsize=65536)
def _forms(chunk: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a piece of a text, and all that folded queries may ask it for.

    What stands before it says nothing here: no degree known only by its comma is a lone M.
    """
    words = tuple(words_in(chunk))
    folded = (form for word in words for form in (letters(word.text), *_meant(word)))
    return tuple(word.text for word in words), tuple(folded)


def _meant(word: Word) -> tuple[str, ...]:
    """Return the folded names that a word may stand for; the M of a degree stands for none."""
    if word.text == "m":
        return () if word.title else (MUHAMMAD,)
    return (fold(word.text),)


def _respelled(word: str) -> str:
    """Put the old spelling of a word into the new; its lone j is a y where it shows its age."""
    old = _OLD.search(word) is not None
    word = _DOUBLE.sub(r"\1", word)
    for before, after in _NEW:
        word = word.replace(before, after)
    if old:
        word = word.replace("j", "y")
    return word.replace("\0", "j")


@lru_cache(maxsize=65536)
def _cut(chunk: str) -> tuple[tuple[int, int, str], ...]:
    """Return where the words of a piece of a text begin and end, and each as it is searched by."""
    found = ((each.start(), each.end(), _bare(each[0])) for each in _WORD.finditer(chunk))
    return tuple(each for each in found if each[2])


def _bare(written: str) -> str:
    """Return a word in small letters without accents and apostrophes."""
    low = written.casefold()
    if low.isascii() and low.isalnum():
        return low[:_LONGEST]
    if not low.isascii():
        apart = unicodedata.normalize("NFKD", low).translate(_PLAIN)
        kept = "".join(c for c in apart if not unicodedata.combining(c))
        low = unicodedata.normalize("NFC", kept.casefold())
    return "".join(c for c in low if c.isalnum() and c not in _APOSTROPHES)[:_LONGEST]


@lru_cache(maxsize=65536)
def _is_title(chunk: str, *, after_comma: bool) -> bool:
    """Say whether a piece of a text is a title; a degree has points, or stands after a comma."""
    bare = chunk.strip(".,;:()").replace(".", "").casefold()
    if is_front_title(bare) or bare in HONORIFICS:
        return True
    return bare in DEGREES and (after_comma or "." in chunk.strip(",;:()").removesuffix("."))
