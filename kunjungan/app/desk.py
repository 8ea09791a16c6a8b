"""Opens an office with this desk's clock and user; without Qt, so that commands start quickly."""

import getpass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.upkeep import restore
from kunjungan.settings import Settings
from kunjungan.store.archive import Archive
from kunjungan.store.database import open_office
from kunjungan.store.files import ARCHIVE, BACKUPS, DATABASE
from kunjungan.store.memory import open_memory
from kunjungan.store.restore import restore_pending

Opening = Literal["read", "write", "make", "imagine"]


def office_folder(asked: str, settings: Settings) -> Path:
    """Return the office's folder: the one asked for, else the last one, else one of our own."""
    chosen = asked or settings.last_office
    return Path(chosen).expanduser().absolute() if chosen else first_folder()


def first_folder() -> Path:
    """Return where a first start puts the office: a folder of its own among the documents."""
    from platformdirs import user_documents_path  # noqa: PLC0415 (only a first start asks)

    return user_documents_path() / "Kunjungan"


def open_desk(
    folder: Path, how: Opening = "read", *, user: str = ""
) -> tuple[Office, tuple[OfficeError, ...]]:
    """Open the office in a folder and return it with what its opening has to tell.

    ``read`` needs no lock and works beside an open window; ``make`` begins a new office in a
    folder that holds none, ``imagine`` only in memory.

    Raises:
        Unavailable: there is no office, or it cannot be opened; one sentence why.
    """
    name = user or _user()
    here = (folder / DATABASE).exists() or restore_pending(folder)
    if how == "imagine" and not here:
        store = open_memory(user=name, now=_now, seed=True)
        return Office(store, Archive(folder / ARCHIVE), folder, name, _today, _now), ()
    if how == "write" and not here:
        message = later("There is no office in “{folder}”. Nothing was changed.")
        raise Unavailable(message, folder=folder)
    opened = open_office(folder, user=name, now=_now, read_only=how in {"read", "imagine"})
    office = Office(opened.store, opened.archive, folder, name, _today, _now)
    return office, opened.notices


def new_sample(folder: Path) -> Path:
    """Make the sample office in a folder that holds no office yet, and return the folder.

    Raises:
        Unavailable: there is an office already, or the folder cannot be written.
    """
    from kunjungan.services.sample import make_sample  # noqa: PLC0415 - only for a sample

    place = folder.expanduser().absolute()
    if (place / DATABASE).exists():
        message = later("There is an office in “{folder}” already. Nothing was changed.")
        raise Unavailable(message, folder=place)
    place.mkdir(parents=True, exist_ok=True)
    office, _ = open_desk(place, "make")
    try:
        make_sample(office)
    finally:
        office.store.close()
    return place


def restore_desk(folder: Path, backup: Path) -> Path | None:
    """Put a backup in the place of an office's data; return where the former data is now.

    ``backup`` may be the mere name of one of the office's own backups.

    Raises:
        Unavailable: the office is open, or the backup is not whole.
    """
    own = folder / BACKUPS / backup.name
    found = own if not backup.exists() and backup.name == str(backup) else backup
    return restore(folder, found, user=_user(), now=_now())


def _user() -> str:
    """Return who sits at the desk, as the operating system has it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _today() -> date:
    """Return the desk's local day."""
    return _now().date()


def _now() -> datetime:
    """Return the present moment in the desk's own zone, as it is printed on drafts."""
    return datetime.now(UTC).astimezone()
