import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import md5, sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pikepdf.pdfa import validate_written
from pypdf import PdfReader

from kunjungan.documents.agreement import Press
from kunjungan.documents.content import AgreementContent
from kunjungan.domain.clauses import Level
from tests.documents.file_samples import (
    ARCHIVED,
    DATA,
    PAPERS,
    SIXTEEN,
    emblem,
    in_sequence,
    with_emblems,
)
from tests.documents.samples import piece

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


@contextmanager
def opened(press: Press, content: AgreementContent) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(press.set_agreement(content).pdf)) as file:
        yield file


def not_archivable(pdf: bytes) -> list[object]:
    return list(validate_written(BytesIO(pdf), "3b").findings)


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_can_be_archived(press: Press, name: str) -> None:
    assert not_archivable(press.set_agreement(PAPERS[name]).pdf) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kota \ue000\U0001f600 sepakat \x07.",
        "Şehir, Đà Nẵng, Łódź, Ærø, Москва, Ω",
        "厦门 首尔 서울 الرياض ירושלים กรุงเทพ",
        "(kurung \\ miring) <b> & 100 %",
        "w" * 3000,
        "baris\nbaru\n\n",
    ],
)
def test_any_text_can_be_archived(press: Press, text: str) -> None:
    everywhere = replace(
        SIXTEEN,
        pieces=tuple(piece(level, text, text, text[:3]) for level in Level if "table" not in level),
        title=(text, text),
        subject=(text, text),
        author=text,
        reference=text[:40],
    )
    pdf = press.set_agreement(everywhere).pdf
    assert not_archivable(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as file:
        assert file.check_pdf_syntax() == []


@pytest.mark.parametrize(
    ("mode", "form"),
    [("RGBA", "PNG"), ("LA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("RGB", "JPEG"), ("CMYK", "JPEG")],
)
def test_any_emblem_can_be_archived(press: Press, mode: str, form: str) -> None:
    content = with_emblems(emblem(mode, form), None)
    assert not_archivable(press.set_agreement(content).pdf) == []
    with opened(press, content) as file:
        (shown,) = file.pages[0].Resources.XObject.values()
        assert (int(shown.Width), int(shown.Height)) == (60, 90)
        assert ("/SMask" in shown) == (mode in ("RGBA", "LA", "P"))
        assert shown.ColorSpace == ("/DeviceGray" if mode == "L" else "/DeviceRGB")
        assert "/Interpolate" not in shown


def test_an_emblem_keeps_its_colours_and_what_shows_through(press: Press) -> None:
    with opened(press, with_emblems(emblem("RGBA", "PNG"), None)) as file:
        (shown,) = file.pages[0].Resources.XObject.values()
        assert shown.read_bytes()[:3] == bytes((200, 30, 30))
        assert shown.SMask.read_bytes()[:1] == bytes((120,))


def test_an_emblem_that_two_parties_share_is_stored_once(press: Press) -> None:
    logo = emblem("RGBA", "PNG")
    with opened(press, with_emblems(logo, logo)) as file:
        assert len(file.pages[0].Resources.XObject) == 1


def test_title_and_author_are_said_in_both_places_and_no_day_in_any(press: Press) -> None:
    with opened(press, ARCHIVED) as file:
        title = str(file.docinfo.Title)
        assert title.startswith("Kesepakatan Bersama")
        assert title.endswith("Penerapan Sistem Pemerintahan Berbasis Elektronik")
        assert file.docinfo.Author == "Sekretariat Daerah Kota Bandung"
        assert set(file.docinfo.keys()) == {"/Title", "/Author", "/Producer"}
        with file.open_metadata() as about:
            assert about["dc:title"] == title
            assert about["dc:creator"] == ["Sekretariat Daerah Kota Bandung"]
            assert set(about["dc:language"]) == {"id-ID", "en-GB"}
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("3", "B")
            assert not any("date" in name.lower() for name in about)


def test_a_viewer_shows_the_title_and_prints_without_scaling(press: Press) -> None:
    with opened(press, ARCHIVED) as file:
        wishes = file.Root.ViewerPreferences
        assert bool(wishes.DisplayDocTitle)
        assert wishes.PrintScaling == "/None"
        assert bool(file.Root.MarkInfo.Marked)
        assert file.Root.Lang == "id-ID"
        for page in file.pages:
            assert page.Tabs == "/S"
            assert "/Trans" not in page.obj


def test_an_english_volume_is_said_to_be_english(press: Press) -> None:
    with opened(press, PAPERS["English volume"]) as file:
        assert file.Root.Lang == "en-GB"


def test_the_agreement_is_attached_as_data(press: Press) -> None:
    with opened(press, ARCHIVED) as file:
        (described,) = file.Root.AF
        assert described.AFRelationship == "/Source"
        assert described.UF == "agreement.json"
        attached = described.EF.F
        assert attached.Subtype == "/application/json"
        assert attached.read_bytes() == DATA
        assert int(attached.Params.Size) == len(DATA)
        assert bytes(attached.Params.CheckSum) == md5(DATA, usedforsecurity=False).digest()
        assert file.attachments["agreement.json"].get_file().read_bytes() == DATA


def test_no_data_no_attachment(press: Press) -> None:
    with opened(press, replace(ARCHIVED, data=b"")) as file:
        assert "/AF" not in file.Root
        assert "/Names" not in file.Root


def bookmarks(press: Press, content: AgreementContent) -> list[tuple[str, list[str]]]:
    with opened(press, content) as file, file.open_outline() as outline:
        return [(root.title, [kid.title for kid in root.children]) for root in outline.root]


def test_bookmarks_lead_to_title_articles_annexes_and_signatures(press: Press) -> None:
    (first, indonesian), (second, english) = bookmarks(press, PAPERS["columns, annex"])
    assert first.startswith("KESEPAKATAN BERSAMA ANTARA")
    assert second.startswith("MEMORANDUM OF UNDERSTANDING")
    assert indonesian[1] == "Pasal 2 MAKSUD DAN TUJUAN"
    assert english[1] == "Article 2 PURPOSE AND OBJECTIVES"
    assert indonesian[13:] == ["Penandatanganan", "LAMPIRAN Rincian Kegiatan"]
    assert english[13:] == ["Signatures", "ANNEX The Activities"]


def test_only_the_first_language_is_unfolded(press: Press) -> None:
    with opened(press, ARCHIVED) as file, file.open_outline() as outline:
        assert [root.is_closed for root in outline.root] == [False, True]


def test_each_language_of_a_sequence_has_its_bookmarks(press: Press) -> None:
    found = bookmarks(press, in_sequence(ARCHIVED, "fr"))
    assert [len(kids) for _, kids in found] == [14, 14, 14]


def test_a_bookmark_leads_to_the_line_that_it_names(press: Press) -> None:
    pdf = press.set_agreement(ARCHIVED).pdf
    file = pypdfium2.PdfDocument(pdf)
    checked = 0
    for mark in file.get_toc():
        if not mark.get_title().startswith("Pasal"):
            continue
        page, (_, top, _) = mark.get_dest().get_index(), mark.get_dest().get_view()[1]
        layer = file[page].get_textpage()
        line = layer.get_text_bounded(top=top + 1, bottom=top - 14)
        assert mark.get_title().startswith(line.split("\r")[0].split("Article")[0].strip())
        checked += 1
    file.close()
    assert checked == 13


def test_every_face_is_embedded_and_says_its_characters(press: Press) -> None:
    strange = piece(Level.TEXT, "Łódź, Москва, 厦门", "Łódź, Москва, 厦门")
    with opened(press, replace(ARCHIVED, pieces=(*ARCHIVED.pieces, strange))) as file:
        fonts = [font for page in file.pages for font in page.Resources.Font.values()]
        assert len({font.objgen for font in fonts}) >= 6
        for font in fonts:
            (inner,) = font.get("/DescendantFonts", [font])
            described = inner.FontDescriptor
            assert ("/FontFile2" in described) != ("/FontFile3" in described)
            assert b"beginbfchar" in font.ToUnicode.read_bytes()


def test_other_readers_open_the_file(press: Press) -> None:
    typeset = press.set_agreement(PAPERS["sequence of three"])
    reader = PdfReader(BytesIO(typeset.pdf), strict=True)
    assert len(reader.pages) == typeset.pages
    assert reader.attachments["agreement.json"] == [DATA]
    file = pypdfium2.PdfDocument(typeset.pdf)
    assert len(file) == typeset.pages
    file.close()


def test_the_file_does_not_depend_on_what_the_press_printed_before(press: Press) -> None:
    rare = piece(Level.TEXT, "Đà Nẵng, Łódź", "Đà Nẵng, Łódź")
    press.set_agreement(replace(ARCHIVED, pieces=(rare,)))
    content = with_emblems(emblem("RGBA", "PNG"), emblem("L", "PNG"))
    assert press.set_agreement(content).pdf == Press().set_agreement(content).pdf


_PRINT = """
from hashlib import sha256
from kunjungan.documents.agreement import Press
from tests.documents.file_samples import PAPERS
print(sha256(Press().set_agreement(PAPERS["sequence of three"]).pdf).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_equal_agreements_are_equal_files_in_every_process(press: Press, seed: str) -> None:
    here = sha256(press.set_agreement(PAPERS["sequence of three"]).pdf).hexdigest()
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    there = subprocess.run(
        [sys.executable, "-c", _PRINT],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert there.stdout.strip() == here


def test_a_thousand_objects_more_are_found(press: Press) -> None:
    many = tuple(piece(Level.TEXT, f"Butir {at}.", f"Item {at}.") for at in range(1200))
    typeset = press.set_agreement(replace(SIXTEEN, pieces=many))
    with pikepdf.open(BytesIO(typeset.pdf)) as file:
        assert file.check_pdf_syntax() == []
        elements = [each for each in file.objects if "/S" in each and "/P" in each]
        assert len(elements) > 2400


def test_the_bytes_are_in_the_order_that_archives_ask_for(press: Press) -> None:
    """ISO 19005-3 6.1.2 to 6.1.9, which no reader that has parsed the file can see."""
    pdf = press.set_agreement(with_emblems(emblem("RGBA", "PNG"), None)).pdf
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", pdf)
    beginning = re.compile(rb"\d+ 0 obj\n<<.*?/Length (\d+)>>\nstream\n", re.DOTALL)
    end = b"\nendstream\nendobj\n"
    starts, at = list[int](), len(b"%PDF-1.7\n%1234\n")
    while begun := beginning.match(pdf, at):
        starts.append(at)
        at = begun.end() + int(begun[1])
        assert pdf[at : at + len(end)] == end
        at += len(end)
    assert len(starts) > 15
    assert pdf[at:] == b"startxref\n%d\n%%%%EOF\n" % starts[-1]
