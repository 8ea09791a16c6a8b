"""Guest book sheets: a page for each head with room for words and a signature, then open rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from kunjungan.documents.office.both_words import both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels
from kunjungan.documents.office.letter import Letterhead
from kunjungan.documents.office.letter_head import HEAD_SCALE, UNDER_HEAD, LetterheadSetter
from kunjungan.documents.office.pages import PAGE, Pages, SetPages
from kunjungan.documents.office.sheet import LEAD, SIZE, OfficeSheet
from kunjungan.documents.office.sign_list import SignColumn, SignList, SignPaper
from kunjungan.documents.office.sign_list_pdf import ListPrinter
from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import Tongue

TITLE = Bilingual("BUKU TAMU", "GUEST BOOK")
_WORDS = Bilingual("Kesan dan pesan", "Impressions and wishes")
_SIGNED = Bilingual("Tanda tangan", "Signature")
_COLUMNS = (
    SignColumn(Bilingual("No.", "No."), 6, "middle"),
    SignColumn(Bilingual("Nama", "Name"), 24),
    SignColumn(Bilingual("Jabatan dan instansi", "Position and institution"), 26),
    SignColumn(_WORDS, 28),
    SignColumn(_SIGNED, 22, "zigzag"),
)
_TITLE, _NAME, _POST = 19.0, 20.0, 12.0
_ROW_MM, _RULED, _SIGNING = 18.0, 13 * MM, 34 * MM
_SIGN_AT = 0.56
"""Where the signature begins, in parts of the text."""


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page for one guest; a name that is still to come is room to write it."""

    name: str
    post: Bilingual


@dataclass(frozen=True, slots=True)
class GuestBook:
    """The sheets of a guest book: pages of their own for some, and so many open rows."""

    pages: tuple[BookPage, ...]
    rows: int
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    language: Tongue
    paper: Paper
    foot: str
    head: Letterhead | None = None
    author: str = ""


def guest_book_pdf(book: GuestBook) -> SetPages:
    """Return the sheets as PDF/A, upright; equal books give equal bytes."""
    width, height = (side * MM for side in book.paper.size_mm)
    sheet, pages = OfficeSheet(width, height), Pages(FaceCase(), width, height)
    for own in book.pages:
        _Page(pages, sheet, book).draw(own)
    rows = [(str(n), "", "", "", f"{n}.") for n in range(1, book.rows + 1)]
    if rows:
        opened = SignList(
            TITLE, _COLUMNS, rows, book.facts, head=book.head, foot=book.foot, row_mm=_ROW_MM
        )
        ListPrinter(pages, sheet, SignPaper((opened,), language=book.language), 0).print(opened)
    languages = ("id", "en") if book.language == "both" else (book.language,)
    return pages.finished(inline(TITLE), book.author, languages)


class _Page:
    """Draws the page of one guest."""

    def __init__(self, pages: Pages, sheet: OfficeSheet, book: GuestBook) -> None:
        self._pages, self._ink, self._faces = pages, pages.ink, pages.ink.faces
        self._sheet, self._book, self._say = sheet, book, sayer(book.language)

    def draw(self, own: BookPage) -> None:
        """Draw letterhead, name and post, ruled lines, and room to sign."""
        sheet, book, top = self._sheet, self._book, self._sheet.top
        if book.head is not None:
            head = LetterheadSetter(self._faces, sheet, book.head, HEAD_SCALE)
            head.draw(self._ink, top, "en" if book.language == "en" else "id")
            top -= head.height + UNDER_HEAD
        top = draw_levels(self._ink, list(self._opening(own)), top)
        count = int((top - sheet.bottom - _SIGNING - 30) / _RULED)
        edges = (sheet.left, sheet.right)
        lines = (
            [Level(_RULED)] + [Level(_RULED, rule=edges)] * (count - 1) + [Level(18, rule=edges)]
        )
        top = draw_levels(self._ink, lines, top)
        draw_levels(self._ink, list(self._signing(own)), top)
        counted = self._say(PAGE.filled(page=1, pages=1))
        self._pages.end(sheet, book.foot, inline(counted))

    def _opening(self, own: BookPage) -> Iterator[Level]:
        yield Level(16.0)
        yield from self._centred(TITLE, "bold", _TITLE, "H1")
        facts = [self._say(value) for _, value in self._book.facts]
        for value in facts:
            yield from self._centred(value, "regular", SIZE)
        yield Level(26.0)
        if own.name:
            yield from self._centred(Bilingual(own.name, own.name), "bold", _NAME)
        else:
            quarter = self._sheet.measure / 4
            yield Level(_NAME)
            yield Level(8.0, rule=(self._sheet.left + quarter, self._sheet.right - quarter))
        yield from self._centred(own.post, "regular", _POST)
        yield Level(22.0)
        for line in both_lines(
            self._faces, self._say(_WORDS), "regular", SIZE, self._sheet.measure
        ):
            yield Level(LEAD, ((self._sheet.left, line),))

    def _signing(self, own: BookPage) -> Iterator[Level]:
        left = self._sheet.left + self._sheet.measure * _SIGN_AT
        width = self._sheet.right - left
        for line in both_lines(self._faces, self._say(_SIGNED), "regular", SIZE, width):
            yield Level(_SIGNING - 2 * LEAD, ((left, line),))
        yield Level(6.0, rule=(left, self._sheet.right))
        if own.name:
            for line in both_lines(self._faces, Bilingual(own.name, own.name), "bold", SIZE, width):
                yield Level(LEAD, ((left, line),))

    def _centred(self, pair: Bilingual, key: str, size: float, role: str = "P") -> Iterator[Level]:
        for line in both_lines(self._faces, self._say(pair), key, size, self._sheet.measure):
            x = self._sheet.middle - line_width(self._faces, line) / 2
            yield Level(size * 1.3, ((x, line),), role)
