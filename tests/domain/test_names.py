import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.names import PersonName, parse_name, read_nip, search_key

SAMPLE_BORN_1990 = "19900102 201503 1 007"


def test_titles_stand_round_the_name_letter_by_letter() -> None:
    name = PersonName("Nama Orang", ("Dr.", "H."), ("S.T.", "M.Si."))
    assert name.full == "Dr. H. Nama Orang, S.T., M.Si."


def test_capitals_never_touch_the_titles() -> None:
    name = PersonName("Nama Orang", ("Dr.", "H."), ("M.Si.",))
    assert name.caption(titles=True) == "Dr. H. NAMA ORANG, M.Si."
    assert name.caption(titles=False) == "NAMA ORANG"


def test_a_physician_stays_a_physician() -> None:
    assert PersonName("Nama", ("dr.",), ("Sp.A.",)).caption(titles=True) == "dr. NAMA, Sp.A."


def test_one_word_is_a_whole_name() -> None:
    assert parse_name("Suparman") == PersonName("Suparman")
    assert PersonName("Suparman").full == "Suparman"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yana Mulyana", PersonName("Yana Mulyana")),
        ("H. Panca Wijaya Akbar, SH", PersonName("Panca Wijaya Akbar", ("H.",), ("SH",))),
        (
            "Dr. H. Nama Orang, S.T., M.Si.",
            PersonName("Nama Orang", ("Dr.", "H."), ("S.T.", "M.Si.")),
        ),
        ("dr. Nama Orang", PersonName("Nama Orang", ("dr.",))),
        ("DR Nama Orang", PersonName("Nama Orang", ("DR",))),
        ("K.H. Nama Orang", PersonName("Nama Orang", ("K.H.",))),
        ("Brigjen TNI Nama Orang", PersonName("Nama Orang", ("Brigjen TNI",))),
        ("Kombes Pol. Dr. Nama, S.I.K.", PersonName("Nama", ("Kombes Pol.", "Dr."), ("S.I.K.",))),
        ("Letkol Arh Nama Orang, S.I.P.", PersonName("Nama Orang", ("Letkol Arh",), ("S.I.P.",))),
        ("Kolonel Inf. H. Nama", PersonName("Nama", ("Kolonel Inf.", "H."))),
        ("Mayor Laut (P) Nama", PersonName("Nama", ("Mayor Laut (P)",))),
        ("AKP Nama Orang", PersonName("Nama Orang", ("AKP",))),
        ("Ajun Komisaris Besar Polisi Nama", PersonName("Nama", ("Ajun Komisaris Besar Polisi",))),
        ("Laksamana Muda TNI Nama", PersonName("Nama", ("Laksamana Muda TNI",))),
        ("Laksamana Nama", PersonName("Laksamana Nama")),
        ("Akper Nama", PersonName("Akper Nama")),
        ("Dr. (H.C.) H. Nama", PersonName("Nama", ("Dr. (H.C.)", "H."))),
        ("M. Nama Orang", PersonName("M. Nama Orang")),
        ("I Gusti Nama", PersonName("I Gusti Nama")),
        ("  Nama   Orang , S.E. ", PersonName("Nama Orang", (), ("S.E.",))),
        ("Ir.", PersonName("Ir.")),
    ],
)
def test_a_typed_name_is_taken_apart(text: str, name: PersonName) -> None:
    assert parse_name(text) == name


FRONT = st.lists(st.sampled_from(["Prof.", "Dr.", "dr.", "H.", "Hj.", "Ir.", "Drs.", "K.H."]))
BACK = st.lists(st.sampled_from(["S.T.", "M.Si.", "Ph.D.", "S.Sos.", "M.A.P.", "SH"]))
PLAIN = st.lists(st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True), min_size=1, max_size=5)


@given(FRONT, PLAIN, BACK)
def test_a_written_name_reads_back(front: list[str], plain: list[str], back: list[str]) -> None:
    name = PersonName(" ".join(plain), tuple(front), tuple(back))
    assert parse_name(name.full) == name


@given(FRONT, PLAIN, BACK)
def test_every_title_survives_the_caption(
    front: list[str], plain: list[str], back: list[str]
) -> None:
    shown = PersonName(" ".join(plain), tuple(front), tuple(back)).caption(titles=True)
    assert parse_name(shown) == PersonName(" ".join(plain).upper(), tuple(front), tuple(back))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Dr. H. NAMA, M.Si.", "dr h nama m si"),
        ("Müller-Łódź", "muller łodz"),
        ("  수원  시 ", "수원 시"),
    ],
)
def test_people_are_found_without_accents_or_case(text: str, key: str) -> None:
    assert search_key(text) == key


def test_a_number_is_kept_compact_and_printed_in_groups() -> None:
    nip = read_nip("NIP. 19900102 201503 1 007")
    assert (nip.digits, nip.grouped, nip.warnings) == ("199001022015031007", SAMPLE_BORN_1990, ())
    assert read_nip("199001022015031007") == nip


def test_contract_staff_are_warned_about_and_not_rejected() -> None:
    nip = read_nip("199001022023211003")
    assert nip.grouped == "19900102 202321 1 003"
    assert len(nip.warnings) == 1
    assert "contract staff" in nip.warnings[0]


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        ("199013022015031007", "birth date"),
        ("199001022000031007", "too young"),
        ("199001022015033007", "15th digit"),
        ("19900102201503100", "18 digits"),
        ("130123456", "before 2009"),
        ("abc", "18 digits"),
        ("", "18 digits"),
    ],
)
def test_an_odd_number_brings_a_warning(typed: str, warning: str) -> None:
    assert any(warning in text for text in read_nip(typed).warnings)


@given(st.text())
def test_no_number_is_ever_refused(typed: str) -> None:
    assert read_nip(typed).warnings or len(read_nip(typed).digits) == 18
