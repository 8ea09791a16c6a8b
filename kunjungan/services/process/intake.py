"""Takes files into the archive, where no row names them yet, and looks at what they are."""

from dataclasses import dataclass
from pathlib import Path

from kunjungan.domain.errors import OfficeError, RuleBroken, Unavailable
from kunjungan.domain.file_kinds import HEAD, PDF, media_type
from kunjungan.exchange.incoming import (
    EMPTY,
    MEGABYTE,
    TOO_LARGE,
    kept_name,
    look_at,
    parts_of,
)
from kunjungan.exchange.pdf_look import Remark, remarks_on
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.rows import required

NAMELESS = later("A file needs a name.")
_READ_ONLY = later("This office is open for reading only. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Content:
    """A content that is in the archive, its size in bytes, and what is to be told of it."""

    name: str
    sha256: str
    size: int
    media_type: str
    remarks: tuple[Remark, ...] = ()


def take_in(office: Office, source: Path | bytes, name: str = "") -> Content:
    """Put a file into the archive, part by part; without ``name`` it keeps its own.

    Raises:
        NotFound: it is gone.
        RuleBroken: it is a folder, empty, or larger than the office's limit.
        Unavailable: it cannot be read, or the disk cannot keep it.
    """
    if office.store.read_only:
        raise Unavailable(_READ_ONLY)
    limit = _limit(office)
    if isinstance(source, bytes):
        name = kept_name(required(name, NAMELESS))
        _refuse_bytes(name, source, limit)
        sha = office.archive.put(source)
    else:
        name = with_ending(name.strip() or source.name, source.name)
        sha = office.archive.put_parts(parts_of(source, megabytes=limit))
    path = office.archive.path(sha)
    with path.open("rb") as file:
        kind = media_type(name, file.read(HEAD))
    remarks = remarks_on(path, name) if kind == PDF else ()
    return Content(name, sha, path.stat().st_size, kind, remarks)


def refusal_of(office: Office, path: Path) -> OfficeError | None:
    """Return why a file would not be kept, as far as a look from outside tells; None if it may."""
    try:
        look_at(path, megabytes=_limit(office))
    except OfficeError as refusal:
        return refusal
    return None


def with_ending(name: str, old: str) -> str:
    """Return a name with the ending that the file came with, which tells what it is."""
    name, ending = kept_name(name), Path(kept_name(old)).suffix
    return name if name.lower().endswith(ending.lower()) else kept_name(f"{name}{ending}")


def _refuse_bytes(name: str, data: bytes, limit: int) -> None:
    if not data:
        raise RuleBroken(EMPTY, name=name)
    if len(data) > limit * MEGABYTE:
        raise RuleBroken(TOO_LARGE, name=name, limit=limit)


def _limit(office: Office) -> int:
    with office.store.read() as session:
        return settings_in(session).attachment_megabytes
