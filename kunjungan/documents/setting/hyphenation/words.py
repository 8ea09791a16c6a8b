"""Which words may be divided at all: never a name, a short form, a number or an address."""

import re
from collections.abc import Callable

from kunjungan.documents.setting.hyphenation.english import English
from kunjungan.documents.setting.hyphenation.indonesian import Indonesian
from kunjungan.documents.setting.hyphenation.lists import word_list

SHORTEST = 6
"""Letters below which a word stays whole."""

_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@\\]|://|\w\.\w|\w/\w|\d")
_SITE = re.compile(r"@|://|www\.")
_IN_SITE = re.compile(r"(?<=..[@/_.-])(?=[\w~?=&]\w)")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_][-/\u2013])(?=[^\W\d_])")

_SAID = re.compile(
    r"(?=.*[A-Z])(?=.*[^\W\d_A-Z])\W*(?:[A-Z]{2,6}|[^\W\d_A-Z]{1,6})"
    r"(?:-(?:[A-Z]{2,6}|[^\W\d_A-Z]{1,6}))+\W*"
)
"""How a name is said, its stress in capitals: mul-YA-na. Such short words stay whole."""


class Divider:
    """Finds where Indonesian and English words may be divided; those of others stay whole."""

    def __init__(self) -> None:
        self._rules: dict[str, Callable[[str], tuple[int, ...]]] = {
            "id": Indonesian().divisions,
            "en": English().divisions,
        }
        self._terms = {
            "id": frozenset(word_list("id-terms")),
            "en": frozenset(word_list("en-terms")),
        }

    def soft(self, word: str, language: str) -> tuple[int, ...]:
        """Return the places where a hyphen may be put into a word with its punctuation."""
        if language not in self._rules or "-" in word or _ADDRESS.search(word):
            return ()
        found = _LETTERS.search(word)
        if found is None or len(found[0]) < SHORTEST or len(_LETTERS.findall(word)) > 1:
            return ()
        letters = found[0]
        if not letters.isascii() or not self._common(letters, language):
            return ()
        return tuple(found.start() + place for place in self._rules[language](letters.lower()))

    @staticmethod
    def hard(word: str) -> tuple[int, ...]:
        """Return the places where a word may be cut as it stands: masing-|masing, a@|b.go.id."""
        if _SAID.fullmatch(word):
            return ()
        pattern = _IN_SITE if _SITE.search(word) else _BETWEEN_LETTERS
        if pattern is _BETWEEN_LETTERS and any(map(str.isdigit, word)):
            return ()
        return tuple(found.start() for found in pattern.finditer(word))

    def _common(self, letters: str, language: str) -> bool:
        """True for a word in small letters, and for a term that papers write with a capital."""
        if letters.islower():
            return True
        return letters.istitle() and letters.lower() in self._terms[language]
