"""Paragraphs and signatures of a plain office paper."""

from io import BytesIO

import pikepdf
import pytest

from kunjungan.documents.office.content import OfficePaper, Passage, Signature
from kunjungan.documents.office.paper import office_pdf
from kunjungan.domain.bilingual import Bilingual
from tests.documents.reading import unembedded_fonts, words

SENTENCE = "Kedua pemerintah daerah sepakat mereplikasi aplikasi layanan publik. "
HOST = Signature(Bilingual("Wali Kota Bandung", "Mayor of Bandung"), "Yana Mulyana")


def paper(*parts: Passage, signatures: tuple[Signature, ...] = ()) -> bytes:
    """A paper of these parts, set."""
    title = Bilingual("BERITA ACARA", "OFFICIAL REPORT")
    return office_pdf(OfficePaper(title, "kaki", tables=parts, signatures=signatures))


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def said(pdf: bytes, *where: int) -> str:
    return " ".join(words(pdf, *where).split())


def test_paragraphs_are_counted_where_wanted_and_english_stands_under_them() -> None:
    pdf = paper(
        Passage((Bilingual("Satu", "One"), "Dua"), Bilingual("Hasil", "Result"), numbered=True)
    )
    assert "Hasil / Result 1. Satu One 2. Dua" in said(pdf)
    assert not unembedded_fonts(pdf)


def test_a_paragraph_longer_than_a_page_goes_on_with_every_word() -> None:
    pdf = paper(Passage((SENTENCE * 200,)))
    assert pages(pdf) > 2
    assert said(pdf).count("mereplikasi") == 200


@pytest.mark.parametrize("filled", range(20, 60, 4))
def test_a_signature_stays_on_one_page_with_its_name(filled: int) -> None:
    pdf = paper(Passage(("Baris.",) * filled), signatures=(HOST,))
    last = said(pdf, pages(pdf), pages(pdf))
    assert "Baris. Wali Kota Bandung Mayor of Bandung Yana Mulyana" in last


def test_two_sign_beside_each_other_and_a_third_under_them() -> None:
    guests = (Signature("Wali Kota Prabumulih", "Ridho Yahya"), Signature("Bupati", "Panca"))
    text = said(paper(Passage(("A",)), signatures=(HOST, *guests)))
    for name in ("Yana Mulyana", "Ridho Yahya", "Panca"):
        assert text.count(name) == 1
    assert text.index("Ridho Yahya") < text.index("Panca")
