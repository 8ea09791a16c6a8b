"""Backups of a real office: made, checked, listed with their damage, put back."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from kunjungan.domain.errors import Unavailable
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.upkeep import (
    back_up,
    backups_folder,
    check_backup,
    list_backups,
    look_into,
    problems,
    restore,
)
from kunjungan.services.visit_lists import list_visits
from kunjungan.store.database import open_office
from kunjungan.store.tables import Draft
from tests.builders import a_visit, an_agreement, bandung


class Clock:
    """A clock that goes on by an hour each time it is read."""

    def __init__(self) -> None:
        self._now = datetime(2022, 8, 26, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(hours=1)
        return self._now


def open_in(folder: Path, now: Callable[[], datetime]) -> Office:
    opened = open_office(folder, user="Analis Protokol", now=now)
    return Office(
        opened.store, opened.archive, folder, "Analis Protokol", lambda: date(2022, 8, 26), now
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    """An office in a folder, with Bandung in it and the backup of its first day."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    office = open_in(folder, Clock())
    bandung(office)
    yield office
    office.store.close()


def test_backups_are_listed_latest_first_with_what_happened_since(desk: Office) -> None:
    made = back_up(desk)
    assert made.behind == 0
    a_visit(desk)
    lines = list_backups(desk)
    assert [line.behind for line in lines] == [1, 3]
    assert lines[0].path == made.path
    assert all(line.path.parent == backups_folder(desk) for line in lines)
    check_backup(made.path)


def test_a_damaged_backup_is_shown_as_such_and_never_hidden(desk: Office) -> None:
    whole = back_up(desk)
    broken = back_up(desk)
    broken.path.write_bytes(broken.path.read_bytes()[:900])
    lines = {line.path: line for line in list_backups(desk)}
    assert lines[whole.path].damage is None
    damage = lines[broken.path].damage
    assert damage is not None
    assert broken.path.name in damage.message.format(**damage.values)
    assert lines[broken.path].behind is None


def test_damage_that_a_look_does_not_show_is_found_by_the_check(desk: Office) -> None:
    made = back_up(desk)
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    made.path.write_bytes(bytes(data))
    with pytest.raises(Unavailable):
        check_backup(made.path)
    assert made.path in [line.path for line in list_backups(desk)]


def test_a_backup_in_another_folder_can_be_looked_into(desk: Office, tmp_path: Path) -> None:
    made = back_up(desk, into=tmp_path / "stik")
    assert made not in list_backups(desk)
    bandung_once_more = look_into(desk, made.path)
    assert (bandung_once_more.at, bandung_once_more.behind) == (made.at, 0)
    (tmp_path / "stik" / "bukan.kjb").write_bytes(b"bukan cadangan")
    with pytest.raises(Unavailable):
        look_into(desk, tmp_path / "stik" / "bukan.kjb")


def test_a_backup_of_another_office_tells_nothing_of_this_ones_changes(
    desk: Office, tmp_path: Path
) -> None:
    (tmp_path / "lain").mkdir()
    other = open_in(tmp_path / "lain", Clock())
    made = back_up(other, into=tmp_path / "stik")
    other.store.close()
    assert look_into(desk, made.path).behind is None


def test_a_later_backup_of_an_office_put_back_tells_no_number_of_changes(desk: Office) -> None:
    first = back_up(desk)
    a_visit(desk)
    later = back_up(desk)
    desk.store.close()
    restore(desk.folder, first.path, user=desk.user, now=desk.now())
    again = open_in(desk.folder, desk.now)
    assert {line.path: line.behind for line in list_backups(again)}[later.path] is None
    again.store.close()


def test_a_restore_brings_the_office_back_and_puts_the_present_aside(desk: Office) -> None:
    made = back_up(desk)
    a_visit(desk)
    with pytest.raises(Unavailable):
        restore(desk.folder, made.path, user=desk.user, now=desk.now())
    desk.store.close()
    aside = restore(desk.folder, made.path, user=desk.user, now=desk.now())
    again = open_in(desk.folder, desk.now)
    assert list_visits(again) == []
    assert len(list_institutions(again)) == 1
    assert aside is not None
    assert aside.exists()
    again.store.close()


def test_what_was_altered_behind_the_journals_back_is_a_problem(desk: Office) -> None:
    assert problems(desk) == []
    with closing(sqlite3.connect(desk.folder / "kunjungan.db")) as connection:
        connection.execute("UPDATE institution SET name_id = 'Pemerintah Kota Lain'")
        connection.commit()
    (found,) = problems(desk)
    assert "name_id" in str(found.values["text"])


def test_the_office_check_reads_the_kept_drafts_too(desk: Office) -> None:
    agreement = an_agreement(desk)
    keep_and_start(desk, agreement)
    assert problems(desk) == []
    with desk.store.read() as session:
        (sha,) = session.exec(select(Draft.sha256)).all()
    desk.archive.path(sha).unlink()
    assert [problem.values for problem in problems(desk)] == [{"fingerprint": sha[:12]}]
