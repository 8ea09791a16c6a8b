"""Puts files where people find them: names that every system keeps, bytes that are whole."""

import contextlib
import errno
import os
import re
import sys
import time
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later

MAX_NAME = 120
"""Characters of a file name, its suffix included: Explorer and Word stop at 260 for a path."""
MAX_NAME_BYTES = 240
"""Bytes of a file name: Linux stops at 255, and ``.part`` must still fit."""
NO_NAME = "dokumen"
PATIENCE = (0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between tries to name a new file that a virus scanner on Windows still holds."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
_DEVICES = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", re.IGNORECASE
)
_REASONS = MappingProxyType(
    {
        errno.ENOSPC: later("The disk is full: {name} was not written."),
        errno.EDQUOT: later("The disk is full: {name} was not written."),
        errno.EFBIG: later("The disk is full: {name} was not written."),
        errno.EROFS: later("{name} was not written: the folder {folder} can only be read."),
        errno.ENOENT: later("{name} was not written: there is no folder {folder}."),
        errno.EEXIST: later("{name} was not written: {folder} is not a folder."),
        errno.ENOTDIR: later("{name} was not written: {folder} is not a folder."),
        errno.EISDIR: later("{name} was not written: a folder has that name."),
        errno.EACCES: later("{name} was not written: it is open elsewhere or may not be changed."),
        errno.EPERM: later("{name} was not written: it is open elsewhere or may not be changed."),
    }
)
_NO_REASON = later("{name} could not be written in the folder {folder}.")


def safe_file_name(text: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return a name made of ``text`` that Windows, macOS and Linux all keep as it is.

    Names in ``taken`` are avoided without regard to case, by a number in brackets.
    """
    words = " ".join(_FORBIDDEN.sub("-", unicodedata.normalize("NFC", text)).split())
    used = {name.casefold() for name in taken}
    number = 1
    while (
        name := _fitted(words, "" if number == 1 else f" ({number})", suffix)
    ).casefold() in used:
        number += 1
    return name


@dataclass(frozen=True, slots=True)
class Staged:
    """Files that stand whole beside their places, under passing names."""

    paths: tuple[Path, ...]

    def place(self) -> list[Path]:
        """Give the files their names and return their paths; what stood there before is gone.

        Raises:
            Unavailable: another program holds one of them; that one and the rest are let go.
        """
        try:
            for path in self.paths:
                with _told(path):
                    _put_in_place(_part(path), path)
        except Unavailable:
            self.discard()
            raise
        return list(self.paths)

    def discard(self) -> None:
        """Let the files go that have no name yet; what stands in their places stays."""
        for path in self.paths:
            with contextlib.suppress(OSError):
                _part(path).unlink()


def stage(files: Mapping[Path, bytes]) -> Staged:
    """Write files beside their places, all of them or none.

    A missing folder is made when its parent exists. Raises Unavailable when the disk is full or
    the folder cannot be written.
    """
    staged = Staged(tuple(files))
    try:
        for path, data in files.items():
            with _told(path):
                path.parent.mkdir(exist_ok=True)
                _refuse_taken(path)
                _write_durably(_part(path), data)
    except Unavailable:
        staged.discard()
        raise
    return staged


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file so that it is whole or not there at all, and return its path.

    A missing folder is made when its parent exists. Raises Unavailable when the disk is full,
    the folder cannot be written, or another program holds the file; the old file then stays.
    """
    return stage({path: data}).place()[0]


def _refuse_taken(path: Path) -> None:
    """Refuse to put a file in the place of a folder, a device or a pipe."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what a disk cannot do into a sentence about a file."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, _NO_REASON)
        raise Unavailable(reason, name=path.name, folder=str(path.parent)) from error


def _fitted(words: str, mark: str, suffix: str) -> str:
    """Return words, mark and suffix as one name, the words cut to what fits."""
    stem = words.strip(" .") or NO_NAME
    stem = f"_{stem}" if _DEVICES.match(stem) else stem
    stem = stem[: MAX_NAME - len(mark) - len(suffix)]
    while len(f"{stem}{mark}{suffix}".encode()) > MAX_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip(' .')}{mark}{suffix}"


def _write_durably(path: Path, data: bytes) -> None:
    """Write bytes and return only once the disk has them."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(part: Path, path: Path) -> None:
    """Give a finished file its name, for good even if the power fails now."""
    for pause in PATIENCE:
        try:
            part.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    part.replace(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
