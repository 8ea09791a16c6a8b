"""Every kind of agreement in every layout, paper and number of parties: what stands where.

One file for each standard text. A page takes a few lines: how it begins and ends, where titles,
signatories, stamps and foot stand (mm from above), and a mark that changes with any of its words.
``pytest tests/documents/test_golden_pages.py --bless`` writes them anew; read the difference.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff
from hashlib import sha256
from itertools import islice, product
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from tests.documents.drafted import PARTIES, TEXTS, Draft, DraftingOffice, Printed
from tests.documents.page_reading import MM, Element, PaperRead, read_paper

FOLDER = Path(__file__).parent / "golden" / "pages"
SHOWN = 60
"""So many differing lines are enough to see what happened."""


@pytest.mark.parametrize("text", TEXTS)
def test_pages_of_every_kind_layout_paper_and_number_of_parties_are_as_they_were_seen(
    drafting: DraftingOffice, request: pytest.FixtureRequest, text: str
) -> None:
    found = "".join(
        f"{line}\n"
        for layout, parties, paper in product(Layout, PARTIES, Paper)
        for printed in drafting.printed(Draft(text, layout, parties), paper)
        for line in described(printed, parties)
    )
    file = FOLDER / f"{text}.txt"
    if request.config.getoption("--bless"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    known = file.read_text(encoding="utf-8")
    difference = unified_diff(known.splitlines(), found.splitlines(), "seen", "now", n=3)
    assert found == known, "\n".join(islice(difference, SHOWN))


def described(printed: Printed, parties: int) -> Iterator[str]:
    """Yield the lines of one paper."""
    content, typeset = printed.content, printed.typeset
    yield (
        f"== {content.layout} {content.paper} {parties} parties, {printed.name}:"
        f" {typeset.pages} pages"
    )
    read, shown = read_paper(typeset.pdf), pypdfium2.PdfDocument(typeset.pdf)
    for number in range(1, typeset.pages + 1):
        leaf = shown[number - 1]
        layer = leaf.get_textpage()
        yield from PageWords(read, number, layer).lines()
        layer.close()
        leaf.close()
    shown.close()


class PageWords:
    """One page and the words on it."""

    def __init__(self, read: PaperRead, number: int, layer: pypdfium2.PdfTextPage) -> None:
        self._number = number
        self._elements = list(read.on(number))
        self._leaf = read.leaves[number - 1]
        self._layer = layer

    def lines(self) -> Iterator[str]:
        """Yield what there is to say of the page."""
        text = re.sub(r"\s+", " ", self._layer.get_text_range())
        mark = sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
        tops = [y for each in self._elements for y in each.baselines(self._number)]
        yield f"{self._number} {mark} {self._line(max(tops))} ... {self._line(min(tops))}"
        yield from self._row("title", [self._title(each) for each in self._of("H1")])
        yield from self._row("heads", self._lines_of("H2"))
        yield from self._row("signs", self._lines_of("Sign"))
        leaf = self._leaf
        boxes = sorted(leaf.boxes, key=lambda box: (-box[1], box[0]))
        high = [box for box in boxes if box[1] > max(leaf.foot)]
        yield from self._row(
            "stamp", [f"{x / MM:.1f}x{self._down(y + tall):.1f}" for x, y, _, tall in high]
        )
        yield f"  foot {self._down(max(leaf.foot)):.1f}, {len(boxes) - len(high)} to initial"

    def _of(self, role: str) -> list[Element]:
        return [each for each in self._elements if each.role == role]

    def _row(self, what: str, found: list[str]) -> Iterator[str]:
        if found:
            yield f"  {what} {'; '.join(found)}"

    def _title(self, element: Element) -> str:
        first, *_, last = [*element.baselines(self._number)] * 2
        return f"{self._line(first)} to {self._down(last):.1f}"

    def _lines_of(self, role: str) -> list[str]:
        """Return the lines on which elements of a role begin, and where in the line they do."""
        begun: dict[float, list[float]] = {}
        for each in self._of(role):
            _, x, y = next(line for line in each.lines if line[0] == self._number)
            begun.setdefault(y, []).append(x / MM)
        places = {y: " ".join(f"{x:.1f}" for x in xs) for y, xs in begun.items()}
        return [f"{self._line(y)} at {xs}" for y, xs in places.items()]

    def _line(self, y: float) -> str:
        text: str = self._layer.get_text_bounded(bottom=y, top=y + 5)
        return f"{self._down(y):.1f} {' '.join(text.split())}"

    def _down(self, y: float) -> float:
        return (self._leaf.height - y) / MM
