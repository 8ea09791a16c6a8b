"""Signatories for the tests of the page, and where their words and stamps stand on it."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from kunjungan.documents.agreement import PartyBlock, Typeset
from kunjungan.documents.content import WitnessBlock
from kunjungan.domain.clauses import Level
from kunjungan.domain.originals import StampForm
from tests.documents.reading import MM
from tests.documents.samples import AGREEMENT, piece

CLOSING = piece(Level.CLOSING, "Demikian dibuat dalam rangkap dua.", "Done in duplicate.")
ID, EN = "id-ID", "en-GB"
SHORT = replace(AGREEMENT, pieces=(CLOSING,))
EMPTY_BOXES = replace(SHORT, stamp_form=StampForm.ELECTRONIC)
FOREIGN = replace(SHORT, logos=False, numbers=False)
SECRETARY = WitnessBlock(("SAKSI", "WITNESS"), ("SEKRETARIS,", "SECRETARY,"), ("EMA",) * 2)
CHIEF = WitnessBlock(("SAKSI", "WITNESS"), ("KEPALA DINAS,", "HEAD OF OFFICE,"), ("ANTON",) * 2)
GOVERNOR = WitnessBlock(
    ("MENGETAHUI", "ACKNOWLEDGED BY"), ("GUBERNUR,", "GOVERNOR,"), ("RIDWAN KAMIL",) * 2
)

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points from below left."""


def party(
    number: int, office: str = "WALI KOTA,", name: str = "", *, stamp: bool = False
) -> PartyBlock:
    """A party that no other can be taken for."""
    return PartyBlock(
        label=(f"PIHAK NOMOR-{number}", f"PARTY NUMBER-{number}"),
        government=("Kota", "City"),
        office=(office, f"{office[:-1]} IN ENGLISH,"),
        name=(name or f"NAMA-{number}",) * 2,
        number=None,
        logo=None,
        stamp=stamp,
        paraf=f"Paraf {number}",
    )


def parties(count: int, *, stamp: bool = False) -> tuple[PartyBlock, ...]:
    return tuple(party(number, stamp=stamp) for number in range(1, count + 1))


def boxes_of_words(typeset: Typeset, page: int) -> Iterator[Box]:
    """Where words stand on a page, foot and marks above the text left out."""
    document = pypdfium2.PdfDocument(typeset.pdf)
    layer = document[page - 1].get_textpage()
    for number in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(number)
        if bottom > 45 * MM and right - left > 0.5:
            yield left, bottom, right, top
    document.close()


def stamp_boxes(typeset: Typeset, page: int, height_mm: float) -> list[Box]:
    return [
        (
            each.x_mm * MM,
            (height_mm - each.y_mm - each.h_mm) * MM,
            (each.x_mm + each.w_mm) * MM,
            (height_mm - each.y_mm) * MM,
        )
        for each in typeset.stamps
        if each.page == page
    ]


def meet(one: Box, other: Box, slack: float = 0.3) -> bool:
    """True when two boxes lie over each other by more than a hair."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > slack
        and min(one[3], other[3]) - max(one[1], other[1]) > slack
    )
