"""A list from a messenger, a letter or a sheet becomes rows; what is no guest is handed back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.guest_cells import TO_COME
from kunjungan.domain.guest_text import PastedList, pasted_rows

WHATSAPP = """[12/08/22 14.05] Bagian Protokol: *DAFTAR ROMBONGAN KOTA PRABUMULIH* 🙏
Berikut kami sampaikan nama-nama tamu:

1. Dr. H. Nama Orang, S.T., M.Si. - Wali Kota Prabumulih (0812-3456-7890)
2. (menyusul) \u2013 Sekretaris Daerah
3️⃣ Nama Tiga, S.Kom
   Kepala Dinas Kominfo
   HP: 0813 2222 3333
4) Ibu Nama Empat (Kabid Statistik) ✅ vegetarian
5. Kepala Bappeda

*Kabupaten Ogan Ilir*
1. Nama Satu / Bupati Ogan Ilir
• Ajudan Bupati: Nama Dua, 0811223344556

Jumlah: 7 orang. Terima kasih 🙏"""


def named(pasted: PastedList) -> list[dict[str, object]]:
    heads, *rows = pasted.rows
    return [
        {str(head): cell for head, cell in zip(heads, row, strict=True) if cell} for row in rows
    ]


def test_a_list_from_whatsapp_becomes_guests_under_their_institutions() -> None:
    guests = named(pasted_rows(WHATSAPP))
    assert [guest["Nama"] for guest in guests] == [
        "Dr. H. Nama Orang, S.T., M.Si.", "(menyusul)", "Nama Tiga, S.Kom", "Nama Empat",
        "(menyusul)", "Nama Satu", "Nama Dua",
    ]  # fmt: skip
    assert [guest["Jabatan"] for guest in guests] == [
        "Wali Kota Prabumulih", "Sekretaris Daerah", "Kepala Dinas Kominfo", "Kabid Statistik",
        "Kepala Bappeda", "Bupati Ogan Ilir", "Ajudan Bupati",
    ]  # fmt: skip
    assert [guest["Instansi"] for guest in guests[4:6]] == [
        "KOTA PRABUMULIH",
        "Kabupaten Ogan Ilir",
    ]
    assert guests[2]["Telepon"] == "0813 2222 3333"
    assert (guests[3]["Sapaan"], guests[3]["Menu khusus"]) == ("Ibu", "vegetarian")


def test_what_names_nobody_is_handed_back() -> None:
    left = pasted_rows(WHATSAPP).left
    assert left == (
        "Berikut kami sampaikan nama-nama tamu:",
        "Jumlah: 7 orang. Terima kasih",
    )


@pytest.mark.parametrize(
    "line",
    [
        "1. Nama Orang, S.T. - Kepala Bappeda",
        "a) Nama Orang, S.T. (Kepala Bappeda)",
        "• Nama Orang, S.T., Kepala Bappeda",
        "- Kepala Bappeda: Nama Orang, S.T.",
        "1/ Nama Orang, S.T. / Kepala Bappeda",
        "01. *Nama Orang, S.T.* \u2013 _Kepala Bappeda_",
        "➢ Nama Orang, S.T. = Kepala Bappeda",
    ],
)
def test_name_and_post_are_told_apart_however_they_are_joined(line: str) -> None:
    [guest] = named(pasted_rows(line))
    assert (guest["Nama"], guest["Jabatan"]) == ("Nama Orang, S.T.", "Kepala Bappeda")


def test_labelled_lines_make_a_guest_for_each_name() -> None:
    text = (
        "Nama : Nama Satu\nJabatan : Staf\nNo HP : 081234567890\n\nNama: Nama Dua\nJabatan: Camat"
    )
    guests = named(pasted_rows(text))
    assert [guest["Nama"] for guest in guests] == ["Nama Satu", "Nama Dua"]
    assert guests[0]["Telepon"] == "081234567890"


def test_cells_copied_from_excel_keep_their_columns_and_lines() -> None:
    pasted = pasted_rows('Nama\tJabatan\nNama Satu\t"Kepala\nDinas"\n\tStaf')
    assert pasted.rows == (("Nama", "Jabatan"), ("Nama Satu", "Kepala\nDinas"), (None, "Staf"))


def test_a_numbered_list_from_word_is_no_table() -> None:
    guests = named(pasted_rows("1.\tNama Satu - Staf\n2.\tNama Dua - Camat Contoh"))
    assert [guest["Nama"] for guest in guests] == ["Nama Satu", "Nama Dua"]


@given(st.text("AB .-/*•,=\n", max_size=80))
def test_no_letter_of_a_list_is_lost(text: str) -> None:
    pasted = pasted_rows(text)
    cells = [cell for row in pasted.rows[1:] for cell in row if cell and cell != TO_COME]
    kept = "".join(map(str, [*cells, *pasted.left]))
    assert sorted(filter(str.isalpha, kept)) == sorted(filter(str.isalpha, text))


@given(st.text(max_size=60) | st.text('1.a) \t|;:\n"(),*🙏', max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for row in pasted_rows(text).rows:
        assert all(cell is None or cell == str(cell).strip() for cell in row)


def test_a_table_between_bars_keeps_its_columns_without_its_rule() -> None:
    pasted = pasted_rows("| Nama | Jabatan |\n|---|---|\n| Nama Satu | Staf |")
    assert pasted.rows == (("Nama", "Jabatan"), ("Nama Satu", "Staf"))


@pytest.mark.parametrize("text", ["", "   \n", "🙏🙏", "mohon dapat diterima dengan baik"])
def test_text_that_names_nobody_gives_no_rows(text: str) -> None:
    assert pasted_rows(text).rows == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Yth. Bapak Wakil Ketua DPRD : Nama Satu, SE.", ("Nama Satu, SE.", "Wakil Ketua DPRD")),
        ("Wakil Bupati, H. Nama Satu, S.H.", ("H. Nama Satu, S.H.", "Wakil Bupati")),
        ("Kadis Kominfo, Nama Satu, ST., MT", ("Nama Satu, ST., MT", "Kadis Kominfo")),
        ("6- dr. Nama Satu - Camat", ("dr. Nama Satu", "Camat")),
    ],
)
def test_a_post_may_stand_before_the_name(line: str, said: tuple[str, str]) -> None:
    [guest] = named(pasted_rows(f"{line}\n"))
    assert (guest["Nama"], guest["Jabatan"]) == said


@pytest.mark.parametrize(
    ("said", "phone"), [("hp 8123456789", "8123456789"), ("wa.me/628123456789", "628123456789")]
)
def test_a_phone_is_known_by_what_stands_before_it(said: str, phone: str) -> None:
    [guest] = named(pasted_rows(f"1. Nama Satu, MT, Kepala Bappeda, {said}"))
    assert (guest["Jabatan"], guest["Telepon"]) == ("Kepala Bappeda", phone)


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("Supir: Contoh", "Contoh", "Supir"),
        (
            "Contoh Tujuh, SE (Kasubbag Umum) wa.me/628123456789",
            "Contoh Tujuh, SE",
            "Kasubbag Umum",
        ),
        ("Driver: (menyusul)", TO_COME, "Driver"),
    ],
)
def test_a_guest_whom_a_numbered_list_does_not_number_is_a_guest(
    line: str, name: str, post: str
) -> None:
    pasted = pasted_rows(f"1. Nama Satu - Staf\n2. Nama Dua - Staf\n\n{line}")
    guest = named(pasted)[2]
    assert (guest["Nama"], guest["Jabatan"], pasted.left) == (name, post, ())


@pytest.mark.parametrize(
    "line",
    [
        "Narahubung: Budi Contoh (081234567890)",
        "Mengetahui, Kepala Bagian Umum",
        "Demikian kami sampaikan, Kepala Bagian Umum",
        "Terima Kasih, Kepala Bagian Umum",
        "Staf 11 orang",
        "Mohon disiapkan bus 2 unit",
        "2 org",
    ],
)
def test_what_stands_round_a_numbered_list_is_still_handed_back(line: str) -> None:
    pasted = pasted_rows(f"1. Nama Satu - Camat\n2. Nama Dua - Camat\n\n{line}")
    assert (len(named(pasted)), pasted.left) == (2, (line,))


@pytest.mark.parametrize(
    ("line", "post", "count"),
    [
        ("Sopir 2 org", "Sopir", 2),
        ("3. Sopir (3 orang)", "Sopir", 3),
        ("2 orang ajudan", "ajudan", 2),
        ("3. Staf 1 orang", "Staf", 1),
    ],
)
def test_so_many_nameless_people_come_as_a_line_says(line: str, post: str, count: int) -> None:
    guests = named(pasted_rows(f"1. Nama Satu - Camat\n2. Nama Dua - Camat\n{line}"))[2:]
    assert guests == [{"Nama": TO_COME, "Jabatan": post}] * count


def test_a_sentence_that_ends_with_an_institution_is_a_heading() -> None:
    text = "Mohon izin, berikut rombongan Kab. Ogan Ilir:\n1. Nama Satu - Staf\n2. Nama Dua - Staf"
    pasted = pasted_rows(text)
    assert [guest["Instansi"] for guest in named(pasted)] == ["Kab. Ogan Ilir"] * 2
    assert pasted.left == ()


def test_whom_a_letter_is_addressed_to_is_no_guest() -> None:
    text = (
        "Yth. Bapak Kepala Bagian\n\nBersama ini kami sampaikan rombongan kami, yaitu tiga orang."
    )
    assert pasted_rows(text).rows == ()


def test_a_post_from_abroad_is_known_behind_a_comma() -> None:
    [guest] = named(pasted_rows("1. Mr. Taro YAMADA, Mayor of Kawasaki"))
    assert guest == {"Nama": "Taro YAMADA", "Jabatan": "Mayor of Kawasaki", "Sapaan": "Mr."}


PAIRS = ("Kepala Dinas Kominfo", "Nama Satu, S.T."), ("Sekretaris Daerah", "Ibu Nama Dua")


def pasted_pairs(*, name_first: bool, mark: str, gap: str) -> str:
    """Two guests of two lines each, with a mark before each guest and a gap between any lines."""
    lines = [mark + line if n == 0 else line for pair in PAIRS
             for n, line in enumerate(reversed(pair) if name_first else pair)]  # fmt: skip
    return f"Daftar Tamu Kunjungan:\nKota Contoh\n{gap.join(lines)}\nTerima kasih"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["", "1. ", "• "])
@pytest.mark.parametrize("name_first", [False, True])
def test_posts_and_names_on_lines_of_their_own_are_one_guest_each(
    name_first: bool, mark: str, gap: str
) -> None:
    pasted = pasted_rows(pasted_pairs(name_first=name_first, mark=mark, gap=gap))
    assert [(guest["Nama"], guest["Jabatan"]) for guest in named(pasted)] == [
        ("Nama Satu, S.T.", "Kepala Dinas Kominfo"), ("Nama Dua", "Sekretaris Daerah"),
    ]  # fmt: skip
    assert (pasted.paired, pasted.left) == (2, ("Daftar Tamu Kunjungan:", "Terima kasih"))
    assert {guest["Instansi"] for guest in named(pasted)} == {"Kota Contoh"}


def test_a_number_below_each_pair_is_that_guest_s_and_a_name_may_be_to_come() -> None:
    text = "Kepala Bappeda\nNama Satu\nHP 0812 3456 7890\nSekretaris Daerah\n(menyusul)"
    first, second = named(pasted_rows(text))
    assert (first["Nama"], first["Telepon"]) == ("Nama Satu", "0812 3456 7890")
    assert second == {"Nama": TO_COME, "Jabatan": "Sekretaris Daerah"}


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Bappeda\nNama Satu",
        "Kepala Bappeda\nNama Satu\nSekretaris Daerah",
        "Kepala Bappeda\nNama Satu\nSekretaris Daerah\nNama Dua\nNama Tiga",
        "Kepala Bappeda\nNama Satu\nNama Dua\nSekretaris Daerah",
        "1. Kepala Bappeda\n2. Nama Satu\n3. Sekretaris Daerah\n4. Nama Dua",
        "1. Kepala Bappeda\nNama Satu\nSekretaris Daerah\nNama Dua",
        "Kepala Bappeda\nNama Satu\nmohon dijemput di bandara\nSekretaris Daerah\nNama Dua",
        "Kepala Bappeda\nNama Satu\nSekretaris Daerah\nNama Dua\nHormat kami,\nNama Tiga",
    ],
)
def test_a_list_that_does_not_alternate_throughout_is_read_line_by_line(text: str) -> None:
    assert pasted_rows(text).paired == 0


@given(st.lists(st.sampled_from(["Kepala Bappeda", "Nama Satu", "0812 3456 7890", "", "halo"])))
def test_joining_pairs_never_loses_a_line(lines: list[str]) -> None:
    pasted = pasted_rows("\n".join(lines))
    cells = " ".join(str(cell) for row in pasted.rows for cell in row)
    for line in filter(None, lines):
        assert line in cells or line in pasted.left
