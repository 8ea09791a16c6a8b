"""One language after the other, a volume for each, translations, annexes: what stands where."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from kunjungan.documents.agreement import AgreementContent, Press, Typeset
from kunjungan.documents.content import State
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.sheet import MM, sheet_for
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import LISTED, Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import plain, rich
from tests.documents.file_samples import ANNEX, PAPERS, in_sequence, translation, volume
from tests.documents.reading import faces_shown, places, rectangles_mm, upright_lines_mm, words
from tests.documents.samples import ABROAD, AGREEMENT, between, piece, sample_pieces
from tests.golden import MatchesGolden

SEQUENCE = in_sequence(ABROAD, "fr")
WITH_ANNEX = replace(AGREEMENT, pieces=(*AGREEMENT.pieces, *ANNEX, *ANNEX))
AT_HOME = replace(in_sequence(AGREEMENT), official=(True, False))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (replace(ABROAD, pieces=ABROAD.pieces[-5:]), "abroad_columns"),
        (replace(SEQUENCE, pieces=SEQUENCE.pieces[-5:]), "abroad_sequence"),
        (replace(volume(AGREEMENT, 0), paper=Paper.A4), "volume_a4"),
        (replace(translation(AGREEMENT), pieces=AT_HOME.side(1).pieces[:30]), "translation"),
        (replace(WITH_ANNEX, pieces=WITH_ANNEX.pieces[-16:]), "annexes"),
        (replace(between(11), pieces=AGREEMENT.pieces[-5:]), "eleven_parties"),
    ],
)
def test_golden_pages_of_layouts(
    press: Press, matches_golden: MatchesGolden, content: AgreementContent, name: str
) -> None:
    matches_golden(press.set_agreement(content).pdf, name)


@pytest.mark.parametrize("paper", Paper)
def test_a_single_column_is_as_wide_as_the_eye_finds_back_along(paper: Paper) -> None:
    sheet, setter = sheet_for(paper, 1), Compositor(FaceCase())
    style = Style("id", sheet.size, sheet.measure)
    lines = [line for each in sample_pieces() for line in setter.lines(each.text[0], style)[:-1]]
    letters = [sum(len(text) for word in line.words for _, text in word) for line in lines]
    spaces = [len(line.words) - 1 for line in lines]
    assert 65 <= (sum(letters) + sum(spaces)) / len(lines) <= 75
    assert sheet.left > sheet.width - sheet.right >= 20 * MM, "the binding margin is the wider one"


def first_pages(typeset: Typeset, languages: Sequence[str]) -> list[int]:
    return [min(p.page for p in typeset.places if p.language == each) for each in languages]


def test_each_language_of_a_sequence_begins_a_page_with_its_head_and_has_its_signatures(
    press: Press,
) -> None:
    typeset = press.set_agreement(SEQUENCE)
    starts = [*first_pages(typeset, SEQUENCE.languages), typeset.pages + 1]
    assert starts[0] == 1
    for number, (start, end) in enumerate(pairwise(starts)):
        assert words(typeset.pdf, start, start).startswith(SEQUENCE.title[number].upper())
        for party in SEQUENCE.parties:
            assert party.label[number] in words(typeset.pdf, start + 1, end - 1)
            assert party.name[number] in words(typeset.pdf, end - 1, end - 1)


def test_places_of_a_sequence_say_whose_language_they_are(press: Press) -> None:
    typeset = press.set_agreement(SEQUENCE)
    for language in SEQUENCE.languages:
        pieces = {place.piece for place in typeset.places if place.language == language}
        assert pieces == set(range(len(SEQUENCE.pieces)))
    assert {place.language for place in press.set_agreement(AGREEMENT).places} == {""}


def test_the_pages_of_a_sequence_are_counted_through(press: Press) -> None:
    typeset = press.set_agreement(SEQUENCE)
    pages, last = typeset.pages, SEQUENCE.languages.index("fr")
    assert f"Halaman 1 dari {pages}" in words(typeset.pdf, 1, 1)
    start = first_pages(typeset, ["fr"])[0]
    assert f"Page {start} sur {pages}" in words(typeset.pdf, start, start)
    assert f"Page {pages} sur {pages}" in words(typeset.pdf, pages, pages)
    assert last == 2


@pytest.mark.parametrize("language", [0, 1])
def test_a_volume_says_its_language_and_nothing_of_the_other(press: Press, language: int) -> None:
    typeset = press.set_agreement(volume(AGREEMENT, language))
    text = words(typeset.pdf)
    for each in AGREEMENT.pieces[:12]:
        assert plain(each.text[language]) in text
        assert plain(each.text[1 - language]) not in text
    code = AGREEMENT.languages[language]
    assert {place.language for place in typeset.places} == {code}


def test_english_stands_upright_where_it_stands_alone(press: Press) -> None:
    alone = faces_shown(press.set_agreement(volume(AGREEMENT, 1)).pdf)
    beside = faces_shown(press.set_agreement(AGREEMENT).pdf)
    assert beside - alone == {"NaskahBonum-Italic", "NaskahBonum-BoldItalic"}


def test_an_unofficial_translation_is_marked_and_has_nothing_to_fill_in_or_sign(
    press: Press,
) -> None:
    content = translation(replace(AGREEMENT, stamp_form=AGREEMENT.stamp_form))
    typeset = press.set_agreement(content)
    first, second = words(typeset.pdf, 1, 1), words(typeset.pdf, 2, 2)
    assert first.startswith("TERJEMAHAN TIDAK RESMI / UNOFFICIAL TRANSLATION")
    assert "The Indonesian text prevails." in first
    assert "TERJEMAHAN TIDAK RESMI / UNOFFICIAL TRANSLATION" in second
    assert "Number :" not in first
    assert "415.4" not in words(typeset.pdf)
    assert typeset.stamps == ()
    assert not boxes(typeset)


def boxes(typeset: Typeset) -> list[tuple[float, float]]:
    """The sizes of all rectangles as large as a box for initials or a stamp, in mm."""
    found = (
        (round(w), round(h))
        for page in range(1, typeset.pages + 1)
        for _, _, w, h in rectangles_mm(typeset.pdf, page)
    )
    return [size for size in found if size in {(24, 11), (24, 28)}]


def test_only_the_english_side_of_a_sequence_at_home_is_marked_as_a_translation(
    press: Press,
) -> None:
    typeset = press.set_agreement(AT_HOME)
    english = first_pages(typeset, ["en"])[0]
    assert "UNOFFICIAL" not in words(typeset.pdf, 1, english - 1)
    for page in range(english, typeset.pages + 1):
        assert "UNOFFICIAL TRANSLATION" in words(typeset.pdf, page, page)
    assert {stamp.page for stamp in typeset.stamps} == {english - 1}


@pytest.mark.parametrize("name", ["columns, annex", "sequence of three"])
def test_each_annex_begins_a_page_after_the_signatures(press: Press, name: str) -> None:
    content = replace(PAPERS[name], pieces=(*PAPERS[name].pieces, *PAPERS[name].pieces[-6:]))
    typeset = press.set_agreement(content)
    annexes = [n for n, each in enumerate(content.pieces) if each.level is Level.ANNEX]
    sides = {place.language for place in typeset.places}
    for language in sides:
        own = [place for place in typeset.places if place.language == language]
        for annex in annexes:
            (heading,) = [place for place in own if place.piece == annex]
            others = [place.page for place in own if place.piece < annex]
            assert heading.page == max(others) + 1
            assert heading.top_mm == pytest.approx(18, abs=0.1)


def test_annexes_are_initialled_and_the_signature_page_is_not(press: Press) -> None:
    typeset = press.set_agreement(WITH_ANNEX)
    signed = typeset.stamps[0].page
    for page in range(1, typeset.pages + 1):
        sizes = [(round(w), round(h)) for _, _, w, h in rectangles_mm(typeset.pdf, page)]
        assert sizes.count((24, 11)) == (0 if page == signed else 2)
    assert signed == typeset.pages - 2


def test_no_hairline_crosses_a_table(press: Press) -> None:
    typeset = press.set_agreement(WITH_ANNEX)
    rows = [n for n, each in enumerate(WITH_ANNEX.pieces) if each.cells]
    (first, *_) = [p for p in typeset.places if p.piece == rows[0]]
    lines = [ends for ends in upright_lines_mm(typeset.pdf, first.page) if ends[1] - ends[0] > 7]
    assert lines
    for top, bottom in lines:
        assert bottom <= first.top_mm + 0.1 or top >= first.top_mm


@pytest.mark.parametrize("state", [State.DRAFT, State.COPY])
def test_every_page_of_every_side_says_that_it_is_a_draft_or_copy(
    press: Press, state: State
) -> None:
    typeset = press.set_agreement(replace(SEQUENCE, state=state, draft_no=7))
    said = "DRAF 7 / DRAFT 7" if state is State.DRAFT else "SALINAN / COPY"
    for page in range(1, typeset.pages + 1):
        assert said in words(typeset.pdf, page, page)


def test_the_items_of_a_list_begin_alike_past_z_and_past_nine(press: Press) -> None:
    levels = [Level.ARTICLE, *[Level.PARAGRAPH] * 12, *[Level.LETTER] * 28]
    pieces = tuple(
        piece(level, f"kata{number} ini.", f"word{number} here.", marker.id)
        for number, (level, marker) in enumerate(zip(levels, markers(levels), strict=True))
    )
    typeset = press.set_agreement(volume(replace(AGREEMENT, pieces=pieces), 0))
    starts = [
        places(typeset.pdf, place.page, f"kata{place.piece} ini")[0][0]
        for place in typeset.places
        if place.piece
    ]
    paragraphs, letters = set(starts[:12]), set(starts[12:])
    assert len(paragraphs) == len(letters) == 1
    assert min(letters) > min(paragraphs)
    for marker in ("(12)", "bb."):
        pages = range(1, typeset.pages + 1)
        ((x, _),) = [at for page in pages for at in places(typeset.pdf, page, marker)]
        start = paragraphs if marker == "(12)" else letters
        assert x + 10 < min(start)


@pytest.mark.parametrize("columns", [1, 2])
def test_each_deeper_level_begins_further_in_and_its_number_under_the_text_above(
    press: Press, columns: int
) -> None:
    levels = [Level.ARTICLE, Level.PARAGRAPH, Level.PARAGRAPH, *LISTED, Level.LETTER]
    pieces = tuple(
        piece(level, f"kata{number} " * 30, f"word{number} " * 30, marker.id)
        for number, (level, marker) in enumerate(zip(levels, markers(levels), strict=True))
    )
    content = replace(AGREEMENT, pieces=pieces)
    typeset = press.set_agreement(volume(content, 0) if columns == 1 else content)
    begins = {
        place.piece: found[0][0]
        for place in typeset.places
        if (found := places(typeset.pdf, place.page, f"kata{place.piece}"))
    }
    depth = [begins[number] for number in range(2, 7)]
    assert depth == sorted(set(depth))
    assert begins[7] == pytest.approx(begins[3], abs=0.5)
    for number, marker in ((5, "a)"), (6, "1)")):
        page = next(place.page for place in typeset.places if place.piece == number)
        at = [x for x, _ in places(typeset.pdf, page, marker)]
        assert any(x == pytest.approx(begins[number - 1], abs=0.5) for x in at)


def test_a_text_read_from_right_to_left_has_its_numbers_at_the_right(press: Press) -> None:
    arabic = "اتفق الطرفان على التعاون في هذا المجال. " * 6
    content = in_sequence(replace(ABROAD, pieces=(piece(Level.PARAGRAPH, "a", "b", "(1)"),)), "ar")
    (clause,) = content.pieces
    clause = replace(clause, text=(*clause.text[:2], rich(arabic)))
    side = replace(content, pieces=(clause,)).side(2)
    typeset = press.set_agreement(replace(side, layout=Layout.VOLUMES))
    sheet = sheet_for(Paper.F4, 1)
    ((x, _),) = places(typeset.pdf, 1, "(1)")
    assert sheet.right - 30 < x < sheet.right
