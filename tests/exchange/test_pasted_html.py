"""HTML from anywhere becomes clean paragraphs: bold and italic kept, tags never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.pasting import MAX_BLOCKS, Block, Grid, Paragraph
from kunjungan.exchange.pasted_html import blocks_of_html

WORD = (
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span>"
    "</span><![endif]>{words}<o:p></o:p></p>"
)


def parts(html: str) -> list[Paragraph]:
    return [block for block in blocks_of_html(html) if isinstance(block, Paragraph)]


def texts(html: str) -> list[str]:
    return [part.text for part in parts(html)]


def marked(html: str) -> list[tuple[str, str]]:
    return [(part.mark, part.text) for part in parts(html)]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
        ("<div>satu<div>dua</div>tiga</div>", ["satu", "dua", "tiga"]),
        ("<p>PARA&nbsp;PIHAK\n sepa&shy;kat</p>", ["PARA PIHAK sepakat"]),
        ("<p>a <b>b</b> <i>c</i> <b><i>d</i></b></p>", ["a **b** __c__ **__d__**"]),
        ("<p>a<b> b </b>c</p>", ["a **b** c"]),
        ("<p><span style='font-weight:700'>a</span>b</p>", ["**a**b"]),
        ("<b style='font-weight:normal'><p>a</p></b>", ["a"]),
        ("<p>kata <i>a</i>sing</p>", ["kata asing"]),
        ("<p>a<script>alert(1)</script><style>p{}</style>b</p>", ["ab"]),
        ("<p>a<del>lama</del><ins>baru</ins></p>", ["abaru"]),
        ("<p>a<span style='display:none'>b</span>c</p>", ["ac"]),
        ("<p>&lt;b&gt;bukan tanda&lt;/b&gt;</p>", ["<b>bukan tanda</b>"]),
        ("<p onclick='x()' style=\"a:b\">a</p>", ["a"]),
        ("<img src=x onerror=alert(1)>a", ["a"]),
        ("<p>a<br>b</p>", ["a", "b"]),
        ("<pre>a\nb</pre>", ["a", "b"]),
        ("<p <b>a <i>b</p><p>c", ["a __b__", "c"]),
        ("teks tanpa tanda", ["teks tanpa tanda"]),
        ("Version:0.9\r\nStartHTML:00\r\n<html><body><p>a</p>", ["a"]),
        (
            "<p dir=rtl>\u202e\u0645\u0631\u062d\u0628\u0627\u202c</p>",
            ["\u0645\u0631\u062d\u0628\u0627"],
        ),
        ("<p>a\x00\x07b\ud800</p>", ["ab"]),
        ("<!-- <p>x</p> --><p>a</p>", ["a"]),
        ("", []),
    ],
)
def test_words_are_kept_and_tags_are_not(html: str, found: list[str]) -> None:
    assert [text.replace("\ufffd", "") for text in texts(html)] == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (WORD.format(mark="(1)", words="satu"), [("(1)", "satu")]),
        (WORD.format(mark="a.", words="<b>dua</b> tiga"), [("a.", "**dua** tiga")]),
        (WORD.format(mark="\N{MIDDLE DOT}", words="tiga"), [("\N{MIDDLE DOT}", "tiga")]),
        ("<ol><li>a<li>b</ol>", [("1.", "a"), ("2.", "b")]),
        ("<ol type=a start=3><li>a</ol>", [("c.", "a")]),
        ("<ol type=i><li>a<li value=4>b</ol>", [("i.", "a"), ("iv.", "b")]),
        ("<ol><li>a<ol style='list-style-type:lower-alpha'><li>b</ol></ol>",
         [("1.", "a"), ("a.", "b")]),
        ("<ul><li>a</ul>", [("\N{BULLET}", "a")]),
        ("<ol><li style='list-style-type:upper-roman'><p><span>a</span></p></li></ol>",
         [("I.", "a")]),
        ("<li>a", [("\N{BULLET}", "a")]),
        ("<ol start=999999999999999999999><li>a</ol>", [("1.", "a")]),
    ],
)  # fmt: skip
def test_the_number_of_a_list_stands_apart(html: str, found: list[tuple[str, str]]) -> None:
    assert marked(html) == found


def test_headings_and_centred_or_bold_paragraphs_look_like_headings() -> None:
    html = (
        "<h2>a</h2><p align=center>b</p><p style='text-align:center'>c</p><p><b>d</b></p><p>e</p>"
    )
    assert [part.heading for part in parts(html)] == [True, True, True, True, False]


def test_a_table_keeps_rows_and_cells_whatever_stands_in_them() -> None:
    html = "<table><tr><td>a<td><p>b</p><p>c</p><tr><th>d<td><table><tr><td>e</table></table>"
    (grid,) = blocks_of_html(html)
    assert isinstance(grid, Grid)
    assert [[[part.text for part in cell] for cell in row] for row in grid.rows] == [
        [["a"], ["b", "c"]],
        [["**d**"], ["e"]],
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000 + "halo",
        "<b>" * 20_000 + "halo",
        "<table><tr><td>" * 2_000 + "halo",
        "<ul><li>" * 5_000 + "halo",
        "<!--" * 50_000 + "--><p>halo",
        "<p " + "a='" * 50_000 + "'>halo",
    ],
)
def test_a_page_that_is_broken_or_deep_is_read_without_harm(html: str) -> None:
    blocks: list[Block] = blocks_of_html(html)
    assert len(blocks) <= 1


def test_of_a_flood_only_so_much_is_read_that_it_can_be_refused() -> None:
    assert len(blocks_of_html("<p>x</p>" * 100_000)) <= MAX_BLOCKS + 2
    assert len(blocks_of_html("<table>" + "<tr><td>x" * 100_000)) == 1


@given(st.text("<>/=\"'&;!- abpdivtrol\n", max_size=200))
def test_any_letters_are_read(html: str) -> None:
    assert all(isinstance(block, Paragraph | Grid) for block in blocks_of_html(html))
