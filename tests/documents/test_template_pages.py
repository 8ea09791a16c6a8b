"""All standard texts and 200 agreements made up of them, judged as a typesetter would."""

from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from pikepdf.pdfa import validate_written

from kunjungan.documents.agreement import Press
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.paper import Paper
from tests.documents.drafted import PARTIES, TEXTS, Draft, DraftingOffice, Printed
from tests.documents.file_samples import volume
from tests.documents.generated import agreement_no
from tests.documents.page_reading import PaperRead, read_paper
from tests.documents.samples import AGREEMENT, between
from tests.documents.typography import Typography, crooked, left_alone, parted_signatures

MADE_UP = 200


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", Paper)
def test_few_lines_have_wide_spaces_and_no_river_runs_through_them(
    drafting: DraftingOffice, layout: Layout, paper: Paper
) -> None:
    found = Typography()
    for text, parties in product(TEXTS, (2, 4)):
        for printed in drafting.printed(Draft(text, layout, parties), paper):
            found.measure(printed.content)
    print(f"{layout} {paper}: {found}")  # noqa: T201 - the figures, with pytest -s
    assert found.lines > 1000
    narrow = layout is Layout.COLUMNS
    assert found.wide_share <= (0.05 if narrow else 0.015)
    assert found.hyphen_share <= (0.25 if narrow else 0.12)
    assert found.rivers == 0
    assert found.chances / found.lines <= 0.005


@pytest.mark.parametrize("start", range(0, MADE_UP, 50))
def test_no_line_heading_or_signature_is_left_alone_and_rows_are_level(
    press: Press, start: int
) -> None:
    met = Counter[str]()
    for number in range(start, start + 50):
        content = agreement_no(number)
        read = read_paper(press.set_agreement(content).pdf)
        assert list(left_alone(read)) == [], number
        assert list(parted_signatures(read)) == [], number
        assert list(crooked(read)) == [], number
        met.update(each.role for each in read.elements)
        met["parted"] += sum(len(each.pages) > 1 for each in read.elements)
    press.forget_lines()
    assert met["H2"] > 400, "headings were met"
    assert met["parted"] > 100, "and paragraphs that go on over the page"
    assert met["Sign"] > 200


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_left_alone_in_a_standard_text_either(
    drafting: DraftingOffice, text: str
) -> None:
    for layout, parties, paper in product(Layout, PARTIES, Paper):
        for printed in drafting.printed(Draft(text, layout, parties), paper):
            read = read_paper(printed.typeset.pdf)
            where = (layout, parties, paper, printed.name)
            assert list(left_alone(read)) == [], where
            assert list(parted_signatures(read)) == [], where
            assert list(crooked(read)) == [], where
            check_closing_stands_with_the_signatures(printed, read)
            assert (printed.typeset.overflows, printed.typeset.missing) == ((), ()), where


def check_closing_stands_with_the_signatures(printed: Printed, read: PaperRead) -> None:
    closing = {n for n, each in enumerate(printed.content.pieces) if each.level is Level.CLOSING}
    assert closing
    signed: dict[str, int] = {}
    for each in read.elements:
        if each.role == "Sign":
            signed.setdefault(each.language, each.pages[0])
    pages = {place.page for place in printed.typeset.places if place.piece in closing}
    assert pages == set(signed.values())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("at_home", [True, False])
@pytest.mark.parametrize("alone", [True, False])
def test_no_signatory_stands_alone_on_a_page(
    press: Press, paper: Paper, at_home: bool, alone: bool
) -> None:
    found = {}
    for count in range(2, 19):
        whole = replace(between(count), paper=paper, logos=at_home, numbers=at_home)
        content = replace(whole, pieces=AGREEMENT.pieces[-6:])
        read = read_paper(press.set_agreement(volume(content, 0) if alone else content).pdf)
        signing = [each.pages[0] for each in read.of("id-ID") if each.role == "Sign"]
        assert len(signing) == count
        found[count] = list(Counter(signing).values())
    assert {count: cells for count, cells in found.items() if min(cells) < 2} == {}


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("text", TEXTS)
def test_every_kind_layout_and_paper_can_be_archived(
    drafting: DraftingOffice, text: str, layout: Layout
) -> None:
    for paper in Paper:
        for printed in drafting.printed(Draft(text, layout, 2), paper):
            report = validate_written(BytesIO(printed.typeset.pdf), "3b")
            assert list(report.findings) == [], (paper, printed.name)
