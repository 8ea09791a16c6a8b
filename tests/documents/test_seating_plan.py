"""Seating plans of many seats: a page of the whole room, then pages of its blocks with names."""

from io import BytesIO
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from kunjungan.documents.office.seating_sheet import SeatingPaper, SeatingSheet, SheetSeat
from kunjungan.documents.office.seating_sheet_pdf import seating_sheet_pdf
from kunjungan.documents.office.seating_tiles import tiles_of
from kunjungan.documents.pdf.extracting import pages_of
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.paper import Paper
from kunjungan.domain.seating_kinds import ObjectKind, Part, PartKind, Size
from kunjungan.domain.seating_shapes import layout
from tests.documents.reading import words
from tests.golden import MatchesGolden

AUDIENCE = Bilingual("DILIHAT DARI HADIRIN", "SEEN FROM THE AUDIENCE")
STAGE = Bilingual("DILIHAT DARI PANGGUNG", "SEEN FROM THE STAGE")
NAMES = ("Andi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gita", "Hadi", "Indah", "Joko",
         "Kartika", "Lestari", "Made")  # fmt: skip
HALL = (
    Part(kind=PartKind.HEAD, key="t", seats=5),
    Part(kind=PartKind.ROWS, key="r", seats=20, rows=15, aisles=(6, 14)),
)
BANQUET = (Part(kind=PartKind.BANQUET, key="b", seats=8, rows=38),)


def a_sheet(parts: tuple[Part, ...], *views: Bilingual) -> SeatingSheet:
    """A plan on whose every seat somebody sits."""
    room = layout(parts)
    seats = tuple(
        SheetSeat(
            place,
            str(place.honour),
            f"{NAMES[place.honour % 13]} {NAMES[place.honour % 11]} {place.honour}",
            Bilingual("Kabag Umum", "Head of General Affairs"),
            Bilingual("Kota Contoh", "Sample City"),
        )
        for place in room.places
    )
    return SeatingSheet(
        Bilingual("DENAH TATA TEMPAT: Aula", "SEATING PLAN: Hall"), views, (), seats,
        room.objects, room.size, (), (), "Denah",
    )  # fmt: skip


def printed(paper: Paper, sheet: SeatingSheet) -> tuple[bytes, tuple[str, ...]]:
    """Return the plan as PDF and whose words do not fit."""
    pages, tight = seating_sheet_pdf(SeatingPaper((sheet,), "id", paper))
    return pages.pdf, tight


def page_texts(pdf: bytes) -> list[str]:
    """Return what each page says."""
    count = len(PdfReader(BytesIO(pdf)).pages)
    return [words(pdf, page, page) for page in range(1, count + 1)]


@pytest.mark.parametrize("parts", [HALL, BANQUET])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.F4])
def test_in_a_room_of_300_everybody_has_a_card_with_the_name(
    parts: tuple[Part, ...], paper: Paper
) -> None:
    sheet = a_sheet(parts, AUDIENCE, STAGE)
    pdf, tight = printed(paper, sheet)
    assert not tight
    first, *blocks, last = page_texts(pdf)
    assert "BAGIAN" not in first
    assert "BAGIAN" not in last
    assert STAGE.id in last
    said = " ".join(" ".join(blocks).split())
    for seat in sheet.seats:
        assert said.count(f"{seat.name} ") == 1
    assert f"{AUDIENCE.id} · BAGIAN {len(blocks)} DARI {len(blocks)}" in blocks[-1]
    assert len(sheet.seats) / len(blocks) > 30


def test_a_room_whose_names_fit_has_one_page_a_view() -> None:
    small = (Part(kind=PartKind.HEAD, key="t", seats=3),
             Part(kind=PartKind.ROWS, key="r", seats=7, rows=3))  # fmt: skip
    pdf, tight = printed(Paper.A4, a_sheet(small, AUDIENCE, STAGE))
    assert not tight
    assert len(page_texts(pdf)) == 2


def test_a_large_plan_is_as_it_was(matches_golden: MatchesGolden) -> None:
    hall, _ = printed(Paper.A4, a_sheet(HALL, AUDIENCE, STAGE))
    matches_golden(pages_of(hall, [1, 3, 9]), "seating-large-a4")
    banquet, _ = printed(Paper.F4, a_sheet(BANQUET, AUDIENCE, STAGE))
    matches_golden(pages_of(banquet, [1, 3]), "seating-large-f4")


rooms = st.lists(
    st.builds(
        Part,
        kind=st.sampled_from(PartKind),
        key=st.just(""),
        seats=st.integers(1, 30),
        rows=st.integers(1, 20),
        arm=st.integers(0, 8),
        behind=st.integers(0, 4),
        aisles=st.sets(st.integers(1, 29), max_size=2).map(lambda cut: tuple(sorted(cut))),
    ),
    min_size=1,
    max_size=3,
).map(lambda parts: [_keyed(part, at) for at, part in enumerate(parts)])


def _keyed(part: Part, at: int) -> Part:
    return Part(kind=part.kind, key=f"p{at}", seats=part.seats, rows=part.rows, arm=part.arm,
                behind=part.behind, aisles=part.aisles)  # fmt: skip


@given(rooms)
def test_every_seat_is_in_one_block_and_no_round_table_is_parted(parts: list[Part]) -> None:
    sheet = a_sheet(tuple(parts))
    tiles = tiles_of(sheet, Size(9.8, 9.0))
    keys = [seat.place.key for tile in tiles for seat in tile.seats]
    assert sorted(keys) == sorted(seat.place.key for seat in sheet.seats)
    rings = {t.owner for t in sheet.objects if t.kind is ObjectKind.ROUND_TABLE}
    parted = list(chain.from_iterable(
        {f"{s.place.part}-{s.place.row}" for s in tile.seats} & rings for tile in tiles
    ))  # fmt: skip
    assert sorted(parted) == sorted(rings)
    for tile in tiles:
        for seat in tile.seats:
            assert tile.area.left < seat.place.x < tile.area.right
            assert tile.area.top <= seat.place.y <= tile.area.bottom
