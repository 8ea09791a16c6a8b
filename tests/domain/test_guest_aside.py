"""Sums, notes and signatures below a guest list are no guests, and no guest is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.guest_aside import rows_aside
from kunjungan.domain.guest_heads import Column, GuestField
from kunjungan.domain.register_cells import Cell

F = GuestField
COLUMNS = {1: Column(F.NAME), 2: Column(F.TITLE), 3: Column(F.PHONE), 4: Column(F.NOTE)}
Row = tuple[Cell, ...]
GUESTS: tuple[Row, ...] = (
    (1, "Nama Satu, S.T.", "Kepala Bidang Contoh", "0812 3456 7890"),
    (2, None, "Analis Kebijakan"),
    (3, "Nama Tiga"),
)
SUMS: tuple[Row, ...] = (
    ("JUMLAH", None, None, 16),
    (None, "Jumlah", None, None, "16 orang"),
    ("TOTAL",),
    ("Jumlah : 16 (enam belas) orang",),
    ("Grand Total", None, 16.0),
    ("Jumlah Kota Prabumulih", None, 7),
    ("Sub Total", 5, 11, 16),
    (None, "Total peserta", "16 org"),
)
SIGNED: tuple[tuple[Row, ...], ...] = (
    (
        (None, None, None, "Prabumulih, 25 Agustus 2022"),
        (None, "Mengetahui,"),
        (None, "Kepala Bagian Umum,", None, "Ketua Rombongan,"),
        (),
        (),
        (None, "Nama Lima, S.Sos.", None, "Nama Enam"),
        (None, "Pembina Tk. I", None, "Penata (III/c)"),
        (None, "NIP. 19680411 199303 1 009", None, "NIP 197001012000031001"),
    ),
    (
        (None, "Indralaya,      Agustus 2022"),
        (None, "a.n. Bupati"),
        (None, "ttd."),
        (None, "NAMA LIMA"),
    ),
    (
        (None, "Sekretaris Daerah"),
        (),
        (),
        (),
        (None, "Nama Lima, M.Si."),
        (None, "Pembina Utama Madya"),
        (None, "NIP. 19680411 199303 1 009"),
    ),
    (("Bandung, ................ 2022",), ("(.....................)",)),
)


def aside(rows: tuple[Row, ...]) -> set[int]:
    return set(rows_aside(rows, 0, COLUMNS))


def filled(rows: tuple[Row, ...]) -> set[int]:
    return {at for at, row in enumerate(rows) if row}


@pytest.mark.parametrize("row", SUMS)
def test_a_row_that_adds_up_is_no_guest(row: Row) -> None:
    assert aside((*GUESTS, row, *GUESTS)) == {len(GUESTS)}


@pytest.mark.parametrize("block", SIGNED)
def test_who_signed_a_list_is_no_guest_of_it(block: tuple[Row, ...]) -> None:
    below = {len(GUESTS) + at for at in filled(block)}
    assert aside((*GUESTS, *block)) == below
    assert aside((*GUESTS, *block, *GUESTS)) == below, "guests that follow are guests"


@pytest.mark.parametrize(
    "row",
    [
        (4, "Jumlah Contoh", None),
        (4, "Jumlah, S.E.", "Staf"),
        (None, "Total Contoh", None, "081234567890"),
        (None, "Hormat Contoh", "Staf"),
        (None, "Sekretaris Daerah", None),
        (None, None, "Sekretaris Daerah"),
        (4, "Nama Empat", "Staf", None, "Mengetahui Camat"),
        (None, "Nama Empat", "Staf", None, "Bandung, 1 September 2022"),
        (None, "Kamis, 1 September 2022"),
        (None, "Nama Empat\nNIP. 19680411 199303 1 009"),
        (None, "(menyusul)", "Camat"),
    ],
)
def test_a_guest_is_never_taken_for_a_sum_or_a_signature(row: Row) -> None:
    assert aside((*GUESTS, row, (), *GUESTS)) == set()


def test_a_note_below_the_table_is_no_guest() -> None:
    rows = (*GUESTS, (None, "Catatan: rombongan tiba pukul 08.00"), ("*) dalam konfirmasi",))
    assert rows_aside(rows, 0, COLUMNS) == {
        3: "Catatan: rombongan tiba pukul 08.00",
        4: "*) dalam konfirmasi",
    }


_NAMES = st.sampled_from(
    ("Nama Contoh", "Total Orang, S.E.", "Jumlah", "Hormat Contoh", "(menyusul)")
)
_POSTS = st.sampled_from(("Staf", "Camat Contoh", "Kepala Dinas", "Sopir"))
_BESIDE = st.sampled_from((None, "081234567890", "NIP. 19680411 199303 1 009", "16 orang", "ttd"))


@given(st.lists(st.tuples(_NAMES, _POSTS, _BESIDE, _BESIDE), max_size=5), st.sampled_from(SIGNED))
def test_whoever_has_a_name_and_a_post_is_a_guest_wherever_he_stands(
    guests: list[tuple[str, str, str | None, str | None]], block: tuple[Row, ...]
) -> None:
    rows = [(None, *guest) for guest in guests]
    whole = (*rows, *block, *rows)
    found = aside(whole)
    assert found <= {len(rows) + at for at in filled(block)}
