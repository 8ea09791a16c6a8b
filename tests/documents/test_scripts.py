import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from struct import iter_unpack

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
import uharfbuzz  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf.pdfa import validate_written

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.scripts.national import han_language
from kunjungan.documents.setting.scripts.shaping import ScriptFont
from kunjungan.domain.clauses import Level
from kunjungan.domain.languages import third_tongues
from kunjungan.resources import resource
from tests.documents.file_samples import SIXTEEN
from tests.documents.samples import piece
from tests.documents.script_samples import WORDS, partners_paper
from tests.documents.structure_reading import texts

FACES = FaceCase()
PRESS = Press()
CODES = sorted({tongue.code for tongue in third_tongues()} & set(WORDS))
FILES = {"ar": "NaskahArab", "he": "NaskahIbrani", "th": "NaskahThai"}


def found(pdf: bytes, words: str) -> int:
    """How often a viewer's search finds some words."""
    document, count = pypdfium2.PdfDocument(pdf), 0
    for page in document:
        finder = page.get_textpage().search(words, match_case=True)
        while finder.get_next() is not None:
            count += 1
    document.close()
    return count


def paper(text: str) -> AgreementContent:
    return replace(SIXTEEN, pieces=(piece(Level.TEXT, text, "The same in English."),))


def shown(pdf: bytes, font: str) -> list[int]:
    """Return the codes of the glyphs that the first page shows of a font, in their order."""
    codes, current = list[int](), ""
    with pikepdf.open(BytesIO(pdf)) as file:
        page = file.pages[0]
        named = {name: str(each.BaseFont) for name, each in page.Resources.Font.items()}
        for instruction in pikepdf.parse_content_stream(page, "Tf TJ"):
            operands = list(instruction.operands)
            if str(instruction.operator) == "Tf":
                current = named[str(operands[0])]
            elif current.endswith(font):
                strings = (part for part in operands[0] if isinstance(part, pikepdf.String))
                codes += [code for part in strings for (code,) in iter_unpack(">H", bytes(part))]
    return codes


@pytest.mark.parametrize("code", FILES)
def test_glyphs_stand_in_the_order_in_which_harfbuzz_puts_them(code: str) -> None:
    name = WORDS[code].name
    file = f"scripts/{FILES[code]}-Regular.ttf"
    font = uharfbuzz.Font(uharfbuzz.Face(resource(f"fonts/{file}").read_bytes()))
    expected: list[int] = []
    for word in name.split(" ") if code == "th" else reversed(name.split(" ")):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        expected += [info.codepoint for info in buffer.glyph_infos]
    drawn = shown(PRESS.set_agreement(paper(name)).pdf, f"{FILES[code]}-Regular")
    count = ScriptFont(file).font.face.glyph_count
    assert len(drawn) == len(expected) > 7
    unmoved = [pair for pair in zip(drawn, expected, strict=True) if pair[0] < count]
    assert len(unmoved) > 7
    assert all(code == glyph for code, glyph in unmoved)


@pytest.mark.parametrize("code", CODES)
def test_papers_of_every_script_are_archival_files_without_a_gap(code: str, tmp_path: Path) -> None:
    typeset = PRESS.set_agreement(partners_paper(code))
    file = tmp_path / "paper.pdf"
    file.write_bytes(typeset.pdf)
    assert validate_written(file, "3b").findings == []
    assert typeset.missing == ()


@pytest.mark.parametrize("code", CODES)
def test_names_are_found_in_every_language_of_the_paper(code: str) -> None:
    pdf = PRESS.set_agreement(partners_paper(code)).pdf
    assert found(pdf, WORDS[code].name) >= 9
    assert found(pdf, WORDS[code].city) >= 5


@pytest.mark.parametrize("code", CODES)
def test_paragraphs_of_every_script_are_read_word_for_word(code: str) -> None:
    read = texts(PRESS.set_agreement(partners_paper(code)).pdf, "P", "TD")
    said = f"Wali Kota {WORDS[code].name} dari {WORDS[code].city}."
    assert f"(1) {said}" in read["id-ID"]
    assert f"(2) {WORDS[code].text}" in read[code]
    assert WORDS[code].name in read[code]


