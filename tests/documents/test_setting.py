import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.setting.centred import (
    balanced_lines,
    filled_lines,
    fitted_line,
    line_width,
    single_line,
)
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import CARD_FACES, SOFT_HYPHEN, FaceCase, printable
from kunjungan.documents.setting.lines import LOOSEST, Line
from kunjungan.documents.setting.pieces import HANGING
from kunjungan.documents.setting.ties import tied_spaces
from kunjungan.documents.sheet import sheet_for
from kunjungan.domain.clauses import Level
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import plain, rich
from tests.documents.samples import sample_pieces

FACES = FaceCase(CARD_FACES)
COMPOSITOR = Compositor(FACES)
F4 = sheet_for(Paper.F4, 2)
NESTED = {Level.LETTER: 36.0, Level.NUMBER: 36.0, Level.PARTY: 20.0, Level.PARAGRAPH: 20.0}


def words_of(line: Line) -> str:
    return " ".join("".join(text for _, text in word) for word in line.words)


def joined(lines: tuple[Line, ...]) -> str:
    ends = (" " if line.spaced else "" for line in lines)
    text = "".join(words_of(line) + end for line, end in zip(lines, ends, strict=True))
    return text.replace(SOFT_HYPHEN, "").rstrip()


def visible_width(line: Line) -> float:
    """The width of a line without the part of its last mark that hangs outside."""
    letters = sum(len(text) for word in line.words for _, text in word) + len(line.words) - 2
    key, text = line.words[-1][-1]
    hanging = FACES[key].width(text[-1], line.size) * HANGING.get(text[-1], 0.0)
    return line_width(FACES, line) + letters * line.tracking * line.scale - hanging * line.scale


def sample_lines(paper: Paper) -> Iterator[tuple[Line, float, bool]]:
    """Every line of the sample agreement, its column, and whether it is a last one."""
    sheet = sheet_for(paper, 2)
    for each in sample_pieces():
        for text, language in zip(each.text, ("id", "en"), strict=True):
            measure = sheet.measure - NESTED.get(each.level, 0.0)
            lines = COMPOSITOR.lines(
                text, Style(language, sheet.size, measure, slanted=language == "en")
            )
            yield from ((line, measure, line is lines[-1]) for line in lines)


@pytest.mark.parametrize("paper", Paper)
def test_lines_fill_their_column_unless_they_are_last_or_too_loose(paper: Paper) -> None:
    for line, measure, last in sample_lines(paper):
        width = visible_width(line)
        if last or line.needed > LOOSEST:
            assert width < measure + 0.5
        else:
            assert width == pytest.approx(measure, abs=0.1), words_of(line)


@pytest.mark.parametrize("paper", Paper)
def test_few_lines_have_wide_spaces_and_few_end_in_a_hyphen(paper: Paper) -> None:
    full = [line for line, _, last in sample_lines(paper) if not last and len(line.words) > 1]
    loose = [line for line in full if line.needed > 1.75]
    assert len(loose) / len(full) <= 0.05
    assert sum(line.needed for line in full) / len(full) < 1.25
    assert sum(words_of(line).endswith(SOFT_HYPHEN) for line in full) / len(full) < 0.3


def test_set_lines_say_the_text_letter_by_letter() -> None:
    for each in sample_pieces():
        lines = COMPOSITOR.lines(each.text[0], Style("id", F4.size, F4.measure))
        assert joined(lines) == plain(each.text[0])


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=300))
def test_any_text_is_set_and_nothing_of_it_is_lost(text: str) -> None:
    lines = COMPOSITOR.lines(rich(text), Style("id", F4.size, F4.measure))
    kept = "".join("".join(text for _, text in word) for line in lines for word in line.words)
    bare = re.sub(r"[ \t\r\f\v\n\u00a0]", "", printable(plain(rich(text))))
    assert kept.replace(SOFT_HYPHEN, "") == bare


@pytest.mark.parametrize("white", ["\u00a0", "\u202f", "\u2007"])
@pytest.mark.parametrize("key", CARD_FACES)
def test_no_line_ends_at_a_no_break_space_and_it_prints_as_a_space(white: str, key: str) -> None:
    text = f"biaya sebesar Rp{white}10.000 dan lain-lain"
    for wrap in (balanced_lines, filled_lines):
        for width in range(70, 260, 5):
            lines = wrap(FACES, text, key, 12.0, width)
            said = " ".join(map(words_of, lines))
            assert said == "biaya sebesar Rp 10.000 dan lain-lain"
            assert not any(words_of(line).endswith("Rp") for line in lines)


