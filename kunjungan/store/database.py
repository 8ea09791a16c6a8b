"""Opens an office: looks, locks, finishes what was interrupted, migrates, seeds and backs up."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import later
from kunjungan.store import condition, seeds
from kunjungan.store.archive import Archive
from kunjungan.store.backup import backup_if_due, list_backups, make_backup, verify_backup
from kunjungan.store.engines import file_engine, new_file_engine, server_engine
from kunjungan.store.files import ARCHIVE, DATABASE, LOCK, settle, settle_folder
from kunjungan.store.location import refuse_network
from kunjungan.store.lock import hold, holder_now
from kunjungan.store.migrations import SCHEMA, create, schema_of, upgrade
from kunjungan.store.refusals import refusals
from kunjungan.store.restore import finish_restore, restore_pending
from kunjungan.store.store import Store

_OLDER = later(
    "This office was last used with an older version of this program. "
    "Nothing was changed; open it once for writing to bring it up to date."
)

NAMED_BACKUPS = 3
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open office, and what its people should be told about the opening.

    ``notices`` are sentences like any refusal, but nothing was refused.
    """

    store: Store
    archive: Archive
    notices: tuple[OfficeError, ...] = ()


def open_office(
    folder: Path, *, user: str, now: Clock, read_only: bool = False, take_over: bool = False
) -> Opened:
    """Open the office in ``folder``, made now if the folder holds none.

    ``read_only`` looks on without a lock, also where nothing can be written; ``take_over``
    disregards that another computer seems to hold the office.

    Raises:
        Unavailable: one sentence why not; then every file is as it was.
    """
    if not folder.is_dir():
        message = later(
            "The folder “{folder}” is not there. Nothing was changed; "
            "choose another folder, or connect the disk it is on."
        )
        raise Unavailable(message, folder=folder)
    refuse_network(folder)
    with refusals(OSError):
        if read_only:
            return _open_reading(folder, user, now)
        return _open_writing(folder, user, now, take_over=take_over)


def open_url(url: str, *, user: str, now: Clock, desk: str) -> Store:
    """Open the office's PostgreSQL server, its tables made or brought up to date.

    ``desk`` names this computer's chain of changes, so that undo follows its own work.

    Raises:
        Unavailable: the server does not answer, or belongs to a newer program.
    """
    engine = server_engine(url)
    with refusals(), _disposed_on_failure(engine):
        with engine.connect() as connection:
            schema = schema_of(connection)
        if schema > SCHEMA:
            raise Unavailable(condition.NEWER, file=engine.url.database)
        if schema:
            upgrade(engine)
        else:
            create(engine)
        store = Store(engine, user=user, now=now, desk=desk)
        seeds.seed(store)
        _begin_index(store)
    return store


def _open_reading(folder: Path, user: str, now: Clock) -> Opened:
    path = folder / DATABASE
    if restore_pending(folder):
        message = later(
            "A restore of this office was interrupted. Nothing was changed; "
            "open it once for writing to finish it."
        )
        raise Unavailable(message)
    if not path.exists():
        _refuse_lost(folder)
        message = later("There is no office in “{folder}”. Nothing was changed.")
        raise Unavailable(message, folder=folder)
    condition.refuse_foreign(path)
    alone = not _writable(folder)
    if alone and condition.has_log(path):
        message = later(
            "The office in “{folder}” was not closed properly and its folder cannot be written. "
            "Nothing was changed; copy the folder to a disk that can be written and open it there."
        )
        raise Unavailable(message, folder=folder)
    _refuse_damaged(folder, alone=alone)
    engine = file_engine(path, read_only=True, immutable=alone)
    with _disposed_on_failure(engine):
        _refuse_older(engine)
        store = Store(engine, user=user, now=now, read_only=True)
    return Opened(store, Archive(folder / ARCHIVE))


def _refuse_older(engine: Engine) -> None:
    with engine.connect() as connection:
        if schema_of(connection) < SCHEMA:
            raise Unavailable(_OLDER)


