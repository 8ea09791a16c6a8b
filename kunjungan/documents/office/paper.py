"""Sets a plain office paper as PDF: ``office_pdf(paper)``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kunjungan.documents.office.blocks import Block, Setter
from kunjungan.documents.office.both_words import inline, sayer
from kunjungan.documents.office.content import OfficePaper, Passage, Table
from kunjungan.documents.office.letter_head import HEAD_SCALE, UNDER_HEAD, LetterheadSetter
from kunjungan.documents.office.pages import PAGE, Pages, SetPages
from kunjungan.documents.office.passages import passage, signed
from kunjungan.documents.office.sheet import OfficeSheet, sheet_of
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.domain.layouts import HOME_LANGUAGES

Placed = tuple[Block, bool]
"""A block of a page, and whether it is a head that stands there again."""


def office_pdf(paper: OfficePaper) -> bytes:
    """Return the paper as PDF/A; equal papers give equal bytes."""
    return office_pages([paper]).pdf


def office_pages(papers: Sequence[OfficePaper]) -> SetPages:
    """Return papers of one size in one file, the pages of each counted by themselves."""
    first = papers[0]
    sheet, faces = sheet_of(first), FaceCase()
    pages = Pages(faces, sheet.width, sheet.height)
    for paper in papers:
        _set(pages, faces, sheet, paper)
    return pages.finished(first.title.id, first.author, HOME_LANGUAGES)


def _set(pages: Pages, faces: FaceCase, sheet: OfficeSheet, paper: OfficePaper) -> None:
    head = LetterheadSetter(faces, sheet, paper.head, HEAD_SCALE) if paper.head else None
    taken = head.height + UNDER_HEAD if head else 0.0
    room = sheet.top - sheet.bottom
    placed = list(_pages(_blocks(Setter(faces, sheet), paper), room, room - taken))
    for number, page in enumerate(placed, 1):
        top = sheet.top
        if head and number == 1:
            head.draw(pages.ink, top, HOME_LANGUAGES[0])
            top -= taken
        for block, again in page:
            block.draw(pages.ink, top, again=again)
            top -= block.height
        counted = sayer(paper.language)(PAGE.filled(page=number, pages=len(placed)))
        pages.end(sheet, paper.foot, inline(counted))


def _blocks(setter: Setter, paper: OfficePaper) -> list[Block]:
    """Return all parts of a paper in order; signatures nor notes stand on a page alone."""
    parts = [
        setter.title(paper.title),
        *map(setter.about, paper.about),
        *(setter.fact(label, value) for label, value in paper.facts),
        *(block for part in paper.tables for block in _part(setter, part)),
    ]
    notes, ends = list(map(setter.note, paper.notes)), signed(setter, paper.signatures)
    for after in filter(None, (notes, ends)):
        parts[-1] = replace(parts[-1], keep=True)
        parts += [*(replace(part, keep=True) for part in after[:-1]), after[-1]]
    return parts


def _part(setter: Setter, part: Table | Passage) -> list[Block]:
    return setter.table(part) if isinstance(part, Table) else passage(setter, part)


def _pages(blocks: Sequence[Block], room: float, first: float) -> Iterator[list[Placed]]:
    """Yield what stands on each page: heads again, nothing kept from what it belongs to.

    The ``first`` page has less room where it has a letterhead.
    """
    page: list[Placed] = []
    used = room - first
    for run in _runs(blocks, first):
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