@pytest.mark.parametrize("code", ["ar", "ja"])
def test_equal_papers_are_equal_to_the_byte(code: str) -> None:
    first = Press().set_agreement(partners_paper(code)).pdf
    press = Press()
    press.set_agreement(partners_paper("th"))
    assert press.set_agreement(partners_paper(code)).pdf == first
    assert press.set_agreement(partners_paper(code)).pdf == first


def test_a_paper_holds_only_the_glyphs_that_it_shows() -> None:
    assert (
        len(PRESS.set_agreement(paper("Kota 厦门")).pdf)
        < len(PRESS.set_agreement(paper("")).pdf) + 40_000
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota 厦门 (Xiamen)", ["regular", "regular:han", "regular"]),
        ("الرياض, Арабия", ["regular:arab", "regular", "regular:serif"]),
        ("한국—中国", ["regular:han", "regular", "regular:han"]),
        ("กรุงเทพ Nguyễn", ["regular:thai", "regular"]),
        ("Nguye\u0302\u0303n", ["regular", "regular:own", "regular"]),
        ("и\u0306 €", ["regular:serif", "regular"]),
        ("Kota \U0001f600 ║", ["regular", "foot"]),
    ],
)
def test_each_character_of_a_run_goes_to_a_face_that_has_it(text: str, expected: list[str]) -> None:
    runs = FACES.runs("regular", text)
    assert "".join(part for _, part in runs) == text
    assert [key for key, _ in runs] == expected


def test_bold_and_slanted_text_takes_the_nearest_file() -> None:
    keys = {key: FACES.runs(key, "Ж厦ش")[0][0] for key in ("bold", "italic", "bold_italic", "foot")}
    assert keys == {
        "bold": "bold:serif",
        "italic": "italic:serif",
        "bold_italic": "bold_italic:serif",
        "foot": "foot",
    }
    assert [key for key, _ in FACES.runs("bold_italic", "厦ش")] == ["bold:han", "bold:arab"]
    assert FACES.shaped("bold:han").thick
    assert not FACES.shaped("bold:arab").thick


def test_characters_that_no_face_has_are_named() -> None:
    typeset = PRESS.set_agreement(paper("Wali Kota 厦\U0001f600 ᚠ ก\ue000 الرياض\U0001f600"))
    assert set(typeset.missing) == {"\U0001f600", "ᚠ", "\ue000"}


def test_han_letters_take_the_forms_of_their_country() -> None:
    assert han_language("直方市", "ja") == "ja"
    assert han_language("厦门", "") == "zh-Hans"
    assert han_language("臺灣", "") == "zh-Hant"
    assert han_language("沢田", "") == "ja"
    assert han_language("さいたま市", "id") == "ja"
    assert han_language("수원市", "") == "ko"
    font = ScriptFont("scripts/NaskahHan-Regular.otf")
    forms = {
        code: font.shape("直骨", code, leftward=False)[0].number
        for code in ("zh-Hans", "zh-Hant", "ja", "ko")
    }
    assert forms["ja"] == forms["ko"] != forms["zh-Hans"]


def test_decomposed_letters_look_like_composed_ones() -> None:
    apart, as_one = "Nguye\u0302\u0303n", "Nguyễn"
    width = sum(FACES[key].measure(text)[0] for key, text in FACES.runs("regular", apart))
    assert width == pytest.approx(FACES["regular"].measure(as_one)[0], abs=60)
    pdf = PRESS.set_agreement(paper(f"{apart} hadir")).pdf
    assert f"{apart} hadir" in texts(pdf, "P")["id-ID"]


ALL = (
    "ab 5,.(-)\u201c\u201d\u2014\u2018\u00e9\u015f ЖдиΩάκ 厦门市、\uff08\uff09首尔각 서울"
    " الرياضلاوفقاً ٣ שלוםשָׁ กรุงเทพน้ำที่ ให\u0301\u200d\u200f\ue000"
)


@settings(max_examples=80, deadline=None)
@given(st.text(ALL, min_size=1, max_size=160))
def test_any_mixture_of_scripts_is_read_as_it_was_typed(text: str) -> None:
    expected = re.sub(" +", " ", f"Kota {text} akhir.")
    assert expected in texts(PRESS.set_agreement(paper(f"Kota {text} akhir.")).pdf, "P")["id-ID"]
