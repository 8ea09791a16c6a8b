"""The heads: emblems, titles and numbers of few or many parties, at home and abroad."""

from dataclasses import replace
from itertools import combinations

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import ImageOps

from kunjungan.documents.agreement import AgreementContent, Press, State
from kunjungan.documents.parts import emblems
from kunjungan.documents.parts.emblems import Emblems
from kunjungan.documents.parts.head import head_for
from kunjungan.documents.parts.state_marks import draw_watermark
from kunjungan.documents.pdf.finishing import finished
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import LOGO_HEIGHT, LOGO_WIDTH, MM, Sheet, sheet_for
from kunjungan.domain.clauses import Level
from kunjungan.domain.paper import Paper
from tests.documents.file_samples import in_sequence, volume
from tests.documents.reading import places, stretches, words
from tests.documents.samples import ABROAD, AGREEMENT, BANDUNG, PRABUMULIH, between, parties, piece

FACES = FaceCase()
LONG_NAME = ("Pemerintah Kabupaten Kepulauan Tanimbar Utara Daya " * 3)[:109].strip()
LONG_TITLE = ("Penerapan Sistem Pemerintahan Berbasis Elektronik " * 6)[:257].strip()

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""


def emblem_boxes(
    sheet: Sheet, content: AgreementContent, monkeypatch: pytest.MonkeyPatch
) -> list[Box]:
    boxes: list[Box] = []

    def note(_: Ink, __: object, x: float, top: float, width: float) -> None:
        boxes.append((x, top - width * LOGO_HEIGHT / LOGO_WIDTH, x + width, top))

    monkeypatch.setattr(emblems, "draw_emblem", note)
    Emblems(sheet, content).draw(Ink(FACES, sheet.width, sheet.height), sheet.top)
    return boxes


