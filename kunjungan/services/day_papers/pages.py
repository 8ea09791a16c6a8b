"""Marks of papers that have pages and no cards: what a page says, but for when it was made."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from kunjungan.documents.pdf.joining import joined
from kunjungan.pdfium import PDFIUM
from kunjungan.services.day_papers.made import Made, Warned

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_MM = 25.4 / 72
_MOMENT = re.compile(r"· keadaan \S+ \S+ \S+")
"""When a rundown was drafted, in its foot."""


def nothing(message: str, **values: object) -> Made:
    """Return a paper that cannot be made, and the untranslated sentence that says why."""
    return Made(b"", 0, {}, blockers=(Warned("", message, values),))


def made_of(pdfs: Sequence[bytes], warnings: Sequence[Warned] = ()) -> Made:
    """Return papers one after the other as one; each page is marked by its words."""
    pdf = joined(pdfs)
    words = _words(pdf)
    marks = {str(number): _mark(text) for number, text in enumerate(words, 1)}
    return Made(pdf, len(words), marks, tuple(warnings))


def page_mm(pdf: bytes) -> tuple[float, float]:
    """Return width and height in mm of a document's first page."""
    with _opened(pdf) as document:
        width, height = document.get_page_size(0)
    return width * _MM, height * _MM


def _mark(text: str) -> str:
    return sha256(_MOMENT.sub("", text).encode()).hexdigest()[:16]


def _words(pdf: bytes) -> list[str]:
    """Return the words of every page."""
    with _opened(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@contextmanager
def _opened(pdf: bytes) -> Iterator["PdfDocument"]:
    import pypdfium2  # noqa: PLC0415 - heavy, paper only

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
