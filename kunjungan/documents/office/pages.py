"""The pages of one office file: each ends with its foot, and keeps a mark of what it says."""

from collections.abc import Sequence
from dataclasses import dataclass

from kunjungan.documents.office.sheet import FOOT, OfficeSheet
from kunjungan.documents.pdf.archive import About, sayable
from kunjungan.documents.pdf.finishing import file_of
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.tree import tag_of
from kunjungan.documents.setting.centred import fitted_line, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.domain.bilingual import Bilingual

PAGE = Bilingual("Halaman {page} dari {pages}", "Page {page} of {pages}")
_FOOT_SIZE, _GREY = 6.8, 0.25


@dataclass(frozen=True, slots=True)
class SetPages:
    """A file that is set: its bytes as PDF/A, and 8 hex digits for what each page says."""

    pdf: bytes
    marks: tuple[str, ...]


class Pages:
    """Pages of one size in points, written one after the other."""

    def __init__(self, faces: FaceCase, width: float, height: float) -> None:
        self.ink = Ink(faces, width, height)
        self._marks = list[str]()

    def end(self, sheet: OfficeSheet, words: str, page: str) -> None:
        """End a page under its foot: which paper it is, and which page of how many."""
        draw_foot(self.ink, sheet, words, page)
        self.end_bare()

    def end_bare(self) -> None:
        """End a page that has no foot."""
        self._marks.append(self.ink.mark())
        self.ink.next_page()

    def finished(self, title: str, author: str, languages: Sequence[str]) -> SetPages:
        """Return the file of all pages; equal pages give equal bytes."""
        about = About(sayable(title), sayable(author), tuple(map(tag_of, languages)))
        return SetPages(file_of(self.ink, about), tuple(self._marks))


def draw_foot(ink: Ink, sheet: OfficeSheet, words: str, page: str) -> None:
    """Draw a thin rule, at its left which paper this is, at its right which page."""
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
