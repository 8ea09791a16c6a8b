"""Posts of foreign guests, as their lists and ours write them."""

import pytest

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.capacity import Capacity
from kunjungan.domain.posts import read_post
from kunjungan.domain.protocol_groups import Group


@pytest.mark.parametrize(
    ("written", "title", "group"),
    [
        ("Ambassador of Japan", "Duta Besar Jepang", Group.AMBASSADORS),
        ("Deputy Mayor", "Wakil Wali Kota", Group.DEPUTY_HEAD),
        ("Vice Mayor of Kawasaki", "Wakil Wali Kota Kawasaki", Group.DEPUTY_HEAD),
        ("Chairman of the City Council", "Ketua Dewan Kota", Group.COUNCIL_CHAIR),
        ("Honorary Consul of France in Bandung", "Konsul Kehormatan Prancis di Bandung",
         Group.CONSULS),
        ("Consul General", "Konsul Jenderal", Group.CONSULS),
        ("Chargé d'Affaires a.i.", "Kuasa Usaha", Group.AMBASSADORS),
        ("Lieutenant Governor of California", "Wakil Gubernur California", Group.DEPUTY_GOVERNOR),
        ("H.E. the Mayor of Kawasaki", "Wali Kota Kawasaki", Group.REGION_HEAD),
        ("Speaker of the Kawasaki City Council", "Ketua Dewan Kota Kawasaki",
         Group.COUNCIL_CHAIR),
        ("Chairman, Kawasaki City Council", "Ketua Dewan Kota Kawasaki", Group.COUNCIL_CHAIR),
        ("Chairman of the City Council of Kawasaki", "Ketua Dewan Kota Kawasaki",
         Group.COUNCIL_CHAIR),
        ("President, University of Kawasaki", "Rektor Universitas Kawasaki", None),
        ("Director General", "Direktur Jenderal", Group.AGENCY_HEADS),
        ("Director General, Economic Bureau", "Direktur Jenderal, Economic Bureau",
         Group.AGENCY_HEADS),
        ("Director General of Asian Affairs, Ministry of Trade",
         "Director General of Asian Affairs, Ministry of Trade", Group.ECHELON_ONE),
        ("President of the University of Kawasaki", "Rektor Universitas Kawasaki", None),
    ],
)  # fmt: skip
def test_a_foreign_guest_ranks_by_a_post_in_english(
    written: str, title: str, group: Group | None
) -> None:
    post = read_post(written)
    assert (post.title, post.group) == (Bilingual(title, written), group)


def test_who_acts_for_a_foreign_head_or_was_one_is_told_from_the_head() -> None:
    acting, former = read_post("Acting Mayor of Kawasaki"), read_post("Former Mayor of Kawasaki")
    assert (acting.title.en, acting.capacity) == ("Mayor of Kawasaki", Capacity.PLT)
    assert former.title == Bilingual("Mantan Wali Kota Kawasaki", "Former Mayor of Kawasaki")
    assert former.former
    assert read_post("Former teacher").title == Bilingual("Former teacher", "")


@pytest.mark.parametrize(
    ("written", "english", "group"),
    [
        ("Duta Besar Jepang untuk Republik Indonesia", "Ambassador of Japan", Group.AMBASSADORS),
        ("Dubes Belanda", "Ambassador of the Netherlands", Group.AMBASSADORS),
        ("Duta Besar LBBP Korea Selatan", "Ambassador of the Republic of Korea",
         Group.AMBASSADORS),
        ("Konjen Australia di Surabaya", "Consul General of Australia in Surabaya", Group.CONSULS),
        ("Konsul Kehormatan Jerman", "Honorary Consul of Germany", Group.CONSULS),
    ],
)  # fmt: skip
def test_a_mission_is_said_in_english_with_the_english_name_of_its_country(
    written: str, english: str, group: Group
) -> None:
    post = read_post(written)
    assert (post.title.en, post.group) == (english, group)


def test_a_country_that_is_not_known_is_not_said_in_the_other_language() -> None:
    post = read_post("Duta Besar Ruritania")
    assert (post.title.en, post.group) == ("", Group.AMBASSADORS)


def test_the_body_behind_a_post_stays_with_it() -> None:
    post = read_post("Ambassador of Japan, Embassy of Japan")
    assert post.title.id == "Duta Besar Jepang, Embassy of Japan"
    assert post.group is Group.AMBASSADORS


def test_our_own_posts_are_read_as_before() -> None:
    assert read_post("Wali Kota Bandung").title.en == "Mayor of Bandung"
    assert read_post("Mayor Inf").group is None
