"""Lays out copies of kept files to be looked at, and writes files that come in parts."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from kunjungan.exchange.disk_errors import told

COPIES = "kunjungan-berkas-"
"""How the folders of copies to be looked at begin; they lie where passing files lie."""
OLD = 24 * 60 * 60
"""Seconds after which nobody looks at a copy any more."""


def copy_to_look_at(name: str, parts: Iterable[bytes]) -> Path:
    """Write a copy that only its owner may read and nobody may write, and return its path.

    It lies in a folder of its own among the system's passing files; those of earlier days are
    cleared away. What ``parts`` raises goes on, and no copy is left.

    Raises:
        Unavailable: the disk cannot hold it.
    """
    _clear()
    with told(Path(tempfile.gettempdir()) / name):
        folder = Path(tempfile.mkdtemp(prefix=COPIES))
    path = folder / name
    try:
        write_parts(path, parts)
        path.chmod(stat.S_IRUSR)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    return path


def write_parts(path: Path, parts: Iterable[bytes]) -> Path:
    """Write a file that comes in parts, whole or not at all, and return its path.

    Raises:
        Unavailable: the folder cannot be written or the disk is full.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with told(path):
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "")
            file = part.open("wb")
        with file:
            for piece in parts:
                with told(path):
                    file.write(piece)
            with told(path):
                file.flush()
                os.fsync(file.fileno())
        with told(path):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _clear() -> None:
    """Remove copies of earlier days; one that is still open somewhere stays for another time."""
    for folder in Path(tempfile.gettempdir()).glob(f"{COPIES}*"):
        try:
            if time.time() - folder.lstat().st_mtime > OLD and not folder.is_symlink():
                rmtree(folder, ignore_errors=True)
        except OSError:
            continue
