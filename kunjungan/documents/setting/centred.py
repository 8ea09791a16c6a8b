"""Lines that stand by themselves: titles, headings, names, the words of the foot."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise
from math import inf
from typing import NamedTuple

from kunjungan.documents.setting.faces import NO_BREAK, FaceCase, FaceKey, Fragment, printable
from kunjungan.documents.setting.lines import Line, Word, text_of_line
from kunjungan.documents.setting.scripts.line_ends import line_ends, smallest_parts
from kunjungan.documents.setting.ties import MONTHS

_WHITE = f" \t\r\n{NO_BREAK}"
_GAPS = re.compile(f"[{_WHITE}]+")
_HAIR = 1e-6
_NARROWEST = 0.85
_CLINGS_TO_NEXT = re.compile(
    "(?i:dan|atau|di|ke|dari|dengan|untuk|pada|yang|kota|kabupaten|provinsi|pemerintah|republik"
    "|negara|nomor|and|or|of|the|an?|in|on|to|for|with|by|between|number|east|west|north|south|central)"
)
_CLINGS_TO_LAST = re.compile(
    "(?i:(?:barat|timur|utara|selatan|tengah|tenggara|ilir|ulu|raya|indonesia|bagian|/|[ivx]+)[.,;]?)"
)
_CLINGS_TO_NUMBER = re.compile(
    "(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),"
    "|[(]?(?:PP|UU|Permendagri|Regulation|Law)"
)
_MONTHS = re.compile(f"(?:{MONTHS})[.,;]?")
_BAD_BREAK, _WORSE_BREAK, _AFTER_COMMA, _TIED = 0.12, 0.36, -0.06, 1000.0
"""What a break costs that parts what belongs together, in squares of white by the line's width."""


def single_line(faces: FaceCase, text: str, key: FaceKey, size: float) -> Line:
    """Return a text as one line with natural spaces."""
    return _line(faces, _words(faces, text, key), size)


def line_width(faces: FaceCase, line: Line) -> float:
    """Return the width of a line in points."""
    letters = sum(faces[key].width(text, line.size) for word in line.words for key, text in word)
    return (letters + line.space * max(0, len(line.words) - 1)) * line.scale


