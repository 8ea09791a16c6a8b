"""A Word document holds every word of the agreement, side by side, and is the same every time."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.content import AgreementContent, Piece
from kunjungan.documents.word.agreement import agreement_docx
from kunjungan.domain.clause_marks import markers
from kunjungan.domain.clauses import LISTED, Level
from kunjungan.domain.richtext import Span, plain
from tests.documents.samples import AGREEMENT, piece


def read(content: AgreementContent) -> Document:
    return docx.Document(BytesIO(agreement_docx(content)))


def rows(content: AgreementContent) -> list[tuple[str, ...]]:
    tables: list[Table] = read(content).tables
    return [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows]


def table_row(*cells: tuple[str, str]) -> Piece:
    spans = tuple(((Span(first),), (Span(second),)) for first, second in cells)
    return Piece(Level.TABLE_ROW, ("", ""), (), spans)


def test_every_clause_stands_beside_its_translation() -> None:
    found = rows(AGREEMENT)
    for one in AGREEMENT.pieces:
        pair = tuple(plain(text) for text in one.text)
        marked = tuple(f"{mark}\t{text}" for mark, text in zip(one.marker, pair, strict=True))
        assert pair in found or marked in found


def test_a_partners_own_language_gets_a_third_column() -> None:
    def more(texts: tuple[str, ...]) -> tuple[str, ...]:
        return (*texts, "수원시")

    parties = tuple(
        replace(
            party,
            label=more(party.label),
            government=more(party.government),
            office=more(party.office),
            name=more(party.name),
        )
        for party in AGREEMENT.parties
    )
    text = ((Span("Satu"),), (Span("One"),), (Span("하나"),))
    third = replace(
        AGREEMENT,
        languages=("id", "en", "ko"),
        official=(True,) * 3,
        title=more(AGREEMENT.title),
        between=more(AGREEMENT.between),
        joining=more(AGREEMENT.joining),
        about=more(AGREEMENT.about),
        subject=more(AGREEMENT.subject),
        parties=parties,
        pieces=(Piece(Level.TEXT, ("",) * 3, text),),
        holder=None,
    )
    assert ("Satu", "One", "하나") in rows(third)


def test_the_head_of_each_page_says_which_draft_it_is() -> None:
    head = read(AGREEMENT).sections[0].header.paragraphs[0].text
    assert "DRAF 4" in head
    assert AGREEMENT.fingerprint[:8] in head


def test_the_sheet_is_the_agreements_own() -> None:
    section = read(AGREEMENT).sections[0]
    width, height = section.page_width, section.page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (215, 330)


def test_annexes_stand_after_the_signatures_with_their_tables() -> None:
    annex = (
        piece(Level.ANNEX, "RENCANA KERJA", "WORK PLAN", "LAMPIRAN"),
        table_row(("Pusat data", "Data centre"), ("52.245.500", "52,245,500"), ("1", "1")),
    )
    found = rows(replace(AGREEMENT, pieces=(*AGREEMENT.pieces, *annex)))
    name = next(n for n, row in enumerate(found) if "YANA MULYANA" in "".join(row))
    assert found.index(("RENCANA KERJA", "WORK PLAN")) > name
    assert ("Pusat data\nData centre", "52.245.500\n52,245,500", "1") in found


def test_emphasis_and_language_reach_word() -> None:
    spans = (Span("PARA "), Span("PIHAK", bold=True), Span(" et al.", italic=True))
    content = replace(AGREEMENT, pieces=(Piece(Level.TEXT, ("", ""), (spans, spans)),))
    runs = next(
        cell.paragraphs[0].runs
        for table in read(content).tables
        for row in table.rows
        for cell in row.cells
        if cell.text == "PARA PIHAK et al."
    )
    assert [(run.bold, run.italic) for run in runs] == [(None, None), (True, None), (None, True)]
    assert 'w:lang w:val="id-ID"' in runs[0]._r.xml


def test_equal_content_gives_equal_bytes() -> None:
    assert agreement_docx(AGREEMENT) == agreement_docx(AGREEMENT)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
@pytest.mark.filterwarnings("ignore")
def test_any_text_can_be_exported(text: str) -> None:
    content = replace(AGREEMENT, pieces=(Piece(Level.TEXT, ("", ""), ((Span(text),),) * 2),))
    assert agreement_docx(content)[:2] == b"PK"


def test_each_deeper_level_hangs_further_in() -> None:
    levels = (Level.PARAGRAPH, *LISTED)
    pieces = tuple(
        piece(level, f"kata{n}", f"word{n}", marker.id)
        for n, (level, marker) in enumerate(zip(levels, markers(levels), strict=True))
    )
    document = read(replace(AGREEMENT, pieces=(piece(Level.PARAGRAPH, "a", "b", "(1)"), *pieces)))
    cells = [row.cells[0].paragraphs[0] for table in document.tables for row in table.rows]
    indents = [
        int(cell.paragraph_format.left_indent or 0) for cell in cells if "\tkata" in cell.text
    ]
    assert len(indents) == len(LISTED)
    assert indents == sorted(set(indents))
