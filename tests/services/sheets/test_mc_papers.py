"""The MC's script and cue cards: filled from the rundown, the guests and the agreements."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from kunjungan.domain.paper import Paper
from kunjungan.domain.visit_words import ItemKind, Tongue
from kunjungan.services.day_papers.made import Wish
from kunjungan.services.day_papers.mc import cue_cards, mc_script
from kunjungan.services.day_papers.signing import make as signing_cards
from kunjungan.services.guests.participants import participants
from kunjungan.services.office import Office
from kunjungan.services.representing import represent
from kunjungan.services.rundown.items import edit_item, item_form
from kunjungan.services.rundown.lines import list_items
from kunjungan.services.visiting.sessions import edit_session, session_form
from tests.builders import a_visit
from tests.golden import MatchesGolden
from tests.services.sheets.case import Day, words


def test_the_script_is_as_it_was(day: Day, matches_golden: MatchesGolden) -> None:
    matches_golden(mc_script(day.office, day.wish(paper=Paper.A4)).pdf, "mc-script")


def test_the_cards_are_as_they_were(day: Day, matches_golden: MatchesGolden) -> None:
    wish = day.wish("id", Paper.A4)
    matches_golden(cue_cards(day.office, wish).pdf, "mc-cards")


def test_whoever_is_greeted_stands_in_order_with_post_address_and_how_the_name_is_said(
    day: Day,
) -> None:
    said = words(mc_script(day.office, day.wish("id")))
    greeted = said[said.index("Yang saya hormati:") : said.index("hadirin yang berbahagia")]
    assert "1. Bapak Wali Kota Bandung, Yana Mulyana [YA-na mul-YA-na]" in greeted
    order = [greeted.index(post) for post in ("Wali Kota Bandung", "Wali Kota Prabumulih",
             "Sekretaris Daerah", "Asisten", "Kepala Dinas")]  # fmt: skip
    assert order == sorted(order)
    assert "Sekretaris Daerah Kota Prabumulih, ____" in greeted
    assert "menyusul" not in greeted


def test_the_signing_names_what_is_signed_between_whom_and_by_whom(day: Day) -> None:
    said = words(mc_script(day.office, day.wish()))
    assert (
        "penandatanganan Kesepakatan Bersama antara Pemerintah Kota Bandung dan Pemerintah Kota "
        "Prabumulih tentang Penerapan SPBE" in said
    )
    assert "on the Implementation of SPBE" in said
    assert "Wali Kota Prabumulih, Ridho Yahya [RID-ho YAH-ya] menuju meja" in said


@pytest.mark.parametrize(("language", "said", "unsaid"),
                         [("id", "Hadirin dimohon berdiri", "Please rise"),
                          ("en", "Please rise", "Hadirin kami persilakan")])  # fmt: skip
def test_one_language_alone_can_be_read(day: Day, language: str, said: str, unsaid: str) -> None:
    read = words(mc_script(day.office, day.wish(language)))  # type: ignore[arg-type]
    assert said in read
    assert unsaid not in read


def test_a_session_that_nobody_opens_begins_with_whom_to_greet(day: Day) -> None:
    wish = replace(day.wish("id"), session_id=day.lunch)
    said = words(mc_script(day.office, wish))
    assert (
        said.index("Daftar sapaan") < said.index("Panca Wijaya Akbar") < said.index("Makan siang")
    )


def test_nobody_who_stays_away_is_called_out_without_a_warning(day: Day) -> None:
    papers = (mc_script, cue_cards, signing_cards)
    assert [make(day.office, day.wish()).warnings for make in papers] == [(), (), ()]
    guests = participants(day.office, day.signing.visit)
    [mayor] = [one.id for one in guests if one.name.plain == "Ridho Yahya"]
    [secretary] = [one.id for one in guests if one.title.id.startswith("Sekretaris Daerah")
                   and one.delegation_id == day.signing.delegation]  # fmt: skip
    represent(day.office, mayor, secretary)
    for make in papers:
        told = make(day.office, day.wish()).warnings
        assert {each.values["name"] for each in told} == {"Ridho Yahya"}, make


def test_what_is_for_operators_only_is_not_read_out(day: Day) -> None:
    day.signing.add("08.00", 10, "Cek mikrofon", shown=False, kind=ItemKind.OTHER)
    assert "Cek mikrofon" not in words(mc_script(day.office, day.wish()))


def test_every_item_has_a_card_of_its_key_and_a_few_can_be_printed_alone(day: Day) -> None:
    items = [line for line in list_items(day.office, day.signing.visit) if line.shown]
    made = cue_cards(day.office, day.wish(paper=Paper.A4))
    keys = {line.id.hex for line in items}
    assert set(made.marks) == {*keys, f"salutations:{day.lunch.hex}"}
    some = frozenset(list(made.marks)[2:4])
    few = cue_cards(day.office, replace(day.wish(paper=Paper.A4), only=some))
    assert set(few.marks) == some
    assert all(few.marks[key] == made.marks[key] for key in some)
    assert few.pages < made.pages


def test_a_moved_item_changes_its_own_card_and_that_which_announces_it(day: Day) -> None:
    before = cue_cards(day.office, day.wish())
    line = list_items(day.office, day.signing.visit)[5]
    form = item_form(day.office, line.id)
    edit_item(day.office, line.id, replace(form, title_id="Pemutaran film"))
    after = cue_cards(day.office, day.wish())
    changed = {key for key, mark in after.marks.items() if before.marks[key] != mark}
    order = list(after.marks)
    opening = next(item.id.hex for item in list_items(day.office, day.signing.visit)
                   if item.kind is ItemKind.OPENING)  # fmt: skip
    at = order.index(line.id.hex)
    assert changed == {order[at - 1], order[at], opening}


def test_two_cards_of_a5_fill_a_sheet_that_lies_across(day: Day) -> None:
    pages = PdfReader(BytesIO(cue_cards(day.office, day.wish(paper=Paper.A4)).pdf)).pages
    assert float(pages[0].mediabox[2]) == pytest.approx(297 / 25.4 * 72, abs=0.1)
    assert "Registrasi" in pages[0].extract_text()
    assert "Memasuki ruangan" in pages[0].extract_text()


@pytest.mark.parametrize("make", [mc_script, cue_cards])
def test_without_a_rundown_it_says_what_to_do(office: Office, make: object) -> None:
    made = make(office, Wish(visit_id=a_visit(office)))  # type: ignore[operator]
    assert made.pages == 0
    assert "rundown" in made.blockers[0].message


@pytest.mark.parametrize("language", ["id", "both"])
def test_the_title_of_a_session_never_runs_off_the_top_of_a_card(
    day: Day, language: Tongue
) -> None:
    form = session_form(day.office, day.signing.session)
    long = replace(form, title_id="Sesi yang panjang " * 14, title_en="A long session " * 14)
    edit_session(day.office, day.signing.session, long, [day.signing.delegation])
    heights = list[float]()

    def seen(text: str, _: object, matrix: list[float], *__: object) -> None:
        heights.extend([matrix[5]] if text.strip() else [])

    pages = PdfReader(BytesIO(cue_cards(day.office, day.wish(language, Paper.A4)).pdf)).pages
    for page in pages:
        page.extract_text(visitor_text=seen)
    assert max(heights) < float(pages[0].mediabox.height) - 7 * 72 / 25.4  # 7 mm stay white
    assert "Sesi yang panjang" in words(cue_cards(day.office, day.wish(language)))


def test_the_programme_that_is_read_out_keeps_the_name_of_the_country(day: Day) -> None:
    anthem = next(line for line in list_items(day.office, day.signing.visit)
                  if line.kind is ItemKind.ANTHEM)  # fmt: skip
    form = item_form(day.office, anthem.id)
    edit_item(day.office, anthem.id, replace(form, title_id="Indonesia Raya"))
    said = words(mc_script(day.office, day.wish("id")))
    assert "acara hari ini: Indonesia Raya; " in said
