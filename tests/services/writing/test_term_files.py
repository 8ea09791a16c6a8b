"""The term base as a list: written, read back, and refused with the line that is wrong."""

from datetime import date
from pathlib import Path

import pytest

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.writing.term_approval import approve_terms
from kunjungan.services.writing.term_files import (
    TermImport,
    export_terms,
    import_terms,
    write_terms,
)
from kunjungan.services.writing.term_form import TermForm
from kunjungan.services.writing.terms import TermLine, add_term, list_terms


def listed(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "terms.csv"
    path.write_bytes(text.encode(encoding))
    return path


def line(office: Office, words: str) -> TermLine:
    return next(each for each in list_terms(office) if each.words_id == words)


def test_what_was_written_is_read_back_without_a_change(office: Office, tmp_path: Path) -> None:
    key = add_term(office, TermForm("=naskah", 'text; "quoted", text', note="a, b; c"))
    approve_terms(office, [key], by="Kepala Bagian Hukum", on=date(2022, 8, 1))
    count = len(list_terms(office))
    path = write_terms(office, tmp_path / "out.csv")
    assert import_terms(office, path) == TermImport(same=count)
    assert '"\'=naskah"' in export_terms(office)


def test_approval_comes_along_and_goes_when_only_the_words_differ(
    office: Office, tmp_path: Path
) -> None:
    rows = "id,en,approved_by,approved_on\nnaskah uji,trial text,Kepala Bagian,2022-08-01\n"
    assert import_terms(office, listed(tmp_path, rows)) == TermImport(added=1)
    assert line(office, "naskah uji").approved_on == date(2022, 8, 1)
    assert import_terms(office, listed(tmp_path, "id,en\nNaskah uji,test\n")).corrected == 1
    assert line(office, "Naskah uji").approved_by == ""


def test_columns_that_a_list_leaves_out_stay_as_they_are(office: Office, tmp_path: Path) -> None:
    before = line(office, "Bupati")
    import_terms(office, listed(tmp_path, "en;id\nRegent;Bupati\n"))
    after = line(office, "Bupati")
    assert (after.words_en, after.source, after.note) == ("Regent", before.source, before.note)


def test_an_import_is_one_step_to_undo(office: Office, tmp_path: Path) -> None:
    before = list_terms(office)
    done = import_terms(office, listed(tmp_path, "id\ten\nsatu\tone\ndua\ttwo\n", "utf-16"))
    assert done == TermImport(added=2)
    undo(office)
    assert list_terms(office) == before


def test_a_dry_run_counts_and_writes_nothing(office: Office, tmp_path: Path) -> None:
    before = list_terms(office)
    path = listed(tmp_path, "id,en\nsatu,one\nBupati,Regent\n")
    assert import_terms(office, path, dry_run=True) == TermImport(added=1, corrected=1)
    assert list_terms(office) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nama,arti\nsatu,one\n", "columns id and en"),
        ("id,en\nsatu,one\ndua,\n", "Line 3 of the list"),
        ("id,en,approved_by,approved_on\nsatu,one,x,1/8/2022\n", "“1/8/2022” is no day"),
        ("id,en,approved_by,approved_on\nsatu,one,x,2031-01-01\n", "has not come yet"),
        ("", "holds no rows"),
    ],
)
def test_a_wrong_list_is_refused_whole(
    office: Office, tmp_path: Path, text: str, told: str
) -> None:
    before = list_terms(office)
    with pytest.raises(RuleBroken, match=told):
        import_terms(office, listed(tmp_path, text))
    assert list_terms(office) == before


def test_no_file_and_a_broken_file_are_told(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        import_terms(office, tmp_path / "none.csv")
    broken = tmp_path / "terms.xlsx"
    broken.write_bytes(b"PK\x03\x04 no book")
    with pytest.raises(OfficeError):
        import_terms(office, broken)
