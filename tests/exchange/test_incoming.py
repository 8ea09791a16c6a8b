"""Files that people hand in are read part by part, or refused with a sentence each."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.errors import NotFound, OfficeError, RuleBroken, Unavailable
from kunjungan.exchange.copies import COPIES, copy_to_look_at, write_parts
from kunjungan.exchange.incoming import CHUNK, MEGABYTE, kept_name, parts_of


def read(path: Path, megabytes: int = 2) -> bytes:
    return b"".join(parts_of(path, megabytes=megabytes))


def test_a_file_comes_in_parts_of_a_megabyte_at_most(tmp_path: Path) -> None:
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(CHUNK + 7))
    assert [len(part) for part in parts_of(path, megabytes=2)] == [CHUNK, 7]


def test_the_limit_itself_is_kept_and_a_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(MEGABYTE))
    assert len(read(path, 1)) == MEGABYTE
    path.write_bytes(bytes(MEGABYTE + 1))
    with pytest.raises(RuleBroken, match=r"limit of 1 MB\. Nothing of it was kept; scan it"):
        read(path, 1)


def test_a_file_that_grows_while_it_is_read_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "besar.bin"
    path.write_bytes(bytes(MEGABYTE))
    parts = parts_of(path, megabytes=1)
    next(parts)
    with path.open("ab") as file:
        file.write(b"x")
    with pytest.raises(RuleBroken, match="larger than the limit"):
        list(parts)


def test_a_folder_nothing_and_a_hole_are_refused_each_in_its_words(tmp_path: Path) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    os.mkfifo(tmp_path / "pipa")
    for name, words, kind in (
        (".", "is a folder. Nothing of it was kept; choose the files in it", RuleBroken),
        ("kosong.pdf", "kosong.pdf is empty. Nothing was kept", RuleBroken),
        ("pipa", "is a device and no file", RuleBroken),
        ("hilang.pdf", "hilang.pdf is no longer there", NotFound),
        ("kosong.pdf/x.pdf", "x.pdf is no longer there", NotFound),
        ("a\0b", "could not be read to its end", Unavailable),
    ):
        with pytest.raises(kind, match=words):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "another program holds it, or you may not read it"),
        (errno.EBUSY, "another program holds it"),
        (errno.EIO, "could not be read to its end"),
    ],
)
def test_what_the_disk_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF")

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable, match=words):
        read(path)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("surat.pdf", "surat.pdf"),
        ("surat\u202efdp.exe", "suratfdp.exe"),
        ("a/b\\c:d?.pdf", "a-b-c-d-.pdf"),
        ("baris\nbaru\t.pdf\n", "baris baru.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".pdf", "pdf"),
        ("...", "dokumen"),
        ("surat.pdf. . ", "surat.pdf"),
        ("tanpa akhiran", "tanpa akhiran"),
        ("nama\udcff.pdf", "nama-.pdf"),
        (f"{'x' * 400}.pdf", f"{'x' * 116}.pdf"),
    ],
)
def test_hostile_names_become_names_that_every_system_keeps(name: str, kept: str) -> None:
    assert kept_name(name) == kept


@given(st.text(max_size=300))
def test_every_name_is_kept_under_one_that_stays_itself(name: str) -> None:
    kept = kept_name(name)
    assert kept_name(kept) == kept
    assert 0 < len(kept.encode()) < 255
    assert not set(kept) & set('/\\:*?"<>|\0\n\u202e')


def test_a_copy_to_look_at_is_its_owners_alone_and_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = copy_to_look_at("surat.pdf", iter([b"%PDF", b"-1.7"]))
    assert path.read_bytes() == b"%PDF-1.7"
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IRUSR
    assert stat.S_IMODE(path.parent.stat().st_mode) == stat.S_IRWXU


def test_copies_of_earlier_days_are_cleared_and_todays_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old = copy_to_look_at("lama.pdf", [b"x"])
    today = copy_to_look_at("baru.pdf", [b"x"])
    os.utime(old.parent, (0, 0))
    copy_to_look_at("lain.pdf", [b"x"])
    assert (old.parent.exists(), today.exists()) == (False, True)


def _damaged() -> Iterator[bytes]:
    yield b"first"
    raise Unavailable("damaged")


def test_what_proves_damaged_leaves_neither_copy_nor_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(OfficeError, match="damaged"):
        copy_to_look_at("surat.pdf", _damaged())
    target = tmp_path / "hasil.pdf"
    target.write_bytes(b"before")
    with pytest.raises(OfficeError, match="damaged"):
        write_parts(target, _damaged())
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.pdf"]
    assert not list(tmp_path.glob(f"{COPIES}*"))


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="a folder has that name"):
        write_parts(tmp_path, [b"x"])
