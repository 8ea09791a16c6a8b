"""Lines that flow down pages: levels of set lines, what must stay together, where pages end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kunjungan.documents.office.sheet import ASCENT
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.lines import Line

QUIET = 0.35
"""The grey of notes; it is still read in print without colours."""


class Level(NamedTuple):
    """Lines on one level, each from its ``x``, and how high it is; all in points.

    ``part`` is one and the same for the lines of a paragraph, ``keep`` holds it on the page of the
    next level, ``rule`` is a hairline over it from one ``x`` to another.
    """

    height: float
    said: tuple[tuple[float, Line], ...] = ()
    role: str = "P"
    language: str = "id"
    part: str = ""
    keep: bool = False
    quiet: bool = False
    rule: tuple[float, float] | None = None


def height_of(levels: Iterable[Level]) -> float:
    """Return how high levels are together."""
    return sum(level.height for level in levels)


def draw_levels(ink: Ink, levels: Sequence[Level], top: float) -> float:
    """Draw levels from a top; return where they end."""
    for level in levels:
        if level.rule is not None:
            with ink.artifact():
                ink.canvas.setLineWidth(0.4)
                ink.canvas.line(level.rule[0], top, level.rule[1], top)
        ink.canvas.setFillGray(QUIET if level.quiet else 0)
        for number, (x, line) in enumerate(level.said):
            key = f"{level.part}.{number}" if level.part else None
            with ink.tagged(level.role, level.language, key=key):
                ink.line(x, top - ASCENT * line.size, line)
        top -= level.height
    ink.canvas.setFillGray(0)
    return top


def level_pages(levels: Iterable[Level], first: float, room: float) -> Iterator[list[Level]]:
    """Yield the levels of each page; white is not carried over to the top of one.

    What must stay together and is higher than a page goes on to the next.
    """
    page, left = list[Level](), first
    for run in _runs(levels):
        if page and height_of(run) > left:
            yield page
            page, left = [], room
        for level in run:
            if page and level.height > left:
                yield page
                page, left = [], room
            if page or level.said:
                page.append(level if page else level._replace(rule=None))
                left -= level.height
    if page:
        yield page


def _runs(levels: Iterable[Level]) -> Iterator[list[Level]]:
    run = list[Level]()
    for level in levels:
        run.append(level)
        if not level.keep:
            yield run
            run = []
    if run:
        yield run
