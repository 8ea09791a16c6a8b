"""Hints at words that may be misspelled, by open word lists and without any network.

The lists come with simplemma; where it is not installed there are no hints. Indonesian words are
looked up without their affixes, too. What the standard texts and the term base say is right.
Names, fields, abbreviations, figures and words in italics are left alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from kunjungan.domain.richtext import FIELD
from kunjungan.services.agreement_template import standard_texts

Spoken = Literal["id", "en"]
"""The languages whose words are known."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")  # noqa: RUF001 - as typed
_APART = re.compile(rf"{FIELD.pattern}|__.+?__|\S*[@/\\]\S*|\w*\d\w*")
"""What is no word to look up: fields, words in italics, addresses, numbers."""
_SHORTEST = 4
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i", "lah", "kah", "pun")
_PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "memper": "", "menge": "", "penge": "", "diper": "", "meng": "k", "peng": "k",
        "meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t", "me": "",
        "pe": "", "di": "", "ter": "", "ber": "", "ke": "", "se": "", "pra": "", "antar": "",
        "non": "",
    }
)  # fmt: skip
"""Indonesian prefixes, each with the letter of the root that melts into it."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that is perhaps misspelled, its place in the text, and what it may be meant for."""

    start: int
    end: int
    word: str
    offers: tuple[str, ...]


class Speller:
    """Knows the words of a language; quick enough for a row at each pause of typing."""

    def __init__(self, is_known: Callable[[str], bool], own: frozenset[str]) -> None:
        self._is_known = cache(is_known)
        self._own = own

    def slips(self, text: str) -> list[Slip]:
        """Return the words of a stored text that nobody knows, in order."""
        return [
            Slip(found.start(), found.end(), found[0], self._offers(found[0]))
            for found in _words(text)
            if found[0] not in self._own and not self._is_known(found[0])
        ]

    def _offers(self, word: str) -> tuple[str, ...]:
        from rapidfuzz.process import extract  # noqa: PLC0415 - heavy, for slips only

        return tuple(near for near, _, _ in extract(word, self._own, limit=3, score_cutoff=85))


def speller(language: Spoken, terms: Iterable[str] = ()) -> Speller | None:
    """Return who knows a language's words, ``terms`` among them; None without the word lists.

    The lists take a quarter of a second and some 20 MB to load: call it away from the screen.
    """
    try:
        from simplemma import is_known  # noqa: PLC0415 - heavy, and not installed everywhere
    except ImportError:
        return None

    def known(word: str) -> bool:
        forms = _roots(word) if language == "id" else (word,)
        return any(is_known(form, lang=language) for form in forms)

    own = {word for text in terms for word in _WORD.findall(text.lower())}
    known("kata")  # loads the list
    return Speller(known, frozenset(own | _shipped_words(language)))


@cache
def _shipped_words(language: Spoken) -> frozenset[str]:
    texts = (text_id if language == "id" else text_en for _, text_id, text_en in standard_texts())
    return frozenset(found[0] for text in texts for found in _words(text))


def _words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that are written small and long enough to be looked up."""
    bare = _APART.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(bare):
        if len(found[0]) >= _SHORTEST and found[0].islower():
            yield found


def _roots(word: str, deep: int = 2) -> Iterator[str]:
    """Yield a word and what is left of it without its affixes."""
    yield word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST - 1:
            yield word.removesuffix(suffix)
    for prefix, melted in _PREFIXES.items() if deep else ():
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST - 1:
            rest = word.removeprefix(prefix)
            yield from _roots(rest, deep - 1)
            if melted:
                yield from _roots(melted + rest, deep - 1)
