"""Posts as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.posts import looks_like_post, offered_posts, read_post
from kunjungan.domain.protocol_groups import Group


def test_an_abbreviated_post_is_written_out_with_its_english() -> None:
    post = read_post("Plt. Ka. Dinas Kominfo")
    assert post.title == Bilingual(
        "Kepala Dinas Komunikasi dan Informatika",
        "Head of the Communication and Informatics Agency",
    )
    assert (post.capacity, post.group) == (Capacity.PLT, Group.AGENCY_HEADS)
    assert (post.is_head, post.known) == (True, True)


@pytest.mark.parametrize(
    "written",
    [
        "Kadis Kominfo",
        "KEPALA DISKOMINFO",
        "Kadiskominfo",
        "Ka.Dinas Kominfo",
        "kepala dinas kominfo",
    ],
)
def test_every_way_of_writing_a_post_is_the_same_post(written: str) -> None:
    assert read_post(written).title.id == "Kepala Dinas Komunikasi dan Informatika"


def test_the_class_of_a_region_behind_a_post_is_never_dropped() -> None:
    city, regency = read_post("Sekda Kota Bandung"), read_post("Sekda Kab. Bandung")
    assert city.title == Bilingual(
        "Sekretaris Daerah Kota Bandung", "Regional Secretary of the City of Bandung"
    )
    assert regency.title.en == "Regional Secretary of the Regency of Bandung"
    assert city.group is regency.group is Group.SECRETARY


def test_a_post_of_a_province_ranks_on_the_province_list() -> None:
    assert read_post("Sekda Provinsi Jawa Barat").group is Group.PROVINCE_SECRETARY
    assert read_post("Kepala Dinas Kesehatan Provinsi Jawa Barat").title.en == (
        "Head of the Health Agency of West Java Province"
    )


@pytest.mark.parametrize(
    ("written", "title", "english"),
    [
        ("Walikota Prabumulih", "Wali Kota Prabumulih", "Mayor of Prabumulih"),
        ("Kabag Prokopim", "Kepala Bagian Protokol dan Komunikasi Pimpinan",
         "Head of the Protocol and Leadership Communication Division"),
        ("Kabid Aptika Dishub", "Kepala Bidang Aplikasi Informatika Dinas Perhubungan",
         "Head of the Informatics Applications Department of the Transportation Agency"),
        ("Kasubag Umum dan Kepegawaian", "Kepala Subbagian Umum dan Kepegawaian",
         "Head of the General Affairs and Personnel Sub-division"),
        ("Kepala Dinas Urusan Aneh", "Kepala Dinas Urusan Aneh", ""),
    ],
)  # fmt: skip
def test_posts_are_read_as_they_come(written: str, title: str, english: str) -> None:
    assert read_post(written).title == Bilingual(title, english)


@given(st.text(max_size=40))
def test_what_is_no_post_comes_back_letter_by_letter(text: str) -> None:
    post = read_post(text)
    assert post.known or post.title == Bilingual(" ".join(text.split()), "")


@pytest.mark.parametrize("text", ["Ka. Dinas", "Sekda", "Plt. Kabid IKP", "KADISKOMINFO", "Staf"])
def test_a_post_does_not_look_like_a_name(text: str) -> None:
    assert looks_like_post(text)


@pytest.mark.parametrize("text", ["Andi Saputra", "Dr. H. Nama Orang", "", "Kabupaten Ogan Ilir"])
def test_a_name_does_not_look_like_a_post(text: str) -> None:
    assert not looks_like_post(text)


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("Wakil Ketua II DPRD Kota A", "11e"),
        ("Waket 1 DPRD", "11e"),
        ("Danramil", "11k"),
        ("Danlanud A", "11f"),
        ("Kapolda A", "10g"),
        ("Pangdam III/Siliwangi", "10g"),
        ("Kajati A", "10g"),
        ("Ketua KPU Kota A", "11j"),
        ("Ketua KPU Provinsi A", "10k"),
        ("Kepala Perwakilan Bank Indonesia A", "11j"),
        ("Kepala Perwakilan BPK RI Provinsi A", "10k"),
        ("Ketua MUI Kabupaten A", "11i"),
        ("Wakil Ketua Komisi A DPRD", "11h"),
    ],
)
def test_whoever_the_law_names_has_the_place_that_it_gives(written: str, group: str) -> None:
    assert read_post(written).group == group


def test_a_post_that_was_held_is_that_post_formerly() -> None:
    post = read_post("mantan Walikota Bandung")
    assert post.title == Bilingual("Mantan Wali Kota Bandung", "Former Mayor of Bandung")
    assert (post.group, post.former, post.is_head) == (Group.REGION_HEAD, True, False)
    assert read_post("Mantan Penasihat").title == Bilingual("Mantan Penasihat", "")
    assert read_post("Mantan").former is False


def test_the_posts_offered_are_those_of_the_place() -> None:
    titles = [post.title.id for post in offered_posts("Prabumulih")]
    assert "Wali Kota Prabumulih" in titles
    assert "Kepala Dinas Perhubungan" in titles
    assert not [title for title in titles if "{" in title]
    assert len(titles) == len(set(titles))
