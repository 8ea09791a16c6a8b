import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kunjungan.documents.agreement import AgreementContent, Press, agreement_pdf
from kunjungan.domain.clauses import Level
from kunjungan.domain.originals import StampForm
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import plain, rich
from tests.documents.reading import (
    columns,
    operands_of,
    page_size_mm,
    places,
    rectangles_mm,
    unembedded_fonts,
    words,
)
from tests.documents.samples import AGREEMENT, BANDUNG, COPY, DRAFT, OGAN_ILIR, PRABUMULIH, piece
from tests.golden import MatchesGolden

ROOT = Path(__file__).parents[2]
THREE = replace(AGREEMENT, parties=(BANDUNG, PRABUMULIH, OGAN_ILIR), originals=3)
PRINT_HASH = (
    "import hashlib;from tests.documents.samples import AGREEMENT;"
    "from kunjungan.documents.agreement import agreement_pdf;"
    "print(hashlib.sha256(agreement_pdf(AGREEMENT)).hexdigest())"
)


def with_clause(indonesian: str, english: str = "", base: AgreementContent = AGREEMENT) -> bytes:
    pieces = (piece(Level.PARAGRAPH, indonesian, english, "(1)"),)
    return Press().set_agreement(replace(base, pieces=pieces)).pdf


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (AGREEMENT, "original"),
        (replace(DRAFT, paper=Paper.A4), "draft_a4"),
        (replace(THREE, pieces=AGREEMENT.pieces[-5:]), "three_parties"),
    ],
)
def test_golden_pages(
    press: Press, matches_golden: MatchesGolden, content: AgreementContent, name: str
) -> None:
    matches_golden(press.set_agreement(content).pdf, name)


@pytest.mark.parametrize("paper", Paper)
def test_pages_have_the_size_of_the_paper(press: Press, paper: Paper) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, paper=paper))
    for page in range(1, typeset.pages + 1):
        assert page_size_mm(typeset.pdf, page) == pytest.approx(paper.size_mm, abs=0.01)


def test_same_content_same_bytes_on_a_used_press_too(press: Press) -> None:
    first = press.set_agreement(AGREEMENT).pdf
    press.set_agreement(THREE)
    assert press.set_agreement(AGREEMENT).pdf == first == agreement_pdf(AGREEMENT)


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_same_bytes_in_another_process(seed: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PRINT_HASH],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == sha256(agreement_pdf(AGREEMENT)).hexdigest()


@pytest.mark.parametrize("content", [AGREEMENT, DRAFT, COPY, THREE])
def test_every_font_is_embedded(press: Press, content: AgreementContent) -> None:
    assert unembedded_fonts(press.set_agreement(content).pdf) == []


def test_the_file_is_printed_in_its_own_size_and_says_its_language() -> None:
    with pikepdf.open(BytesIO(agreement_pdf(AGREEMENT))) as document:
        assert document.Root.ViewerPreferences.PrintScaling == "/None"
        assert document.Root.Lang == "id-ID"
        assert "Sistem Pemerintahan" in str(document.docinfo.Title)
        assert all("/Trans" not in page for page in document.pages)


def test_every_paragraph_can_be_copied_verbatim_from_its_column(press: Press) -> None:
    left, right = columns(press.set_agreement(AGREEMENT).pdf)
    for each in AGREEMENT.pieces:
        assert plain(each.text[0]) in left
        assert plain(each.text[1]) in right
        assert each.marker[0] in left


def test_a_page_is_read_from_head_to_foot(press: Press) -> None:
    text = words(press.set_agreement(AGREEMENT).pdf, 1, 1)
    order = [
        "KESEPAKATAN BERSAMA",
        "MEMORANDUM OF UNDERSTANDING",
        "415.4/0127-KSD/2022",
        "119/0042/KB/2022",
        "Pada hari ini",
        "On this day",
        "Dengan memperhatikan",
        "Having regard",
        "Halaman 1 dari 6",
    ]
    assert sorted(order, key=text.index) == order


def test_the_two_sides_of_a_pair_begin_on_one_line(press: Press) -> None:
    typeset = press.set_agreement(AGREEMENT)
    first = {place.piece: place.page for place in reversed(typeset.places)}
    compared = 0
    for number, each in enumerate(AGREEMENT.pieces):
        starts = (" ".join(plain(side).split()[:2]) for side in each.text)
        left, right = (places(typeset.pdf, first[number], start) for start in starts)
        if len(left) == len(right) == 1:
            assert left[0][1] == pytest.approx(right[0][1], abs=0.1)
            assert left[0][0] < right[0][0]
            compared += 1
    assert compared > 40


