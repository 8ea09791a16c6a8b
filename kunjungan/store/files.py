"""The files of an office folder, and how to write one so that it is there whole or not at all."""

import os
import time
from pathlib import Path

DATABASE = "kunjungan.db"
ARCHIVE = "arsip"
BACKUPS = "cadangan"
LOCK = "kunjungan.lock"
ON_WINDOWS = os.name == "nt"
SCANNER_WAITS = (0.05, 0.1, 0.2, 0.4)
SIDE_FILES = ("-wal", "-shm")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a passing name and give it its own once the disk has all of it."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        settle(part)
        Path(part).replace(path)
    finally:
        part.unlink(missing_ok=True)
    settle_folder(path.parent)


def move(source: Path, target: Path) -> None:
    """Rename a file over whatever is there; on Windows wait for a scanner that looks at it."""
    for seconds in SCANNER_WAITS:
        try:
            Path(source).replace(target)
        except PermissionError:
            if not ON_WINDOWS:
                raise
            time.sleep(seconds)
        else:
            return
    Path(source).replace(target)


def settle(path: Path) -> None:
    """Wait until the disk has a file's content."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the disk has a folder's names; Windows does this by itself."""
    if ON_WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
