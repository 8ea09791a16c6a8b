"""Thai words: Thai is written without spaces between them, and lines end only where one ends."""

import re
from functools import cache

from kunjungan.documents.setting.hyphenation.lists import word_list

_PARTS = r"[\u0e40-\u0e44]?.[\u0e30-\u0e3a\u0e45-\u0e4e\u0e2f]*"
"""What no line cuts: a vowel before its consonant, and the vowels, tones and signs after it."""
_UNKNOWN = 3
"""What a part that is in no word costs, in words."""


def parts(text: str) -> list[str]:
    """Return a Thai text cut into the parts that stay whole even in a word too wide for a line."""
    return re.findall(_PARTS, text)


@cache
def word_ends(text: str) -> tuple[int, ...]:
    """Return the places between the words of a Thai text: the fewest words that make it up.

    Names and other words that the list lacks stay with their neighbours.
    """
    stops = [0]
    for part in parts(text):
        stops.append(stops[-1] + len(part))
    return _Division(text, stops).ends()


class _Division:
    """A text with the cheapest way to each of its places."""

    def __init__(self, text: str, stops: list[int]) -> None:
        self._text = text
        self._stops = stops
        self._words, self._longest = _dictionary()

    def ends(self) -> tuple[int, ...]:
        """Return the places between words."""
        ways = {0: (0, 0, True)}
        for number, start in enumerate(self._stops[:-1]):
            cost = ways[start][0]
            self._offer(ways, start, self._stops[number + 1], cost + _UNKNOWN, known=False)
            for stop in self._stops[number + 1 :]:
                if stop - start > self._longest:
                    break
                if self._text[start:stop] in self._words:
                    self._offer(ways, start, stop, cost + 1, known=True)
        return self._way_back(ways)

    @staticmethod
    def _offer(
        ways: dict[int, tuple[int, int, bool]], start: int, stop: int, cost: int, *, known: bool
    ) -> None:
        if stop not in ways or cost < ways[stop][0]:
            ways[stop] = cost, start, known

    def _way_back(self, ways: dict[int, tuple[int, int, bool]]) -> tuple[int, ...]:
        ends, at, known_after = list[int](), self._stops[-1], False
        while at:
            _, start, known = ways[at]
            if known and known_after:
                ends.append(at)
            at, known_after = start, known
        return tuple(reversed(ends))


@cache
def _dictionary() -> tuple[frozenset[str], int]:
    words = frozenset(word_list("th-words"))
    return words, max(map(len, words))
