"""What a typesetter measures on a page: wide word spaces, white rivers, lines left alone."""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import NamedTuple

from typing_extensions import override

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.page.rows import Part, Row
from kunjungan.documents.page.side import Side, sides_of
from kunjungan.documents.setting.compositor import Compositor
from kunjungan.documents.setting.faces import SOFT_HYPHEN, FaceCase
from kunjungan.documents.setting.lines import Line
from tests.documents.page_reading import MM, Element, PaperRead

WIDE = 1.75
"""Word space, in natural ones, that is too wide."""
RIVER_LINES, RIVER_MM, RIVER_SPACE = 5, 1.5, 1.4
"""A river is white through so many lines on end, with no more than so many mm between its middles,
that is this much wider than natural: without the last it is chance, and nobody sees it."""
LEVEL = 0.1
"""Points by which lines side by side may differ."""

_HEADINGS = ("H1", "H2")
_BODY = (*_HEADINGS, "P", "TH", "TD")

Gap = tuple[float, float]
"""The middle of a word space in points from the column's edge, and its width in natural ones."""


class Typography:
    """Counts over the columns of papers; lines that end a paragraph are not counted."""

    def __init__(self) -> None:
        self._faces = FaceCase()
        self._compositor = Compositor(self._faces)
        self.lines = 0
        self.wide = 0
        self.hyphens = 0
        self.rivers = 0
        self.chances = 0
        """White in a row that is no wider than other white."""

    @override
    def __str__(self) -> str:
        """Return the figures."""
        return (
            f"{self.lines} lines, {self.wide_share:.1%} with wide spaces,"
            f" {self.hyphen_share:.1%} end in a hyphen, {self.rivers} rivers,"
            f" {self.chances} by chance"
        )

    def measure(self, content: AgreementContent) -> None:
        """Add the columns of a paper."""
        for each in sides_of(content):
            side = Side(self._faces, self._compositor, each)
            for page, column in product(side.pages, range(len(each.languages))):
                gaps = [gap for part in page.parts for gap in self._column(part, column)]
                self._look_for_rivers(gaps)

    def _column(self, part: Part, column: int) -> Iterator[list[Gap]]:
        """Yield the word spaces of each line of a part; headings, tables and white have none."""
        row = part.block
        if not isinstance(row, Row) or row.centred:
            yield []
            return
        lines = row.columns[column]
        for line in lines[part.start : part.stop]:
            if line is not lines[-1] and len(line.words) > 1:
                self.lines += 1
                self.wide += line.needed > WIDE
                self.hyphens += line.words[-1][-1][1].endswith(SOFT_HYPHEN)
            yield self._gaps(line, row.indent)
        yield from ([] for _ in range(max(part.start, len(lines)), part.stop))

    @property
    def wide_share(self) -> float:
        """The part of the lines whose word space is too wide, or that were left ragged for it."""
        return self.wide / self.lines

    @property
    def hyphen_share(self) -> float:
        """The part of the lines that end in a hyphen."""
        return self.hyphens / self.lines

    def _gaps(self, line: Line, x: float) -> list[Gap]:
        """Return the word spaces of a line from left to right."""
        gaps, natural = list[Gap](), self._faces["regular"].space * line.size / 1000
        space = (line.space + line.tracking) * line.scale
        for word in line.words:
            letters = sum(
                self._faces[key].width(text, line.size) + len(text) * line.tracking
                for key, text in word
            )
            x += letters * line.scale
            gaps.append((x + space / 2, space / natural))
            x += space
        return gaps[:-1]

    def _look_for_rivers(self, column: list[list[Gap]]) -> None:
        flowing: list[list[Gap]] = []
        for gaps in column:
            longer = [[*run, gap] for run in flowing for gap in gaps if _narrow([*run, gap])]
            found = [run for run in longer if len(run) == RIVER_LINES]
            rivers = sum(sum(width for _, width in run) / len(run) >= RIVER_SPACE for run in found)
            self.rivers += rivers
            self.chances += len(found) - rivers
            flowing = [*([gap] for gap in gaps), *(r for r in longer if len(r) < RIVER_LINES)]


def _narrow(run: list[Gap]) -> bool:
    middles = [middle for middle, _ in run]
    return max(middles) - min(middles) <= RIVER_MM * MM


class Alone(NamedTuple):
    """Something that stands where it must not."""

    what: str
    page: int
    element: Element


def left_alone(read: PaperRead) -> Iterator[Alone]:
    """Yield headings without two lines under them, and lines parted from their paragraph.

    The title may fill a page of its own.
    """
    for language in dict.fromkeys(each.language for each in read.elements):
        body = [each for each in read.of(language) if each.role in _BODY]
        title = next((each for each in body if each.role == "H1"), None)
        for element in body:
            counts = [len(element.baselines(page)) for page in element.pages]
            if element.role == "P" and len(counts) > 1 and min(counts[0], counts[-1]) < 2:
                yield Alone("line", element.pages[0], element)
        for element, following in pairwise(body):
            last = element.pages[-1]
            if element.role not in _HEADINGS or (element is title and last not in following.pages):
                continue
            parted = len(element.pages) > 1 and element is not title
            if parted or len(following.baselines(last)) < _needed(following):
                yield Alone("heading", last, element)


def _needed(element: Element) -> int:
    """Return how many lines of what follows a heading must stand under it."""
    return min(2, sum(len(element.baselines(page)) for page in element.pages))


def crooked(read: PaperRead) -> Iterator[tuple[int, float, float]]:
    """Yield the page and the baselines of lines beside each other that are not level."""
    for page in range(1, len(read.leaves) + 1):
        sides: dict[str, set[float]] = {}
        for each in read.on(page):
            if each.role in ("H1", "H2", "P"):
                sides.setdefault(each.language, set()).update(each.baselines(page))
        if len(sides) < 2:
            continue
        first, second = list(sides.values())[:2]
        for y in first:
            for other in second:
                if LEVEL < abs(y - other) < 4:
                    yield page, y, other


def parted_signatures(read: PaperRead) -> Iterator[Alone]:
    """Yield cells of signatories that stand on two pages, and signatures without text above."""
    for language in dict.fromkeys(each.language for each in read.elements):
        own = read.of(language)
        signs = [at for at, each in enumerate(own) if each.role == "Sign"]
        for start, stop in pairwise(signs):
            if len({page for each in own[start:stop] for page in each.pages}) > 1:
                yield Alone("cell", own[start].pages[0], own[start])
        if signs:
            page = own[signs[0]].pages[0]
            above = [y for each in own[: signs[0]] for y in each.baselines(page)]
            if len(above) < 2:
                yield Alone("signature", page, own[signs[0]])
