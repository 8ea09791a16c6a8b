"""A row of a guest list says who comes, or which of its cells is to blame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity, title_line
from kunjungan.domain.guest_cells import Unsaved, phone_of, words_of
from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import Column, GuestField
from kunjungan.domain.guest_made import Reading
from kunjungan.domain.guest_rows import CellFault, read_row
from kunjungan.domain.names import search_key
from kunjungan.domain.protocol_groups import Group
from kunjungan.domain.register_cells import Cell

F = GuestField
FIELDS = (F.NAME, F.TITLE, F.NIP, F.PHONE, F.RANK, F.NOTE, F.ROLE, F.BODY)
COLUMNS = {place: Column(field) for place, field in enumerate(FIELDS)}


PLAIN = Reading()


def entry(*cells: Cell, reading: Reading = PLAIN) -> GuestEntry:
    found = read_row(cells, COLUMNS, reading)
    assert found.entry is not None, found.fault
    return found.entry


def fault(*cells: Cell) -> CellFault:
    found = read_row(cells, COLUMNS, Reading())
    assert found.fault is not None
    return found.fault


def test_titles_are_taken_off_the_name_and_posts_are_spelled_out() -> None:
    found = entry("Dr. H. Nama Orang, S.T., M.Si.", "Plt. Ka. Dinas Kominfo")
    assert (found.name.front, found.name.back) == (("Dr.", "H."), ("S.T.", "M.Si."))
    assert found.title.id == "Kepala Dinas Komunikasi dan Informatika"
    assert (found.capacity, found.group) == (Capacity.PLT, Group.AGENCY_HEADS)


def test_as_written_keeps_every_letter_where_it_is() -> None:
    found = entry("Dr. Nama Orang, S.T.", "Ka. Dinas Kominfo", reading=Reading(split=False))
    assert (found.name.plain, found.title.id) == ("Dr. Nama Orang, S.T.", "Ka. Dinas Kominfo")


@pytest.mark.parametrize("name", ["(menyusul)", "Nama menyusul", "N.N.", "TBA", "-", "........"])
def test_a_name_that_is_still_to_come_makes_a_good_row(name: str) -> None:
    assert entry(name, "Sekretaris Daerah").name.plain == ""


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ((None, "Analis Kebijakan"), F.NAME),
        (("(menyusul)", None), F.TITLE),
        (("-", "-"), F.TITLE),
        (("Sopir (2 orang)", None), F.NAME),
        (("Jumlah: 16 orang", None), F.NAME),
        (("x" * 201, "Staf"), F.NAME),
        (("Budi", "Staf", None, "0812-"), F.PHONE),
        (("Budi", "Staf", 1.96804111993031e17), F.NIP),
        (("Budi", "Staf", "1.96804E+17"), F.NIP),
        ((Unsaved("=A1"), "Staf"), F.NAME),
    ],
)
def test_a_row_that_cannot_be_taken_blames_a_cell(cells: tuple[Cell, ...], field: F) -> None:
    assert fault(*cells).where is field


def test_empty_names_are_taken_as_to_come_where_a_person_says_so() -> None:
    assert entry(None, "Analis Kebijakan", reading=Reading(announced=True)).title.id


def test_a_nip_keeps_its_18_digits_however_it_was_written() -> None:
    for cell in (196804111993031009, "19680411 199303 1 009", "196804111993031009"):
        assert entry("Budi", "Staf", cell).text(F.NIP) == "196804111993031009"


def test_what_a_person_is_called_is_no_part_of_the_name() -> None:
    found = entry("Bpk. H. Budi Contoh, S.E.", "Sopir")
    assert (found.name.full, found.text(F.HONORIFIC)) == ("H. Budi Contoh, S.E.", "Bapak")
    assert entry("Yth. Ibu Ani", "Staf").name.plain == "Ani"
    assert entry("Ibu", "Staf").name.plain == "Ibu"


@pytest.mark.parametrize(
    ("text", "called", "name"),
    [
        ("Mr. Taro YAMADA", "Mr.", "Taro YAMADA"),
        ("ms Yoko Abe", "Ms.", "Yoko Abe"),
        ("H.E. Kenji KANASUGI", "H.E.", "Kenji KANASUGI"),
        ("H. E. Mr. Kenji Kanasugi", "H. E. Mr.", "Kenji Kanasugi"),
        ("HE Mrs. Ana Exemple", "HE Mrs.", "Ana Exemple"),
        ("The Honourable Ana Exemple", "The Honourable", "Ana Exemple"),
        ("Miss Ana Exemple", "Miss", "Ana Exemple"),
        ("Mr.Taro YAMADA", "Mr.", "Taro YAMADA"),
        ("Mr.", "", "Mr."),
        ("HE Xiang", "", "HE Xiang"),
        ("Mrika Exemple", "", "Mrika Exemple"),
        ("H. Budi Contoh", "", "H. Budi Contoh"),
    ],
)
def test_a_form_of_address_from_abroad_is_no_part_of_the_name(
    text: str, called: str, name: str
) -> None:
    found = entry(text, "Mayor")
    assert (found.text(F.HONORIFIC), found.name.full) == (called, name)


def test_a_post_that_a_list_says_in_english_alone_ranks_the_guest() -> None:
    columns = {0: Column(F.NAME), 1: Column(F.TITLE_EN), 2: Column(F.TITLE)}
    for english, written, title, group in (
        ("Mayor of Kawasaki", None, "Wali Kota Kawasaki", Group.REGION_HEAD),
        ("Consul General", "Kepala Perwakilan", "Kepala Perwakilan", Group.CONSULS),
    ):
        found = read_row(("Taro Contoh", english, written), columns, Reading()).entry
        assert found is not None
        assert (found.title, found.group) == (Bilingual(title, english), group)


def test_who_acts_for_another_is_not_said_to_twice() -> None:
    columns = {0: Column(F.NAME), 1: Column(F.TITLE), 2: Column(F.TITLE_EN)}
    row = ("Budi Contoh", "Plt. Camat", "Acting Head of the District")
    found = read_row(row, columns, Reading()).entry
    assert found is not None
    assert title_line(found.title, found.capacity).en == "Acting Head of the District"


def test_a_family_name_of_its_own_column_stands_behind_the_given_one() -> None:
    columns = {0: Column(F.NAME), 1: Column(F.FAMILY_NAME)}
    found = read_row(("Kazuo", "YAMADA"), columns, Reading()).entry
    assert found is not None
    assert found.name.plain == "Kazuo YAMADA"


def test_a_nip_below_the_name_is_taken_out_of_it() -> None:
    found = entry("Budi Santoso\nNIP. 19680411 199303 1 009", "Staf")
    assert (found.name.plain, found.text(F.NIP)) == ("Budi Santoso", "196804111993031009")


def test_the_zero_that_excel_dropped_is_put_back_and_told() -> None:
    found = read_row(("Budi", "Staf", None, 81234567890.0), COLUMNS, Reading())
    assert found.entry is not None
    assert found.entry.text(F.PHONE) == "081234567890"
    assert found.remark is not None
    assert found.remark.where is F.PHONE


@pytest.mark.parametrize("text", ["81234567801", "8123456789", "812-3456-7801", "812 3456 7801"])
def test_the_zero_that_a_text_lost_is_put_back_and_told(text: str) -> None:
    found = read_row(("Budi", "Staf", None, text), COLUMNS, Reading())
    assert found.entry is not None
    assert found.entry.text(F.PHONE) == f"0{text}"
    assert found.remark is not None
    assert found.remark.where is F.PHONE


@pytest.mark.parametrize(
    "text",
    ["0812 3456 7801", "+81 44 200 1234", "6281234567801", "2177788888", "8123", "8123456789012"],
)
def test_another_number_stays_as_it_was_typed(text: str) -> None:
    assert phone_of(text) == text


@pytest.mark.parametrize(
    ("post", "body", "title"),
    [
        ("Mayor", "City of Kawasaki", "Mayor, City of Kawasaki"),
        ("Vice President", "Université Exemple", "Vice President, Université Exemple"),
        ("Direktur", "PT Contoh", "Direktur PT Contoh"),
        ("Mayor of Kawasaki", "Kawasaki", "Mayor of Kawasaki"),
    ],
)
def test_a_comma_parts_a_post_that_is_none_of_ours_from_its_institution(
    post: str, body: str, title: str
) -> None:
    found = entry("Kazuo Yamada", post, None, None, None, None, None, body).title
    assert title in (found.id, found.en)


def test_leading_zeros_and_marks_of_text_stay_as_typed() -> None:
    assert phone_of("0021 777 8888") == "0021 777 8888"
    assert words_of('="081234567890"') == "081234567890"
    assert words_of("'+62 812 3456 7890") == "+62 812 3456 7890"


def test_controls_in_a_cell_are_not_kept() -> None:
    assert words_of("Nama\x00 \x1bContoh\u202e") == "Nama Contoh"


def test_rank_and_grade_in_one_cell_are_parted() -> None:
    found = entry("Budi", "Staf", None, None, "Pembina Utama Muda (IV/c)")
    assert (found.text(F.RANK), found.text(F.GRADE)) == ("Pembina Utama Muda", "IV/c")


def test_a_role_of_no_name_of_ours_joins_the_note() -> None:
    found = entry("Budi", "Staf", None, None, None, "Datang malam", "Narasumber")
    assert (found.role, found.text(F.NOTE)) == (None, "Datang malam; Narasumber")


def test_an_institution_goes_on_with_the_post_unless_it_is_the_delegation_s_own() -> None:
    cells = ("Budi", "Kepala Dinas", None, None, None, None, None, "Dinas Kebersihan Contoh")
    assert entry(*cells).title.id == "Kepala Dinas Kebersihan Contoh"
    home = Reading(is_home=lambda body: "Kebersihan" in body)
    assert entry(*cells, reading=home).title.id == "Kepala Dinas"


@given(st.text("abcdrsDRST., -'H", min_size=1, max_size=40))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    found = read_row((name, "Staf"), COLUMNS, Reading())
    if found.entry is not None and found.entry.name.plain:
        said = f"{found.entry.text(F.HONORIFIC)} {found.entry.name.full}"
        assert search_key(said) == search_key(name)


@pytest.mark.parametrize(
    ("cell", "since"), [("03-2021", "2021-03"), ("3/2021", "2021-03"), ("2021", "2021")]
)
def test_a_month_is_enough_to_say_since_when(cell: str, since: str) -> None:
    columns = {0: Column(F.NAME), 1: Column(F.SINCE)}
    found = read_row(("Budi", cell), columns, Reading()).entry
    assert found is not None
    assert str(found.since) == since
