"""The foot of a page: its code can be read, its words are whole, and nothing in it collides."""

from dataclasses import replace
from itertools import combinations

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from PIL import Image
from typing_extensions import override

from kunjungan.documents.agreement import AgreementContent, Press, State, Typeset
from kunjungan.documents.parts.foot import Foot
from kunjungan.documents.parts.qr import QUIET
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, sheet_for
from kunjungan.domain.paper import Paper
from kunjungan.domain.paper_code import PaperCode, read_code
from tests.documents.file_samples import in_sequence, translation, volume
from tests.documents.reading import words
from tests.documents.samples import ABROAD, AGREEMENT, COPY, DRAFT, between

LONG_TITLE = ("Penerapan Sistem Pemerintahan Berbasis Elektronik " * 6)[:236].strip()
LONG_HOLDER = ("Pemerintah Kabupaten Kepulauan Tanimbar Utara " * 3)[:109].strip()
LONGEST = replace(
    AGREEMENT, subject=(LONG_TITLE, LONG_TITLE), holder=(LONG_HOLDER, LONG_HOLDER), draft_no=12345
)
FACES = FaceCase()


def picture(typeset: Typeset, page: int, dpi: int = 200) -> Image.Image:
    document = pypdfium2.PdfDocument(typeset.pdf)
    drawn: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    return drawn


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (AGREEMENT, "O1"),
        (DRAFT, "D0"),
        (COPY, "C0"),
        (translation(AGREEMENT), "T0"),
        (replace(AGREEMENT, paper=Paper.A4, original_no=18, draft_no=99999), "O18"),
    ],
)
def test_the_code_of_every_page_is_read_by_a_camera(
    press: Press, content: AgreementContent, state: str
) -> None:
    content = replace(content, agreement="4F0A91BC")
    typeset = press.set_agreement(content)
    for page in range(1, typeset.pages + 1):
        (found,) = zxingcpp.read_barcodes(picture(typeset, page))
        code = read_code(found.text)
        text, mark = content.fingerprint[:8].upper(), typeset.marks[page - 1]
        expected = PaperCode(
            "4F0A91BC", state[0], int(state[1:]), content.draft_no, page, text, mark
        )
        assert code == expected


def test_the_modules_of_the_code_are_large_enough_and_white_lies_round_it(press: Press) -> None:
    dpi = 600
    typeset = press.set_agreement(replace(AGREEMENT, draft_no=99999, original_no=2))
    drawn = picture(typeset, 1, dpi)
    (found,) = zxingcpp.read_barcodes(drawn)
    place = found.position
    side = (place.top_right.x - place.top_left.x) / dpi * 25.4
    assert side / 25 >= 0.4
    quiet = round(QUIET * side / 25 / 25.4 * dpi) - 3
    left, top = place.top_left.x - quiet, place.top_left.y - quiet
    right, bottom = place.bottom_right.x + quiet, place.bottom_right.y + quiet
    edge = 3
    for box in (
        (left, top, right, place.top_left.y - edge),
        (left, place.bottom_right.y + edge, right, bottom),
        (left, top, place.top_left.x - edge, bottom),
        (place.bottom_right.x + edge, top, right, bottom),
    ):
        darkest, _ = drawn.crop(box).getextrema()
        assert darkest == 255


