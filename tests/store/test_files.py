"""Files appear whole, and a scanner that holds one for a moment does no harm."""

import os
import time
from pathlib import Path

import pytest

from kunjungan.store import files
from kunjungan.store.files import move, write_whole


class Scanner:
    """Holds every file for the first few tries."""

    def __init__(self, tries: int) -> None:
        self.left = tries
        self.real = os.replace

    def __call__(self, source: Path, target: Path) -> None:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(13, "held by a scanner")
        self.real(source, target)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses made, none of which is really waited for."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


def test_windows_waits_for_a_scanner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x")
    monkeypatch.setattr(os, "replace", Scanner(2))
    monkeypatch.setattr(files, "ON_WINDOWS", True)
    move(source, tmp_path / "target")
    assert (tmp_path / "target").read_bytes() == b"x"
    assert len(waits) == 2


def test_a_scanner_that_never_lets_go_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(os, "replace", Scanner(99))
    monkeypatch.setattr(files, "ON_WINDOWS", True)
    with pytest.raises(PermissionError):
        move(tmp_path / "source", tmp_path / "target")
    assert len(waits) == len(files.SCANNER_WAITS)


def test_elsewhere_a_refusal_is_final(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(os, "replace", Scanner(1))
    monkeypatch.setattr(files, "ON_WINDOWS", False)
    with pytest.raises(PermissionError):
        move(tmp_path / "source", tmp_path / "target")
    assert waits == []


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "file", b"first")
    monkeypatch.setattr(files, "ON_WINDOWS", False)
    monkeypatch.setattr(os, "replace", Scanner(1))
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "file", b"second")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("file", b"first")]
