"""An office that cannot be opened: one sentence says why, and every file is as it was."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.store import location
from kunjungan.store.backup import list_backups, make_backup
from kunjungan.store.files import DATABASE
from kunjungan.store.migrations import SCHEMA
from tests.store.clock import Clock
from tests.store.damage import damage, fingerprints
from tests.store.doing import opening, titles


def empty(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def pdf(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"%PDF-1.7 and more than a hundred bytes of it" * 9)


def foreign(folder: Path) -> None:
    (folder / DATABASE).unlink()
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE visit (title)")
    connection.close()


def newer(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


def cut_off(folder: Path) -> None:
    path = folder / DATABASE
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def broken_link(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("INSERT INTO visit_link VALUES ('x', 1, 'nobody', 'nobody')")
    connection.commit()
    connection.close()


def lost(folder: Path) -> None:
    (folder / DATABASE).unlink()


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (empty, "is empty: its content was lost"),
    "another kind of file": (pdf, "is not the data of an office"),
    "a foreign database": (foreign, "is not the data of an office"),
    "from a newer program": (newer, "written by a newer version"),
    "damaged": (lambda folder: damage(folder / DATABASE), "data is damaged"),
    "cut off": (cut_off, "data is damaged"),
    "with a broken link": (broken_link, "data is damaged"),
    "lost": (lost, "data is missing"),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("kind", BAD)
def test_bad_data_is_one_sentence_and_is_left_as_it_is(
    closed_office: Path, clock: Clock, kind: str, *, read_only: bool
) -> None:
    spoil, words = BAD[kind]
    spoil(closed_office)
    (closed_office / "kunjungan.lock").write_bytes(b"")
    before = fingerprints(closed_office)
    for _ in range(2):
        with pytest.raises(Unavailable, match=words) as refusal:
            opening(closed_office, clock, read_only=read_only)
        assert str(refusal.value).endswith(".")
    assert fingerprints(closed_office) == before


@pytest.mark.parametrize("kind", ["damaged", "cut off", "lost"])
def test_a_refusal_names_the_sound_backups_only(
    closed_office: Path, clock: Clock, kind: str
) -> None:
    for _ in range(3):
        clock.move(days=1)
        make_backup(closed_office, now=clock())
    newest, *older = list_backups(closed_office)
    newest.path.write_bytes(b"rotten")
    BAD[kind][0](closed_office)
    with pytest.raises(Unavailable, match="backup") as refusal:
        opening(closed_office, clock)
    assert refusal.value.values == {"backups": ", ".join(b.path.name for b in older[:3])}


def test_without_a_sound_backup_the_refusal_says_so(closed_office: Path, clock: Clock) -> None:
    shutil.rmtree(closed_office / "cadangan")
    damage(closed_office / DATABASE)
    with pytest.raises(Unavailable, match="no sound backup"):
        opening(closed_office, clock)


def test_a_lost_office_whose_archive_is_left_is_not_begun_anew(
    closed_office: Path, clock: Clock
) -> None:
    opened = opening(closed_office, clock)
    opened.archive.put(b"original")
    opened.store.close()
    shutil.rmtree(closed_office / "cadangan")
    lost(closed_office)
    with pytest.raises(Unavailable, match="its archive is there"):
        opening(closed_office, clock)
    assert not (closed_office / DATABASE).exists()


def test_a_missing_folder_is_not_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Unavailable, match="is not there"):
        opening(tmp_path / "gone", clock)
    assert not (tmp_path / "gone").exists()


def test_a_file_is_no_folder(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(Unavailable, match="is not there"):
        opening(tmp_path / "file", clock)


def test_looking_into_an_empty_folder_makes_nothing(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Unavailable, match="no office in"):
        opening(tmp_path, clock, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_network_folder_is_refused(
    closed_office: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_linux_says", "_windows_says"):
        monkeypatch.setattr(location, name, lambda _path: True)
    with pytest.raises(Unavailable, match="network drive"):
        opening(closed_office, clock)


@pytest.fixture
def guest_folder(closed_office: Path) -> Iterator[Path]:
    """An office that everyone may see, while the test runs as a user who owns nothing."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("Only root on Linux can become a user without rights for a moment.")
    with tempfile.TemporaryDirectory() as name:
        public = Path(name)
        shutil.copytree(closed_office, public, dirs_exist_ok=True)
        for path in (public, *public.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        os.seteuid(65534)
        try:
            yield public
        finally:
            os.seteuid(0)


def test_a_folder_that_cannot_be_written_says_so_but_can_be_looked_at(
    guest_folder: Path, clock: Clock
) -> None:
    before = fingerprints(guest_folder)
    with pytest.raises(Unavailable, match="read but not written") as refusal:
        opening(guest_folder, clock)
    assert refusal.value.values == {"place": guest_folder}
    looking = opening(guest_folder, clock, read_only=True)
    assert titles(looking.store) == ["A"]
    assert looking.store.recent()[0].label == "Add A"
    looking.store.close()
    assert fingerprints(guest_folder) == before


def test_an_office_that_crashed_in_a_folder_for_reading_says_so(
    guest_folder: Path, clock: Clock
) -> None:
    os.seteuid(0)
    (guest_folder / "kunjungan.db-wal").write_bytes(b"x" * 100)
    (guest_folder / "kunjungan.db-wal").chmod(0o644)
    os.seteuid(65534)
    with pytest.raises(Unavailable, match="not closed properly"):
        opening(guest_folder, clock, read_only=True)


def test_a_file_that_cannot_be_written_says_so(guest_folder: Path, clock: Clock) -> None:
    os.seteuid(0)
    guest_folder.chmod(0o777)
    (guest_folder / "kunjungan.lock").unlink()
    os.seteuid(65534)
    before = fingerprints(guest_folder)
    with pytest.raises(Unavailable, match="read but not written") as refusal:
        opening(guest_folder, clock)
    assert refusal.value.values == {"place": guest_folder / DATABASE}
    assert fingerprints(guest_folder) == before


def test_every_refusal_has_untranslated_words_and_values(closed_office: Path, clock: Clock) -> None:
    newer(closed_office)
    with pytest.raises(OfficeError) as refusal:
        opening(closed_office, clock)
    assert "{file}" in refusal.value.message
    assert refusal.value.values == {"file": DATABASE}
