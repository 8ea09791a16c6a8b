from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.documents.pdf.structure import Structure
from kunjungan.domain.clauses import Level
from tests.documents.file_samples import ANNEX, ARCHIVED, PAPERS, SIXTEEN, in_sequence, said
from tests.documents.samples import piece
from tests.documents.structure_reading import Node, document, outside, sections, texts

PRESS = Press()
TAGS = {"id": "id-ID", "en": "en-GB"}


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@pytest.mark.parametrize("name", PAPERS)
def test_every_clause_is_found_word_for_word_once_and_in_order(press: Press, name: str) -> None:
    content = PAPERS[name]
    found = texts(press.set_agreement(content).pdf, "H1", "H2", "P", "TH", "TD")
    for language, expected in said(content).items():
        read = found[TAGS.get(language, language)]
        assert [text for text in read if text in set(expected)] == expected


def test_sections_stand_in_the_order_of_the_languages(press: Press) -> None:
    for content in (ARCHIVED, in_sequence(ARCHIVED, "fr")):
        tags = [TAGS.get(each, each) for each in content.languages]
        assert list(sections(press.set_agreement(content).pdf)) == tags


def test_every_element_names_its_language(press: Press) -> None:
    def check(node: Node, language: str) -> None:
        assert node.language == language
        for kid in node.kids:
            check(kid, language)

    for section in document(press.set_agreement(PAPERS["sequence of three"]).pdf).kids:
        check(section, section.language)


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_drawn_that_is_neither_text_nor_artifact(press: Press, name: str) -> None:
    assert outside(press.set_agreement(PAPERS[name]).pdf) == []


def test_each_language_has_its_title_and_its_thirteen_articles(press: Press) -> None:
    found = sections(press.set_agreement(ARCHIVED).pdf)
    for nodes, first in zip(found.values(), ("KESEPAKATAN BERSAMA", "MEMORANDUM"), strict=True):
        (title,) = [node.text for node in nodes if node.role == "H1"]
        assert title.startswith(first)
        assert sum(node.role == "H2" for node in nodes) == 13


def test_a_clause_that_breaks_over_a_page_stays_one_paragraph(press: Press) -> None:
    long = piece(Level.PARAGRAPH, "kata pemerintahan " * 900, "word government " * 900, "(1)")
    found = sections(press.set_agreement(replace(ARCHIVED, pieces=(long,))).pdf)
    for nodes, word in ((found["id-ID"], "pemerintahan"), (found["en-GB"], "government")):
        (node,) = [node for node in nodes if word in node.text]
        assert len(node.pages) >= 2
        assert node.text.count(word) == 900


def test_rows_of_a_table_hold_their_cells(press: Press) -> None:
    for language in document(press.set_agreement(PAPERS["columns, annex"]).pdf).kids:
        (table,) = [kid for kid in language.kids if kid.role == "Table"]
        assert [row.role for row in table.kids] == ["TR"] * 3
        roles = [[cell.role for cell in row.kids] for row in table.kids]
        assert roles == [["TH"] * 3, ["TD"] * 3, ["TD"] * 3]
        at = language.kids.index(table)
        assert "rinci" in language.kids[at + 1].text or "details" in language.kids[at + 1].text


def test_every_picture_has_words_that_stand_for_it(press: Press) -> None:
    nodes = sections(press.set_agreement(ARCHIVED).pdf)["id-ID"]
    said_for = [node.alt for node in nodes if node.role == "Figure"]
    assert len(said_for) == 2
    assert "Bandung" in said_for[0]
    assert "Prabumulih" in said_for[1]


def test_those_who_sign_are_named_in_their_language(press: Press) -> None:
    found = texts(press.set_agreement(ARCHIVED).pdf, "Sign", "P")
    for tag, label in (("id-ID", "PIHAK KESATU"), ("en-GB", "THE FIRST PARTY")):
        assert any(label in text for text in found[tag])
    assert any("YANA MULYANA" in text for text in found["id-ID"])


def test_characters_that_no_face_has_are_read_as_they_were_typed(press: Press) -> None:
    strange = piece(Level.TEXT, "Kota \ue000\U0001f600 sepakat.", "The \ue000 City agrees.")
    found = texts(press.set_agreement(replace(ARCHIVED, pieces=(strange,))).pdf, "P")
    assert "Kota \ue000\U0001f600 sepakat." in found["id-ID"]
    assert "The \ue000 City agrees." in found["en-GB"]


_LETTERS = "abcdefghijklmnopqrstuvwxyz ABC 0123 .,;:()/-&<>\\{}_*'\"%"
_ABROAD = (
    "éşİıđếổßøŁź\u2013\u2014“”… ЖдиΩ 厦门市、首尔 서울 الرياض שלום กรุงเทพ ไทย \U0001f600\ue000"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(_LETTERS + _ABROAD, min_size=1, max_size=12), min_size=1, max_size=40))
def test_any_words_are_read_as_they_were_typed(typed: list[str]) -> None:
    clause = piece(Level.TEXT, " ".join(typed), "The same in English.")
    content = replace(SIXTEEN, pieces=(clause,))
    (text,) = said(content)["id"] or ("",)
    found = texts(PRESS.set_agreement(content).pdf, "P")
    assert not text or text in found["id-ID"]


@pytest.mark.parametrize("content", [ARCHIVED, PAPERS["sequence of three"]])
def test_each_mark_on_a_page_leads_back_to_its_element(
    press: Press, content: AgreementContent
) -> None:
    with pikepdf.open(BytesIO(press.set_agreement(content).pdf)) as file:
        root = file.Root.StructTreeRoot
        rows = list(root.ParentTree.Nums.as_list())
        ways = dict(zip(map(int, rows[::2]), rows[1::2], strict=True))
        assert sorted(ways) == [int(page.StructParents) for page in file.pages]
        for page in file.pages:
            for mark, element in enumerate(ways[int(page.StructParents)]):
                assert (page.obj.objgen, mark) in _marks(element)


def _marks(element: pikepdf.Object) -> list[tuple[tuple[int, int], int]]:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return [
        (kid.Pg.objgen, int(kid.MCID))
        if isinstance(kid, pikepdf.Dictionary)
        else (element.Pg.objgen, int(kid))
        for kid in kids
    ]


def test_the_same_key_continues_an_element_and_no_key_begins_one() -> None:
    log = Structure()
    first = log.open("P", "id", 7)
    other = log.open("P", "en", 7)
    log.next_page()
    assert log.open("P", "id", 7) is first
    assert log.open("P", "id", None) is not log.open("P", "id", None)
    assert first.marks == [(0, 0), (1, 0)]
    assert other.marks == [(0, 1)]
    assert [len(page) for page in log.pages] == [2, 3]


def test_an_annex_follows_the_signatures(press: Press) -> None:
    content = replace(ARCHIVED, pieces=(*ARCHIVED.pieces, *ANNEX))
    roles = [node.role for node in sections(press.set_agreement(content).pdf)["id-ID"]]
    assert roles.count("H1") == 2
    assert max(at for at, role in enumerate(roles) if role == "Sign") < roles.index("TH")
