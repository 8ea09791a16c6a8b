"""Originals and attachments, each kept under the fingerprint of its content."""

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from uuid import uuid4

from kunjungan.domain.errors import NotFound, Unavailable
from kunjungan.i18n import later
from kunjungan.store.files import move, settle, settle_folder, write_whole
from kunjungan.store.refusals import refusals

FINGERPRINT = re.compile(r"[0-9a-f]{64}")
CHUNK = 1 << 20
"""Bytes of a file that are in memory at a time."""
LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which a half-written file belongs to a program that is no more."""

_MISSING = later(
    "The file {fingerprint} is missing from the archive. Everything else is untouched; "
    "it may be in a backup."
)
_DAMAGED = later(
    "The file {fingerprint} in the archive is damaged. Everything else is untouched; "
    "restore it from a backup."
)


class Archive:
    """A folder of files that never change; the same content is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256; call it before the change that names it.

        Raises:
            Unavailable: the disk cannot keep it.
        """
        sha = hashlib.sha256(data).hexdigest()
        path = self.path(sha)
        with refusals(OSError):
            if _fingerprint(path) != sha:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
        return sha

    def put_parts(self, parts: Iterable[bytes]) -> str:
        """Keep a content that comes in parts, never whole in memory, and return its SHA-256.

        What ``parts`` raises goes on to the caller, and nothing of the content is kept.

        Raises:
            Unavailable: the disk cannot keep it.
        """
        with refusals(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
        part = self._folder / f"{uuid4().hex}.part"
        total = hashlib.sha256()
        try:
            self._write(part, _told(parts, total.update))
            self._name(part, total.hexdigest())
        finally:
            part.unlink(missing_ok=True)
        return total.hexdigest()

    def get(self, sha: str) -> bytes:
        """Return the content under a fingerprint, checked against it.

        Raises:
            NotFound: it is not there.
            Unavailable: it is there but no longer what it was, or the disk cannot read it.
        """
        path = self._there(sha)
        with refusals(OSError):
            data = path.read_bytes()
        _refuse_damaged(sha, hashlib.sha256(data).hexdigest())
        return data

    def parts(self, sha: str) -> Iterator[bytes]:
        """Yield the content under a fingerprint in parts; only the end tells that all is sound.

        Raises:
            NotFound: it is not there.
            Unavailable: it is there but no longer what it was, or the disk cannot read it.
        """
        path, total = self._there(sha), hashlib.sha256()
        with refusals(OSError), path.open("rb") as file:
            while part := file.read(CHUNK):
                total.update(part)
                yield part
        _refuse_damaged(sha, total.hexdigest())

    def check(self, sha: str) -> None:
        """Read the content under a fingerprint to its end; raises like ``get``."""
        for _ in self.parts(sha):
            pass

    def missing(self, fingerprints: Iterable[str]) -> list[str]:
        """Return those of ``fingerprints`` that are not in the archive."""
        return [sha for sha in fingerprints if not self.path(sha).is_file()]

    def fingerprints(self) -> list[str]:
        """Return every fingerprint kept, in order."""
        found = self._folder.glob("??/*")
        return sorted(path.name for path in found if FINGERPRINT.fullmatch(path.name))

    def path(self, sha: str) -> Path:
        """Return where the content under a fingerprint is or would be kept."""
        if not FINGERPRINT.fullmatch(sha):
            raise ValueError(f"not a fingerprint: {sha!r}")
        return self._folder / sha[:2] / sha

    def _there(self, sha: str) -> Path:
        path = self.path(sha)
        if not path.is_file():
            raise NotFound(_MISSING, fingerprint=sha[:12])
        return path

    def _write(self, part: Path, parts: Iterable[bytes]) -> None:
        """Write parts as they come; only what this disk refuses is told as the disk's."""
        with refusals(OSError):
            file = part.open("wb")
        with file:
            for piece in parts:
                with refusals(OSError):
                    file.write(piece)
            with refusals(OSError):
                file.flush()

    def _name(self, part: Path, sha: str) -> None:
        """Give a finished file its place; what is there already and sound stays."""
        path = self.path(sha)
        with refusals(OSError):
            if _fingerprint(path) == sha:
                return
            settle(part)
            path.parent.mkdir(parents=True, exist_ok=True)
            move(part, path)
            settle_folder(path.parent)

    def _sweep(self) -> None:
        """Remove what programs left half-written that were ended in the middle of it."""
        for part in self._folder.glob("*.part"):
            if time.time() - part.stat().st_mtime > LEFT_BEHIND:
                part.unlink(missing_ok=True)


def _told(parts: Iterable[bytes], tell: Callable[[bytes], object]) -> Iterator[bytes]:
    for part in parts:
        tell(part)
        yield part


def _refuse_damaged(sha: str, found: str) -> None:
    if found != sha:
        raise Unavailable(_DAMAGED, fingerprint=sha[:12])


def _fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, nothing where there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