class Boxes(Ink):
    """Ink that remembers the room of every line and box it draws."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(FACES, width, height)
        self.rooms: list[tuple[str, float, float, float, float]] = []
        draw = self.canvas.rect

        def rect(x: float, y: float, wide: float, high: float) -> None:
            self.rooms.append(("box", x, y, x + wide, y + high))
            draw(x, y, wide, high)

        self.canvas.rect = rect  # type: ignore[method-assign,assignment]

    @override
    def line(self, x: float, y: float, line: Line) -> None:
        text = " ".join("".join(text for _, text in word) for word in line.words)
        self.rooms.append((text, x, y - 1.0, x + line_width(FACES, line), y + line.size * 0.68))
        super().line(x, y, line)


def foot_of(content: AgreementContent) -> tuple[Boxes, Foot, float, float]:
    """The foot of a page with its rooms, and the edges of the text."""
    sheet = sheet_for(content.paper, len(content.languages))
    foot = Foot(FACES, sheet, content)
    ink = Boxes(sheet.width, sheet.height)
    foot.draw(ink, 118, 118, "70B4E865", initials=True)
    top = sheet.over(foot.height).foot_top
    ink.rooms.append(("code", sheet.left, top - 33, sheet.left + 33, top))
    return ink, foot, sheet.left, sheet.right


@pytest.mark.parametrize("count", [2, 3, 4, 5, 8, 11, 18])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("alone", [False, True])
def test_nothing_in_the_foot_collides_or_leaves_the_text(
    count: int, paper: Paper, long: bool, alone: bool
) -> None:
    base = LONGEST if long else AGREEMENT
    content = replace(base, parties=between(count).parties, originals=count, paper=paper)
    ink, foot, left, right = foot_of(volume(content, 0) if alone else content)
    rooms = [room for room in ink.rooms if room[0] != "code"]
    for one, other in combinations(rooms, 2):
        if "box" in (one[0], other[0]) and one[0] != other[0] and inside(one, other):
            continue
        assert not meet(one, other), (one, other)
    for _, start, bottom, stop, top in rooms:
        assert left - 0.1 <= start <= stop <= right + 0.1
        assert bottom >= 7.5 * MM
        assert top <= 9.5 * MM + foot.height + 0.6


def inside(
    one: tuple[str, float, float, float, float], other: tuple[str, float, float, float, float]
) -> bool:
    """True when the words of one stand within the box of the other."""
    box, text = (one, other) if one[0] == "box" else (other, one)
    return box[1] < text[1] and text[3] < box[3] and box[2] < text[2] + 1 and text[4] < box[4] + 0.5


def meet(
    one: tuple[str, float, float, float, float], other: tuple[str, float, float, float, float]
) -> bool:
    across = min(one[3], other[3]) - max(one[1], other[1])
    high = min(one[4], other[4]) - max(one[2], other[2])
    return across > 0.1 and high > 0.1 and not one[0] == other[0] == "box"


@pytest.mark.parametrize("count", [2, 4, 18])
@pytest.mark.parametrize("paper", Paper)
def test_the_longest_titles_and_names_stand_whole_in_the_foot(
    press: Press, count: int, paper: Paper
) -> None:
    content = replace(LONGEST, parties=between(count).parties, originals=count, paper=paper)
    typeset = press.set_agreement(content)
    foot = words(typeset.pdf, 2, 2)
    assert f"Kesepakatan Bersama tentang {LONG_TITLE}" in foot
    assert f"Asli 1 dari {count}, untuk {LONG_HOLDER}" in foot
    assert f"Original 1 of {count}, for {LONG_HOLDER}" in foot
    assert typeset.overflows == ()


def test_two_parties_leave_the_text_as_much_room_as_one_row_of_boxes_needs() -> None:
    sheet = sheet_for(Paper.F4)
    assert Foot(FACES, sheet, AGREEMENT).height < 12.6 * MM
    assert Foot(FACES, sheet, replace(LONGEST, parties=AGREEMENT.parties)).height < 25 * MM


def test_a_sequence_has_the_foot_of_each_language_in_that_language(press: Press) -> None:
    typeset = press.set_agreement(in_sequence(ABROAD))
    english = min(place.page for place in typeset.places if place.language == "en")
    assert "Asli 1 dari 2, untuk Pemerintah Kota Teladan" in words(typeset.pdf, 1, 1)
    assert "Original 1 of 2, for the Sample" in words(typeset.pdf, english, english)
    assert "Asli 1" not in words(typeset.pdf, english, english)


def test_drafts_say_in_the_foot_that_they_are_not_for_signing(press: Press) -> None:
    foot = words(press.set_agreement(replace(AGREEMENT, state=State.DRAFT)).pdf, 2, 2)
    assert "Draf 4, tidak untuk ditandatangani" in foot


def test_small_words_of_an_english_title_stay_small(press: Press) -> None:
    letter = replace(volume(ABROAD, 1), title=("LETTER OF INTENT",), about=("CONCERNING",))
    assert "Letter of Intent concerning" in words(press.set_agreement(letter).pdf)
