"""Cards: every word in its own place, readable codes and bands, nothing cut, free labels kept."""

from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf.pdfa import validate_written
from PIL import Image

from kunjungan.documents.cards.sheets import box_of
from kunjungan.domain.badge_roles import BadgeRole, badge_roles
from kunjungan.domain.label_sheets import LabelSheet, shipped_sheets
from tests.documents.card_reading import (
    CODE,
    EMBLEM,
    a_badge,
    a_card,
    a_sheet,
    all_words,
    picture,
    printed,
    renamed,
    words_on,
)
from tests.golden import MatchesGolden

LONG = "Prof. Dr. Ir. Raden Mas Haryo Kusumaningrat Wirjosoedirdjo, S.T., M.Sc., Ph.D., IPU."
POST = "Kepala Badan Perencanaan Pembangunan Daerah, Penelitian dan Pengembangan"
USES = [(sheet, use) for sheet in shipped_sheets() for use in sheet.uses]
NAMES = st.text(st.sampled_from("abdegiklmnoprstuwy AHR.,'é"), min_size=1, max_size=90).filter(
    lambda text: text.strip(" .,'")
)


@pytest.mark.parametrize(("sheet", "use"), USES, ids=lambda each: getattr(each, "slug", each))
def test_every_card_says_its_own_name_and_post_in_its_own_place(
    sheet: LabelSheet, use: str
) -> None:
    count = sheet.per_page + 1
    names = [f"Nama{number} {LONG}" for number in range(count)]
    cards = [a_card(use, str(n), name, f"Jabatan{n} {POST}") for n, name in enumerate(names)]
    made = printed(cards, sheet)
    assert made.pages == 2
    for number in range(count):
        found = words_on(made.pdf, sheet, number)
        for word in (*LONG.split(), *POST.split(), f"Nama{number}", f"Jabatan{number}"):
            assert word in found
        others = {f"Nama{other} " for other in range(count) if other != number}
        assert not [other for other in others if other in found]


@settings(max_examples=25, deadline=None)
@given(NAMES, NAMES, st.sampled_from(USES))
def test_no_letter_of_a_card_is_left_out_or_beyond_its_edge(
    name: str, post: str, target: tuple[LabelSheet, str]
) -> None:
    sheet, use = target
    made = printed([a_card(use, "1", name, post)], sheet)
    letters, everything = (
        "".join(text.replace("lipat / fold", "").split())
        for text in (words_on(made.pdf, sheet, 0), all_words(made.pdf))
    )
    for said in (name, post):
        assert "".join(said.split()) in letters
    assert sorted(letters) == sorted(everything)


def test_a_long_name_wraps_then_shrinks_and_only_then_is_told() -> None:
    sheet = a_sheet("a4-8")
    names = ["Ridho Yahya", "Panca Wijaya Akbar Kusumaningrat", LONG, " ".join([LONG] * 8)]
    cards = [a_badge(str(number), name) for number, name in enumerate(names)]
    assert printed([*cards], sheet).small == ("3",)


def test_a_word_that_fits_no_line_goes_on_in_the_next_and_is_told() -> None:
    sheet = a_sheet("a4-8")
    made = printed([a_badge("1", "Ab" * 90)], sheet)
    assert made.small == ("1",)
    assert "Ab" * 90 in words_on(made.pdf, sheet, 0).replace(" ", "")


@pytest.mark.parametrize("slug", ["a4-8", "a4-10", "a4-4", "roll-50x80", "a4-8-label"])
def test_codes_are_read_again_and_have_four_modules_of_white(slug: str) -> None:
    sheet = a_sheet(slug)
    page = picture(printed([a_badge("1", LONG, POST)], sheet).pdf, 300, grey=True)
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == CODE
    corner, other = found.position.top_left, found.position.bottom_right
    module = (other.x - corner.x) / 25
    white = 4 * module - 1
    around = page.crop(
        (int(corner.x - white), int(corner.y - white), int(other.x + white), int(other.y + white))
    )
    code = white - 3
    inner = (code, code, around.width - code, around.height - code)
    around.paste(255, tuple(map(round, inner)))  # type: ignore[arg-type]
    assert min(around.tobytes()) > 240
    assert module * 25.4 / 300 >= 0.39


@pytest.mark.parametrize("role", badge_roles(()), ids=lambda role: role.word.id)
def test_role_bands_are_readable_in_grey(role: BadgeRole) -> None:
    kind = min(role.roles)
    sheet = a_sheet("a4-8")
    page = picture(printed([a_badge("1", "Nama", kind=kind)], sheet).pdf, 200, grey=True)
    box, scale = box_of(sheet, 0), 200 / 72
    band = page.crop(
        (
            int(box.left * scale) + 4,
            int(page.height - (box.bottom + 15) * scale),
            int(box.right * scale) - 4,
            int(page.height - box.bottom * scale) - 4,
        )
    )
    shades = sorted(band.tobytes())
    assert _contrast(shades[0], shades[-1]) >= 4.5
    made = printed([a_badge("1", "Nama", kind=kind)], sheet)
    assert role.word.id in words_on(made.pdf, sheet, 0)


