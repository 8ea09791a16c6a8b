import pytest

from kunjungan.domain.decrees import decree


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "Keputusan Menteri Dalam Negeri Nomor 131.32-266 Tahun 2018",
            "Decree of the Minister of Home Affairs Number 131.32-266 of 2018",
        ),
        (
            "Keputusan Presiden Republik Indonesia Nomor 12/P Tahun 2023",
            "Decree of the President of the Republic of Indonesia Number 12/P of 2023",
        ),
        (
            "Keputusan Wali Kota Bandung Nomor 821/Kep.1-BKPSDM/2021",
            "Decree of the Mayor of Bandung Number 821/Kep.1-BKPSDM/2021",
        ),
        ("Surat Keputusan Bupati Ogan Ilir Nomor 5", "Decree of the Regent of Ogan Ilir Number 5"),
        (
            "Keputusan Gubernur Jawa Barat Nomor 7 Tahun 2020",
            "Decree of the Governor of West Java Number 7 of 2020",
        ),
    ],
)
def test_decrees_of_the_state_are_cited_in_english(text: str, english: str) -> None:
    assert decree(text).en == english
    assert decree(text).id == text


@pytest.mark.parametrize(
    "text", ["Keputusan Rektor Nomor 5", "Akta Notaris Nomor 5 Tahun 2020", "", "Keputusan"]
)
def test_what_is_not_known_keeps_its_own_name(text: str) -> None:
    assert decree(text).en == text