@contextmanager
def _disposed_on_failure(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _open_writing(folder: Path, user: str, now: Clock, *, take_over: bool) -> Opened:
    path = folder / DATABASE
    _refuse_unwritable(folder, path)
    if not restore_pending(folder):
        if path.exists():
            condition.refuse_foreign(path)
        else:
            _refuse_lost(folder)
    release = hold(folder / LOCK, holder_now(user, now()), take_over=take_over)
    try:
        opened = _bring_up(folder, user, now)
    except BaseException:
        release()
        raise
    opened.store.on_close.append(release)
    return opened


def _bring_up(folder: Path, user: str, now: Clock) -> Opened:
    """Open the office that is held by now, bringing it to the state of this program."""
    path = folder / DATABASE
    notices: list[OfficeError] = []
    if aside := finish_restore(folder):
        message = later("An interrupted restore was finished; the former data is kept as “{file}”.")
        notices.append(Unavailable(message, file=aside.name))
    if not path.exists():
        _create(path)
    condition.refuse_foreign(path)
    _refuse_damaged(folder, alone=True)
    engine = file_engine(path)
    with _disposed_on_failure(engine):
        notices += _upgrade(engine, folder, now)
        store = Store(engine, user=user, now=now)
        seeds.seed(store)
        _begin_index(store)
    notices += _daily_backup(store, folder, now)
    return Opened(store, Archive(folder / ARCHIVE), tuple(notices))


def _begin_index(store: Store) -> None:
    """Begin the index for searching, or go on with it; the office opens without it as well."""
    with suppress(OfficeError):
        store.build_index()


def _upgrade(engine: Engine, folder: Path, now: Clock) -> list[OfficeError]:
    with engine.connect() as connection:
        if schema_of(connection) == SCHEMA:
            return []
    backup = make_backup(folder, now=now())
    upgrade(engine)
    message = later(
        "The office was brought up to this version of the program; "
        "a backup from just before is kept as “{file}”."
    )
    return [Unavailable(message, file=backup.path.name)]


def _daily_backup(store: Store, folder: Path, now: Clock) -> list[OfficeError]:
    """Make the backup that is due; an office without one still opens, but says so."""
    try:
        made = backup_if_due(folder, store.head(), now=now())
    except OfficeError as refusal:
        failed = later("Today's backup could not be made; the office is open all the same.")
        return [Unavailable(failed), refusal]
    if made and made.left_out:
        message = later(
            "{count} files of the archive are damaged and are not in today's backup; "
            "they may be whole in an earlier one."
        )
        return [Unavailable(message, count=len(made.left_out))]
    return []


def _create(path: Path) -> None:
    """Make a new database under a passing name, so that a half-made one is never opened."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    engine = new_file_engine(part)
    try:
        create(engine)
    finally:
        engine.dispose()
    settle(part)
    Path(part).replace(path)
    settle_folder(path.parent)


def _refuse_unwritable(folder: Path, path: Path) -> None:
    message = later(
        "“{place}” can be read but not written. Nothing was changed; "
        "check its permissions, or open the office for reading only."
    )
    if not _writable(folder):
        raise Unavailable(message, place=folder)
    try:
        if path.exists():
            path.open("rb+").close()
    except OSError as error:
        raise Unavailable(message, place=path) from error


def _writable(folder: Path) -> bool:
    """Try it, because permissions alone do not tell on Windows or on a read-only disk."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except PermissionError:
        return False
    except OSError:
        return os.access(folder, os.W_OK)


def _refuse_lost(folder: Path) -> None:
    """Refuse to begin anew where the data is gone but its archive or backups are still there."""
    if list_backups(folder) or Archive(folder / ARCHIVE).fingerprints():
        raise _with_backups(
            folder,
            later(
                "The office's data is missing, but backups are there. "
                "Nothing was changed; restore one of these: {backups}."
            ),
            later(
                "The office's data is missing, but its archive is there and no sound backup. "
                "Nothing was changed; choose another folder, or bring back “{file}”."
            ),
        )


def _refuse_damaged(folder: Path, *, alone: bool) -> None:
    if not condition.is_sound(folder / DATABASE, alone=alone):
        raise _with_backups(
            folder,
            later(
                "The office's data is damaged. It was left as it is; "
                "restore one of these sound backups: {backups}."
            ),
            later(
                "The office's data is damaged and no sound backup was found. "
                "“{file}” was left as it is; keep a copy of it and ask for help."
            ),
        )


def _with_backups(folder: Path, some: str, none: str) -> Unavailable:
    """Return a refusal that names the newest backups, proved once more, or that there are none."""
    sound: list[str] = []
    for backup in list_backups(folder):
        try:
            verify_backup(backup.path)
        except OfficeError:
            continue
        sound.append(backup.path.name)
        if len(sound) == NAMED_BACKUPS:
            break
    if sound:
        return Unavailable(some, backups=", ".join(sound))
    return Unavailable(none, file=DATABASE)
