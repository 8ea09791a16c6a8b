"""Opening an office: locks, restarts, migrations, backups, and the server."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kunjungan.domain.errors import Unavailable
from kunjungan.store import database
from kunjungan.store.backup import list_backups
from kunjungan.store.database import open_office, open_url
from kunjungan.store.engines import file_engine
from kunjungan.store.files import DATABASE
from kunjungan.store.migrations import SCHEMA, schema_of
from tests.store.backends import SERVER, empty_server
from tests.store.checks import check_replay
from tests.store.clock import Clock
from tests.store.damage import damage, fingerprints
from tests.store.doing import opening, titles
from tests.store.records import a_visit


def test_an_empty_folder_becomes_an_office(tmp_path: Path, clock: Clock) -> None:
    opened = opening(tmp_path, clock)
    assert opened.notices == ()
    assert opened.store.undo_label is None
    check_replay(opened.store)
    opened.store.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "cadangan",
        "kunjungan.db",
        "kunjungan.lock",
    ]


def test_a_half_made_office_is_made_again(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "kunjungan.db.part").write_bytes(b"half")
    opened = opening(tmp_path, clock)
    assert titles(opened.store) == []
    opened.store.close()
    assert not (tmp_path / "kunjungan.db.part").exists()


def test_everything_is_there_after_a_restart(closed_office: Path, clock: Clock) -> None:
    opened = opening(closed_office, clock)
    assert titles(opened.store) == ["A"]
    assert opened.store.undo_label == "Add A"
    opened.store.undo()
    opened.store.close()
    opened = opening(closed_office, clock)
    assert (titles(opened.store), opened.store.redo_label) == ([], "Add A")
    check_replay(opened.store)
    opened.store.close()


def test_the_second_is_told_who_holds_the_office_but_may_look(
    closed_office: Path, clock: Clock
) -> None:
    first = opening(closed_office, clock)
    with pytest.raises(Unavailable, match="by Anna since"):
        opening(closed_office, clock)
    looking = opening(closed_office, clock, read_only=True)
    with first.store.change("Add A") as session:
        session.add(a_visit("B"))
    assert sorted(titles(looking.store)) == ["A", "B"]
    assert looking.store.changed_elsewhere() == {"visit"}
    with pytest.raises(Unavailable, match="reading only"), looking.store.change("Add A"):
        pass
    looking.store.close()
    first.store.close()
    opening(closed_office, clock).store.close()


def test_a_failed_opening_lets_go_of_the_office(closed_office: Path, clock: Clock) -> None:
    good = (closed_office / DATABASE).read_bytes()
    damage(closed_office / DATABASE)
    with pytest.raises(Unavailable, match="damaged"):
        opening(closed_office, clock)
    (closed_office / DATABASE).write_bytes(good)
    opening(closed_office, clock).store.close()
    assert (closed_office / "kunjungan.lock").read_bytes() == b""


def test_an_office_left_open_on_another_computer_can_be_taken_over(
    closed_office: Path, clock: Clock
) -> None:
    note = {"host": "meja-lain", "pid": 1, "user": "Budi", "since": "2026-08-25 09:00"}
    (closed_office / "kunjungan.lock").write_text(json.dumps(note), encoding="utf-8")
    with pytest.raises(Unavailable, match="left open on meja-lain"):
        opening(closed_office, clock)
    open_office(closed_office, user="Anna", now=clock, take_over=True).store.close()
    opening(closed_office, clock).store.close()


def test_a_crashed_office_opens_with_all_it_had_committed(
    closed_office: Path, clock: Clock
) -> None:
    code = f"""
import os
from datetime import UTC, datetime
from pathlib import Path
from kunjungan.store.database import open_office
from tests.store.records import a_visit
opened = open_office(Path({str(closed_office)!r}), user="x", now=lambda: datetime.now(UTC))
with opened.store.change("Add A") as session:
    session.add(a_visit("crashed"))
