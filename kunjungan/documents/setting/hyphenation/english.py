"""Divides English words by the American patterns, which break more safely than the British ones.

The method is F. M. Liang's (1983): every pattern that occurs in a word puts numbers between its
letters, the greatest number wins, and odd ones allow a division.
"""

from kunjungan.resources import resource

LEAST = 3
"""Letters that stay together at either end of a word (office practice)."""

_FILE = "hyphenation/hyph_en_US.dic"
_SETTINGS = 5
"""So many lines of the file are no patterns."""
_DIGITS = b"0123456789"


class English:
    """The pattern file, read when the first word is asked for."""

    def __init__(self) -> None:
        self._patterns: dict[str, str] = {}
        self._longest = 0

    def divisions(self, word: str) -> tuple[int, ...]:
        """Return the places of a lower-case word after which a hyphen may stand."""
        if not self._patterns:
            self._read()
        framed = f".{word}."
        values = ["0"] * (len(framed) + 1)
        for start in range(len(framed)):
            for stop in range(start + 1, min(start + self._longest, len(framed)) + 1):
                pattern = self._patterns.get(framed[start:stop])
                if pattern is not None:
                    _raise(values, start, pattern)
        return tuple(
            place for place in range(LEAST, len(word) - LEAST + 1) if values[place + 1] in "13579"
        )

    def _read(self) -> None:
        patterns = resource(_FILE).read_bytes().split(b"\n", _SETTINGS)[_SETTINGS]
        letters = patterns.translate(None, _DIGITS).decode().split()
        self._patterns = dict(zip(letters, patterns.decode().split(), strict=True))
        self._longest = max(map(len, self._patterns))


def _raise(values: list[str], start: int, pattern: str) -> None:
    """Let the digits of a pattern that begins at ``start`` raise those of the word."""
    at = start
    for sign in pattern:
        if not sign.isdigit():
            at += 1
        elif sign > values[at]:
            values[at] = sign
