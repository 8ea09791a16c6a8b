"""Lets one program at a time write an office, and tells the second who holds it.

The lock is the operating system's own: it goes when its holder does, even by a crash, so a lock
file left behind is only a note. The note counts when it was left by another computer, because
locks do not reach from one to the other through a synchronised folder or a stick.
"""

import json
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.store.refusals import refusals

NOTE_LIMIT = 4096
FAR_BYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office: computer, process, person, and since when."""

    host: str
    pid: int
    user: str
    since: str


def holder_now(user: str, now: datetime) -> Holder:
    """Return this program as a holder, since ``now`` on the local clock."""
    since = now.astimezone().strftime("%Y-%m-%d %H:%M")
    return Holder(socket.gethostname(), os.getpid(), user, since)


def hold(path: Path, holder: Holder, *, take_over: bool = False) -> Callable[[], None]:
    """Hold the office whose lock file is ``path``; return what lets go of it.

    ``take_over`` disregards a note left by another computer.

    Raises:
        Unavailable: someone else holds it; says who, where and since when.
    """
    with refusals(OSError):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _claim(descriptor, holder, take_over=take_over)
    except BaseException:
        os.close(descriptor)
        raise
    return lambda: _let_go(descriptor)


def _let_go(descriptor: int) -> None:
    """Empty the note and unlock; the file stays, since removing it would race with a newcomer."""
    try:
        _write(descriptor, b"")
    finally:
        os.close(descriptor)


def _claim(descriptor: int, holder: Holder, *, take_over: bool) -> None:
    note = _read(descriptor)
    if not _try_lock(descriptor):
        raise _held(note)
    if note and note.host != holder.host and not take_over:
        raise _left_elsewhere(note)
    with refusals(OSError):
        _write(descriptor, json.dumps(asdict(holder)).encode())


def _read(descriptor: int) -> Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        note = json.loads(os.read(descriptor, NOTE_LIMIT))
        return Holder(str(note["host"]), int(note["pid"]), str(note["user"]), str(note["since"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _write(descriptor: int, note: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, note)
    os.fsync(descriptor)


def _held(note: Holder | None) -> Unavailable:
    if note is None:
        return Unavailable(
            later(
                "This office is already open in another program. Nothing was changed; "
                "close it there, or open it here for reading only."
            )
        )
    message = later(
        "This office is open on {host} by {user} since {since}. Nothing was changed; "
        "close it there, or open it here for reading only."
    )
    return Unavailable(message, host=note.host, user=note.user, since=note.since)


def _left_elsewhere(note: Holder) -> Unavailable:
    message = later(
        "This office was left open on {host} by {user} since {since}. Nothing was changed; "
        "close it there, or take it over if that computer no longer uses it."
    )
    return Unavailable(message, host=note.host, user=note.user, since=note.since)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        """Lock one byte far behind the note, which must stay readable for others."""
        os.lseek(descriptor, FAR_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        """Lock the file for as long as the descriptor is open."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