def fitted_line(faces: FaceCase, text: str, key: FaceKey, size: float, width: float) -> Line:
    """Return a text as one line no wider than ``width``: narrowed a little, then cut short."""
    line = single_line(faces, text, key, size)
    natural = line_width(faces, line)
    if natural <= width:
        return line
    while natural * _NARROWEST > width and len(text) > 1:
        text = text.rpartition(" ")[0] or text[: len(text) * 9 // 10]
        line = single_line(faces, f"{text} …", key, size)
        natural = line_width(faces, line)
    line.scale = min(1.0, width / natural)
    return line


def filled_lines(faces: FaceCase, text: str, key: FaceKey, size: float, width: float) -> list[Line]:
    """Return a text in lines as full as their words allow, to stand flush left."""
    line = single_line(faces, text, key, size)
    if line_width(faces, line) <= width:
        return [line] if line.words else []
    units = _fitting_units(faces, text, key, size, width)
    return _lines(faces, units, _row(faces, units, size).filled(width), size)


def balanced_lines(
    faces: FaceCase, text: str, key: FaceKey, size: float, width: float
) -> list[Line]:
    """Return a text in as few lines as fit the width, about equally long and ending well."""
    line = single_line(faces, text, key, size)
    if line_width(faces, line) <= width:
        return [line] if line.words else []
    units = _fitting_units(faces, text, key, size, width)
    return _lines(faces, units, _row(faces, units, size).balanced(width), size)


def listed_lines(
    faces: FaceCase, texts: Sequence[str], key: FaceKey, size: float, width: float
) -> list[Line]:
    """Return short texts one after the other in balanced lines, none of them parted if it fits."""
    lines = [single_line(faces, text, key, size) for text in texts]
    widths = [line_width(faces, line) for line in lines]
    found, start = list[Line](), 0
    spaces = [faces[key].space * size / 1000] * len(widths)
    for stop in _Row(widths, spaces).balanced(width):
        if stop - start == 1 and widths[start] > width:
            found += balanced_lines(faces, texts[start], key, size, width)
        else:
            words = tuple(word for line in lines[start:stop] for word in line.words)
            found.append(_line(faces, words, size))
        start = stop
    return found


def too_wide(faces: FaceCase, text: str, key: FaceKey, size: float, width: float) -> bool:
    """True when a word of a text is wider than ``width``, so that lines must cut it."""
    words = _words(faces, text, key)
    if sum(_width(faces, word, size) for word in words) <= width:
        return False
    parts = (part for word in words for part in _divided(word))
    return any(_width(faces, part, size) > width for part in parts)


def ends_badly(lines: Sequence[Line]) -> bool:
    """True when one of the lines ends between words that belong together: "Kota / Bandung"."""
    texts = [text_of_line(line).split() for line in lines if line.words]
    return any(_break_cost(over[-1], under[0]) >= _BAD_BREAK for over, under in pairwise(texts))


class _Unit(NamedTuple):
    """A word, or a part of one that is glued to the next where no line ends between them.

    At the space after a ``tied`` word no line ends, if the next fits beside it.
    """

    word: Word
    glued: bool
    tied: bool = False


class _Row:
    """Words in a row, to be divided into lines; a line is told by the word after its last."""

    def __init__(
        self, widths: Sequence[float], spaces: Sequence[float], costs: Sequence[float] = ()
    ) -> None:
        """Take the space and what a break costs after each word, if not all cost the same."""
        self._spaces = spaces
        steps = (width + space for width, space in zip(widths, spaces, strict=True))
        self._at = list(accumulate(steps, initial=0.0))
        self._costs = costs or [0.0] * len(widths)

    def _line(self, start: int, stop: int) -> float:
        return self._at[stop] - self._at[start] - self._spaces[stop - 1]

    def filled(self, width: float) -> list[int]:
        """Return where lines end that take as many words as they can."""
        stops: list[int] = []
        start = 0
        for stop in range(1, len(self._at)):
            while stop - start > 1 and self._line(start, stop) > width + _HAIR:
                start = self._end_before(start, stop)
                stops.append(start)
        return [*stops, len(self._at) - 1] if len(self._at) > 1 else []

    def _end_before(self, start: int, stop: int) -> int:
        """Return the last place before ``stop`` where a line ends; at a tie if it must."""
        ends = range(stop - 1, start, -1)
        return next((at for at in ends if self._costs[at - 1] < _TIED), stop - 1)

    def balanced(self, width: float) -> list[int]:
        """Return where as few lines end, the white beside them spread evenly."""
        stops = self.filled(width)
        if len(stops) < 2:
            return stops
        words = len(self._at) - 1
        none: tuple[float, list[int]] = (inf, [])
        best = [(0.0, list[int]()), *[none] * words]
        for _ in stops:
            best = [none, *(self._best_end(best, stop, width) for stop in range(1, words + 1))]
        return best[words][1]

    def _best_end(
        self, before: list[tuple[float, list[int]]], stop: int, width: float
    ) -> tuple[float, list[int]]:
        """Return the best lines up to ``stop``, given the best with one line less."""
        found: tuple[float, list[int]] = (inf, [])
        for start in range(stop - 1, -1, -1):
            slack = width - self._line(start, stop)
            if slack < -_HAIR and stop - start > 1:
                break
            cost = before[start][0] + (slack / width) ** 2 + self._costs[stop - 1]
            if cost < found[0]:
                found = (cost, [*before[start][1], stop])
        return found


def _row(faces: FaceCase, units: Sequence[_Unit], size: float) -> _Row:
    widths = [_width(faces, unit.word, size) for unit in units]
    texts = ["".join(text for _, text in unit.word) for unit in units]
    space = faces[units[0].word[0][0]].space * size / 1000 if units else 0.0
    spaces = [0.0 if unit.glued else space for unit in units]
    costs = [_break_cost(*pair) for pair in pairwise(texts)] + [0.0]
    return _Row(widths, spaces, [_TIED if u.tied else c for u, c in zip(units, costs, strict=True)])


def _break_cost(last: str, following: str) -> float:
    if _CLINGS_TO_NEXT.fullmatch(last) or _CLINGS_TO_LAST.fullmatch(following):
        return _BAD_BREAK
    if following[:1].isdigit() and _CLINGS_TO_NUMBER.fullmatch(last):
        return _BAD_BREAK
    day, year = last.isdigit(), following[:4].isdigit()
    if (day and _MONTHS.fullmatch(following)) or (year and _MONTHS.fullmatch(last)):
        return _WORSE_BREAK
    return _AFTER_COMMA if last.endswith((",", "\u3001", "\uff0c")) else 0.0


def _words(faces: FaceCase, text: str, key: FaceKey) -> tuple[Word, ...]:
    parts = _GAPS.split(printable(text))
    return tuple(tuple(faces.runs(key, word)) for word in parts if word)


def _fitting_units(
    faces: FaceCase, text: str, key: FaceKey, size: float, width: float
) -> list[_Unit]:
    """Return the words of a text, cut where lines may end in them, or else where they must."""
    found: list[_Unit] = []
    ties = [NO_BREAK in gap for gap in _GAPS.findall(printable(text).strip(_WHITE))]
    for word, tied in zip(_words(faces, text, key), [*ties, False], strict=True):
        parts = [part for unit in _divided(word) for part in _cut(faces, unit, size, width)]
        found += [_Unit(part, glued=True) for part in parts]
        found[-1] = found[-1]._replace(glued=False, tied=tied)
    return found


def _divided(word: Word) -> list[Word]:
    """Return the parts of a word of Han, kana or Thai between which lines may end."""
    ends = line_ends("".join(text for _, text in word))
    if not ends:
        return [word]
    letters = [(key, char) for key, text in word for char in text]
    places = [0, *sorted(at for at, free in ends.items() if free), len(letters)]
    return [_joined(letters[start:stop]) for start, stop in pairwise(places)]


def _cut(faces: FaceCase, word: Word, size: float, width: float) -> list[Word]:
    if _width(faces, word, size) <= width:
        return [word]
    parts: list[list[Fragment]] = []
    at = width
    for key, text in word:
        for letter in smallest_parts(text):
            step = faces[key].width(letter, size)
            at += step
            if at > width or not parts:  # a mark of direction may come first, without a width
                parts.append([])
                at = step
            parts[-1].append((key, letter))
    return list(map(_joined, parts))


def _joined(fragments: Iterable[Fragment]) -> Word:
    """Return stretches as a word, neighbours in one face as one."""
    runs = groupby(fragments, key=lambda fragment: fragment[0])
    return tuple((key, "".join(text for _, text in run)) for key, run in runs)


def _width(faces: FaceCase, word: Word, size: float) -> float:
    return sum(faces[key].width(text, size) for key, text in word)


def _lines(
    faces: FaceCase, units: Sequence[_Unit], stops: Sequence[int], size: float
) -> list[Line]:
    lines = list[Line]()
    for start, stop in pairwise([0, *stops]):
        lines.append(_line(faces, _words_of(units[start:stop]), size))
        lines[-1].spaced = not units[stop - 1].glued
    return lines


def _words_of(units: Sequence[_Unit]) -> tuple[Word, ...]:
    """Return the words of a line, glued parts joined again."""
    words: list[list[Fragment]] = [[]]
    for unit in units:
        words[-1] += unit.word
        if not unit.glued:
            words.append([])
    return tuple(_joined(word) for word in words if word)


def _line(faces: FaceCase, words: tuple[Word, ...], size: float) -> Line:
    key = words[0][0][0] if words else "regular"
    return Line(words, size, faces[key].space * size / 1000, 1.0, 1.0, 0.0, spaced=True)
