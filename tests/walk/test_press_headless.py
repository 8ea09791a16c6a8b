"""Every kind of paper by the command line alone: checked, printed, and read back from its file."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pikepdf.pdfa import validate_written

from kunjungan.domain.paper_code import read_code
from kunjungan.exchange.file_names import safe_file_name
from tests.documents.structure_reading import texts
from tests.walk.press import (
    ADDENDUM,
    CONTRACT,
    ELEVEN,
    LOI,
    MSP,
    NK,
    ORIGINALS,
    PKS,
    SYNERGY,
    Printed,
    codes,
    pages_of,
    parties,
    said,
    sizes_mm,
    spoilt,
)
from tests.walk.program import Program

F4, A4 = {(215.0, 330.0)}, {(210.0, 297.0)}
WORD = re.compile(r"\w+")


def test_the_check_lists_what_is_to_be_considered_and_of_whom(drafting: Program) -> None:
    assert drafting.does("check", "agreement", PKS) == (
        "Nothing stands in the way of the originals.\n"
    )
    found = drafting.tells("check", "agreement", ELEVEN)
    assert not any(finding["blocking"] for finding in found)
    assert {(finding["code"], finding["person"]) for finding in found} == {
        ("signed-by-plt", "H. Contoh Joko"),
        ("signed-for-head", "Contoh Laras"),
        ("not-signed-by-head", "Contoh Laras"),
        ("signed-by-pjs", "Contoh Mahesa"),
        ("signed-by-plh", "Contoh Nirmala, M.Si."),
    }


def test_every_original_is_printed_under_a_name_that_windows_keeps(printed: Printed) -> None:
    assert {reference: len(files) for reference, files in printed.files.items()} == ORIGINALS
    names = [file.name for file in printed.all()]
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if safe_file_name(name, "") != name or len(name) > 120] == []
    for reference, files in printed.files.items():
        for number, file in enumerate(files, 1):
            assert re.search(rf" - {reference} asli {number}( id| en| ja)?\.pdf$", file.name)


def test_every_original_can_be_archived_and_has_its_size_to_a_tenth_of_a_millimetre(
    printed: Printed,
) -> None:
    for reference, files in printed.files.items():
        for file in files:
            pdf = file.read_bytes()
            assert list(validate_written(BytesIO(pdf), "3b").findings) == []
            assert sizes_mm(pdf) == (A4 if reference == CONTRACT else F4)


def test_the_text_names_every_party_in_every_language_and_leaves_nothing_open(
    printed: Printed,
) -> None:
    languages: Counter[str] = Counter()
    for reference in ORIGINALS:
        for file in printed.files[reference][:: 10 if reference == ELEVEN else 1]:
            for language, text in said(file).items():
                languages[language] += 1
                assert not set("{}…") & set(text), file.name
                read = " ".join(text.split()).casefold()
                for party in parties(reference):
                    assert party[language].casefold() in read, (file.name, language)
    assert languages == {"id": 16, "en": 14, "third": 4}


def test_the_square_on_every_page_says_which_paper_and_page_it_is(printed: Printed) -> None:
    keys = {
        line["reference"]: line["id"][:8] for line in printed.program.tells("list", "agreements")
    }
    for reference, files in printed.files.items():
        for number, file in enumerate(files[:2], 1):
            pdf = file.read_bytes()
            found = [read_code(text) for text in codes(pdf)]
            assert len(found) == pages_of(pdf)
            for page, code in enumerate(found, 1):
                assert code is not None
                assert (code.agreement.lower(), code.state, code.no, code.draft, code.page) == (
                    (keys[reference], "O", number, 1, page)
                )


def test_emblems_stand_on_papers_at_home_and_never_abroad(printed: Printed) -> None:
    def emblems(reference: str) -> int:
        found = texts(printed.files[reference][0].read_bytes(), "Figure")
        return sum(map(len, found.values()))

    drawn = {reference: emblems(reference) for reference in ORIGINALS}
    assert (drawn[LOI], drawn[MSP]) == (0, 0)
    assert (drawn[PKS], drawn[ADDENDUM], drawn[ELEVEN]) == (2, 2, 11)


@pytest.mark.parametrize(("reference", "first", "second"), [(LOI, 0, 1), (MSP, 2, 3), (MSP, 4, 5)])
def test_alternat_originals_differ_in_the_order_of_the_parties_alone(
    printed: Printed, reference: str, first: int, second: int
) -> None:
    one, two = (said(printed.files[reference][number]) for number in (first, second))
    assert one.keys() == two.keys()
    for language, text in one.items():
        lines, others = text.split("\n"), two[language].split("\n")
        assert lines != others
        ours, theirs = (party[language] for party in parties(reference))
        assert lines[0].casefold().index(ours.casefold()) < lines[0].casefold().index(
            theirs.casefold()
        )
        assert others[0].casefold().index(theirs.casefold()) < others[0].casefold().index(
            ours.casefold()
        )
        assert Counter(WORD.findall(text.casefold())) == Counter(
            WORD.findall(two[language].casefold())
        )
        assert len([line for line in lines if line not in others]) <= 4


def test_an_original_comes_out_of_the_archive_byte_for_byte(
    printed: Printed, tmp_path: Path
) -> None:
    (again,) = printed.program.tells("print", "agreement", MSP, "--out", tmp_path, "--original", 5)
    assert Path(again["file"]).read_bytes() == printed.files[MSP][4].read_bytes()
    assert Path(again["file"]).name == printed.files[MSP][4].name
    assert "are on F4" in printed.program.refuses(
        "print", "agreement", MSP, "--out", tmp_path, "--paper", "a4"
    )


def test_electronic_stamps_have_their_places_beside_the_original(printed: Printed) -> None:
    folder = printed.files[NK][0].parent
    assert len(list(folder.glob("*meterai.json"))) == 2
    assert all(NK in file.name for file in folder.glob("*meterai.json"))


def test_drafts_copies_translations_and_word_are_what_they_are_called(
    drafting: Program, tmp_path: Path
) -> None:
    def paper(reference: str, *options: str) -> Path:
        (told,) = drafting.tells("print", "agreement", reference, "--out", tmp_path, *options)
        return Path(told["file"])

    draft = paper(MSP, "--draft", "--language", "ja", "--paper", "a4")
    assert draft.name.endswith(f"{MSP} draf 1 ja A4.pdf")
    assert sizes_mm(draft.read_bytes()) == A4
    assert list(said(draft)) == ["third"]
    copy = paper(CONTRACT, "--copy", "--paper", "f4")
    assert copy.name.endswith(f"{CONTRACT} salinan F4.pdf")
    assert sizes_mm(copy.read_bytes()) == F4
    translation = paper(SYNERGY, "--translation")
    assert translation.name.endswith(f"{SYNERGY} terjemahan en.pdf")
    text = said(translation)["en"]
    assert "/s/ YANA MULYANA" in text
    assert not re.search(r"Number *: |METERAI|415\.4/014", text)
    for file in (draft, copy, translation):
        assert list(validate_written(BytesIO(file.read_bytes()), "3b").findings) == []
    table = docx.Document(str(paper(LOI, "--word"))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Bahasa Indonesia", "English", "한국어"]
    assert drafting.tells("list", "agreements")[0]["stage"] == "draft"


def test_what_may_not_be_signed_is_printed_as_a_draft_alone(known: Program, tmp_path: Path) -> None:
    changes = {PKS: lambda a: a["parties"][0].pop("authority")}
    known.does("import", "office", spoilt(tmp_path / "spoilt.json", changes))
    ended = known.run("check", "agreement", PKS)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "missing-authority" in ended.stdout
    out = tmp_path / "papers"
    assert "power of attorney" in known.refuses("print", "agreement", PKS, "--out", out)
    assert not out.exists()
    (draft,) = known.tells("print", "agreement", PKS, "--out", out, "--draft")
    assert Path(draft["file"]).exists()
