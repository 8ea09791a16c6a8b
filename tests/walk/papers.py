"""Looks at printed originals: who keeps one, what is said in it, whose signature is stamped."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader

from kunjungan.domain.bilingual import Bilingual
from tests.documents.reading import columns, words


def check_original(pdf: bytes, keeper: str, paragraphs: Sequence[Bilingual]) -> None:
    """Check that an original is for its keeper and says these paragraphs, letter by letter."""
    assert f"untuk {keeper}" in words(pdf)
    left, right = columns(pdf)
    for paragraph in paragraphs:
        assert paragraph.id in left
        assert paragraph.en in right


def stamped(pdf: bytes, names: Sequence[str]) -> list[str]:
    """Return over whose signatures on the last page a duty stamp goes."""
    said: list[tuple[float, float, str]] = []

    def keep(text: str, _: object, matrix: list[float], *__: object) -> None:
        said.append((matrix[5], matrix[4], text))

    PdfReader(BytesIO(pdf)).pages[-1].extract_text(visitor_text=keep)
    signed = {name: min(x for x in said if name in x[2])[1] for name in names}
    boxes = [x for _, x, text in said if "METERAI" in text]
    return [min(names, key=lambda name: abs(signed[name] - x)) for x in boxes]
