"""Logos and photos: made safe, kept in the archive, shown again."""

from pathlib import Path

from kunjungan.domain.errors import NotFound, Unavailable
from kunjungan.services.office import Office


def keep_picture(office: Office, path: Path) -> str:
    """Put a picture file of any common kind into the archive as plain PNG; return its fingerprint.

    Raises:
        NotFound: the file is gone.
        RuleBroken: it is no picture, damaged, or too large.
        Unavailable: it cannot be read, or the archive cannot keep it.
    """
    from kunjungan.exchange.images import safe_picture  # noqa: PLC0415 - heavy

    office.refuse_looking_on()
    return office.archive.put(safe_picture(path))


def picture_of(office: Office, sha: str | None) -> bytes | None:
    """Return a picture of the archive; None for none, and where it is missing or damaged."""
    if not sha:
        return None
    try:
        return office.archive.get(sha)
    except (NotFound, Unavailable):
        return None
