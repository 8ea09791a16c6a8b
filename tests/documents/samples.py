"""Agreements for the tests of the page: one long true-to-life text, and parties to sign it."""

import tomllib
from dataclasses import replace
from pathlib import Path

from kunjungan.documents.agreement import AgreementContent, PartyBlock, Piece, State
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.clauses import Level, markers
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import rich

_TEXT = Path(__file__).with_name("sample_agreement.toml")

BANDUNG = PartyBlock(
    label=Bilingual("PIHAK KESATU", "THE FIRST PARTY"),
    government=Bilingual("Pemerintah Kota Bandung", "the Government of Bandung City"),
    office=Bilingual("WALI KOTA BANDUNG", "MAYOR OF BANDUNG"),
    name="YANA MULYANA",
    number="415.4/0127-KSD/2022",
    logo=None,
    stamp=False,
)
PRABUMULIH = PartyBlock(
    label=Bilingual("PIHAK KEDUA", "THE SECOND PARTY"),
    government=Bilingual("Pemerintah Kota Prabumulih", "the Government of Prabumulih City"),
    office=Bilingual("WALI KOTA PRABUMULIH", "MAYOR OF PRABUMULIH"),
    name="RIDHO YAHYA",
    number="119/0042/KB/2022",
    logo=None,
    stamp=True,
)
OGAN_ILIR = PartyBlock(
    label=Bilingual("PIHAK KETIGA", "THE THIRD PARTY"),
    government=Bilingual("Pemerintah Kabupaten Ogan Ilir", "the Government of Ogan Ilir Regency"),
    office=Bilingual("BUPATI OGAN ILIR", "REGENT OF OGAN ILIR"),
    name="PANCA WIJAYA AKBAR",
    number=None,
    logo=None,
    stamp=False,
)


def sample_pieces() -> tuple[Piece, ...]:
    """The thirteen articles, numbered."""
    rows = tomllib.loads(_TEXT.read_text(encoding="utf-8"))["row"]
    levels = [Level(row["level"]) for row in rows]
    return tuple(
        Piece(level, marker, rich(row["id"]), rich(row["en"]))
        for level, marker, row in zip(levels, markers(levels), rows, strict=True)
    )


def piece(level: Level, indonesian: str, english: str, marker: str = "") -> Piece:
    """One clause, numbered by hand."""
    return Piece(level, Bilingual(marker, marker), rich(indonesian), rich(english))


AGREEMENT = AgreementContent(
    paper=Paper.F4,
    title=Bilingual("Kesepakatan Bersama", "Memorandum of Understanding"),
    connective=(Bilingual("ANTARA", "BETWEEN"), Bilingual("DENGAN", "AND")),
    subject=Bilingual(
        "Penerapan Sistem Pemerintahan Berbasis Elektronik",
        "the Implementation of the Electronic-Based Government System",
    ),
    parties=(BANDUNG, PRABUMULIH),
    pieces=sample_pieces(),
    state=State.ORIGINAL,
    original_no=1,
    originals=2,
    holder=PRABUMULIH.government,
    draft_no=4,
    printed_at="31-08-2022 16.40",
    reference="KB-2022-014",
    stamp_form=StampForm.ADHESIVE,
    first_signs="left",
    fingerprint="3f2a9c1d70b4e865",
)
DRAFT = replace(AGREEMENT, state=State.DRAFT)
COPY = replace(AGREEMENT, state=State.COPY)
