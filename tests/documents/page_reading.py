"""Reads a finished paper back, line by line: which element of its structure stands where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

MM = 72 / 25.4
_N = rb"(-?[\d.]+)"
_STEP = re.compile(
    rb"/(?:Artifact <</Type /(?P<kind>\w+)>>|\w+ <</MCID (?P<mark>\d+)>>) BDC|(?P<end>\bEMC\b)"
    rb"|[\d.]+ 0 0 1 " + _N + b" " + _N + rb" Tm"
    rb"|" + b" ".join([_N] * 4) + rb" re\b"
)
_HIGH = 5 * MM
"""Higher rectangles are boxes to sign in; those of a code are smaller."""
_FOOT = 50 * MM


@dataclass(slots=True)
class Element:
    """A heading, paragraph, cell or signature: its lines' starts, in points from below left."""

    role: str
    language: str
    lines: list[tuple[int, float, float]] = field(default_factory=list)
    """Page (from 1), left edge and baseline of each line; a number before it is one of them."""

    def baselines(self, page: int) -> list[float]:
        """Return the heights of its lines on a page, from the top."""
        return sorted({y for number, _, y in self.lines if number == page}, reverse=True)

    @property
    def pages(self) -> list[int]:
        """The pages on which it stands."""
        return list(dict.fromkeys(number for number, _, _ in self.lines))


@dataclass(slots=True)
class Leaf:
    """What stands on one page besides elements; in points from below left."""

    width: float
    height: float
    foot: list[float] = field(default_factory=list)
    """The baselines of the foot."""
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Left, bottom, width and height of boxes for stamps and initials."""


@dataclass(slots=True)
class PaperRead:
    """All pages of a paper."""

    leaves: list[Leaf]
    elements: list[Element]
    """In reading order, language after language."""

    def on(self, page: int) -> Iterator[Element]:
        """Yield the elements that stand on a page, in reading order."""
        return (each for each in self.elements if page in each.pages)

    def of(self, language: str) -> list[Element]:
        """Return the elements of a language, in reading order."""
        return [each for each in self.elements if each.language == language]


def read_paper(pdf: bytes) -> PaperRead:
    """Return where everything stands in a finished paper."""
    with pikepdf.open(BytesIO(pdf)) as file:
        known: dict[tuple[int, int], Element] = {}
        (root,) = file.Root.StructTreeRoot.K
        elements = list(_elements(root, known))
        rows = list(file.Root.StructTreeRoot.ParentTree.Nums.as_list())
        marked = dict(zip(map(int, rows[::2]), rows[1::2], strict=True))
        leaves = []
        for number, page in enumerate(file.pages, 1):
            owners = [known[each.objgen] for each in marked[int(page.StructParents)]]
            leaf = Leaf(float(page.mediabox[2]), float(page.mediabox[3]))
            _follow(page.Contents.read_bytes(), leaf, owners, number)
            leaves.append(leaf)
    return PaperRead(leaves, [each for each in elements if each.lines])


def _elements(found: pikepdf.Object, known: dict[tuple[int, int], Element]) -> Iterator[Element]:
    element = Element(str(found.S)[1:], str(found.get("/Lang", "")))
    known[found.objgen] = element
    yield element
    for kid in found.K if isinstance(found.K, pikepdf.Array) else [found.K]:
        if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
            yield from _elements(kid, known)


def _follow(code: bytes, leaf: Leaf, owners: list[Element], page: int) -> None:
    """Take note of the lines and boxes that a page's drawing operators make."""
    owner: Element | None = None
    pagination = False
    for step in _STEP.finditer(code):
        x, y, *box = (float(number) if number else 0.0 for number in step.groups()[3:])
        if step["end"]:
            owner, pagination = None, False
        elif step["mark"]:
            owner = owners[int(step["mark"])]
        elif step["kind"]:
            pagination = step["kind"] == b"Pagination"
        elif box[3] > _HIGH:
            leaf.boxes.append((box[0], box[1], box[2], box[3]))
        elif owner is not None and not any(box):
            owner.lines.append((page, x, y))
        elif pagination and 0 < y < _FOOT:
            leaf.foot.append(y)