def _contrast(dark: float, light: float) -> float:
    def luminance(grey: float) -> float:
        part = grey / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return (luminance(light) + 0.05) / (luminance(dark) + 0.05)


def test_a_label_printer_gets_black_and_white_alone() -> None:
    page = picture(printed([a_badge("1", "Nama")], a_sheet("roll-50x80")).pdf, 150)
    red, green, blue = page.convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_printing_begins_at_the_first_free_label() -> None:
    sheet = a_sheet("a4-8")
    made = printed([a_badge(str(n), f"Nama{n}") for n in range(4)], sheet, first=6)
    assert made.pages == 2
    assert [words_on(made.pdf, sheet, place) for place in range(5)] == [""] * 5
    assert ["Nama" in words_on(made.pdf, sheet, place) for place in range(5, 9)] == [True] * 4


def test_an_offset_moves_every_card_by_so_many_millimetres() -> None:
    sheet = a_sheet("a4-21")
    cards = [a_card("place", "1", "Nama", "Jabatan")]
    plain, moved = (
        picture(printed([*cards], each).pdf, 254, grey=True)
        for each in (sheet, renamed(sheet, offset_x=3.0, offset_y=2.0))
    )
    left, top, right, bottom = plain.point(lambda grey: 255 - grey).getbbox() or (0, 0, 0, 0)
    now = moved.point(lambda grey: 255 - grey).getbbox()
    assert now is not None
    want = (left + 30, top + 20, right + 30, bottom + 20)
    assert all(abs(one - other) <= 1 for one, other in zip(now, want, strict=True))


def test_both_faces_of_a_tent_are_the_same_one_turned_upside_down() -> None:
    sheet = a_sheet("tent-a4")
    page = picture(
        printed([a_card("tent", "1", "RIDHO YAHYA", "WALI KOTA PRABUMULIH")], sheet).pdf, 72,
        grey=True,
    )  # fmt: skip
    half = page.height // 2
    back = page.crop((0, 0, page.width, half - 8)).transpose(Image.Transpose.ROTATE_180)
    front = page.crop((0, page.height - half + 8, page.width, page.height))
    assert min(front.tobytes()) < 60
    far = sum(abs(a - b) for a, b in zip(back.tobytes(), front.tobytes(), strict=True))
    assert far / len(back.tobytes()) < 2.0


def test_a_tent_in_three_parts_leaves_its_foot_white() -> None:
    sheet = a_sheet("tent-a4-3")
    made = printed([a_card("tent", "1", LONG, POST)], sheet)
    page = picture(made.pdf, 72, grey=True)
    foot = page.crop((0, page.height * 2 // 3 + 6, page.width, page.height))
    assert foot.getextrema() == (255, 255)


def test_cut_marks_are_left_out_where_they_are_not_wanted() -> None:
    from kunjungan.documents.cards.sheets import CardsPrint, cards_pdf  # noqa: PLC0415

    cards, sheet = [a_badge("1", "Nama")], a_sheet("a4-8")
    marked, bare = (
        cards_pdf([*cards], sheet, CardsPrint("x", "y", guides=guides)).pdf
        for guides in (True, False)
    )
    box = picture(bare, 72, grey=True).point(lambda grey: 255 - grey).getbbox()
    other = picture(marked, 72, grey=True).point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    assert other is not None
    assert other[1] < box[1]


@pytest.mark.parametrize("use", ["badge", "tent", "place", "vehicle", "certificate"])
def test_cards_are_kept_as_pdf_a(use: str) -> None:
    sheet = next(sheet for sheet in shipped_sheets() if use in sheet.uses)
    made = printed([a_card(use, "1", "Nguyễn Thị Khai 王", "Wali Kota")], sheet)
    assert validate_written(BytesIO(made.pdf), "3b").findings == []


@pytest.mark.parametrize("use", ["badge", "tent", "place", "folder", "vehicle", "certificate"])
def test_cards_look_as_they_were_seen(use: str, matches_golden: MatchesGolden) -> None:
    sheet = next(sheet for sheet in shipped_sheets() if use in sheet.uses)
    cards = [
        a_card(use, "1", "Ir. H. Ridho Yahya, M.M.", "Wali Kota Prabumulih"),
        a_card(use, "2", LONG, POST),
    ]
    matches_golden(printed(cards, sheet).pdf, f"cards-{use}")


def test_an_emblem_in_its_own_colours_is_on_every_card_and_a_broken_one_is_drawn() -> None:
    file = BytesIO()
    Image.new("RGB", (40, 50), (0, 200, 0)).save(file, "PNG")
    sheet = a_sheet("a4-8")
    for logo, shown in ((file.getvalue(), 2), (b"no picture", 0)):
        emblem = replace(EMBLEM, logo=logo)
        cards = [replace(a_badge(str(n), f"Nama{n}"), emblem=emblem) for n in range(2)]
        page = picture(printed([*cards], sheet).pdf, 72).convert("RGB")
        halves = (page.crop((0, 0, 297, 200)), page.crop((298, 0, 595, 200)))
        found = [(0, 200, 0) in set(half.get_flattened_data()) for half in halves]
        assert found.count(True) == shown
