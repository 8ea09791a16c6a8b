"""Reads finished papers back: their words in order, their fonts, what is drawn on a page."""

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from functools import partial
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdfium2 import raw

MM = 72 / 25.4
FOOT = 24 * MM


def words(pdf: bytes, first: int = 1, last: int | None = None) -> str:
    """The text of some pages in reading order, lines joined as a copied text would be."""
    pages = PdfReader(BytesIO(pdf)).pages[first - 1 : last]
    text = "\n".join(page.extract_text() for page in pages)
    return re.sub(r"\s+", " ", text.replace("\u00ad\n", "").replace("\n", ""))


def columns(pdf: bytes) -> tuple[str, str]:
    """The body text of the left columns and that of the right ones, page after page."""
    sides: tuple[list[str], list[str]] = ([], [])
    for page in PdfReader(BytesIO(pdf)).pages:
        middle = (float(page.mediabox.width) + 4 * MM) / 2
        top = float(page.mediabox.height) - 15 * MM

        def keep(
            text: str, _: object, matrix: list[float], *__: object, at: tuple[float, float]
        ) -> None:
            if FOOT < matrix[5] < at[1]:
                sides[matrix[4] > at[0]].append(text)

        page.extract_text(visitor_text=partial(keep, at=(middle, top)))
    left, right = (re.sub("\u00ad\n?|\n", "", "".join(side)) for side in sides)
    return re.sub(r"\s+", " ", left), re.sub(r"\s+", " ", right)


def page_size_mm(pdf: bytes, page: int = 1) -> tuple[float, float]:
    """Width and height of a page in mm."""
    box = PdfReader(BytesIO(pdf)).pages[page - 1].mediabox
    return float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4


def unembedded_fonts(pdf: bytes) -> list[str]:
    """The names of fonts that a reader would have to find elsewhere."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = [
            font
            for page in document.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        return [
            str(font.BaseFont)
            for font in fonts
            if "/FontFile2" not in font.get("/FontDescriptor", pikepdf.Dictionary())
        ]


def operands_of(page: pikepdf.Page, operator: str) -> Iterator[list[float]]:
    """The numbers before each occurrence of a drawing operator on a page."""
    for instruction in pikepdf.parse_content_stream(page, operator):
        if str(instruction.operator) == operator:
            yield [float(number) for number in instruction.operands]


def faces_shown(pdf: bytes) -> set[str]:
    """The names of the type faces in which anything is set."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            str(page.Resources.Font[str(instruction.operands[0])].BaseFont).partition("+")[2]
            for page in document.pages
            for instruction in pikepdf.parse_content_stream(page, "Tf")
        }


def upright_lines_mm(pdf: bytes, page: int) -> list[tuple[float, float]]:
    """The upper and lower ends of a page's upright lines, in mm from its upper edge."""
    with pikepdf.open(BytesIO(pdf)) as document:
        leaf = document.pages[page - 1]
        height = float(leaf.mediabox[3])
        steps = [
            (str(each.operator) == "l", float(each.operands[0]), float(each.operands[1]))
            for each in pikepdf.parse_content_stream(leaf, "m l")
        ]
    return [
        ((height - y) / MM, (height - to_y) / MM)
        for (_, x, y), (drawn, to_x, to_y) in pairwise(steps)
        if drawn and abs(x - to_x) < 0.01
    ]


def rectangles_mm(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """The rectangles of a page: left and top from the page's corner, width and height in mm."""
    with pikepdf.open(BytesIO(pdf)) as document:
        leaf = document.pages[page - 1]
        height = float(leaf.mediabox[3])
        found = list(operands_of(leaf, "re"))
    return [(x / MM, (height - y - high) / MM, wide / MM, high / MM) for x, y, wide, high in found]


def places(pdf: bytes, page: int, text: str) -> list[tuple[float, float]]:
    """Where a text stands on a page: its left edge and its baseline, in points from below left."""
    return [start for start, _ in stretches(pdf, page, text)]


Point = tuple[float, float]


def stretches(pdf: bytes, page: int, text: str) -> list[tuple[Point, Point]]:
    """Where the first and the last letter of a text stand on a page, in points from below left."""
    document = pypdfium2.PdfDocument(pdf)
    layer = document[page - 1].get_textpage()

    def origin(letter: int) -> Point:
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(layer, letter, byref(x), byref(y))
        return x.value, y.value

    finder, found = layer.search(text, match_case=True), []
    while (at := finder.get_next()) is not None:
        found.append((origin(at[0]), origin(at[0] + at[1] - 1)))
    document.close()
    return found
