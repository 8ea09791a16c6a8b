"""Rows of somebody else's register: which are good, which are mended, which are refused and why."""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.register_cells import Cell
from kunjungan.domain.register_heads import (
    RegisterField,
    column_letters,
    column_place,
    guess_heads,
    head_row,
)
from kunjungan.domain.register_rows import (
    END_FIRST,
    NO_DAY,
    NO_KIND,
    NO_PARTNER,
    NO_SIGNING,
    NO_SUBJECT,
    SAME_END,
    SWAPPED,
    JudgedRow,
    PastAgreement,
    judge,
)
from kunjungan.domain.term_days import shifted
from kunjungan.exchange.sheet_writer import SheetOut, xlsx_of
from kunjungan.exchange.sheets import read_sheets

F = RegisterField
TODAY = date(2022, 8, 29)
HEADS = (
    "Mitra", "Tentang", "Jenis", "Nomor Pihak I", "Nomor Pihak II", "Tanggal Penandatanganan",
    "Tanggal Mulai", "Tanggal Selesai", "Bidang", "OPD Pelaksana", "Lokasi Arsip", "Keterangan",
)  # fmt: skip
COLUMNS = guess_heads(HEADS)
WORDS = (
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
STARTS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@st.composite
def past_agreements(draw: st.DrawFn) -> PastAgreement:
    start = draw(STARTS)
    return PastAgreement(
        partner=draw(WORDS),
        subject=draw(WORDS),
        kind=draw(st.sampled_from(AgreementKind)),
        own_number=draw(st.from_regex(r"\A[1-9]\d{2}\.\d/\d{4}-[A-Z]{3}/20\d\d\Z")),
        partner_number=draw(st.sampled_from(["", "0061", "415.40", "198501012010011001"])),
        signed_on=start,
        starts_on=start,
        ends_on=shifted(start, 12 * draw(st.integers(1, 30))),
        field=draw(WORDS),
        kept_at=draw(WORDS),
    )


def row(entry: PastAgreement) -> tuple[Cell, ...]:
    return (
        entry.partner, entry.subject, KINDS[entry.kind].name.id, entry.own_number,
        entry.partner_number, entry.signed_on, entry.starts_on, entry.ends_on, entry.field,
        entry.unit, entry.kept_at, entry.note,
    )  # fmt: skip


def judged(
    *cells: Cell, heads: Sequence[str] = ("Mitra", "Tentang", "Mulai", "Selesai")
) -> JudgedRow:
    return judge(5, cells, guess_heads(heads), TODAY)


def reasons(judged: JudgedRow) -> list[tuple[RegisterField, str]]:
    return [(fault.where, fault.message) for fault in judged.faults]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(past_agreements(), min_size=1, max_size=5))
def test_good_rows_written_to_a_workbook_come_back_as_the_same_agreements(
    tmp_path: Path, entries: list[PastAgreement]
) -> None:
    file = tmp_path / "register.xlsx"
    file.write_bytes(xlsx_of([SheetOut("Register", HEADS, tuple(map(row, entries)))]))
    [sheet] = read_sheets(file)
    found = [
        judge(n, cells, guess_heads(sheet.rows[0]), TODAY) for n, cells in enumerate(sheet.rows[1:])
    ]
    assert [each.faults for each in found] == [()] * len(entries)
    assert [each.entry for each in found] == entries


@given(STARTS.filter(lambda day: day.day <= 12 and day.day != day.month), st.integers(1, 20))
def test_an_end_with_day_and_month_swapped_is_found_and_mended(start: date, years: int) -> None:
    end = shifted(start, 12 * years)
    swapped = date(end.year, end.day, end.month)
    found = judged("Kota Cimahi", "Sampah", start, swapped)
    assert found.entry is None
    assert reasons(found) == [(F.ENDS_ON, SWAPPED)]
    assert found.mended is not None
    assert (found.mended.starts_on, found.mended.ends_on) == (start, end)


