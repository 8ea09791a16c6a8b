"""A Word document gives its paragraphs with the numbers that Word itself counts."""

import zipfile
from io import BytesIO

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.pasting import MAX_BLOCKS, Grid, Paragraph
from kunjungan.exchange.pasted_docx import blocks_of_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Pasal %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {W}><w:style w:styleId="Pasal"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr>
</w:pPr></w:style></w:styles>"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return para(run(text), own)


def docx(body: str, **parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
        for name, text in {"document": document, **parts}.items():
            packed.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def marked(body: str) -> list[tuple[str, str]]:
    blocks = blocks_of_docx(docx(body, numbering=NUMBERING, styles=STYLES))
    return [(block.mark, block.text) for block in blocks if isinstance(block, Paragraph)]


def test_words_keep_bold_and_italic() -> None:
    inner = run("a ") + run("b", "<w:b/>") + run(" c", '<w:i w:val="1"/><w:b w:val="0"/>')
    assert marked(para(inner)) == [("", "a **b** __c__")]


def test_numbers_are_counted_as_word_counts_them() -> None:
    body = "".join(
        [
            para(run("OBJEK"), '<w:pStyle w:val="Pasal"/>'),
            listed("satu", 5),
            listed("alfa", 5, 1),
            listed("beta", 5, 1),
            listed("butir", 5, 2),
            listed("dua", 5),
            listed("gama", 5, 1),
            para(run("BIAYA"), '<w:pStyle w:val="Pasal"/>'),
            listed("dalam", 6, 1),
        ]
    )
    assert [mark for mark, _ in marked(body)] == [
        "Pasal 1", "(1)", "a.", "b.", "\N{BULLET}", "(2)", "a.", "Pasal 2", "2.1",
    ]  # fmt: skip


def test_what_a_reviewer_struck_out_or_moved_away_is_left_out() -> None:
    body = para(
        f"<w:del>{run('lama').replace('w:t', 'w:delText')}</w:del><w:ins>{run('baru')}</w:ins>"
        f"<w:moveFrom>{run('pindah')}</w:moveFrom>{run(' tak', '<w:vanish/>')}"
    )
    assert marked(body) == [("", "baru")]


def test_a_line_of_its_own_and_a_centred_one_are_known() -> None:
    body = para("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", '<w:jc w:val="center"/>')
    first, second = blocks_of_docx(docx(body))
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.heading, second.soft, second.text) == (True, True, "b")


def test_a_table_and_what_stands_in_a_content_control_are_read() -> None:
    cell = f"<w:tc>{para(run('a'))}<w:tbl><w:tr><w:tc>{para(run('b'))}</w:tc></w:tr></w:tbl></w:tc>"
    body = f"<w:sdt><w:sdtContent>{para(run('c'))}</w:sdtContent></w:sdt>"
    control, grid = blocks_of_docx(docx(f"{body}<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert isinstance(control, Paragraph)
    assert isinstance(grid, Grid)
    assert [part.text for part in grid.paragraphs] == ["a", "b"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        docx("")[:60],
        docx("<w:p>"),
        docx("", styles="<broken"),
        docx("<w:p>" * 3000 + "</w:p>" * 3000),
        docx("").replace(b"word/document.xml", b"word/documenx.xml"),
    ],
    ids=range(8),  # bytes of a zip tell the second it was made in: no name for a test
)
def test_what_is_no_word_document_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(RuleBroken) as refusal:
        blocks_of_docx(data)
    assert str(refusal.value)


def test_a_part_that_unpacks_to_far_too_much_is_refused() -> None:
    bomb = docx("", styles=" " * (65 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(RuleBroken, match="too large"):
        blocks_of_docx(bomb)


def test_entities_of_a_document_are_never_fetched_or_unfolded() -> None:
    data = docx(para(run("&x;")))
    with zipfile.ZipFile(BytesIO(data)) as packed:
        text = packed.read("word/document.xml").decode()
    evil = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + text
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", evil)
    assert [block.text for block in blocks_of_docx(file.getvalue())] == []  # type: ignore[union-attr]


def test_of_a_flood_only_so_much_is_read_that_it_can_be_refused() -> None:
    assert len(blocks_of_docx(docx(para(run("a")) * 20_000))) == MAX_BLOCKS + 1