@pytest.mark.parametrize("white", ["\u2002", "\u2009", "\u205f", "\u2028", "\x85"])
def test_any_other_white_is_a_space_like_any(white: str) -> None:
    text, style = f"satu{white}dua", Style("id", 12.0, 200.0)
    assert [words_of(line) for line in COMPOSITOR.lines(rich(text), style)] == ["satu dua"]
    assert words_of(single_line(FACES, text, "foot", 12.0)) == "satu dua"


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_what_shows_nothing_leaves_no_trace_in_a_word(unseen: str) -> None:
    text, style = f"pelak{unseen}sanaan", Style("id", 12.0, 200.0)
    assert [words_of(line) for line in COMPOSITOR.lines(rich(text), style)] == ["pelaksanaan"]
    assert words_of(single_line(FACES, text, "foot", 12.0)) == "pelaksanaan"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text("abcWi.", min_size=1, max_size=9), st.sampled_from(" \u00a0"))))
def test_ties_lose_no_word_and_no_line_is_too_wide(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    for wrap in (balanced_lines, filled_lines):
        lines = wrap(FACES, text, "regular", 12.0, 60.0)
        kept = "".join(words_of(line) for line in lines).replace(" ", "")
        assert kept == "".join(word for word, _ in words)
        assert all(line_width(FACES, line) <= 60.001 for line in lines)


@pytest.mark.parametrize("width", range(120, 200, 4))
def test_a_day_is_not_parted_from_its_month_nor_that_from_the_year(width: int) -> None:
    lines = balanced_lines(FACES, "held on Thursday, 1 September 2022 at", "regular", 10.0, width)
    assert sum("1 September 2022" in words_of(line) for line in lines) == 1


def test_a_word_of_five_thousand_letters_is_cut_to_the_column() -> None:
    lines = COMPOSITOR.lines(rich("w" * 5000), Style("id", F4.size, F4.measure))
    assert len(lines) > 100
    assert max(line_width(FACES, line) for line in lines) < F4.measure * 1.03
    assert joined(lines) == "w" * 5000


def test_line_ends_that_were_typed_stay() -> None:
    lines = COMPOSITOR.lines(rich("satu\ndua\n\ntiga"), Style("id", F4.size, F4.measure))
    assert [words_of(line) for line in lines] == ["satu", "dua", "tiga"]


def test_lines_are_kept_until_their_text_changes() -> None:
    style = Style("id", F4.size, F4.measure)
    first = COMPOSITOR.lines(rich("Pasal ini berlaku."), style)
    assert COMPOSITOR.lines(rich("Pasal ini berlaku."), style) is first
    assert COMPOSITOR.lines(rich("Pasal ini berlaku!"), style) is not first


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 5",
        "ayat (1)",
        "huruf a",
        "Article 12",
        "1 September 2022",
        "2 (dua)",
        "14 (empat belas)",
        "Dr. Budi",
        "(022) 423",
    ],
)
def test_what_belongs_together_is_tied(text: str) -> None:
    spaces = {at for at, char in enumerate(text) if char == " "}
    assert tied_spaces(text) == spaces


def test_a_hyphen_put_in_where_directions_meet_has_a_direction_too() -> None:
    text = "Nama \u0645\u062d\u0645\u062f: pertanggungjawaban penyelenggaraan kepemerintahan"
    lines = COMPOSITOR.lines(rich(text), Style("id", 11.0, 90.0))
    assert any(words_of(line).endswith(SOFT_HYPHEN) for line in lines)
    for line in lines:
        assert line.levels is not None
        assert len(line.levels) == len(words_of(line))


@pytest.mark.parametrize("mark", ["\u202e", "\u200d"])
def test_a_long_word_that_begins_with_an_unseen_mark_is_cut_as_any_other(mark: str) -> None:
    plain = balanced_lines(FACES, "Kunjungan" * 20, "bold", 12, 100)
    marked = balanced_lines(FACES, mark + "Kunjungan" * 20, "bold", 12, 100)
    assert len(marked) == len(plain) > 1


def test_titles_are_balanced() -> None:
    title = "PENERAPAN SISTEM PEMERINTAHAN BERBASIS ELEKTRONIK DI REPUBLIK INDONESIA"
    lines = balanced_lines(FACES, title, "bold", 10.5, 320)
    widths = [line_width(FACES, line) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.7 * max(widths)
    assert " ".join(map(words_of, lines)) == title


def test_a_text_too_long_for_its_place_is_narrowed_and_then_cut_short() -> None:
    narrowed = fitted_line(FACES, "Kesepakatan Bersama tentang", "foot", 7, 85)
    cut = fitted_line(FACES, "Kesepakatan Bersama tentang Penerapan", "foot", 7, 60)
    assert words_of(narrowed) == "Kesepakatan Bersama tentang"
    assert narrowed.scale < 1
    assert words_of(cut).endswith("…")
    assert line_width(FACES, cut) <= 60
