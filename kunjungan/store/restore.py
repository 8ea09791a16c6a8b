"""Puts a backup in the place of an office's data, in steps that can be taken up again."""

from datetime import UTC, datetime
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.store import condition
from kunjungan.store.archive import Archive
from kunjungan.store.backup import STAMP
from kunjungan.store.files import ARCHIVE, DATABASE, LOCK, SIDE_FILES, settle, settle_folder
from kunjungan.store.lock import hold, holder_now
from kunjungan.store.migrations import SCHEMA
from kunjungan.store.package import Package, opened
from kunjungan.store.refusals import refusals

READY = f"{DATABASE}.restore-"
ASIDE = f"{DATABASE}.aside-"


def restore_backup(folder: Path, backup: Path, *, user: str, now: datetime) -> Path | None:
    """Replace an office's data by a backup; return where the former data was put aside.

    The office must be closed. Until the backup is unpacked and proved nothing is touched; from
    then on the next opening finishes what a power cut may have interrupted.

    Raises:
        Unavailable: the office is open, or the backup is damaged, newer or too big for the disk.
    """
    release = hold(folder / LOCK, holder_now(user, now))
    try:
        with refusals(OSError):
            _unpack(folder, backup, now.astimezone(UTC).strftime(STAMP))
            return finish_restore(folder)
    finally:
        release()


def restore_pending(folder: Path) -> bool:
    """Say whether a restore was interrupted after its backup was proved."""
    return bool(_ready(folder))


def finish_restore(folder: Path) -> Path | None:
    """Put the current data aside and the proved backup in its place, if there is one.

    The log goes first: beside another database it would destroy it.
    """
    aside = None
    for ready in _ready(folder):
        stamp = ready.name.removeprefix(READY)
        for side in (*SIDE_FILES, ""):
            current = folder / f"{DATABASE}{side}"
            if current.exists():
                aside = folder / f"{ASIDE}{stamp}"
                Path(current).replace(folder / f"{ASIDE}{stamp}{side}")
        Path(ready).replace(folder / DATABASE)
        settle_folder(folder)
    return aside


def _ready(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{READY}*"))


def _unpack(folder: Path, backup: Path, stamp: str) -> None:
    """Unpack a backup under passing names, prove it, and only then call it ready."""
    part = folder / f"{DATABASE}.unpacked"
    try:
        with opened(backup) as package:
            if package.manifest.schema > SCHEMA:
                raise Unavailable(condition.NEWER, file=backup.name)
            with part.open("wb") as file:
                file.writelines(package.database())
            _unpack_files(package, Archive(folder / ARCHIVE))
        condition.refuse_foreign(part)
        if not condition.is_sound(part):
            message = later("“{backup}” is damaged. Nothing was changed; choose another one.")
            raise Unavailable(message, backup=backup.name)
        settle(part)
        Path(part).replace(folder / f"{READY}{stamp}")
        settle_folder(folder)
    finally:
        part.unlink(missing_ok=True)


def _unpack_files(package: Package, archive: Archive) -> None:
    """Bring back the files that the archive lacks or holds damaged."""
    for sha in package.manifest.files:
        archive.put_parts(package.file(sha))