@pytest.mark.parametrize("count", range(1, 19))
@pytest.mark.parametrize("columns", [1, 2])
def test_emblems_stand_equally_high_and_apart_within_the_text(
    count: int, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = sheet_for(Paper.A4, columns)
    boxes = emblem_boxes(sheet, between(count), monkeypatch)
    assert len(boxes) == count
    assert len({round(right - left, 3) for left, _, right, _ in boxes}) == 1
    assert min(box[2] - box[0] for box in boxes) >= 12 * MM
    for left, _, right, top in boxes:
        assert sheet.left - 0.1 <= left < right <= sheet.right + 0.1
        assert top <= sheet.top
    for one, other in combinations(boxes, 2):
        across = max(one[0], other[0]) - min(one[2], other[2])
        high = max(one[1], other[1]) - min(one[3], other[3])
        assert max(across, high) >= 3.5 * MM


@pytest.mark.parametrize("count", [3, 5, 7, 11, 18])
def test_rows_of_emblems_are_centred_and_evenly_filled(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = sheet_for(Paper.F4)
    boxes = emblem_boxes(sheet, between(count), monkeypatch)
    rows = [[box for box in boxes if box[3] == top] for top in sorted({box[3] for box in boxes})]
    assert max(map(len, rows)) - min(map(len, rows)) <= 1
    for row in rows:
        assert (row[0][0] + row[-1][2]) / 2 == pytest.approx(sheet.middle)


@pytest.mark.parametrize("state", [State.DRAFT, State.COPY])
@pytest.mark.parametrize("count", [2, 3, 11, 18])
@pytest.mark.parametrize("paper", Paper)
def test_no_mark_of_a_draft_or_copy_lies_over_an_emblem(
    state: State, count: int, paper: Paper
) -> None:
    content = replace(between(count), paper=paper, state=state, draft_no=12345)
    sheet = sheet_for(paper)
    head = head_for(FACES, sheet, content)
    assert head.clear <= sheet.top - Emblems(sheet, content).height + 0.1
    assert watermark_top(sheet, content, head.clear) <= head.clear
    assert sheet.height - 11.5 * MM > sheet.top + 5 * MM, "the words above stand in the margin"


def watermark_top(sheet: Sheet, content: AgreementContent, clear: float) -> float:
    """The highest dark spot of the word across a page, in points."""
    ink = Ink(FACES, sheet.width, sheet.height)
    with ink.artifact("Pagination"):
        draw_watermark(ink, sheet, content, clear)
    ink.next_page()
    document = pypdfium2.PdfDocument(finished(ink, content))
    box = ImageOps.invert(document[0].render(scale=1, grayscale=True).to_pil()).getbbox()
    document.close()
    assert box is not None
    return sheet.height - float(box[1])


@pytest.mark.parametrize("count", [2, 3, 4, 11, 18])
def test_every_name_stands_whole_in_the_title(press: Press, count: int) -> None:
    text = words(press.set_agreement(between(count)).pdf, 1, 1)
    title = text[: text.index("Nomor / Number")]
    at = [title.index(party.government[0]) for party in parties(count)]
    assert at == sorted(at)
    assert title.count("DENGAN") == 1
    assert title.index("ANTARA") < at[0]
    assert at[-2] < title.index("DENGAN") < at[-1] < title.index("TENTANG")
    for party in parties(count):
        assert party.government[1] in title


@pytest.mark.parametrize("count", [3, 5, 11, 18])
def test_no_name_is_parted_where_it_fits_a_line(press: Press, count: int) -> None:
    pdf = press.set_agreement(between(count)).pdf
    for party in parties(count):
        (_, first), (_, last) = stretches(pdf, 1, party.government[0])[0]
        assert first == last


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [2, 4, 18])
@pytest.mark.parametrize("alone", [False, True])
def test_the_longest_names_and_titles_stand_whole_in_the_head_and_no_page_is_left(
    press: Press, paper: Paper, count: int, alone: bool
) -> None:
    long = tuple(replace(p, government=(LONG_NAME, LONG_NAME)) for p in parties(count))
    content = replace(between(count), parties=long, subject=(LONG_TITLE, LONG_TITLE), paper=paper)
    typeset = press.set_agreement(volume(content, 0) if alone else content)
    begin = min(place.page for place in typeset.places)
    text = words(typeset.pdf, 1, begin)
    assert text.count(LONG_NAME.upper()) >= count + 1 - begin
    assert text.count("TANIMBAR") == 2 * count
    assert LONG_TITLE.upper() in text
    assert begin == 1 or count == 18
    assert typeset.overflows == ()
    for page in range(1, begin + 1):
        for x, y in places(typeset.pdf, page, LONG_NAME.split()[0].upper()):
            assert 22 * MM <= x <= 190 * MM
            assert y > sheet_for(paper).bottom


def test_a_word_wider_than_the_title_is_cut_and_reported(press: Press) -> None:
    monster = "W" * 300
    content = replace(AGREEMENT, subject=(monster, "short"))
    typeset = press.set_agreement(content)
    assert [(each.what, each.text, each.page) for each in typeset.overflows] == [
        ("head", monster, 1)
    ]
    assert monster in words(typeset.pdf, 1, 1)


def test_a_heading_cut_inside_a_word_is_read_as_it_was_typed(press: Press) -> None:
    for title in ("w" * 300, "廈門市人民政府" * 6):
        article = piece(Level.ARTICLE, title, title, "Pasal 1")
        typeset = press.set_agreement(volume(replace(AGREEMENT, pieces=(article,)), 0))
        assert f"Pasal 1 {title}" in words(typeset.pdf, 1, 1)


def test_a_long_number_is_broken_after_its_strokes_and_stays_on_the_sheet(press: Press) -> None:
    number = "415.4/0127-KSD/DPMPTSP-NAKERTRANS/KAB.KEPULAUAN-TANIMBAR/SEKRETARIAT/IX/2022/ASLI"
    long = replace(BANDUNG, number=number, government=("Kepulauan Tanimbar Utara", "it"))
    pdf = press.set_agreement(replace(AGREEMENT, parties=(long, PRABUMULIH))).pdf
    ((left, above),) = places(pdf, 1, "415.4/0127-KSD/DPMPTSP")
    ((same, below),) = places(pdf, 1, "SEKRETARIAT/IX")
    assert left == same > 22 / 25.4 * 72
    assert above > below
    assert "KTU" in words(pdf, 1, 1)


@pytest.mark.parametrize("count", [2, 4, 11, 18])
def test_each_party_has_one_number_line_in_printed_order(press: Press, count: int) -> None:
    pdf = press.set_agreement(between(count)).pdf
    assert words(pdf, 1, 1).count("Nomor / Number :") == count
    found = {
        number: places(pdf, 1, f"415.4/{127 + number:04}-KSD/2022")[0]
        for number in range(count)
        if number != 2
    }
    tall = count if count <= 4 else -(-count // 2)
    read = sorted(found, key=lambda number: (number // tall, -found[number][1]))
    assert read == sorted(found)


def test_one_language_says_number_in_that_language_alone(press: Press) -> None:
    text = words(press.set_agreement(volume(AGREEMENT, 0)).pdf, 1, 1)
    assert text.count("Nomor :") == 2
    assert "Number" not in text


def test_a_paper_abroad_has_neither_emblem_nor_number_but_a_title_like_a_treaty(
    press: Press,
) -> None:
    pdf = press.set_agreement(replace(in_sequence(ABROAD), parties=ABROAD.parties)).pdf
    text = words(pdf, 1, 1)
    title = [
        "MEMORANDUM SALING PENGERTIAN",
        "ANTARA",
        "PEMERINTAH KOTA BANDUNG, PROVINSI JAWA BARAT, REPUBLIK INDONESIA",
        "DAN",
        "PEMERINTAH KOTA TELADAN, REPUBLIK CONTOH",
        "TENTANG",
        "KERJA SAMA KOTA BERSAUDARA",
    ]
    assert text.startswith(" ".join(title))
    assert "Nomor" not in text.partition("Pada hari ini")[0]
    middles = [x for part in ("ANTARA", "DAN") for x, _ in places(pdf, 1, part)[:1]]
    assert all(250 < x < 330 for x in middles)


def test_the_two_titles_of_a_paper_abroad_stand_level_over_their_columns(press: Press) -> None:
    pdf = press.set_agreement(ABROAD).pdf
    sheet = sheet_for(Paper.F4)
    pairs = [
        ("SALING PENGERTIAN", "OF UNDERSTANDING"),
        ("ANTARA", "BETWEEN"),
        ("PEMERINTAH KOTA BANDUNG", "THE GOVERNMENT OF THE"),
        ("DAN", "AND"),
        ("PEMERINTAH KOTA TELADAN", "THE SAMPLE"),
        ("TENTANG", "CONCERNING"),
        ("KERJA SAMA", "SISTER CITY"),
    ]
    for left, right in pairs:
        x, y = places(pdf, 1, left)[0]
        level = [far for far, at in places(pdf, 1, right) if at == pytest.approx(y, abs=0.1)]
        assert level, (left, right)
        assert x < sheet.edge(0) + sheet.measure < sheet.edge(1) <= level[-1]


def test_a_turkish_title_keeps_its_dots(press: Press) -> None:
    content = in_sequence(ABROAD, "tr")
    content = replace(content, subject=(*content.subject[:2], "işbirliği"))
    typeset = press.set_agreement(content)
    start = min(place.page for place in typeset.places if place.language == "tr")
    assert "İŞBİRLİĞİ" in words(typeset.pdf, start, start)


def test_a_drawn_shield_has_the_same_initials_in_every_language(press: Press) -> None:
    party = replace(BANDUNG, shield="Pemerintah Kota Bandung", government=("X", "Y"))
    content = replace(AGREEMENT, parties=(party, PRABUMULIH))
    for number in range(2):
        pdf = press.set_agreement(content.side(number)).pdf
        page = pypdfium2.PdfDocument(pdf)[0]
        found = page.get_textpage().search("B", match_case=True, match_whole_word=True)
        assert found.get_next() is not None
