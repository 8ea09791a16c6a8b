import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.setting.centred import balanced_lines, line_width
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import LOOSEST, Line, text_of_line
from kunjungan.documents.setting.scripts.line_ends import line_ends, whites, wide_marks
from kunjungan.documents.setting.scripts.thai import parts, word_ends
from kunjungan.domain.richtext import rich
from tests.documents.script_samples import LEFTWARD, WORDS

FACES = FaceCase()
COMPOSITOR = Compositor(FACES)
SIZE, MEASURE = 10.0, 240.0
CLOSING, OPENING = (
    "\u3001\u3002\uff0c\u300d\uff09\u300b\u201d\u3063\u3083",
    "\u300c\uff08\u300a\u201c",
)
MARKS_OF_THAI = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


def lines(code: str, text: str) -> tuple[Line, ...]:
    return COMPOSITOR.lines(rich(text), Style(code, SIZE, MEASURE))


def divided(word: str) -> str:
    ends = line_ends(word)
    signs = {True: "|", False: ":", None: ""}
    return "".join(signs[ends.get(at)] + char for at, char in enumerate(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("厦门市\uff0c福建", "厦|门|市\uff0c|福|建"),
        ("根据\uff08第5条\uff09。", "根|据|\uff08第|5条\uff09。"),
        ("ちょっと「覚書」", "ちょっ|と|「覚|書」"),
        ("대한민국", "대:한:민:국"),
        ("Kota", "Kota"),
        ("masing-masing”", "masing-masing”"),
        ("เมืองพี่เมืองน้อง", "เมือง|พี่|เมือง|น้อง"),
    ],
)
def test_lines_end_where_the_script_lets_them(word: str, expected: str) -> None:
    assert divided(word) == expected


def test_thai_names_that_no_list_has_stay_whole() -> None:
    assert word_ends("ฟุฮัปเซกัฮ") == ()
    assert "".join(parts("ดำเนินการ")) == "ดำเนินการ"
    assert parts("ที่น้ำ") == ["ที่", "น้ำ"]


def test_quotes_are_wide_inside_a_chinese_sentence_only() -> None:
    assert wide_marks("推进“一带一路”倡议") == {2, 7}
    assert wide_marks("“厦门”") == frozenset()
    assert wide_marks("“Bandung”") == frozenset()


@given(st.text("厦门市政府のデータサ5a" + CLOSING + OPENING, min_size=1, max_size=60))
def test_closing_marks_cling_to_what_they_close_and_opening_ones_to_what_they_open(
    text: str,
) -> None:
    for at in line_ends(text):
        assert text[at] not in CLOSING
        assert text[at - 1] not in OPENING


CLAUSES = ("厦门市\uff0c", "\uff08第五条\uff09", "データ、", "「覚書」。", "ちょっと", "5a")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=80).map("".join))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(text: str) -> None:
    found = [text_of_line(line) for line in lines("ja", text)]
    assert "".join(found) == text
    assert not [line for line in found if line[0] in CLOSING]
    assert not [line for line in found if line[-1] in OPENING]


@pytest.mark.parametrize("code", WORDS)
def test_lines_of_every_script_keep_to_their_column_and_say_their_text(code: str) -> None:
    text = (WORDS[code].text + " ") * 4
    found = lines(code, text)
    said = "".join(text_of_line(line) + " " * line.spaced for line in found)
    assert said.strip() == text.strip()
    for line in found:
        grown = sum(whites(part) for word in line.words for key, part in word if ":" in key)
        width = line_width(FACES, line) + grown * line.stretch * SIZE / 1000 * line.scale
        assert line.indent + width < MEASURE + SIZE * 0.6


@pytest.mark.parametrize("code", ["zh-Hans", "zh-Hant", "ja", "ko", "th"])
def test_lines_without_spaces_are_filled_by_the_white_in_their_letters(code: str) -> None:
    found = lines(code, WORDS[code].text * 6)
    loose = [line for line in found if line.needed > LOOSEST]
    assert len(loose) <= len(found) / 20
    assert any(line.stretch for line in found)


@pytest.mark.parametrize("code", LEFTWARD)
def test_paragraphs_that_read_to_the_left_stand_flush_right(code: str) -> None:
    found = lines(code, WORDS[code].text * 3)
    assert len(found) > 4
    for line in found:
        assert line.indent + line_width(FACES, line) == pytest.approx(MEASURE, abs=0.6)
    assert found[-1].indent > 5


@pytest.mark.parametrize("code", WORDS)
def test_paragraphs_of_five_thousand_characters_are_set(code: str) -> None:
    text = (WORDS[code].text * 40)[:5000]
    assert len(lines(code, text)) > 50


@pytest.mark.parametrize("letters", ["ب", "ก", "ش" * 3 + "א", "가", "я"])
def test_a_word_without_end_is_cut_to_the_column(letters: str) -> None:
    found = lines("id", letters * 500)
    assert len(found) > 5
    assert max(line_width(FACES, line) for line in found) < MEASURE * 1.04


def test_titles_without_spaces_are_balanced() -> None:
    title = "中华人民共和国厦门市与印度尼西亚共和国万隆市建立友好城市关系备忘录"
    found = balanced_lines(FACES, title, "bold", 12, 300)
    assert len(found) == 2
    assert "".join(map(text_of_line, found)) == title
    widths = [line_width(FACES, line) for line in found]
    assert min(widths) > 0.8 * max(widths)
    thai = balanced_lines(FACES, WORDS["th"].text.replace(" ", ""), "regular", 12, 200)
    assert not any(MARKS_OF_THAI.match(text_of_line(line)) for line in thai)
