"""Sets a letter as PDF: ``letter_pdf(paper)``; what no page holds goes on to the next."""

from collections.abc import Iterator, Sequence

from typing_extensions import override

from kunjungan.documents.office.letter import LetterPaper, LetterText
from kunjungan.documents.office.letter_head import LetterheadSetter
from kunjungan.documents.office.letter_strips import LetterSetter, Strip
from kunjungan.documents.office.sheet import OfficeSheet
from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.centred import single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM

_LEFT, _RIGHT, _TOP, _BOTTOM = 30 * MM, 20 * MM, 20 * MM, 25 * MM
"""Margins (domain notes 3.9: left 3 cm, right and top 2, bottom 2.5; office practice)."""
_NUMBER_LEAD, _NUMBER_SIZE = 24.0, 10.0
_PAGE = "- {page} -"


class LetterSheet(OfficeSheet):
    """The page of a letter, with the margins of one."""

    @property
    @override
    def right(self) -> float:
        """The right edge of the text."""
        return self.width - _RIGHT

    @property
    @override
    def top(self) -> float:
        """The upper edge of the head."""
        return self.height - _TOP


def letter_pdf(paper: LetterPaper) -> bytes:
    """Return a letter as PDF/A with tags; equal letters give equal bytes."""
    faces = FaceCase()
    width, height = (side * MM for side in paper.paper.size_mm)
    sheet = LetterSheet(width, height, _LEFT, _BOTTOM)
    ink = Ink(faces, width, height)
    for text in paper.texts:
        _draw(ink, sheet, text)
    tags = tuple(tag_of(text.language) for text in paper.texts)
    return file_of(ink, About(sayable(paper.title), sayable(paper.author), tags))


def _draw(ink: Ink, sheet: OfficeSheet, text: LetterText) -> None:
    """Draw a letter in one language, from its head to its last copy."""
    head = LetterheadSetter(ink.faces, sheet, text.head)
    strips = LetterSetter(ink.faces, sheet, text).strips()
    whole = sheet.top - sheet.bottom
    pages = _pages(strips, whole - head.height, whole - _NUMBER_LEAD)
    for number, page in enumerate(pages, 1):
        top = sheet.top
        if number == 1:
            head.draw(ink, top, text.language)
            top -= head.height
        else:
            _number(ink, sheet, number)
            top -= _NUMBER_LEAD
        for strip in page:
            strip.draw(ink, top, text.language)
            top -= strip.height
        ink.next_page()


def _number(ink: Ink, sheet: OfficeSheet, page: int) -> None:
    """Write which page it is, in the middle above the text; the first page has no number."""
    with ink.artifact("Pagination"):
        line = single_line(ink.faces, _PAGE.format(page=page), "regular", _NUMBER_SIZE)
        ink.centred(sheet.middle, sheet.top - _NUMBER_SIZE, line)


def _pages(strips: Sequence[Strip], first: float, other: float) -> Iterator[list[Strip]]:
    """Yield what stands on each page: what keeps with the next is not left behind."""
    page, room = list[Strip](), first
    for run in _runs(strips):
        if page and sum(strip.height for strip in (*page, *run)) > room:
            yield page
            page, room = [], other
        for strip in run:
            if page and sum(each.height for each in (*page, strip)) > room:
                yield page  # a run that no page holds
                page, room = [], other
            page.append(strip)
    if page:
        yield page


def _runs(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    run = list[Strip]()
    for strip in strips:
        run.append(strip)
        if not strip.keep:
            yield run
            run = []
    if run:
        yield run
