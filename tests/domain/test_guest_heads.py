"""Columns of guest lists are told by their heads, by what stands in them, and never twice."""

import pytest

from kunjungan.domain.guest_heads import (
    FIELD_HEADS,
    Column,
    GuestField,
    find_head,
    guess_columns,
    head_columns,
)

F = GuestField


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("NAMA LENGKAP", F.NAME),
        ("Nama/NIP", F.NAME),
        ("JABATAN/INSTANSI", F.TITLE),
        ("Nama Instansi", F.BODY),
        ("Pangkat/Gol.", F.RANK),
        ("GOL", F.GRADE),
        ("Gol. Ruang", F.GRADE),
        ("N I P", F.NIP),
        ("No. HP/WA", F.PHONE),
        ("E-mail", F.EMAIL),
        ("L/P", F.HONORIFIC),
        ("Nomor SPPD", F.TRAVEL_ORDER),
        ("KET.", F.NOTE),
    ],
)
def test_a_head_names_its_field(head: str, field: GuestField) -> None:
    assert head_columns((head,)) == {0: Column(field)}


def test_no_two_columns_hold_the_same_field() -> None:
    found = head_columns(("Nama", "Nama lengkap", "Jabatan", "Jabatan lama"))
    assert [column.field for column in found.values()] == [F.NAME, F.TITLE]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_heads_that_the_program_writes_come_back_as_their_fields(language: str) -> None:
    heads = tuple(pair.id if language == "id" else pair.en for pair in FIELD_HEADS.values())
    assert [column.field for _, column in sorted(head_columns(heads).items())] == list(FIELD_HEADS)


def test_a_list_of_foreigners_has_family_names_and_titles_before_names() -> None:
    heads = ("Title", "First Name", "Family Name", "Position", "Organization")
    assert [column.field for _, column in sorted(head_columns(heads).items())] == [
        F.HONORIFIC, F.NAME, F.FAMILY_NAME, F.TITLE, F.BODY,
    ]  # fmt: skip


def test_the_head_stands_below_titles_and_empty_rows() -> None:
    rows = (("DAFTAR ROMBONGAN",), (), ("No", "Nama", "Jabatan"), (1, "Budi", "Staf"))
    assert (find_head(rows), find_head(rows[3:])) == (2, -1)


def test_a_column_of_notes_with_diets_is_guessed_to_be_one() -> None:
    rows = (("Nama", "Jabatan", "Ket"), ("Budi", "Staf", "Vegetarian"), ("Ani", "Staf", "Halal"))
    assert guess_columns(rows, 0)[2] == Column(F.DIET, sure=False)


def test_columns_without_heads_are_guessed_by_what_they_hold() -> None:
    rows = ((1, "Budi Santoso", "Kepala Bappeda", "0812 3456 7890", "196804111993031009", "IV/c"),)
    found = {place: column.field for place, column in guess_columns(rows, -1).items()}
    assert found == {1: F.NAME, 2: F.TITLE, 3: F.PHONE, 4: F.NIP, 5: F.GRADE}


def test_the_columns_of_a_file_of_rejected_rows_are_not_taken_for_names() -> None:
    rows = (("Baris", "Alasan", "Nama", "Jabatan"), (9, "Nama kosong", None, "Staf"))
    assert {column.field for column in guess_columns(rows, 0).values()} == {F.NAME, F.TITLE}


def test_a_head_that_is_merged_downwards_is_read_from_the_line_above() -> None:
    rows = (
        ("NO", "NAMA", None, "KET"),
        (None, "Nama lengkap", "Jabatan", None),
        (1, "Budi", "Staf", "Datang malam"),
    )
    assert guess_columns(rows, find_head(rows))[3] == Column(F.NOTE)
