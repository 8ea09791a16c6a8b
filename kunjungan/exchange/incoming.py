"""Reads files that people hand in."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.file_names import safe_file_name
from kunjungan.exchange.read_errors import FOLDER, read_errors
from kunjungan.i18n import later

CHUNK = 1 << 20
"""Bytes of a file that are in memory at a time."""
MEGABYTE = 1 << 20

_UNSEEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that turn a name round or hide in it, so that a program reads like a paper."""
_ENDING = re.compile(r"[A-Za-z0-9]{1,10}")
EMPTY = later(
    "{name} is empty. Nothing was kept; check that it was saved or copied to its end and try again."
)
TOO_LARGE = later(
    "{name} is larger than the limit of {limit} MB. Nothing of it was kept; scan it with fewer "
    "dots per inch or split it, or raise the limit in the settings."
)
_NO_FILE = later("{name} is a device and no file. Nothing was kept; choose a file.")


def parts_of(path: Path, *, megabytes: int) -> Iterator[bytes]:
    """Yield a file's content in parts, no more than ``megabytes`` in all.

    Raises:
        NotFound: it is gone.
        RuleBroken: it is a folder, no file, empty, or too large.
        Unavailable: it is held by another program, or cannot be read to its end.
    """
    look_at(path, megabytes=megabytes)
    name = kept_name(path.name)
    with read_errors(name):
        yield from _read(path, name, megabytes)


def look_at(path: Path, *, megabytes: int) -> None:
    """Refuse a file that ``parts_of`` would refuse, as far as a look from outside tells.

    Raises:
        NotFound: it is gone.
        RuleBroken: it is a folder, no file, empty, or too large.
        Unavailable: it cannot be looked at.
    """
    name = kept_name(path.name)
    with read_errors(name):
        status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RuleBroken(FOLDER, name=name)
    if not stat.S_ISREG(status.st_mode):
        raise RuleBroken(_NO_FILE, name=name)
    if not status.st_size:
        raise RuleBroken(EMPTY, name=name)
    if status.st_size > megabytes * MEGABYTE:
        raise RuleBroken(TOO_LARGE, name=name, limit=megabytes)


def kept_name(text: str) -> str:
    """Return the name that a file is kept under: one that every system takes and shows as it is."""
    seen = " ".join(_UNSEEN.sub("", text).split()).strip(" .")
    stem, _, ending = seen.rpartition(".")
    if stem and _ENDING.fullmatch(ending):
        return safe_file_name(stem, f".{ending}")
    return safe_file_name(seen, "")


def _read(path: Path, name: str, megabytes: int) -> Iterator[bytes]:
    """Yield what is there now: a file may have grown, or been emptied, since it was looked at."""
    size = 0
    with path.open("rb") as file:
        while part := file.read(CHUNK):
            size += len(part)
            if size > megabytes * MEGABYTE:
                raise RuleBroken(TOO_LARGE, name=name, limit=megabytes)
            yield part
    if not size:
        raise RuleBroken(EMPTY, name=name)
