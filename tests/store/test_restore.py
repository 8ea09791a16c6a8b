"""A restore puts the proved backup in place, keeps the former data, and survives interruption."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from kunjungan.domain.errors import Unavailable
from kunjungan.store import restore
from kunjungan.store.backup import list_backups, make_backup
from kunjungan.store.database import open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.restore import finish_restore, restore_backup, restore_pending
from kunjungan.store.tables import Visit
from tests.store.clock import Clock
from tests.store.damage import damage, fingerprints
from tests.store.packages import HOSTILE, entries, rewrite, with_manifest
from tests.store.records import a_visit


@pytest.fixture
def saved(tmp_path: Path, pristine: Path, clock: Clock) -> Iterator[Path]:
    """A closed office with visits A and B, whose backup knows only A."""
    shutil.copy(pristine / DATABASE, tmp_path)
    add(tmp_path, clock, "A", data=b"original")
    yield make_backup(tmp_path, now=clock()).path
    titles(tmp_path, clock)


def add(folder: Path, clock: Clock, title: str, *, data: bytes = b"") -> None:
    opened = open_office(folder, user="tester", now=clock)
    with opened.store.change("Add") as session:
        session.add(a_visit(title))
    if data:
        opened.archive.put(data)
    opened.store.close()


def titles(folder: Path, clock: Clock) -> list[str]:
    opened = open_office(folder, user="tester", now=clock)
    with opened.store.read() as session:
        found = list(session.exec(select(Visit.title).order_by(col(Visit.title))))
    assert opened.store.verify() == []
    opened.store.close()
    return found


def back(folder: Path, path: Path, clock: Clock) -> Path | None:
    return restore_backup(folder, path, user="tester", now=clock())


def test_a_restore_goes_back_and_keeps_what_was(saved: Path, tmp_path: Path, clock: Clock) -> None:
    add(tmp_path, clock, "B")
    aside = back(tmp_path, saved, clock)
    assert titles(tmp_path, clock) == ["A"]
    assert aside == tmp_path / "kunjungan.db.aside-20260826-050000"
    former = sqlite3.connect(aside)
    assert former.execute("SELECT count(*) FROM visit").fetchone() == (2,)
    former.close()


def test_undo_goes_on_from_the_restored_journal(saved: Path, tmp_path: Path, clock: Clock) -> None:
    back(tmp_path, saved, clock)
    opened = open_office(tmp_path, user="tester", now=clock)
    assert opened.store.undo_label == "Add"
    opened.store.undo()
    opened.store.close()
    assert titles(tmp_path, clock) == []


@pytest.mark.parametrize("state", ["damaged", "missing", "empty", "foreign"])
def test_a_lost_office_comes_back(saved: Path, tmp_path: Path, clock: Clock, state: str) -> None:
    path = tmp_path / DATABASE
    match state:
        case "damaged":
            damage(path)
        case "missing":
            path.unlink()
        case "empty":
            path.write_bytes(b"")
        case _:
            path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Unavailable):
        open_office(tmp_path, user="tester", now=clock)
    back(tmp_path, saved, clock)
    assert titles(tmp_path, clock) == ["A"]


def test_the_archive_comes_back_too(saved: Path, tmp_path: Path, clock: Clock) -> None:
    shutil.rmtree(tmp_path / "arsip")
    back(tmp_path, saved, clock)
    opened = open_office(tmp_path, user="tester", now=clock)
    assert [opened.archive.get(sha) for sha in opened.archive.fingerprints()] == [b"original"]
    opened.store.close()


def test_a_stale_log_does_not_touch_the_restored_data(
    saved: Path, tmp_path: Path, clock: Clock
) -> None:
    opened = open_office(tmp_path, user="tester", now=clock)
    with opened.store.change("Add") as session:
        session.add(a_visit("B"))
    side = {s: (tmp_path / f"{DATABASE}{s}").read_bytes() for s in ("-wal", "-shm")}
    opened.store.close()
    for name, data in side.items():
        (tmp_path / f"{DATABASE}{name}").write_bytes(data)
    aside = back(tmp_path, saved, clock)
    assert titles(tmp_path, clock) == ["A"]
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == side["-wal"]


def test_an_open_office_is_not_restored(saved: Path, tmp_path: Path, clock: Clock) -> None:
    opened = open_office(tmp_path, user="tester", now=clock)
    with pytest.raises(Unavailable, match="is open on"):
        back(tmp_path, saved, clock)
    opened.store.close()
    back(tmp_path, saved, clock)
    assert titles(tmp_path, clock) == ["A"]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_backup_that_is_not_what_it_says_changes_nothing(
    saved: Path, tmp_path: Path, clock: Clock, kind: str
) -> None:
    rewrite(saved, HOSTILE[kind](entries(saved)))
    before = fingerprints(tmp_path)
    with pytest.raises(Unavailable, match="is not a backup"):
        back(tmp_path, saved, clock)
    assert fingerprints(tmp_path) == before


def test_a_backup_from_the_future_is_refused(saved: Path, tmp_path: Path, clock: Clock) -> None:
    rewrite(saved, with_manifest(lambda m: m.update(schema=99))(entries(saved)))
    before = fingerprints(tmp_path)
    with pytest.raises(Unavailable, match="newer version"):
        back(tmp_path, saved, clock)
    assert fingerprints(tmp_path) == before


def test_a_backup_that_is_gone_is_refused(saved: Path, tmp_path: Path, clock: Clock) -> None:
    assert saved.exists()
    with pytest.raises(Unavailable, match="no longer be reached"):
        back(tmp_path, tmp_path / "gone.kjb", clock)


class PowerCut(BaseException):
    """The moment the power goes."""


@pytest.mark.parametrize("after", range(12))
def test_an_interrupted_restore_is_the_old_office_or_the_restored_one(
    saved: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The power goes at each renaming and each wait for the disk in turn."""
    add(tmp_path, clock, "B")
    for side in ("-wal", "-shm"):
        (tmp_path / f"{DATABASE}{side}").write_bytes(b"")
    left = [after]

    def cut(function: object) -> object:
        def counted(*args: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise PowerCut
            assert callable(function)
            return function(*args)

        return counted

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", cut(os.replace))
        patch.setattr(os, "fsync", cut(os.fsync))
        try:
            back(tmp_path, saved, clock)
        except PowerCut:
            ready = restore_pending(tmp_path)
        else:
            ready = True
    found = titles(tmp_path, clock)
    assert found in (["A"], ["A", "B"])
    assert not ready or found == ["A"]
    assert not restore_pending(tmp_path)


def test_an_office_that_finished_a_restore_says_so(
    saved: Path, tmp_path: Path, clock: Clock
) -> None:
    add(tmp_path, clock, "B")
    restore._unpack(tmp_path, saved, "20260826-050000")
    with pytest.raises(Unavailable, match="restore of this office was interrupted"):
        open_office(tmp_path, user="tester", now=clock, read_only=True)
    opened = open_office(tmp_path, user="tester", now=clock)
    (notice,) = opened.notices
    assert "An interrupted restore was finished" in str(notice)
    assert notice.values == {"file": "kunjungan.db.aside-20260826-050000"}
    opened.store.close()
    assert titles(tmp_path, clock) == ["A"]


def test_nothing_to_finish_is_nothing_done(saved: Path, tmp_path: Path) -> None:
    before = fingerprints(tmp_path)
    assert saved.exists()
    assert finish_restore(tmp_path) is None
    assert fingerprints(tmp_path) == before


def test_every_daily_backup_can_be_restored(saved: Path, tmp_path: Path, clock: Clock) -> None:
    assert saved.exists()
    for number in range(3):
        clock.move(days=1)
        add(tmp_path, clock, f"B{number}")
    for each in list_backups(tmp_path):
        clock.move(minutes=1)
        back(tmp_path, each.path, clock)
        assert set(titles(tmp_path, clock)) <= {"A", "B0", "B1", "B2"}
