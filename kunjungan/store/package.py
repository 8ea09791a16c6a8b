"""The one file that holds a whole backup: a zip of the database, the archive and a manifest.

It may come from a stick, so it is read strictly: names come from a list, nothing is unpacked under
a name of the file's own choosing, and every read ends where the manifest says.
"""

import errno
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from kunjungan.domain.errors import Unavailable
from kunjungan.i18n import later
from kunjungan.store.files import ARCHIVE, DATABASE
from kunjungan.store.refusals import refusals

FORMAT = 1
MANIFEST = "manifest.json"
SHA = re.compile(r"[0-9a-f]{64}")
MANIFEST_BYTES = 32 << 20
FILE_BYTES = 16 << 30
ENTRIES = 200_000
CHUNK = 1 << 20
BROKEN = (BadZipFile, KeyError, ValueError, TypeError, RecursionError, EOFError, zlib.error)
UNSUPPORTED = (NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of a backup; ``seq`` and ``head`` anchor its journal, sizes are in bytes."""

    schema: int
    made_at: str
    device: str
    seq: int
    head: str
    sha256: str
    size: int
    files: Mapping[str, int]


class Package:
    """A backup file opened for reading."""

    def __init__(self, zipped: ZipFile) -> None:
        self._zip = zipped
        names = [entry.filename for entry in zipped.infolist()]
        if len(names) > ENTRIES or len(set(names)) != len(names):
            raise ValueError("too many entries, or one twice")
        self.manifest = _manifest(self._read(MANIFEST, MANIFEST_BYTES))
        wanted = {MANIFEST, DATABASE, *(f"{ARCHIVE}/{sha}" for sha in self.manifest.files)}
        if set(names) != wanted:
            raise ValueError("entries do not fit the manifest")

    def check(self) -> None:
        """Read everything once and compare it with the manifest."""
        for _ in self.database():
            pass
        for sha in self.manifest.files:
            for _ in self.file(sha):
                pass

    def database(self) -> Iterator[bytes]:
        """Yield the database in pieces; raises at the end if it is not what was promised."""
        return self._pieces(DATABASE, self.manifest.size, self.manifest.sha256)

    def file(self, sha: str) -> Iterator[bytes]:
        """Yield a file of the archive in pieces; raises likewise."""
        return self._pieces(f"{ARCHIVE}/{sha}", self.manifest.files[sha], sha)

    def _pieces(self, name: str, size: int, sha: str) -> Iterator[bytes]:
        total, left = hashlib.sha256(), size
        with self._entry(name) as entry:
            while piece := entry.read(min(CHUNK, left + 1)):
                left -= len(piece)
                if left < 0:
                    raise ValueError(f"{name} is longer than promised")
                total.update(piece)
                yield piece
        if left or total.hexdigest() != sha:
            raise ValueError(f"{name} is not what was promised")

    @contextmanager
    def _entry(self, name: str) -> Iterator[IO[bytes]]:
        """Open an entry; a broken file may name a place that lies before its own beginning."""
        try:
            with self._zip.open(name) as entry:
                yield entry
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise BadZipFile(name) from error
            raise

    def _read(self, name: str, limit: int) -> bytes:
        with self._entry(name) as entry:
            data = entry.read(limit + 1)
        if len(data) > limit:
            raise ValueError(f"{name} is too long")
        return data


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a backup file.

    Raises:
        Unavailable: it is no backup, or is damaged, or the disk cannot read it.
    """
    try:
        with refusals(OSError), ZipFile(path) as zipped:
            yield Package(zipped)
    except (*BROKEN, *UNSUPPORTED) as error:
        message = later(
            "“{backup}” is not a backup of an office, or it is damaged. Nothing was changed; "
            "choose another one."
        )
        raise Unavailable(message, backup=path.name) from error


def write_package(
    path: Path, manifest: Manifest, database: Path, archive: Mapping[str, Path]
) -> None:
    """Write a backup file; what it holds must fit ``manifest``."""
    with ZipFile(path, "x", compresslevel=3) as zipped:
        text = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1)
        zipped.writestr(MANIFEST, text, ZIP_DEFLATED)
        zipped.write(database, DATABASE, ZIP_DEFLATED)
        for sha, file in archive.items():
            zipped.write(file, f"{ARCHIVE}/{sha}", ZIP_STORED)


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(data: bytes) -> Manifest:
    """Read a manifest field by field; anything unexpected is an error."""
    read: dict[str, Any] = json.loads(data)
    if read.pop("format") != FORMAT:
        raise ValueError("unknown format")
    manifest = Manifest(**read)
    hashes = [manifest.head, manifest.sha256, *manifest.files]
    sizes = [manifest.schema, manifest.seq, manifest.size, *manifest.files.values()]
    if not all(isinstance(text, str) and SHA.fullmatch(text) for text in hashes):
        raise ValueError("not a fingerprint")
    if not all(type(size) is int and 0 <= size <= FILE_BYTES for size in sizes):
        raise ValueError("not a size")
    return manifest
