"""Files of an agreement: kept byte for byte, once, undoable, opened only when sound."""

import errno
import os
import stat
import tempfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest

from kunjungan.documents.agreement import Press
from kunjungan.domain.errors import Conflict, NotFound, RuleBroken, Unavailable
from kunjungan.services.agreements import remove_agreement
from kunjungan.services.history import redo, undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.process.attaching import attach, attach_all
from kunjungan.services.process.file_form import FileForm
from kunjungan.services.process.file_lines import list_files
from kunjungan.services.process.files import (
    edit_file,
    export_file,
    file_form,
    open_copy,
    remove_file,
)
from kunjungan.services.upkeep import problems
from kunjungan.store.store import Store
from tests.builders import AFTER_SIGNING, an_agreement
from tests.services.processing import at
from tests.services.signed_agreements import half_signed, printed
from tests.services.signed_pdfs import plain_pdf, signed_pdf


@pytest.fixture
def office(office: Office) -> Office:
    """The office after the signing, so that its signatures may be recorded."""
    return at(office, AFTER_SIGNING)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as it came, with an odd byte in it."""
    path = tmp_path / "Surat DPRD.pdf"
    path.write_bytes(plain_pdf() + b"\xff\0 trailing")
    return path


@pytest.fixture(autouse=True)
def _own_passing_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))


def archived(office: Office) -> list[str]:
    return office.archive.fingerprints()


def test_a_file_is_kept_byte_for_byte_with_what_is_said_of_it(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    form = FileForm("", "council", "approval", " 170/12/DPRD ", date(2022, 7, 1))
    done = attach(office, agreement, letter, form)
    (line,) = list_files(office, agreement)
    assert (done.id, line.name, line.number) == (line.id, "Surat DPRD.pdf", "170/12/DPRD")
    assert (line.stage, line.document, line.on) == ("council", "approval", date(2022, 7, 1))
    assert (line.size, line.media_type) == (letter.stat().st_size, "application/pdf")
    assert (line.added_on, line.state) == (office.today(), "there")
    assert office.archive.get(line.sha256) == letter.read_bytes()


def test_one_undo_takes_a_file_off_and_redo_brings_it_back(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    attach(office, agreement, letter)
    undo(office)
    assert list_files(office, agreement) == []
    redo(office)
    assert [line.state for line in list_files(office, agreement)] == ["there"]


def test_the_same_file_twice_is_told_and_kept_once(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    first = attach(office, agreement, letter, FileForm(stage="council", document="approval"))
    again = attach(office, agreement, letter)
    assert (again.again, again.id) == (True, first.id)
    assert len(list_files(office, agreement)) == 1


def test_one_paper_may_be_evidence_of_two_stages(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    for stage in ("offer", "answer", "answer"):
        attach(office, agreement, letter, FileForm(stage=stage))
    assert {line.stage for line in list_files(office, agreement)} == {"offer", "answer"}
    assert len(archived(office)) == 1


def test_of_several_files_the_good_are_kept_in_one_step_and_the_others_told(
    office: Office, letter: Path, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    empty, other = tmp_path / "kosong.pdf", tmp_path / "foto.png"
    empty.write_bytes(b"")
    other.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = attach_all(office, agreement, [letter, empty, tmp_path, tmp_path / "hilang", other])
    assert [each.name for each in done.kept] == ["Surat DPRD.pdf", "foto.png"]
    told = [str(refusal) for refusal in done.refused]
    assert [words.split(" is ")[1][:9] for words in told] == ["empty. No", "a folder.", "no longer"]
    undo(office)
    assert list_files(office, agreement) == []


def test_nothing_good_among_several_changes_nothing(office: Office, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    done = attach_all(office, agreement, [tmp_path / "hilang.pdf"])
    assert (done.kept, len(done.refused)) == ((), 1)


def test_the_limit_is_the_offices_own(office: Office, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    change_settings(office, replace(office_settings(office), attachment_megabytes=1))
    large = tmp_path / "besar.pdf"
    large.write_bytes(bytes((1 << 20) + 1))
    with pytest.raises(RuleBroken, match=r"besar.pdf is larger than the limit of 1 MB. Nothing"):
        attach(office, agreement, large)
    with pytest.raises(RuleBroken, match="limit of 1 MB"):
        attach(office, agreement, large.read_bytes(), FileForm("besar.pdf"))
    assert archived(office) == []
    assert [path for path in office.folder.glob("arsip/**/*") if path.is_file()] == []


def test_bytes_need_a_name_and_a_content(office: Office) -> None:
    agreement = an_agreement(office)
    with pytest.raises(RuleBroken, match="needs a name"):
        attach(office, agreement, b"x")
    with pytest.raises(RuleBroken, match="is empty"):
        attach(office, agreement, b"", FileForm("kosong.txt"))


def test_a_full_disk_keeps_nothing_and_says_so(
    office: Office, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = an_agreement(office)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="disk is full"):
        attach(office, agreement, letter)
    assert (list_files(office, agreement), archived(office)) == ([], [])


def test_an_office_open_for_reading_takes_no_file_in(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    looking = Store(office.store.engine, user="Tamu", now=office.now, read_only=True)
    guest = replace(office, store=looking)
    with pytest.raises(Unavailable, match="reading only"):
        attach(guest, agreement, letter)
    assert archived(office) == []


def test_an_agreement_that_is_gone_takes_no_file(office: Office, letter: Path) -> None:
    with pytest.raises(NotFound, match="no longer exists"):
        attach(office, UUID(int=1), letter)


def test_a_protected_and_a_broken_pdf_are_told_and_kept(office: Office, tmp_path: Path) -> None:
    agreement = an_agreement(office)
    locked, broken = tmp_path / "terkunci.pdf", tmp_path / "rusak.pdf"
    out = BytesIO()
    with pikepdf.open(BytesIO(plain_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    locked.write_bytes(out.getvalue())
    broken.write_bytes(plain_pdf()[:200])
    done = attach_all(office, agreement, [locked, broken])
    told = [remark.message for each in done.kept for remark in each.remarks]
    assert ["password" in told[0], "cannot be read to its end" in told[1]] == [True, True]
    assert len(list_files(office, agreement)) == 2


def test_electronic_signatures_are_told_and_not_a_byte_is_changed(
    office: Office, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    path = tmp_path / "ttd.pdf"
    path.write_bytes(signed_pdf("Yana Contoh", "Ridho Contoh"))
    done = attach(office, agreement, path)
    assert [remark.values["count"] for remark in done.remarks] == [2]
    assert office.archive.get(list_files(office, agreement)[0].sha256) == path.read_bytes()


def test_a_renamed_file_keeps_its_ending(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    key = attach(office, agreement, letter, FileForm("Persetujuan DPRD")).id
    form = file_form(office, key)
    assert form.name == "Persetujuan DPRD.pdf"
    edit_file(office, key, replace(form, name="Surat.exe", number="1"))
    assert list_files(office, agreement)[0].name == "Surat.exe.pdf"
    with pytest.raises(Conflict, match="changed this record"):
        edit_file(office, key, form)
    with pytest.raises(RuleBroken, match="needs a name"):
        edit_file(office, key, replace(form, name=" ", version=0))


def test_a_file_taken_off_comes_back_with_undo(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    key = attach(office, agreement, letter).id
    remove_file(office, key)
    assert list_files(office, agreement) == []
    undo(office)
    assert [line.state for line in list_files(office, agreement)] == ["there"]


def test_a_copy_is_opened_and_not_the_archive(office: Office, letter: Path) -> None:
    agreement = an_agreement(office)
    path = open_copy(office, attach(office, agreement, letter).id)
    assert path.name == "Surat DPRD.pdf"
    assert path.read_bytes() == letter.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
    assert office.folder / "arsip" not in path.parents


def test_a_missing_or_damaged_content_is_told_and_its_row_stays(
    office: Office, letter: Path, tmp_path: Path
) -> None:
    agreement = an_agreement(office)
    key = attach(office, agreement, letter).id
    sha = list_files(office, agreement)[0].sha256
    office.archive.path(sha).write_bytes(letter.read_bytes().replace(b"\xff", b"\xfe"))
    for use in (open_copy, lambda o, k: export_file(o, k, tmp_path / "hasil.pdf")):
        with pytest.raises(Unavailable, match="is damaged"):
            use(office, key)
    (problem,) = problems(office)
    assert problem.values["fingerprint"] == f"“Surat DPRD.pdf” ({sha[:12]})"
    office.archive.path(sha).write_bytes(b"short")
    assert list_files(office, agreement)[0].state == "damaged"
    office.archive.path(sha).unlink()
    with pytest.raises(NotFound, match="is missing"):
        open_copy(office, key)
    assert list_files(office, agreement)[0].state == "missing"
    assert "is missing" in problems(office)[0].message
    assert not (tmp_path / "hasil.pdf").exists()
    assert [path for path in (tmp_path / "tmp").rglob("*") if path.is_file()] == []
    attach(office, agreement, letter)
    assert list_files(office, agreement)[0].state == "there"


@pytest.mark.parametrize(
    ("name", "data"), [("surat.pdf.exe", b"x"), ("surat.pdf", b"MZ\x90"), ("surat.html", b"<html>")]
)
def test_programs_are_kept_and_exported_but_never_opened(
    office: Office, tmp_path: Path, name: str, data: bytes
) -> None:
    key = attach(office, an_agreement(office), data, FileForm(name)).id
    with pytest.raises(RuleBroken, match="never opened"):
        open_copy(office, key)
    assert export_file(office, key, tmp_path / "tmp").read_bytes() == data


def test_a_scan_is_filed_to_an_original_that_is_signed(
    office: Office, press: Press, letter: Path, tmp_path: Path
) -> None:
    agreement = half_signed(office, press, tmp_path)
    attach(office, agreement, letter, FileForm(original_no=1))
    assert [line.original_no for line in list_files(office, agreement)] == [1]
    with pytest.raises(RuleBroken, match="Nobody has signed original 2 yet"):
        attach(office, agreement, letter, FileForm(original_no=2))
    with pytest.raises(NotFound, match="no original 3"):
        attach(office, agreement, letter, FileForm(original_no=3))


def test_nothing_is_a_scan_of_an_original_that_nobody_signed(
    office: Office, press: Press, letter: Path, tmp_path: Path
) -> None:
    agreement = printed(office, press, tmp_path)
    with pytest.raises(RuleBroken, match="Record its signatures first"):
        attach(office, agreement, letter, FileForm(original_no=1))


def test_a_removed_draft_takes_its_files_along_and_undo_brings_them_back(
    office: Office, letter: Path
) -> None:
    agreement = an_agreement(office)
    attach(office, agreement, letter)
    remove_agreement(office, agreement)
    with pytest.raises(NotFound):
        list_files(office, agreement)
    undo(office)
    assert [line.name for line in list_files(office, agreement)] == ["Surat DPRD.pdf"]
