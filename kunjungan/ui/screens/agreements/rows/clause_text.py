"""A clause as it is shown: marks and fields resolved, and each letter's place in what is stored.

Places in shown text count as Qt counts them (UTF-16), places in stored text as Python does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kunjungan.domain.richtext import fields_in, rich

_ENDS = re.compile(r"[.;:!?]\s+(?=\S)")
OPEN = "…"
"""Stands for a field that says nothing yet."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some letters in one face; a field's run stands for the place ``start`` to ``end``."""

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    field: str = ""

    @property
    def width(self) -> int:
        """How many places it takes on screen."""
        return _width(self.text)


@dataclass(frozen=True, slots=True)
class Chip:
    """A field where it is shown, from one place to another."""

    start: int
    end: int
    name: str


def runs_of(source: str, values: Mapping[str, str]) -> list[Run]:
    """Return what a stored clause looks like; an unknown field shows its own name."""
    found: list[Run] = []
    at = 0
    for span in rich(source):
        start = source.index(span.text, at)
        at = start + len(span.text)
        for text, place, name in _parts(span.text):
            shown = values.get(name, text) if name else text
            begins = start + place
            ends = begins + len(text)
            field = name if name in values else ""
            found.append(Run(shown or OPEN, begins, ends, span.bold, span.italic, field))
    return found


def shown_text(runs: Sequence[Run]) -> str:
    """Return the letters that are shown."""
    return "".join(run.text for run in runs)


def typed_place(runs: Sequence[Run], shown: int) -> int:
    """Return where in the stored text a place in the shown text stands; a field counts whole."""
    for run in runs:
        if shown <= run.width:
            if run.field or len(run.text) != run.end - run.start:
                return run.start if shown < run.width / 2 else run.end
            return run.start + _letters(run.text, shown)
        shown -= run.width
    return runs[-1].end if runs else 0


def shown_place(runs: Sequence[Run], typed: int) -> int:
    """Return where a place in the stored text is shown; inside a field that is its end."""
    at = 0
    for run in runs:
        if typed <= run.end:
            if run.field:
                return at if typed <= run.start else at + run.width
            return at + _width(run.text[: max(typed - run.start, 0)])
        at += run.width
    return at


def moved_place(old: str, new: str, place: int) -> int:
    """Return where a place of one text stands in another that differs in its middle."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    if place <= head:
        return place
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return max(len(new) - (len(old) - place), head) if len(old) - place <= tail else len(new) - tail


def same_cut(text: str, place: int, other: str) -> int | None:
    """Return where a translation is cut when its text is cut between two sentences.

    None where the cut is inside a sentence, or the languages count their sentences differently.
    """
    rest = len(text) - len(text[place:].lstrip())
    own, theirs = ([end.end() for end in _ENDS.finditer(each)] for each in (text, other))
    return theirs[own.index(rest)] if rest in own and len(own) == len(theirs) else None


def chips_of(runs: Sequence[Run]) -> Iterator[Chip]:
    """Yield the fields in the order they are shown."""
    at = 0
    for run in runs:
        if run.field:
            yield Chip(at, at + run.width, run.field)
        at += run.width


def chip_at(runs: Sequence[Run], place: int) -> Chip | None:
    """Return the field that a place touches, the one before it rather than the one behind."""
    return next((chip for chip in chips_of(runs) if chip.start <= place <= chip.end), None)


def _parts(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield plain pieces and fields in order: text, place, and a field's name."""
    at = 0
    while (field := _next_field(text, at)) is not None:
        place, name = field
        if place > at:
            yield text[at:place], at, ""
        at = place + len(name) + 2
        yield text[place:at], place, name
    if at < len(text):
        yield text[at:], at, ""


def _next_field(text: str, at: int) -> tuple[int, str] | None:
    places = [(text.find(f"{{{name}}}", at), name) for name in fields_in(text)]
    return min(((place, name) for place, name in places if place >= 0), default=None)


def _width(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _letters(text: str, width: int) -> int:
    """Return how many letters take so many places."""
    if text.isascii():
        return width
    taken = 0
    for count, letter in enumerate(text):
        if taken >= width:
            return count
        taken += 1 + (letter > "\uffff")
    return len(text)
