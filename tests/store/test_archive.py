"""The archive keeps every content once, under its fingerprint, and gives back no other."""

import errno
import os
import tracemalloc
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.domain.errors import NotFound, Unavailable
from kunjungan.store.archive import Archive


@given(st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_put_in_comes_out(tmp_path: Path, data: bytes) -> None:
    archive = Archive(tmp_path / "arsip")
    sha = archive.put(data)
    assert sha == sha256(data).hexdigest()
    assert archive.get(sha) == data
    assert archive.put(data) == sha
    assert sha in archive.fingerprints()


def test_the_missing_are_listed_and_refused_in_words(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "arsip")
    there, gone = archive.put(b"there"), sha256(b"gone").hexdigest()
    assert archive.missing([there, gone]) == [gone]
    with pytest.raises(NotFound, match=f"{gone[:12]} is missing"):
        archive.get(gone)


def test_a_damaged_file_is_refused_and_healed_by_its_original(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "arsip")
    sha = archive.put(b"original")
    archive.path(sha).write_bytes(b"originaX")
    with pytest.raises(Unavailable, match="is damaged"):
        archive.get(sha)
    archive.put(b"original")
    assert archive.get(sha) == b"original"


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_fingerprint_names_a_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a fingerprint"):
        Archive(tmp_path).get(name)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(tmp_path / "arsip")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="disk is full"):
        archive.put(b"original")
    assert archive.fingerprints() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_empty_archive_lists_nothing(tmp_path: Path) -> None:
    assert Archive(tmp_path / "arsip").fingerprints() == []
    (tmp_path / "arsip" / "xx").mkdir(parents=True)
    (tmp_path / "arsip" / "xx" / "note.txt").write_text("x", encoding="utf-8")
    assert Archive(tmp_path / "arsip").fingerprints() == []


@given(st.lists(st.binary()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_comes_in_parts_comes_out_whole(tmp_path: Path, parts: list[bytes]) -> None:
    archive = Archive(tmp_path / "arsip")
    sha = archive.put_parts(parts)
    assert archive.get(sha) == b"".join(archive.parts(sha)) == b"".join(parts)
    assert archive.put(b"".join(parts)) == archive.put_parts(parts) == sha


def test_parts_that_break_off_leave_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"first"
        raise Unavailable("the stick was pulled out")

    archive = Archive(tmp_path / "arsip")
    with pytest.raises(Unavailable, match="pulled out"):
        archive.put_parts(broken())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_parts_heal_a_damaged_file_and_leave_a_sound_one_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "arsip")
    sha = archive.put(b"original")
    before = archive.path(sha).stat().st_ino
    archive.put_parts([b"orig", b"inal"])
    assert archive.path(sha).stat().st_ino == before
    archive.path(sha).write_bytes(b"originaX")
    with pytest.raises(Unavailable, match="is damaged"):
        archive.check(sha)
    archive.put_parts([b"orig", b"inal"])
    archive.check(sha)


def test_a_full_disk_keeps_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(tmp_path / "arsip")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="disk is full"):
        archive.put_parts([b"original"])
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_hundred_megabytes_never_stand_in_memory(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "arsip")
    tracemalloc.start()
    sha = archive.put_parts(bytes(1 << 20) for _ in range(100))
    archive.check(sha)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert archive.path(sha).stat().st_size == 100 << 20
    assert most < 8 << 20


def test_what_a_killed_program_left_half_written_is_swept_away_later(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    old, new = tmp_path / "a.part", tmp_path / "b.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    archive.put_parts([b"x"])
    assert (old.exists(), new.exists()) == (False, True)
