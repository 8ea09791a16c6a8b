"""Looks at printed originals: who keeps one, what is said in it, whose signature is stamped."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader

from kunjungan.domain.bilingual import Bilingual
from tests.documents.reading import columns, places, words


def check_original(pdf: bytes, keeper: str, paragraphs: Sequence[Bilingual]) -> None:
    """Check that an original is for its keeper and says these paragraphs, letter by letter."""
    assert f"untuk {keeper}" in words(pdf)
    left, right = columns(pdf)
    for paragraph in paragraphs:
        assert paragraph.id in left
        assert paragraph.en in right


def stamped(pdf: bytes, names: Sequence[str]) -> list[str]:
    """Return over whose signatures on the last page a duty stamp goes."""
    last = len(PdfReader(BytesIO(pdf)).pages)
    signed = {name: min(places(pdf, last, name), key=lambda place: place[1]) for name in names}
    boxes = places(pdf, last, "METERAI")
    return [min(names, key=lambda name: abs(signed[name][0] - x)) for x, _ in boxes]
