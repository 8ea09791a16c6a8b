"""Broad pages are turned for the printer; everything else is left alone."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader

from kunjungan.documents.office.content import OfficePaper
from kunjungan.documents.office.paper import office_pdf
from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.turning import upright_pdf


def a_paper(*, landscape: bool) -> bytes:
    return office_pdf(OfficePaper(Bilingual("JUDUL", "TITLE"), "Kaki", landscape=landscape))


def test_a_broad_page_is_turned_and_says_the_same() -> None:
    broad = a_paper(landscape=True)
    turned = PdfReader(BytesIO(upright_pdf(broad))).pages[0]
    assert turned.rotation == 90
    assert turned.mediabox.width > turned.mediabox.height
    page = pypdfium2.PdfDocument(upright_pdf(broad))[0]
    assert page.get_height() > page.get_width()
    assert turned.extract_text() == PdfReader(BytesIO(broad)).pages[0].extract_text()


def test_an_upright_page_stays_byte_by_byte() -> None:
    upright = a_paper(landscape=False)
    assert upright_pdf(upright) == upright
