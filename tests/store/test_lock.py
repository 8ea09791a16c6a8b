"""One program at a time, and the second is told who holds the office."""

import json
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kunjungan.domain.errors import Unavailable
from kunjungan.store.lock import Holder, hold, holder_now
from tests.store.clock import NOON

ME = Holder("meja-1", 1, "Anna", "2026-08-26 12:00")
SPAWN = multiprocessing.get_context("spawn")


def hold_and_say(path: Path, pipe: Connection) -> None:
    """Hold a lock in another process, say so, and wait to be ended."""
    release: Callable[[], None] = hold(path, ME)
    pipe.send("held")
    pipe.recv()
    release()


def test_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "kunjungan.lock"
    release = hold(path, ME)
    with pytest.raises(Unavailable, match="Anna since 2026-08-26 12:00") as refusal:
        hold(path, Holder("meja-1", 2, "Budi", "later"))
    assert refusal.value.values["host"] == "meja-1"
    release()
    hold(path, Holder("meja-1", 2, "Budi", "later"))()


def test_a_holder_without_a_note_still_holds(tmp_path: Path) -> None:
    path = tmp_path / "kunjungan.lock"
    release = hold(path, ME)
    path.write_text("", encoding="utf-8")
    with pytest.raises(Unavailable, match="already open in another program"):
        hold(path, ME)
    release()


@pytest.mark.parametrize(
    "note",
    [
        json.dumps({"host": "meja-1", "pid": 999999, "user": "Anna", "since": "yesterday"}),
        "",
        "half a no",
        "[" * 5000,
        '{"host": 1}',
        '["host"]',
    ],
)
def test_a_note_left_by_a_crash_here_does_not_lock(tmp_path: Path, note: str) -> None:
    path = tmp_path / "kunjungan.lock"
    path.write_text(note, encoding="utf-8")
    release = hold(path, ME)
    assert json.loads(path.read_text(encoding="utf-8"))["user"] == "Anna"
    release()
    assert path.read_text(encoding="utf-8") == ""


def test_a_note_left_by_another_computer_locks_until_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "kunjungan.lock"
    note = json.dumps({"host": "meja-2", "pid": 1, "user": "Budi", "since": "yesterday"})
    path.write_text(note, encoding="utf-8")
    with pytest.raises(Unavailable, match="left open on meja-2 by Budi"):
        hold(path, ME)
    assert path.read_text(encoding="utf-8") == note
    hold(path, ME, take_over=True)()
    hold(path, ME)()


def test_another_process_is_noticed_and_its_death_too(tmp_path: Path) -> None:
    path = tmp_path / "kunjungan.lock"
    ours, theirs = SPAWN.Pipe()
    child = SPAWN.Process(target=hold_and_say, args=(path, theirs))
    child.start()
    assert ours.recv() == "held"
    with pytest.raises(Unavailable, match="Anna"):
        hold(path, ME)
    child.kill()
    child.join()
    hold(path, ME)()


def test_a_holder_names_this_computer_and_process() -> None:
    holder = holder_now("Anna", NOON)
    assert (holder.pid, holder.user) == (os.getpid(), "Anna")
    assert holder.host
    assert len(holder.since) == len("2026-08-26 12:00")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_lock_file_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no longer be reached"):
        hold(tmp_path / "gone" / "kunjungan.lock", ME)
