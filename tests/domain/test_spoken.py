"""How people are spoken of: by post and name, never by a guess."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.mc_lines import filled, lines_for, mc_lines
from kunjungan.domain.richtext import Span, fields_in, plain
from kunjungan.domain.spoken import (
    BLANK,
    address,
    greeting,
    joined,
    person_said,
    plain_speech,
    post_with_body,
)
from kunjungan.domain.visit_words import ItemKind

MAYOR = Bilingual("Wali Kota Prabumulih", "Mayor of Prabumulih")
FIELDS = (
    "greeting", "event", "day", "place", "guests", "programme", "title", "speaker", "until",
    "kind", "parties", "subject", "signatories",
)  # fmt: skip
"""What the MC's words may name."""


def test_a_name_is_bold_and_how_it_is_said_stands_slanted_behind_it() -> None:
    indonesian, english = person_said("Ridho Yahya", MAYOR, "Yang Terhormat Bapak", "RID-ho YAH-ya")
    assert plain(indonesian) == "Bapak Wali Kota Prabumulih, Ridho Yahya [RID-ho YAH-ya]"
    assert plain(english) == "Mr. Ridho Yahya [RID-ho YAH-ya], Mayor of Prabumulih"
    assert Span("Ridho Yahya", bold=True) in indonesian
    assert Span(" [RID-ho YAH-ya]", italic=True) in english


def test_without_a_form_of_address_nobody_is_called_bapak() -> None:
    indonesian, english = person_said("Ridho Yahya", MAYOR, "", "")
    assert plain(indonesian) == "Wali Kota Prabumulih, Ridho Yahya"
    assert plain(english) == "Ridho Yahya, Mayor of Prabumulih"


def test_a_name_to_come_is_room_to_write_it_and_nobody_guesses_how_it_is_said() -> None:
    for side in person_said("", MAYOR, "Ibu", "x"):
        assert BLANK in plain(side)
        assert "x" not in plain(side)


@pytest.mark.parametrize(
    ("honorific", "said"),
    [
        ("Yang Mulia Ibu", "H.E. Ms."),
        ("Yang Mulia", "H.E."),
        ("Bapak", "Mr."),
        ("Mrs.", "Mrs."),
        ("", ""),
        ("Datuk", "Datuk"),
    ],
)
def test_how_one_is_addressed_comes_from_what_is_on_record(honorific: str, said: str) -> None:
    assert address(honorific).en == said


@pytest.mark.parametrize(
    ("post", "body", "said"),
    [
        ("Sekretaris Daerah", "Pemerintah Kota Prabumulih", "Sekretaris Daerah Kota Prabumulih"),
        ("Sekretaris Daerah", "Pemkab Ogan Ilir", "Sekretaris Daerah Kabupaten Ogan Ilir"),
        ("Bupati Ogan Ilir", "Pemerintah Kabupaten Ogan Ilir", "Bupati Ogan Ilir"),
        ("Rektor", "Universitas Contoh", "Rektor Universitas Contoh"),
        ("Rektor", "", "Rektor"),
    ],
)
def test_a_post_says_whose_it_is_where_it_does_not_already(post: str, body: str, said: str) -> None:
    assert post_with_body(Bilingual(post, ""), Bilingual(body, "")).id == said


@pytest.mark.parametrize(
    ("at", "said"), [(9, "selamat pagi"), (11, "selamat siang"), (16, "selamat sore"),
                     (23, "selamat malam")]
)  # fmt: skip
def test_a_greeting_follows_the_clock(at: int, said: str) -> None:
    assert greeting(time(at, 30)).id == said


@given(st.lists(st.sampled_from(["A", "B, C", "D"]), min_size=1, max_size=4))
def test_who_is_named_together_is_named_whole(names: list[str]) -> None:
    said = joined([plain_speech(Bilingual(name, name)) for name in names])
    assert [plain(said[0]).count(name) >= names.count(name) for name in names]
    assert plain(said[0]).count(";") == (len(names) - 1 if len(names) > 2 else 0)


@pytest.mark.parametrize("kind", list(ItemKind))
def test_something_is_said_at_every_kind_of_item_and_no_field_stays_open(kind: ItemKind) -> None:
    known = {name: plain_speech(Bilingual(f"<{name}>", f"<{name}>")) for name in FIELDS}
    always = {name: known[name] for name in ("greeting", "event", "title", "until")}
    for values in (known, always):
        lines = list(lines_for(kind, values))
        assert lines
        for line in lines:
            for side in filled(line, values):
                assert "{" not in plain(side)


def test_the_english_takes_no_field_that_the_indonesian_words_do_not_ask_for() -> None:
    for line in mc_lines():
        assert set(fields_in(line.words.en)) <= set(line.fields), line.words.en
        assert set(line.fields) <= set(FIELDS)


def test_what_nobody_knows_is_left_out_not_said_with_a_hole() -> None:
    without = [line.words.id for line in lines_for(ItemKind.SPEECH, {"title": plain_speech(MAYOR)})]
    assert any("{title}" in words for words in without)
    assert not any("{speaker}" in words for words in without)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("H.E.", Bilingual("Yang Mulia", "H.E.")),
        ("H. E. Mr.", Bilingual("Yang Mulia Bapak", "H.E. Mr.")),
        ("Her Excellency Ms.", Bilingual("Yang Mulia Ibu", "H.E. Ms.")),
        ("Yang Mulia", Bilingual("Yang Mulia", "H.E.")),
        ("Helmi", Bilingual("Helmi", "Helmi")),
    ],
)
def test_an_excellency_is_called_so_in_both_languages(written: str, said: Bilingual) -> None:
    assert address(written) == said


def test_a_head_says_once_what_kind_of_region_it_is_of() -> None:
    city = Bilingual("Pemerintah Kota Kawasaki", "City of Kawasaki")
    mayor = post_with_body(Bilingual("Wakil Wali Kota", "Deputy Mayor"), city)
    assert mayor == Bilingual("Wakil Wali Kota Kawasaki", "Deputy Mayor, City of Kawasaki")
    regency = Bilingual("Pemkab Ogan Ilir", "Regency of Ogan Ilir")
    assert post_with_body(Bilingual("Bupati", "Regent"), regency).id == "Bupati Ogan Ilir"
    assert post_with_body(Bilingual("Camat", ""), regency).id == "Camat Kabupaten Ogan Ilir"


def test_an_ambassador_speaks_for_a_state_and_not_for_the_city_that_comes_along() -> None:
    city = Bilingual("Pemerintah Kota Kawasaki", "City of Kawasaki")
    post = Bilingual("Duta Besar Jepang", "Ambassador of Japan")
    assert post_with_body(post, city) == post
