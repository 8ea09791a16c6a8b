"""Pages that lie on their side, turned so that a printer takes them as they come."""

from io import BytesIO
from typing import TYPE_CHECKING

from kunjungan.pdfium import PDFIUM

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_QUARTER = 90


def upright_pdf(pdf: bytes) -> bytes:
    """Return a document whose broad pages are turned by a quarter; others stay byte by byte."""
    import pypdfium2  # noqa: PLC0415 - only when printing

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _turned(document, pdf)
        finally:
            document.close()


def _turned(document: "PdfDocument", pdf: bytes) -> bytes:
    broad = [page for page in document if page.get_width() > page.get_height()]
    for page in broad:
        page.set_rotation(_QUARTER)
    if not broad:
        return pdf
    made = BytesIO()
    document.save(made)
    return made.getvalue()
