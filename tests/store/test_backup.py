"""A backup is proved before it has its name, and none is made of a damaged office."""

import errno
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kunjungan.domain.errors import Unavailable
from kunjungan.store import backup
from kunjungan.store.backup import (
    backup_if_due,
    list_backups,
    make_backup,
    thin_out,
    verify_backup,
)
from kunjungan.store.chain import Head
from kunjungan.store.database import Opened, open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.package import opened
from tests.store.clock import NOON, Clock
from tests.store.damage import damage
from tests.store.packages import HOSTILE, entries, rewrite
from tests.store.records import a_visit


@pytest.fixture
def office(tmp_path: Path, pristine: Path, clock: Clock) -> Iterator[Opened]:
    shutil.copy(pristine / DATABASE, tmp_path)
    found = open_office(tmp_path, user="tester", now=clock)
    found.archive.put(b"the signed original")
    clock.move(minutes=1)
    yield found
    found.store.close()


def add(office: Opened, title: str) -> None:
    with office.store.change("Add") as session:
        session.add(a_visit(title))


def test_a_backup_holds_the_database_the_archive_and_the_journals_head(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    add(office, "A")
    made = make_backup(tmp_path, now=clock())
    manifest = verify_backup(made.path)
    head = office.store.head()
    assert (manifest.device, manifest.seq, manifest.head) == (
        head.device,
        head.seq,
        head.hash.hex(),
    )
    assert list(manifest.files) == office.archive.fingerprints()
    assert made.at == clock().replace(microsecond=0)
    assert made.size == made.path.stat().st_size
    assert list_backups(tmp_path)[0] == made


def test_a_backup_can_go_to_another_folder(office: Opened, tmp_path: Path, clock: Clock) -> None:
    assert office.store.head().seq == 1
    made = make_backup(tmp_path, now=clock(), into=tmp_path / "stik")
    assert made.path.parent == tmp_path / "stik"
    assert made not in list_backups(tmp_path)


@pytest.mark.parametrize("place", [DATABASE, f"{DATABASE}/below"])
def test_a_place_that_takes_no_backup_is_named(
    closed_office: Path, clock: Clock, place: str
) -> None:
    with pytest.raises(Unavailable, match="No backup can be written in") as refusal:
        make_backup(closed_office, now=clock(), into=closed_office / place)
    assert refusal.value.values == {"folder": closed_office / place}


def test_two_backups_in_one_second_are_two(office: Opened, tmp_path: Path, clock: Clock) -> None:
    add(office, "A")
    names = [make_backup(tmp_path, now=clock()).path.name for _ in range(3)]
    assert len(set(names)) == 3
    assert len(list_backups(tmp_path)) == 4


def test_other_files_in_the_folder_are_no_backups(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "cadangan"
    before = list_backups(tmp_path)
    for name in ("catatan.txt", "kunjungan.kjb", "kunjungan-20260826-0900.kjb", "x.kjb.part"):
        (folder / name).write_text("x", encoding="utf-8")
    assert list_backups(tmp_path) == before
    assert office.store.verify() == []
    assert thin_out(tmp_path, now=clock()) == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_backup_that_is_not_what_it_says_is_refused(
    office: Opened, tmp_path: Path, clock: Clock, kind: str
) -> None:
    add(office, "A")
    path = make_backup(tmp_path, now=clock()).path
    rewrite(path, HOSTILE[kind](entries(path)))
    with pytest.raises(Unavailable, match="is not a backup") as refusal:
        verify_backup(path)
    assert refusal.value.values == {"backup": path.name}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all", b"SQLite format 3\0"])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kunjungan-20260826-090000.kjb"
    path.write_bytes(content)
    with pytest.raises(Unavailable, match="is not a backup"):
        verify_backup(path)


def test_any_single_altered_byte_is_noticed(office: Opened, tmp_path: Path, clock: Clock) -> None:
    add(office, "A")
    path = make_backup(tmp_path, now=clock()).path
    whole = path.read_bytes()
    with opened(path) as package:
        promised = package.manifest
    for place in range(0, len(whole), len(whole) // 97):
        changed = bytearray(whole)
        changed[place] ^= 0x40
        path.write_bytes(changed)
        with suppress(Unavailable):
            assert verify_backup(path) == promised, "harmless bytes of the zip's own"


def test_no_backup_is_made_of_a_damaged_office_and_none_is_thinned(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    for day in range(40):
        add(office, f"A{day}")
        clock.move(days=1)
        make_backup(tmp_path, now=clock())
    office.store.close()
    before = sorted((tmp_path / "cadangan").iterdir())
    damage(tmp_path / "kunjungan.db")
    clock.move(days=2)
    with pytest.raises(Unavailable, match="damaged"):
        make_backup(tmp_path, now=clock())
    with pytest.raises(Unavailable, match="damaged"):
        backup_if_due(tmp_path, Head("device", 99, b"x" * 32), now=clock())
    assert sorted((tmp_path / "cadangan").iterdir()) == before


def test_damage_that_copying_would_hide_is_found_first(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    """A copy builds its indexes anew, so it would be sound although the office is not."""
    add(office, "A")
    office.store.close()
    damage(tmp_path / DATABASE, "ix_visit_stage")
    with pytest.raises(Unavailable, match="no backup was made of it"):
        make_backup(tmp_path, now=clock())


def test_a_damaged_file_of_the_archive_is_left_out_and_named(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    bad = office.archive.put(b"another original")
    office.archive.path(bad).write_bytes(b"rotten")
    made = make_backup(tmp_path, now=clock())
    assert made.left_out == (bad,)
    assert bad not in verify_backup(made.path).files


@pytest.mark.parametrize("step", ["settle", "write_package", "_copy_database"])
def test_a_full_disk_leaves_no_half_backup(
    office: Opened, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    add(office, "A")
    before = sorted((tmp_path / "cadangan").iterdir())
    monkeypatch.setattr(backup, step, full)
    with pytest.raises(Unavailable, match="disk is full"):
        make_backup(tmp_path, now=clock())
    assert sorted((tmp_path / "cadangan").iterdir()) == before


def test_too_little_space_is_seen_before_anything_is_written(
    office: Opened, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.archive.fingerprints()
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(Unavailable, match="disk is full"):
        make_backup(tmp_path, now=clock())


def test_the_daily_backup_is_due_once_a_day_and_only_after_a_change(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    def due() -> bool:
        return backup_if_due(tmp_path, office.store.head(), now=clock()) is not None

    assert not due(), "made at opening"
    add(office, "A")
    assert not due(), "less than a day ago"
    clock.move(days=1)
    assert due()
    clock.move(days=5)
    assert not due(), "nothing was changed"
    add(office, "B")
    assert due()


def test_a_clock_that_ran_ahead_does_not_stop_the_daily_backup(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    clock.move(days=4000)
    add(office, "A")
    ahead = make_backup(tmp_path, now=clock())
    clock.move(days=-3995)
    add(office, "B")
    made = backup_if_due(tmp_path, office.store.head(), now=clock())
    assert made is not None
    assert ahead in list_backups(tmp_path)


def test_a_broken_last_backup_makes_a_new_one_due(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    clock.move(days=2)
    list_backups(tmp_path)[0].path.write_bytes(b"rotten")
    assert backup_if_due(tmp_path, office.store.head(), now=clock()) is not None


def test_thinning_follows_the_daily_backup(office: Opened, tmp_path: Path, clock: Clock) -> None:
    for _ in range(20):
        clock.move(days=1)
        add(office, "A")
        backup_if_due(tmp_path, office.store.head(), now=clock())
    assert 12 < len(list_backups(tmp_path)) < 21
    assert all(verify_backup(b.path).seq for b in list_backups(tmp_path))


def test_a_backup_made_while_others_write_is_of_one_moment(
    office: Opened, tmp_path: Path, clock: Clock
) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            add(office, "A")

    writer = threading.Thread(target=write)
    writer.start()
    made = [make_backup(tmp_path, now=clock()) for _ in range(5)]
    stop.set()
    writer.join()
    for each in made:
        manifest = verify_backup(each.path)
        copy = tmp_path / "copy.db"
        with opened(each.path) as package:
            copy.write_bytes(b"".join(package.database()))
        connection = sqlite3.connect(copy)
        seq, changes = connection.execute(
            "SELECT (SELECT max(seq) FROM jr_txn), (SELECT count(*) FROM visit)"
        ).fetchone()
        connection.close()
        assert (seq, changes) == (manifest.seq, manifest.seq - 1)


def test_a_backup_is_there_whole_or_not_at_all(
    office: Opened, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever step the power goes at, every file that has a backup's name is sound."""
    add(office, "A")
    real = os.fsync
    calls: list[int] = []

    def dies(descriptor: int) -> None:
        calls.append(descriptor)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", dies)
    with pytest.raises(KeyboardInterrupt):
        make_backup(tmp_path, now=clock())
    monkeypatch.setattr(os, "fsync", real)
    assert calls
    for each in list_backups(tmp_path):
        verify_backup(each.path)
    assert clock() > NOON


def test_of_two_backups_in_one_second_the_second_is_the_newer(
    closed_office: Path, clock: Clock
) -> None:
    first, second = (make_backup(closed_office, now=clock()) for _ in range(2))
    made = [backup.path for backup in list_backups(closed_office)]
    assert made.index(second.path) < made.index(first.path)
