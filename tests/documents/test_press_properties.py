"""What holds for any agreement: words as they were typed, codes that are read, equal bytes."""

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent, State, Typeset
from kunjungan.documents.phrases import UNTRANSLATED
from kunjungan.documents.setting.faces import printable
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from kunjungan.domain.paper_code import read_code
from kunjungan.domain.richtext import plain, rich
from tests.documents.drafted import TEXTS, Draft, DraftingOffice
from tests.documents.file_samples import said
from tests.documents.generated import agreements
from tests.documents.structure_reading import texts

PRESS = Press()
TAGS = {"id": "id-ID", "en": "en-GB"}
BODY = ("H1", "H2", "P", "TH", "TD")
DPI = 300
FOOT_MM, QUIET = 60, 4
LEAST_MODULE_MM = 0.4
ANY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Nothing is made smaller: that would take minutes, and the failing text is shown anyway."""


@ANY
@given(agreements())
def test_every_clause_of_any_agreement_is_read_as_it_was_typed(content: AgreementContent) -> None:
    typeset = PRESS.set_agreement(content)
    found = texts(typeset.pdf, *BODY)
    for language, expected in said(as_shown(content)).items():
        read = iter(found.get(TAGS.get(language, language), []))
        for text in filter(None, map(as_read, expected)):
            assert text in read, "it is missing, or stands before the clause that it follows"


def as_shown(content: AgreementContent) -> AgreementContent:
    """Return a paper with the words that stand in a draft for what is not written yet."""
    if content.state is not State.DRAFT:
        return content
    pieces = tuple(
        replace(each, text=tuple(t if plain(t).strip() else rich(UNTRANSLATED) for t in each.text))
        for each in content.pieces
    )
    return replace(content, pieces=pieces)


def as_read(text: str) -> str:
    """Return a text as a reader says it: without marks for hyphens, spaces all alike."""
    return " ".join(printable(text).replace("\N{SOFT HYPHEN}", "").split())


@settings(ANY, max_examples=15)
@given(agreements(), agreements())
def test_equal_agreements_give_equal_bytes_whatever_was_set_before(
    content: AgreementContent, other: AgreementContent
) -> None:
    first = Press().set_agreement(content)
    PRESS.set_agreement(other)
    assert PRESS.set_agreement(replace(content)) == first


@settings(ANY, max_examples=25)
@given(agreements(), st.integers(0, 5), st.sampled_from(["\ud800", "\x00", "{", "\U0010ffff"]))
def test_half_a_character_stops_no_press(content: AgreementContent, at: int, half: str) -> None:
    strange = tuple(half + text for text in content.subject)
    parties = (
        *content.parties[:at],
        *(replace(party, name=strange, office=strange) for party in content.parties[at:]),
    )
    typeset = PRESS.set_agreement(
        replace(content, subject=strange, parties=parties, author=half, printed_at=half)
    )
    assert typeset.pages == len(typeset.marks) >= 1


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("text", TEXTS)
def test_every_page_has_a_code_that_is_read_from_its_picture(
    drafting: DraftingOffice, text: str, layout: Layout
) -> None:
    most = 11 if layout is Layout.COLUMNS else 2
    for paper, parties in ((Paper.F4, 2), (Paper.A4, most)):
        for printed in drafting.printed(Draft(text, layout, parties), paper):
            for page, foot in enumerate(feet(printed.typeset), 1):
                check_code(printed.content, printed.typeset, page, foot)


def feet(typeset: Typeset) -> Iterator[Image.Image]:
    """Draw the lower left part of every page, where its code stands."""
    file = pypdfium2.PdfDocument(typeset.pdf)
    for page in file:
        width, height = page.get_size()
        corner = (0, 0, width - FOOT_MM / 25.4 * 72, height - FOOT_MM / 25.4 * 72)
        yield page.render(scale=DPI / 72, grayscale=True, crop=corner).to_pil()
    file.close()


def check_code(content: AgreementContent, typeset: Typeset, page: int, foot: Image.Image) -> None:
    """Fail unless the one code on a page says what it is, is large enough, and stands free."""
    (found,) = zxingcpp.read_barcodes(foot)
    code = read_code(found.text)
    assert code is not None
    assert (code.page, code.mark) == (page, typeset.marks[page - 1])
    assert (code.agreement, code.draft) == (content.agreement, content.draft_no)
    assert code.state == content.state.value[0].upper()
    assert code.text == content.fingerprint[:8].upper()
    corners = found.position
    left, right, top = corners.top_left.x, corners.top_right.x, corners.top_left.y
    bottom = corners.bottom_left.y
    assert isinstance(found.extra, dict)
    module = (right - left) / (17 + 4 * int(found.extra["Version"]))
    assert module / DPI * 25.4 >= LEAST_MODULE_MM - 0.005
    free = round(QUIET * module) - 2
    for box in (
        (left - free, top - free, right + free, top - 2),
        (left - free, bottom + 2, right + free, bottom + free),
        (left - free, top - free, left - 2, bottom + free),
        (right + 2, top - free, right + free, bottom + free),
    ):
        darkest, _ = foot.crop(box).getextrema()
        assert darkest == 255, "something stands in the white round the code"
