"""Puts files where people find them, whole or not at all."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kunjungan.domain.errors import Unavailable
from kunjungan.exchange.disk_errors import told

PATIENCE = (0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between tries to name a new file that a virus scanner on Windows still holds."""


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
                with told(path):
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
            with told(path):
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