os._exit(9)
"""
    child = subprocess.run([sys.executable, "-c", code], check=False)
    assert child.returncode == 9
    assert (closed_office / "kunjungan.db-wal").stat().st_size > 0
    opened = opening(closed_office, clock)
    assert sorted(titles(opened.store)) == ["A", "crashed"]
    check_replay(opened.store)
    opened.store.close()


def make_older(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.execute("PRAGMA user_version = 0")
    connection.commit()
    connection.close()


def test_before_a_migration_there_is_a_backup_and_a_notice(
    closed_office: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(closed_office)
    clock.move(hours=1)
    before = len(list_backups(closed_office))
    seen: list[int] = []
    monkeypatch.setattr(
        database, "upgrade", lambda _e: seen.append(len(list_backups(closed_office)))
    )
    opened = opening(closed_office, clock)
    opened.store.close()
    assert seen == [before + 1]
    assert "brought up to this version" in str(opened.notices[0])
    assert opened.notices[0].values == {"file": list_backups(closed_office)[0].path.name}


def test_without_a_backup_there_is_no_migration(
    closed_office: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_older(closed_office)
    seen: list[object] = []
    monkeypatch.setattr(database, "upgrade", seen.append)

    def full(*_: object, **__: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(database, "make_backup", full)
    with pytest.raises(Unavailable, match="disk is full"):
        opening(closed_office, clock)
    assert seen == []


def test_an_older_office_cannot_be_looked_at_before_it_is_migrated(
    closed_office: Path, clock: Clock
) -> None:
    make_older(closed_office)
    before = fingerprints(closed_office)
    with pytest.raises(Unavailable, match="older version"):
        opening(closed_office, clock, read_only=True)
    assert fingerprints(closed_office)["kunjungan.db"] == before["kunjungan.db"]


def test_a_backup_that_fails_does_not_keep_the_office_shut(
    closed_office: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr(database, "backup_if_due", full)
    opened = opening(closed_office, clock)
    assert [str(n) for n in opened.notices] == [
        "Today's backup could not be made; the office is open all the same.",
        "The disk is full.",
    ]
    assert titles(opened.store) == ["A"]
    opened.store.close()


def test_damaged_files_of_the_archive_are_told_at_opening(
    closed_office: Path, clock: Clock
) -> None:
    opened = opening(closed_office, clock)
    sha = opened.archive.put(b"original")
    opened.archive.path(sha).write_bytes(b"rotten")
    with opened.store.change("Add A") as session:
        session.add(a_visit("B"))
    opened.store.close()
    clock.move(days=2)
    opened = opening(closed_office, clock)
    assert "1 files of the archive are damaged" in str(opened.notices[0])
    opened.store.close()


def test_the_connection_keeps_what_it_commits(closed_office: Path) -> None:
    engine = file_engine(closed_office / DATABASE)
    with engine.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
        assert schema_of(connection) == SCHEMA
    assert found == ["wal", 2, 1, 0, 5000]
    engine.dispose()


def test_values_never_stand_in_an_error(closed_office: Path) -> None:
    engine = file_engine(closed_office / DATABASE)
    assert engine.hide_parameters
    engine.dispose()


def test_a_server_is_filled_once_and_each_desk_has_its_chain(clock: Clock) -> None:
    empty_server().dispose()
    url = os.environ[SERVER]
    first = open_url(url, user="Anna", now=clock, desk="meja-1")
    second = open_url(url, user="Budi", now=clock, desk="meja-2")
    with first.change("Add A") as session:
        session.add(a_visit("A"))
    assert (first.undo_label, second.undo_label) == ("Add A", None)
    assert second.changed_elsewhere() == {"visit"}
    assert first.verify() == []
    with first.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unavailable, match="newer version"):
        open_url(url, user="Anna", now=clock, desk="meja-1")
    first.close()
    second.close()


def test_a_server_that_is_not_there_says_so(clock: Clock) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(Unavailable, match="server does not answer"):
        open_url("postgresql+psycopg://x@127.0.0.1:1/x", user="x", now=clock, desk="x")