def test_places_tell_where_each_clause_stands(press: Press) -> None:
    typeset = press.set_agreement(AGREEMENT)
    assert {place.piece for place in typeset.places} == set(range(len(AGREEMENT.pieces)))
    assert all(10 < place.top_mm < place.bottom_mm < 304 for place in typeset.places)
    assert [place.page for place in typeset.places] == sorted(p.page for p in typeset.places)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_page_but_the_signature_page_has_a_box_for_each_party(
    press: Press, count: int
) -> None:
    parties = (BANDUNG, PRABUMULIH, OGAN_ILIR, OGAN_ILIR)[:count]
    typeset = press.set_agreement(replace(AGREEMENT, parties=parties))
    for page in range(1, typeset.pages + 1):
        sizes = [(round(w, 2), round(h, 2)) for _, _, w, h in rectangles_mm(typeset.pdf, page)]
        expected = 0 if page == typeset.pages else count
        assert sizes.count((24.0, 11.0)) == expected


@pytest.mark.parametrize("form", [StampForm.ADHESIVE, StampForm.ELECTRONIC])
def test_the_stamp_box_stands_left_of_its_signature(press: Press, form: StampForm) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, stamp_form=form))
    (stamp,) = typeset.stamps
    assert (stamp.party, stamp.page) == (2, typeset.pages)
    assert (stamp.w_mm, stamp.h_mm) == pytest.approx((24, 28))
    box = (stamp.x_mm, stamp.y_mm, stamp.w_mm, stamp.h_mm)
    assert pytest.approx(box, abs=0.01) in rectangles_mm(typeset.pdf, stamp.page)
    assert ("METERAI" in words(typeset.pdf)) == (form is StampForm.ADHESIVE)
    ((name_at, _),) = places(typeset.pdf, typeset.pages, "RIDHO YAHYA")
    assert 106 < stamp.x_mm < name_at / 72 * 25.4


def test_without_duty_there_is_no_box(press: Press) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, stamp_form=StampForm.NONE))
    assert typeset.stamps == ()
    assert "METERAI" not in words(typeset.pdf)


@pytest.mark.parametrize(("side", "left"), [("left", "YANA MULYANA"), ("right", "RIDHO YAHYA")])
def test_the_first_party_signs_on_its_side(press: Press, side: str, left: str) -> None:
    first = "left" if side == "left" else "right"
    typeset = press.set_agreement(replace(AGREEMENT, first_signs=first))  # type: ignore[arg-type]
    ((at, _),) = places(typeset.pdf, typeset.pages, left)
    assert at < 305


def test_the_closing_and_all_signatures_share_a_page(press: Press) -> None:
    pdf = press.set_agreement(THREE).pdf
    last = words(pdf, 6)
    for text in ("Demikian Kesepakatan", "YANA MULYANA", "RIDHO YAHYA", "PANCA WIJAYA AKBAR"):
        assert text in last


def test_a_pending_number_leaves_a_rule_to_write_on(press: Press) -> None:
    pdf = press.set_agreement(THREE).pdf
    assert words(pdf, 1, 1).count("Nomor / Number :") == 3


def test_each_state_says_what_it_is_on_every_page(press: Press) -> None:
    original, draft, copy = (press.set_agreement(each).pdf for each in (AGREEMENT, DRAFT, COPY))
    assert "Asli 1 dari 2, untuk Pemerintah Kota Prabumulih" in words(original, 3, 3)
    assert "Original 1 of 2, for the Government of Prabumulih City" in words(original, 3, 3)
    assert "DRAF 4 / DRAFT 4" in words(draft, 3, 3)
    assert "31-08-2022 16.40" in words(draft, 3, 3)
    assert "SALINAN / COPY" in words(copy, 3, 3)
    assert "DRAF 4" not in words(original)
    assert [words(pdf, 3, 3).count("DRAF 4") for pdf in (original, draft)] == [0, 2]
    assert words(copy, 3, 3).count("SALINAN") == 2
    for pdf in (original, draft, copy):
        assert "Halaman 3 dari 6" in words(pdf, 3, 3)
        assert "Page 3 of 6" in words(pdf, 3, 3)
        assert "KB-2022-014 · Draf 4 · 3f2a9c1d" in words(pdf, 3, 3)


