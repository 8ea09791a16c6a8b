"""Nothing is cut on cards of any language: bands, large words, certificates, cue cards."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.cards.content import Card, Certificate, Label, Sign
from kunjungan.documents.office.cue_cards_pdf import cue_cards_pdf
from kunjungan.documents.office.mc_content import How, Paragraph, Script, ScriptItem, ScriptSession
from kunjungan.domain.badge_roles import badge_roles
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import Span
from kunjungan.domain.visit_words import Tongue
from tests.documents.card_reading import (
    a_badge,
    a_card,
    a_sheet,
    all_words,
    printed,
    said,
    words_on,
)

USES = [(sheet, use) for sheet in shipped_sheets() for use in sheet.uses]
LETTERS = "abdegiklmnoprstuwy AHR.,'éÁđŁłşñøÐ"
NAMES = st.text(LETTERS, min_size=1, max_size=90).filter(lambda text: text.strip(" .,'"))
FIVE = "Prof. Dr. Ir. H. Raden Mas Contoh Kusumawardhana Hadisumarto, S.T., M.Si., M.P.A., Ph.D."


def bare(text: str) -> str:
    return "".join(text.replace("lipat / fold", "").split())


def in_both(card: Card, english: str) -> Card:
    """A card with words in a second language wherever it has words."""
    if isinstance(card, Certificate):
        return replace(
            card, title=(*card.title, *said("", english)[1:]), post=(said("Pos", english),)
        )
    post = said("Jabatan", english)
    if isinstance(card, Label | Sign):
        return replace(card, small=(post,), big=(*card.big, *said("", english)[1:]))
    name = {"post": (post,)} if hasattr(card, "post") else {"small": (post,)}
    return replace(card, **name)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(NAMES, NAMES, st.sampled_from(USES))
def test_no_letter_of_either_language_is_left_out_or_beyond_its_own_card(
    name: str, english: str, target: tuple[LabelSheet, str]
) -> None:
    sheet, use = target
    cards = [in_both(a_card(use, str(n), name, "Pos"), english) for n in range(2)]
    made = printed(cards, sheet)
    own = [bare(words_on(made.pdf, sheet, number)) for number in range(2)]
    for letters in own:
        assert bare(name) in letters
        assert bare(english).casefold() in letters.casefold()
    assert sorted("".join(own)) == sorted(bare(all_words(made.pdf)))


@pytest.mark.parametrize("role", badge_roles(()), ids=lambda role: role.word.id)
@pytest.mark.parametrize("slug", ["a4-8", "roll-50x80", "vehicle-a4"])
def test_a_band_says_its_word_in_both_languages_once(role: object, slug: str) -> None:
    word = next(each.word for each in badge_roles(()) if each == role)
    badge = a_badge("1", "Nama")
    band = replace(badge.band, word=said(word.id, word.en))
    sheet = a_sheet(slug)
    card: Card = replace(badge, band=band)
    if "vehicle" in sheet.uses:
        card = Sign(key="1", event=badge.event, big=said("Kota"), small=(), band=band)
    words = words_on(printed([card], sheet).pdf, sheet, 0)
    assert (word.id if word.id == word.en else f"{word.id} / {word.en}") in words
    assert words.count(word.id) == 1 or word.id == "MEDIA"


@pytest.mark.parametrize("name", ["Kota Palembang", "Kota Pontianak"])
@pytest.mark.parametrize("slug", ["vehicle-a4", "vehicle-f4", "vehicle-a5"])
def test_a_large_name_shrinks_a_little_rather_than_part_kota_from_its_city(
    name: str, slug: str
) -> None:
    sheet = a_sheet(slug)
    made = printed([a_card("vehicle", "1", name, "Kendaraan 1")], sheet)
    with pypdfium2.PdfDocument(made.pdf) as document:
        layer = document[0].get_textpage()
        text = layer.get_text_range()
        city = text.index(name.split()[1])
        feet = [layer.get_charbox(at)[1] for at in (text.rindex("Kota", 0, city), city)]
    assert feet[0] == pytest.approx(feet[1], abs=2.0)


def test_a_certificate_for_five_titles_keeps_every_word_easy_to_read() -> None:
    sheet = a_sheet("certificate-a4")
    card = a_card("certificate", "1", FIVE, "Kepala Dinas Pekerjaan Umum dan Penataan Ruang")
    assert isinstance(card, Certificate)
    both = replace(
        card,
        title=said("PIAGAM PENGHARGAAN", "CERTIFICATE OF APPRECIATION"),
        given=said("diberikan kepada", "is presented to"),
        post=(said("Kepala Dinas Pekerjaan Umum", "Head of the Agency for Public Works"),),
        text=said("atas partisipasinya dalam kegiatan " * 4, "for taking part in the visit " * 4),
    )
    assert printed([both], sheet).small == ()


def speech(words: str) -> tuple[Span]:
    return (Span(words),)


def a_script(title: Bilingual, count: int, language: Tongue) -> Script:
    """A script of one item in which so many are greeted."""
    greeted = [
        Paragraph(speech(f"Bapak nomor {n}q"), speech(f"Mr. number {n}q"), How.GREET)
        for n in range(count)
    ]
    opening = Paragraph(speech("Yang saya hormati:"), speech("The Honourable:"))
    item = ScriptItem("1", "08.30", Bilingual("Sapaan", "Salutations"), (opening, *greeted),
                      needs="Mikrofon")  # fmt: skip
    session = ScriptSession(title, (item,))
    return Script(Bilingual("N", "S"), (), (session,), language, Paper.A4, "kaki")


def halves(pdf: bytes) -> list[str]:
    """What stands on each cue card, two on a sheet."""
    document, found = pypdfium2.PdfDocument(pdf), list[str]()
    for page in document:
        wide, high = page.get_size()
        layer = page.get_textpage()
        for left in (0.0, wide / 2):
            text = layer.get_text_bounded(left, 0, left + wide / 2, high)
            found.append(" ".join(text.split()))
        layer.close()
        page.close()
    document.close()
    return found


@settings(max_examples=15, deadline=None)
@given(
    st.text("abegiknrtuAHS ", min_size=1, max_size=120).filter(str.strip),
    st.text("abegiknrtuAHS ", min_size=1, max_size=120).filter(str.strip),
)
def test_the_session_at_the_corner_of_a_cue_card_is_never_cut(first: str, second: str) -> None:
    script = a_script(Bilingual(first.strip(), second.strip()), 1, "both")
    card = bare(halves(cue_cards_pdf(script).pdf)[0])
    assert bare(first) in card
    assert bare(second) in card
    assert "…" not in card


def test_each_language_has_its_own_cue_cards_where_one_does_not_hold_both() -> None:
    session = Bilingual("Sesi", "Session")
    few = halves(cue_cards_pdf(a_script(session, 3, "both")).pdf)
    assert "Bapak nomor 2q" in few[0]
    assert "Mr. number 2q" in few[0]
    for card in halves(cue_cards_pdf(a_script(session, 17, "both")).pdf):
        assert not ("Bapak nomor" in card and "Mr. number" in card)
        assert "The Honourable" not in card or "Salutations" in card
    all_of = " ".join(halves(cue_cards_pdf(a_script(session, 17, "both")).pdf))
    assert all(f"nomor {n}q" in all_of and f"number {n}q" in all_of for n in range(17))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 40), st.sampled_from(["id", "en", "both"]))
def test_no_cue_card_ends_with_the_words_before_a_list_nor_begins_with_a_note(
    count: int, language: Tongue
) -> None:
    cards = halves(cue_cards_pdf(a_script(Bilingual("S", "S"), count, language)).pdf)
    for card in cards:
        said_last = card.partition(" lanjut ke")[0].partition(" continues on")[0]
        assert not said_last.endswith(("hormati:", "Honourable:"))
        assert not card.replace("08.30 (lanjutan) S ", "").startswith(("Siapkan", "Have ready"))
