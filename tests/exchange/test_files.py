"""File names that every system keeps, and files that are whole or not there."""

import errno
import ntpath
import os
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import Unavailable
from kunjungan.exchange import files
from kunjungan.exchange.file_names import MAX_NAME, MAX_NAME_BYTES, safe_file_name
from kunjungan.exchange.files import stage, write_whole

RESERVED = ("CON", "prn", "Aux", "nul", "COM1", "com9", "LPT1", "COM¹", "CONIN$")


@pytest.mark.parametrize("name", RESERVED)
def test_no_name_is_a_device_of_windows(name: str) -> None:
    assert safe_file_name(name, ".pdf") == f"_{name}.pdf"
    assert safe_file_name(f"{name}.draf", ".pdf") == f"_{name}.draf.pdf"
    assert safe_file_name(f"{name}toh", ".pdf") == f"{name}toh.pdf"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kesepakatan Bersama", "Kesepakatan Bersama.pdf"),
        ("100.3.7/12/KB: SPBE?", "100.3.7-12-KB- SPBE-.pdf"),
        ('a<b>c"d|e*f\\g', "a-b-c-d-e-f-g.pdf"),
        ("  rapi.  . ", "rapi.pdf"),
        (".tersembunyi", "tersembunyi.pdf"),
        ("dua\nbaris\tdan   jarak", "dua-baris-dan jarak.pdf"),
        ("e\N{COMBINING ACUTE ACCENT}", "é.pdf"),
        ("✓ selesai", "✓ selesai.pdf"),
        (" . ", "dokumen.pdf"),
        ("", "dokumen.pdf"),
    ],
)
def test_a_name_keeps_what_can_be_kept(text: str, name: str) -> None:
    assert safe_file_name(text, ".pdf") == name


def test_a_long_name_is_cut_before_its_suffix() -> None:
    name = safe_file_name("a" * 117 + " b" + "c" * 200, ".pdf")
    assert name == "a" * 116 + ".pdf"
    assert len(safe_file_name("都" * 300, ".pdf", taken=["x"]).encode()) <= MAX_NAME_BYTES


def test_a_taken_name_gets_a_number_without_regard_to_case() -> None:
    taken = ["KESEPAKATAN.PDF", "kesepakatan (2).pdf"]
    assert safe_file_name("Kesepakatan", ".pdf", taken) == "Kesepakatan (3).pdf"
    long = safe_file_name("a" * 200, ".pdf", [safe_file_name("a" * 200, ".pdf")])
    assert len(long) == MAX_NAME
    assert long.endswith("a (2).pdf")


@given(st.text(max_size=300))
def test_every_name_is_one_plain_part_of_a_windows_path(text: str) -> None:
    name = safe_file_name(text, ".pdf")
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).is_reserved()
    assert ntpath.splitdrive(name) == ("", name)
    assert len(name) <= MAX_NAME
    assert len(name.encode()) <= MAX_NAME_BYTES
    stem = name.removesuffix(".pdf")
    assert stem == stem.strip(" .") != ""
    assert safe_file_name(stem, ".pdf") == name


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "baru" / "naskah.pdf"
    assert write_whole(path, b"satu") == path
    write_whole(path, b"dua")
    assert path.read_bytes() == b"dua"
    assert list(path.parent.iterdir()) == [path]


REFUSALS = [
    (errno.ENOSPC, "The disk is full: naskah.pdf was not written."),
    (errno.EACCES, "it is open elsewhere or may not be changed."),
    (errno.EROFS, "can only be read."),
    (errno.EIO, "naskah.pdf could not be written in the folder"),
]


@pytest.mark.parametrize(("code", "sentence"), REFUSALS)
def test_a_failed_write_leaves_the_old_file_and_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    path = tmp_path / "naskah.pdf"
    write_whole(path, b"lama")

    def fails(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Unavailable) as refusal:
        write_whole(path, b"baru")
    assert sentence in str(refusal.value)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_elsewhere_is_waited_for_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "naskah.pdf"
    tries: list[Path] = []
    replace = Path.replace

    def held(part: Path, target: Path) -> Path:
        tries.append(part)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held by a virus scanner")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Unavailable, match="open elsewhere"):
        write_whole(path, b"baru")
    tries.clear()
    monkeypatch.setattr(files, "PATIENCE", (0.0, 0.0))
    assert write_whole(path, b"baru").read_bytes() == b"baru"
    assert len(tries) == 3


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "satu.pdf", tmp_path / "dua.pdf"
    first.write_bytes(b"lama")
    second.mkdir()
    with pytest.raises(Unavailable, match="a folder has that name"):
        stage({first: b"baru", second: b"baru"})
    second.rmdir()
    stage({first: b"baru", second: b"baru"}).discard()
    assert (list(tmp_path.iterdir()), first.read_bytes()) == ([first], b"lama")
    assert stage({first: b"baru", second: b"baru"}).place() == [first, second]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"baru"}


def test_a_place_that_cannot_hold_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    (tmp_path / "map.pdf").mkdir()
    with pytest.raises(Unavailable, match="there is no folder"):
        write_whole(tmp_path / "tak" / "ada" / "naskah.pdf", b"")
    with pytest.raises(Unavailable, match="is not a folder"):
        write_whole(tmp_path / "berkas" / "naskah.pdf", b"")
    with pytest.raises(Unavailable, match="a folder has that name"):
        write_whole(tmp_path / "map.pdf", b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Only POSIX keeps pipes in folders.")
def test_a_pipe_or_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.json")
    with pytest.raises(Unavailable, match="could not be written"):
        write_whole(tmp_path / "pipa.json", b"{}")
    assert (tmp_path / "pipa.json").is_fifo()
    assert list(tmp_path.iterdir()) == [tmp_path / "pipa.json"]