@pytest.mark.parametrize("content", [DRAFT, COPY])
def test_no_word_stands_on_an_emblem(press: Press, content: AgreementContent) -> None:
    pdf = press.set_agreement(content).pdf
    mark = "DRAF" if content is DRAFT else "SALINAN"
    bottoms = [bottom for _, bottom in places(pdf, 1, mark)]
    assert max(bottoms) > (330 - 18) / 25.4 * 72


def test_a_missing_translation_is_said_in_drafts_only() -> None:
    said = "[belum diterjemahkan / not yet translated]"
    assert said in words(with_clause("Hanya bahasa Indonesia.", base=DRAFT))
    assert said not in words(with_clause("Hanya bahasa Indonesia."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<b>tebal</b> & {x} {party.nope} **buka __juga",
        "Naskah bertanda kurung siku [a] dan garis miring \\ serta (kurung",
        "Şehir, Đà Nẵng, Łódź, Ærø",
        "Москва",
    ],
)
def test_text_is_printed_as_typed(text: str) -> None:
    pdf = with_clause(text, text)
    typed = plain(rich(text))
    left, right = columns(pdf)
    assert typed in left
    assert typed in right


@pytest.mark.parametrize(
    "text", ["w" * 5000, "厦门" * 200, "a\x00b\x07c\x1b", "\ud800", "\U0001f600"]
)
def test_no_text_stops_the_press(text: str) -> None:
    strange = (text, text)
    party = replace(BANDUNG, name=strange, government=strange, office=strange, number=text)
    content = replace(
        AGREEMENT,
        title=strange,
        subject=strange,
        parties=(party, PRABUMULIH),
        pieces=tuple(piece(level, text, text, text[:3]) for level in Level),
        reference=text[:40],
        printed_at=text[:40],
    )
    for state in (AGREEMENT, DRAFT):
        assert Press().set_agreement(replace(content, state=state.state)).pages >= 1


@pytest.mark.parametrize("count", [0, 1, 9])
def test_any_number_of_parties_gets_its_paper(press: Press, count: int) -> None:
    typeset = press.set_agreement(replace(AGREEMENT, parties=(PRABUMULIH,) * count))
    assert len(typeset.stamps) == count
    assert all(0 < stamp.x_mm < 190 and 0 < stamp.y_mm < 300 for stamp in typeset.stamps)


def test_characters_that_no_face_has_are_named_and_stay_in_the_text() -> None:
    pieces = (piece(Level.TEXT, "Kota ᚠᚢ sepakat.", "Runes"),)
    press, content = Press(), replace(AGREEMENT, pieces=pieces)
    first, typeset = press.set_agreement(content), press.set_agreement(content)
    assert first.missing == typeset.missing == ("ᚠ", "ᚢ")
    assert places(typeset.pdf, 1, "ᚠᚢ")


def test_emblems_are_printed_in_their_proportions(press: Press) -> None:
    file = BytesIO()
    Image.new("RGBA", (300, 100), (200, 30, 30, 255)).save(file, "PNG")
    wide = replace(BANDUNG, logo=file.getvalue())
    broken = replace(PRABUMULIH, logo=b"no picture at all")
    pdf = press.set_agreement(replace(AGREEMENT, parties=(wide, broken))).pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        drawn = list(operands_of(document.pages[0], "cm"))
    sizes = [(round(a / 72 * 25.4, 1), round(d / 72 * 25.4, 1)) for a, _, _, d, *_ in drawn]
    assert (21.0, 7.0) in sizes
    assert words(pdf).startswith("P KESEPAKATAN"), "a shield stands for the broken picture"


def test_foreign_papers_have_neither_emblems_nor_numbers(press: Press) -> None:
    pdf = press.set_agreement(replace(AGREEMENT, logos=False, numbers=False)).pdf
    assert "Nomor / Number" not in words(pdf)
    assert words(pdf).startswith("KESEPAKATAN BERSAMA")


def test_one_changed_clause_sets_the_others_from_what_is_kept(press: Press) -> None:
    before = press.set_agreement(AGREEMENT)
    *_, last = AGREEMENT.pieces
    changed = (*AGREEMENT.pieces[:-1], replace(last, text=(last.text[0], rich("Changed wholly."))))
    after = press.set_agreement(replace(AGREEMENT, pieces=changed))
    assert after.places[:20] == before.places[:20]
    assert "Changed wholly." in words(after.pdf)
