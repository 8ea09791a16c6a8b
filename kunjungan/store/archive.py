"""Originals and attachments, each kept under the fingerprint of its content."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from kunjungan.domain.errors import NotFound, Unavailable
from kunjungan.i18n import later
from kunjungan.store.files import write_whole
from kunjungan.store.refusals import refusals

FINGERPRINT = re.compile(r"[0-9a-f]{64}")


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
            if not path.exists() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
        return sha

    def get(self, sha: str) -> bytes:
        """Return the content under a fingerprint, checked against it.

        Raises:
            NotFound: it is not there.
            Unavailable: it is there but no longer what it was, or the disk cannot read it.
        """
        path = self.path(sha)
        if not path.is_file():
            message = later(
                "The file {fingerprint} is missing from the archive. Everything else is untouched; "
                "it may be in a backup."
            )
            raise NotFound(message, fingerprint=sha[:12])
        with refusals(OSError):
            data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha:
            message = later(
                "The file {fingerprint} in the archive is damaged. Everything else is untouched; "
                "restore it from a backup."
            )
            raise Unavailable(message, fingerprint=sha[:12])
        return data

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