@given(STARTS.filter(lambda day: day.day > 12), st.integers(1, 20))
def test_days_written_month_first_are_found_and_mended(start: date, years: int) -> None:
    end = shifted(start, 12 * years)
    found = judged("Kota Cimahi", "Sampah", f"{start:%m/%d/%Y}", f"{end:%m/%d/%Y}")
    assert found.entry is None
    assert found.mended is not None
    assert (found.mended.starts_on, found.mended.ends_on) == (start, end)


@given(STARTS)
def test_an_end_that_is_the_start_is_refused(day: date) -> None:
    found = judged("Kota Cimahi", "Sampah", day, day)
    assert reasons(found) == [(F.ENDS_ON, SAME_END)]
    assert (found.entry, found.mended) == (None, None)


def test_what_is_mended_is_checked_again() -> None:
    found = judged("Kota Cimahi", "Sampah", "09/15/2019", "20-08-2018")
    assert [message for _, message in reasons(found)] == [SWAPPED, END_FIRST]
    assert found.mended is None


def test_every_reason_is_told_at_once() -> None:
    heads = ("Mitra", "Tentang", "Jenis", "Mulai", "Selesai")
    found = judged("", "", "Kesepakatan lisan", "", "besok", heads=heads)
    assert reasons(found) == [
        (F.KIND, NO_KIND),
        (F.PARTNER, NO_PARTNER),
        (F.SUBJECT, NO_SUBJECT),
        (F.ENDS_ON, NO_DAY),
        (F.SIGNED_ON, NO_SIGNING),
    ]


def test_an_end_follows_from_the_term_where_none_is_written() -> None:
    heads = ("Mitra", "Tentang", "Jangka waktu", "Tanggal")
    found = judged("Kota Cimahi", "Sampah", "5 (lima) tahun", "30-09-2019", heads=heads)
    assert found.entry is not None
    assert astuple(found.entry)[5:8] == (date(2019, 9, 30), date(2019, 9, 30), date(2024, 9, 30))


@pytest.mark.parametrize(
    ("status", "ended"),
    [
        ("Diakhiri 12 Maret 2021", date(2021, 3, 12)),
        ("Diakhiri sepihak", TODAY),
        ("Dibatalkan", TODAY),
        ("Berlaku", None),
        ("Berakhir", None),
    ],
)
def test_what_was_ended_early_has_ended_by_today(status: str, ended: date | None) -> None:
    heads = ("Mitra", "Tentang", "Mulai", "Selesai", "Status")
    found = judged("Kota Cimahi", "Sampah", "1-9-2020", "1-9-2025", status, heads=heads)
    assert found.entry is not None
    assert found.entry.ended_on == ended


def test_heads_are_known_by_the_words_of_published_registers() -> None:
    heads = (
        "No", "Tahun", "Nama Mitra", "Bentuk Kerja Sama", "Nomor PIHAK I", "Nomor PIHAK II",
        "Judul Kerja Sama", "Jangka Waktu", "Tanggal Mulai", "Tanggal Berakhir", "Status", "Link",
    )  # fmt: skip
    assert guess_heads(heads) == {
        2: F.PARTNER, 3: F.KIND, 4: F.OWN_NUMBER, 5: F.PARTNER_NUMBER, 6: F.SUBJECT,
        7: F.TERM, 8: F.STARTS_ON, 9: F.ENDS_ON, 10: F.STATUS, 11: F.NOTE,
    }  # fmt: skip


def test_the_head_is_found_below_a_title_and_an_empty_line() -> None:
    rows = (("REGISTER KERJA SAMA",), (), HEADS, ("Kota Cimahi", "Sampah"))
    assert head_row(rows) == 2
    assert head_row((("satu", "dua"), ("tiga",))) == -1


@given(st.integers(0, 18_000))
def test_a_column_is_found_again_by_its_letters(column: int) -> None:
    assert column_place(column_letters(column)) == column


def test_columns_are_lettered_as_in_excel() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [column_place(text) for text in ("", "1", "a1", "ABCD")] == [-1, -1, -1, -1]
