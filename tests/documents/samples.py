"""Agreements for the tests of the page: one long true-to-life text, and parties to sign it."""

import tomllib
from dataclasses import replace
from pathlib import Path

from kunjungan.documents.agreement import AgreementContent, PartyBlock, Piece, State
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import rich

_TEXT = Path(__file__).with_name("sample_agreement.toml")

BANDUNG = PartyBlock(
    label=("PIHAK KESATU", "THE FIRST PARTY"),
    government=("Pemerintah Kota Bandung", "the Government of Bandung City"),
    office=("WALI KOTA BANDUNG", "MAYOR OF BANDUNG"),
    name=("YANA MULYANA", "YANA MULYANA"),
    number="415.4/0127-KSD/2022",
    logo=None,
    stamp=False,
)
PRABUMULIH = PartyBlock(
    label=("PIHAK KEDUA", "THE SECOND PARTY"),
    government=("Pemerintah Kota Prabumulih", "the Government of Prabumulih City"),
    office=("WALI KOTA PRABUMULIH", "MAYOR OF PRABUMULIH"),
    name=("RIDHO YAHYA", "RIDHO YAHYA"),
    number="119/0042/KB/2022",
    logo=None,
    stamp=True,
)
OGAN_ILIR = PartyBlock(
    label=("PIHAK KETIGA", "THE THIRD PARTY"),
    government=("Pemerintah Kabupaten Ogan Ilir", "the Government of Ogan Ilir Regency"),
    office=("BUPATI OGAN ILIR", "REGENT OF OGAN ILIR"),
    name=("PANCA WIJAYA AKBAR", "PANCA WIJAYA AKBAR"),
    number=None,
    logo=None,
    stamp=False,
)


def sample_pieces() -> tuple[Piece, ...]:
    """The thirteen articles, numbered."""
    rows = tomllib.loads(_TEXT.read_text(encoding="utf-8"))["row"]
    levels = [Level(row["level"]) for row in rows]
    return tuple(
        Piece(level, (marker.id, marker.en), (rich(row["id"]), rich(row["en"])))
        for level, marker, row in zip(levels, markers(levels), rows, strict=True)
    )


def piece(level: Level, indonesian: str, english: str, marker: str = "") -> Piece:
    """One clause, numbered by hand."""
    return Piece(level, (marker, marker), (rich(indonesian), rich(english)))


AGREEMENT = AgreementContent(
    paper=Paper.F4,
    layout=Layout.COLUMNS,
    languages=("id", "en"),
    official=(True, True),
    title=("Kesepakatan Bersama", "Memorandum of Understanding"),
    between=("ANTARA", "BETWEEN"),
    joining=("DENGAN", "AND"),
    about=("TENTANG", "CONCERNING"),
    subject=(
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


_PLACES = (
    "Kota Bandung",
    "Kota Prabumulih",
    "Kabupaten Ogan Ilir",
    "Kota Cimahi",
    "Kabupaten Bandung Barat",
    "Kabupaten Hulu Sungai Tengah",
    "Kota Pangkalpinang",
    "Kabupaten Kepulauan Tanimbar",
    "Kota Sungai Penuh",
    "Kabupaten Mamuju Tengah",
    "Kota Subulussalam",
    "Kabupaten Toraja Utara",
    "Kota Tidore Kepulauan",
    "Kabupaten Penajam Paser Utara",
    "Kota Lubuklinggau",
    "Kabupaten Tulang Bawang Barat",
    "Kota Gunungsitoli",
    "Kabupaten Pegunungan Bintang",
)


def parties(count: int) -> tuple[PartyBlock, ...]:
    """Up to 18 regions, each with its number but the third; the second signs over the stamp."""
    return tuple(_party(number) for number in range(count))


def _party(number: int) -> PartyBlock:
    kind, place = _PLACES[number].split(" ", 1)
    office, english = ("WALI KOTA", "MAYOR") if kind == "Kota" else ("BUPATI", "REGENT")
    body = "City" if kind == "Kota" else "Regency"
    return PartyBlock(
        label=(f"PIHAK KE-{number + 1}", f"PARTY NUMBER {number + 1}"),
        government=(f"PEMERINTAH {kind} {place}".upper(), f"the Government of {place} {body}"),
        office=(f"{office} {place}".upper(), f"{english} OF {place}".upper()),
        name=(f"PEJABAT CONTOH {number + 1}",) * 2,
        number=None if number == 2 else f"415.4/{127 + number:04}-KSD/2022",
        logo=None,
        stamp=number == 1,
        paraf=f"Pihak ke-{number + 1}",
    )


def between(count: int) -> AgreementContent:
    """The agreement of so many parties, an original for each."""
    return replace(AGREEMENT, parties=parties(count), originals=count)


def _abroad(kind: str, place: str, english: str, name: str) -> PartyBlock:
    return PartyBlock(
        label=(f"UNTUK PEMERINTAH KOTA {place}", f"FOR THE {english}"),
        government=(f"Pemerintah Kota {place}, {kind}", f"the {english}"),
        office=("WALI KOTA", "MAYOR"),
        name=(name, name),
        number=None,
        logo=None,
        stamp=False,
        paraf=place.title(),
    )


ABROAD = replace(
    AGREEMENT,
    title=("Memorandum Saling Pengertian", "Memorandum of Understanding"),
    between=("antara", "between"),
    joining=("dan", "and"),
    subject=("Kerja Sama Kota Bersaudara", "Sister City Cooperation"),
    parties=(
        _abroad(
            "Provinsi Jawa Barat, Republik Indonesia",
            "BANDUNG",
            "Government of the City of Bandung, West Java Province of the Republic of Indonesia",
            "YANA MULYANA",
        ),
        _abroad(
            "Republik Contoh",
            "TELADAN",
            "Sample Metropolitan City Government of the Sample Republic",
            "KIM CONTOH",
        ),
    ),
    holder=("Pemerintah Kota Teladan", "the Sample Metropolitan City Government"),
    stamp_form=StampForm.NONE,
    logos=False,
    numbers=False,
)
"""A paper with a city abroad: no emblems, no numbers, no stamp."""
