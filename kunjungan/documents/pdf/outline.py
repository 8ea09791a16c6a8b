"""The bookmarks of a paper: for each language its title, under it articles and signatures."""

from dataclasses import dataclass, field

from kunjungan.documents.pdf.objects import PdfFile, text
from kunjungan.documents.pdf.structure import Element

_HEADINGS = frozenset(("H1", "H2", "Sign"))
_SIGNED = {"id": "Penandatanganan", "en": "Signatures"}
"""Elsewhere the first words over the signatures stand for them."""


@dataclass(slots=True)
class Bookmark:
    """A line of the outline; ``page`` counts from 0, ``top`` is in points from below."""

    title: str
    page: int
    top: float
    kids: list["Bookmark"] = field(default_factory=list)


def bookmarks(elements: list[Element]) -> list[Bookmark]:
    """Return the outline that the headings give: a language's first H1 holds what follows."""
    roots: dict[str, Bookmark] = {}
    signed: set[str] = set()
    for each in elements:
        if each.role not in _HEADINGS or not each.text:
            continue
        if each.role == "Sign" and each.language in signed:
            continue
        title = each.text.strip()
        if each.role == "Sign":
            signed.add(each.language)
            title = _SIGNED.get(each.language, title)
        mark = Bookmark(title, each.marks[0][0], each.top)
        root = roots.setdefault(each.language, mark)
        if root is not mark:
            root.kids.append(mark)
    return list(roots.values())


def write_outline(file: PdfFile, marks: list[Bookmark], pages: list[int]) -> int:
    """Write the outline, the first language unfolded; return its number, 0 if it has no line."""
    if not marks:
        return 0
    number = file.reserve()
    first = _write(file, marks, number, pages)
    shown = len(marks) + len(marks[0].kids)
    ends = (first, first + len(marks) - 1, shown)
    return file.add(b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends, number)


def _write(file: PdfFile, marks: list[Bookmark], parent: int, pages: list[int]) -> int:
    """Write neighbours, which have numbers in a row; return the first."""
    first = file.reserve(len(marks))
    for number, mark in enumerate(marks, first):
        more = b""
        if number > first:
            more += b"/Prev %d 0 R" % (number - 1)
        if number - first < len(marks) - 1:
            more += b"/Next %d 0 R" % (number + 1)
        if mark.kids:
            kid, count = _write(file, mark.kids, number, pages), len(mark.kids)
            folded = count if number == first else -count
            more += b"/First %d 0 R/Last %d 0 R/Count %d" % (kid, kid + count - 1, folded)
        place = (text(mark.title), parent, pages[mark.page], mark.top, more)
        file.add(b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/XYZ null %.1f null]%b>>" % place, number)
    return first
