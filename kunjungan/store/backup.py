"""Backups: made from a sound database, proved before they get their name, thinned with age."""

import errno
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.store import condition
from kunjungan.store.archive import Archive
from kunjungan.store.chain import Head
from kunjungan.store.files import ARCHIVE, BACKUPS, DATABASE, move, settle, settle_folder
from kunjungan.store.package import Manifest, fingerprint, opened, write_package
from kunjungan.store.refusals import DISK_FULL, refusals
from kunjungan.store.thinning import thinned

NAME = re.compile(r"kunjungan-(\d{8}-\d{6})(?:-\d+)?\.kjb")
STAMP = "%Y%m%d-%H%M%S"
EVERY = timedelta(days=1)
SPARE_BYTES = 1 << 20
DAMAGED = later(
    "The office's data is damaged, so no backup was made of it and the earlier ones were kept. "
    "Restore one of them."
)
NO_PLACE = later(
    "No backup can be written in “{folder}”. Nothing was changed; choose another folder."
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file; ``size`` in bytes, ``left_out`` the damaged files of the archive."""

    path: Path
    at: datetime
    size: int
    left_out: tuple[str, ...] = ()


def make_backup(folder: Path, *, now: datetime, into: Path | None = None) -> Backup:
    """Back up the office in ``folder`` into its backups folder, or ``into`` another, and prove it.

    The office may be open meanwhile.

    Raises:
        Unavailable: the database is damaged, or the disk cannot keep the backup.
    """
    into = into or folder / BACKUPS
    at = now.astimezone(UTC).replace(microsecond=0)
    _refuse_unwritable(into)
    with refusals(OSError):
        path = _free_name(into, at)
        copy, part = path.with_suffix(".db.part"), path.with_suffix(".kjb.part")
        try:
            _copy_database(folder / DATABASE, copy)
            good, left_out = _sound_files(Archive(folder / ARCHIVE))
            _refuse_without_space(into, [copy, *good.values()])
            write_package(part, _manifest(copy, good, at), copy, good)
            settle(part)
            with opened(part) as package:
                package.check()
            move(part, path)
        finally:
            copy.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
        settle_folder(into)
        return Backup(path, at, path.stat().st_size, left_out)


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in an office's backups folder, newest first; each was proved when made."""
    with refusals(OSError):
        found = [(p, m) for p in (folder / BACKUPS).glob("*.kjb") if (m := NAME.fullmatch(p.name))]
        backups = [Backup(path, _moment(match[1]), path.stat().st_size) for path, match in found]
    return sorted(backups, key=lambda b: (b.at, len(b.path.name), b.path.name), reverse=True)


def verify_backup(path: Path) -> Manifest:
    """Read a whole backup, compare it with its manifest, and return that.

    Raises:
        Unavailable: it is no backup, or not what it says.
    """
    with opened(path) as package:
        package.check()
        return package.manifest


def backup_if_due(folder: Path, head: Head, *, now: datetime) -> Backup | None:
    """Make the daily backup if the last one is a day old and the journal has moved on; thin out.

    A backup dated after ``now`` was made under a wrong clock and does not count.
    """
    past = [backup for backup in list_backups(folder) if backup.at <= now]
    if past and (now - past[0].at < EVERY or _head_in(past[0].path) == head.hash.hex()):
        return None
    made = make_backup(folder, now=now)
    thin_out(folder, now=now)
    return made


def thin_out(folder: Path, *, now: datetime) -> list[Path]:
    """Remove the backups that ``thinned`` lets go, and return their paths."""
    gone = [backup.path for backup in thinned(list_backups(folder), now)]
    with refusals(OSError):
        for path in gone:
            path.unlink(missing_ok=True)
    return gone


def _refuse_unwritable(into: Path) -> None:
    """Make the folder for backups where it is not there, and see that it takes a file."""
    try:
        into.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=into).close()
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise Unavailable(DISK_FULL if full else NO_PLACE, folder=into) from error


def _copy_database(source: Path, copy: Path) -> None:
    """Copy a live database as of one moment, and prove both."""
    if not condition.is_sound(source, alone=False):
        raise Unavailable(DAMAGED)
    copy.unlink(missing_ok=True)
    with condition.reading(source, alone=False) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    if not condition.is_sound(copy):
        raise Unavailable(DAMAGED)


def _sound_files(archive: Archive) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the archive's files that still are what they were, and the names of the others."""
    paths = {sha: archive.path(sha) for sha in archive.fingerprints()}
    good = {sha: path for sha, path in paths.items() if fingerprint(path) == sha}
    return good, tuple(sha for sha in paths if sha not in good)


def _manifest(copy: Path, files: Mapping[str, Path], at: datetime) -> Manifest:
    with condition.reading(copy, alone=True) as connection:
        device, seq, head = _head(connection)
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
    return Manifest(
        schema=schema,
        made_at=at.isoformat(),
        device=device,
        seq=seq,
        head=head.hex(),
        sha256=fingerprint(copy),
        size=copy.stat().st_size,
        files={sha: path.stat().st_size for sha, path in files.items()},
    )


def _head(connection: sqlite3.Connection) -> tuple[str, int, bytes]:
    """Return the journal's end; an office in which nothing was ever done has none."""
    query = "SELECT id, seq, head FROM jr_device ORDER BY seq DESC, id LIMIT 1"
    found: tuple[str, int, bytes] | None = connection.execute(query).fetchone()
    return found or ("", 0, bytes(32))


def _head_in(path: Path) -> str | None:
    """Return the journal's end in a backup, or ``None`` if it cannot be read."""
    with suppress(Unavailable), opened(path) as package:
        return package.manifest.head
    return None


def _refuse_without_space(into: Path, files: list[Path]) -> None:
    needed = sum(file.stat().st_size for file in files) + SPARE_BYTES
    if shutil.disk_usage(into).free < needed:
        raise Unavailable(DISK_FULL)


def _free_name(into: Path, at: datetime) -> Path:
    """Return a name that no backup has; two may be made in one second."""
    stem = f"kunjungan-{at.strftime(STAMP)}"
    names = (f"{stem}{'' if n == 1 else f'-{n}'}.kjb" for n in range(1, 1000))
    return next(into / name for name in names if not (into / name).exists())


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
