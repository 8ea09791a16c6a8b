"""Divides Indonesian words by the spelling rules (EYD edition V, part I.G: pemenggalan kata).

Syllables are found by rule; affixes and combining forms are honoured where a word shows them. Where
only a dictionary could tell, the word is left whole: a missing division costs a little white, a
wrong one is a spelling mistake.
"""

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

from kunjungan.documents.setting.hyphenation.lists import word_list

LEAST = 3
"""Letters that stay together at either end of a word (office practice)."""

SHORT_PREFIXES = ("di", "ke", "me", "pe", "se")
"""Two letters that may stand before the hyphen, because they are a prefix of their own."""

_VOWELS = frozenset("aeiou")
_DIGRAPHS = frozenset(("ng", "ny", "sy", "kh"))
_DIPHTHONGS = frozenset(("ai", "au", "ei", "oi"))
_COMBINING = re.compile(
    "(?:antar|infra|intra|inter|pasca|multi|trans|maha|supra|ultra|makro|mikro|mono)(?=.{4})"
)
_ENCLITIC = re.compile("(?<=[a-z]{4})(?:nya|lah|kah|pun)$")
_PREFIX = re.compile("diper|memper|member|seper|keber|ber|ter|per|meng|peng|di|ke|se")
_BEFORE_VOWEL = re.compile("(?:ber|ter|per|meng|peng)(?=[aeiou])")
_SHORT_BEFORE_VOWEL = re.compile("(?:di|ke|se)[aeiou]")
_SUFFIX_AN = re.compile("(?<=[aeiou])(?:ng|ny|sy|kh|[^aeiou])an$")
_VERB = re.compile("me|di|ter|ber|ku")


class Indonesian:
    """The rules, with the two lists that they need."""

    def __init__(self) -> None:
        self._vowel_roots = word_list("id-vowel-roots")
        self._divided = {
            word.replace("-", ""): tuple(_hyphens(word)) for word in word_list("id-divided")
        }

    def divisions(self, word: str) -> tuple[int, ...]:
        """Return the places of a lower-case word after which a hyphen may stand."""
        stem = word if word in self._divided else _ENCLITIC.sub("", word)
        places = set(self._divided.get(stem) or self._of_stem(stem))
        return _within(word, sorted(places | {len(stem)}))

    def _of_stem(self, stem: str) -> set[int]:
        """Divide a word without its enclitic, its combining form cut off first."""
        form = _COMBINING.match(stem)
        if form:
            rest = form.end()
            return {rest} | {rest + place for place in self._of_stem(stem[rest:])}
        prefix = self._prefix(stem)
        places = _syllables(stem) - _through_root(stem, prefix) - _through_suffix(stem)
        return places | ({len(prefix)} if prefix else set())

    def _prefix(self, stem: str) -> str:
        """Return a prefix that ends before a root known to begin with a vowel, or nothing."""
        found = _PREFIX.match(stem)
        known = found is not None and stem[found.end() :].startswith(self._vowel_roots)
        return found[0] if found and known else ""


def _hyphens(divided: str) -> Iterable[int]:
    """Return the places of the hyphens in a word written out, counted without them."""
    return (found.start() - number for number, found in enumerate(re.finditer("-", divided)))


def _within(word: str, places: Iterable[int]) -> tuple[int, ...]:
    first = 2 if word.startswith(SHORT_PREFIXES) else LEAST
    return tuple(place for place in places if first <= place <= len(word) - LEAST)


def _syllables(stem: str) -> set[int]:
    """Divide between vowels, before a single consonant, else after the first one."""
    sounds = _sounds(stem)
    starts = list(accumulate(map(len, sounds), initial=0))
    places = set[int]()
    for left, right in pairwise(at for at, sound in enumerate(sounds) if sound in _VOWELS):
        cluster = sounds[left + 1 : right]
        if not cluster and sounds[left] + sounds[right] in _DIPHTHONGS:
            continue
        places.add(starts[left + 1 + _kept(cluster)])
    return places


def _kept(cluster: list[str]) -> int:
    """Return how many consonants stay with the syllable before: ma-na, man-di, eks-por."""
    if len(cluster) < 2:
        return 0
    return 2 if len(cluster) > 2 and cluster[:2] == ["k", "s"] else 1


def _sounds(stem: str) -> list[str]:
    """Split a word into letters, the four digraphs being one sound each."""
    sounds, at = list[str](), 0
    while at < len(stem):
        step = 2 if stem[at : at + 2] in _DIGRAPHS else 1
        sounds.append(stem[at : at + step])
        at += step
    return sounds


def _through_root(stem: str, prefix: str) -> set[int]:
    """Return syllable ends that cut a root: be-rakhir, pera-turan; and those nobody can tell."""
    if prefix:
        return {len(prefix) - 2, len(prefix) - 1, len(prefix) + 1}
    if _SHORT_BEFORE_VOWEL.match(stem):
        return {3}
    found = _BEFORE_VOWEL.match(stem)
    return {found.end() - 2, found.end() - 1, found.end()} if found else set()


def _through_suffix(stem: str) -> set[int]:
    """Return the syllable end that cuts -an: kesepaka-tan; melaksana-kan is none."""
    found = _SUFFIX_AN.search(stem) if len(stem) >= 6 else None
    if found is None or (found[0] == "kan" and _VERB.match(stem)):
        return set()
    return {found.start()}
