"""Sets a plain office paper as PDF: ``office_pdf(paper)``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kunjungan.documents.office.blocks import Block, Setter
from kunjungan.documents.office.content import OfficePaper, Passage, Table
from kunjungan.documents.office.passages import passage, signed
from kunjungan.documents.office.sheet import FOOT, OfficeSheet, sheet_of
from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.centred import fitted_line, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.domain.layouts import HOME_LANGUAGES

_FOOT_SIZE, _GREY = 6.8, 0.25
_PAGE = "Halaman {page} dari {pages} / Page {page} of {pages}"

Placed = tuple[Block, bool]
"""A block of a page, and whether it is a head that stands there again."""


def office_pdf(paper: OfficePaper) -> bytes:
    """Return the paper as PDF/A; equal papers give equal bytes."""
    faces, sheet = FaceCase(), sheet_of(paper)
    pages = list(_pages(_blocks(Setter(faces, sheet), paper), sheet.top - sheet.bottom))
    ink = Ink(faces, sheet.width, sheet.height)
    for number, page in enumerate(pages, 1):
        top = sheet.top
        for block, again in page:
            block.draw(ink, top, again=again)
            top -= block.height
        _draw_foot(ink, sheet, paper.foot, _PAGE.format(page=number, pages=len(pages)))
        ink.next_page()
    tags = tuple(map(tag_of, HOME_LANGUAGES))
    return file_of(ink, About(sayable(paper.title.id), sayable(paper.author), tags))


def _blocks(setter: Setter, paper: OfficePaper) -> list[Block]:
    """Return all parts of a paper in order; signatures never stand on a page alone."""
    blocks = [
        setter.title(paper.title),
        *map(setter.about, paper.about),
        *(setter.fact(label, value) for label, value in paper.facts),
        *(block for part in paper.tables for block in _part(setter, part)),
        *map(setter.note, paper.notes),
    ]
    if paper.signatures:
        blocks[-1] = replace(blocks[-1], keep=True)
    return [*blocks, *signed(setter, paper.signatures)]


def _part(setter: Setter, part: Table | Passage) -> list[Block]:
    return setter.table(part) if isinstance(part, Table) else passage(setter, part)


def _pages(blocks: Sequence[Block], room: float) -> Iterator[list[Placed]]:
    """Yield what stands on each page: heads again, nothing kept from what it belongs to."""
    page: list[Placed] = []
    used = 0.0
    for run in _runs(blocks, room):
        if page and used + sum(block.height for block in run) > room:
            yield page
            page, used = [(head, True) for head in run[0].head], 0.0
            used = sum(head.height for head, _ in page)
        page += [(block, False) for block in run]
        used += sum(block.height for block in run)
    yield page


def _runs(blocks: Sequence[Block], room: float) -> Iterator[list[Block]]:
    """Yield blocks that must share a page; what is higher than a page comes in parts."""
    run: list[Block] = []
    for block in blocks:
        fits = room - sum(head.height for head in block.head)
        first, *rest = block.within(fits)
        run.append(first)
        if not block.keep:
            yield run
            run = []
        yield from ([part] for part in rest)
    if run:
        yield run


def _draw_foot(ink: Ink, sheet: OfficeSheet, words: str, page: str) -> None:
    """Draw which paper this is, and which page of how many."""
    with ink.artifact("Pagination"):
        ink.canvas.setLineWidth(0.4)
        ink.canvas.line(sheet.left, FOOT + 9, sheet.right, FOOT + 9)
        ink.canvas.setFillGray(_GREY)
        numbered = single_line(ink.faces, page, "foot", _FOOT_SIZE)
        wide = line_width(ink.faces, numbered)
        said = fitted_line(ink.faces, words, "foot", _FOOT_SIZE, sheet.measure - wide - 12)
        ink.line(sheet.left, FOOT, said)
        ink.line(sheet.right - wide, FOOT, numbered)
        ink.canvas.setFillGray(0)
