"""Papers of every kind, layout and size: fit for archives, and word for word what they must say."""

from dataclasses import replace
from io import BytesIO
from uuid import UUID

import pytest
from pikepdf.pdfa import validate_written

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.layouts import Layout, languages_of
from kunjungan.domain.paper import Paper
from kunjungan.domain.richtext import rich
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreement_template import template_clauses
from kunjungan.services.office import Office
from tests.builders import bandung
from tests.documents.file_samples import said
from tests.documents.structure_reading import outside, texts
from tests.services.contents import Row, a_city_abroad, a_paper, a_party, at_home, content_of

EVERY = [
    (kind, layout, paper)
    for kind, rule in KINDS.items()
    for layout in rule.layouts
    for paper in Paper
]
TAGS = {"id": "id-ID", "en": "en-GB"}


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def a_standard_agreement(office: Office, kind: AgreementKind, layout: Layout) -> UUID:
    """An agreement of a kind with its standard text; abroad with a third language if it may be."""
    foreign = KINDS[kind].foreign
    rows: list[Row] = [
        (row.level, row.key, row.text_id, row.text_en)
        for row in template_clauses(UUID(int=1), kind, 2, layout=layout, foreign=foreign)
    ]
    if not foreign:
        return at_home(office, rows, kind=kind, layout=layout)
    suwon = a_city_abroad(office, "Suwon", "Lee Jae Jun")
    partner = a_party(suwon, name_third="수원시", office_third="시장", signer_third="이재준")
    third = "ko" if "ko" in languages_of(layout, "ko") else ""
    parties = [a_party(bandung(office)), partner]
    return a_paper(office, parties, rows, kind=kind, layout=layout, third_language=third)


def papers(office: Office, agreement: UUID, layout: Layout, paper: Paper) -> list[AgreementContent]:
    """The first original on F4 or a draft on A4, and the translation of a volume."""
    original = PaperChoice(1, "original", paper)
    choices = [original if paper is Paper.F4 else PaperChoice(None, paper=paper)]
    if layout is Layout.VOLUMES:
        choices.append(PaperChoice(None, "translation", paper, "en"))
    return [translated(content_of(office, agreement, choice)) for choice in choices]


def translated(content: AgreementContent) -> AgreementContent:
    """The same paper with words of its own where a third language has none yet."""
    pieces = tuple(
        replace(each, text=tuple(text or rich(f"제 {at} 항 서울") for text in each.text))
        for at, each in enumerate(content.pieces)
    )
    return replace(content, pieces=pieces)


@pytest.mark.parametrize(("kind", "layout", "paper"), EVERY)
def test_every_kind_in_every_layout_can_be_archived_and_read_aloud(
    office: Office, press: Press, kind: AgreementKind, layout: Layout, paper: Paper
) -> None:
    agreement = a_standard_agreement(office, kind, layout)
    for content in papers(office, agreement, layout, paper):
        pdf = press.set_agreement(content).pdf
        assert list(validate_written(BytesIO(pdf), "3b").findings) == []
        assert outside(pdf) == []
        found = texts(pdf, "H1", "H2", "P", "TH", "TD")
        for language, expected in said(content).items():
            read = found[TAGS.get(language, language)]
            assert [text for text in read if text in set(expected)] == expected
