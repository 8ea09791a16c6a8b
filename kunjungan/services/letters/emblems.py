"""The pictures of letterheads: the state emblem that the office supplied, its coat of arms."""

from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import NotFound, RuleBroken, Unavailable
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Setting

STATE_EMBLEM = "state_emblem"
"""The setting that names the picture in the archive."""
_LARGEST = 20_000_000


def set_state_emblem(office: Office, path: Path) -> None:
    """Keep a picture of the state emblem for letters that the head signs (UU 24/2009 art 54).

    Raises:
        RuleBroken: the file is no picture that can be printed.
        Unavailable: it cannot be read.
    """
    sha = _kept(office, path)
    with office.store.change(later("Change the state emblem")) as session:
        row = session.exec(select(Setting).where(Setting.key == STATE_EMBLEM)).first()
        if row is None:
            session.add(Setting(key=STATE_EMBLEM, value=sha))
        else:
            row.value = sha


def set_coat_of_arms(office: Office, institution_id: UUID, path: Path) -> None:
    """Keep a picture of an institution's coat of arms or logo.

    Raises:
        RuleBroken: the file is no picture that can be printed.
        Unavailable: it cannot be read.
    """
    sha = _kept(office, path)
    with office.store.change(later("Change the coat of arms")) as session:
        found(session, Institution, institution_id).logo_sha = sha


def has_state_emblem(office: Office) -> bool:
    """Say whether the office supplied a picture of the state emblem that is there."""
    with office.store.read() as session:
        return state_emblem(office, session) is not None


def has_coat_of_arms(office: Office, institution_id: UUID) -> bool:
    """Say whether a picture of an institution's coat of arms is there."""
    with office.store.read() as session:
        row = found(session, Institution, institution_id)
        return picture_of(office, row.logo_sha) is not None


def state_emblem(office: Office, session: Session) -> bytes | None:
    """Return the picture of the state emblem, None where the office supplied none."""
    row = session.exec(select(Setting).where(Setting.key == STATE_EMBLEM)).first()
    return picture_of(office, str(row.value) if row and row.value else None)


def picture_of(office: Office, sha: str | None) -> bytes | None:
    """Return a picture of the archive, None where it is missing or damaged: letters go out."""
    if sha is None:
        return None
    try:
        return office.archive.get(sha)
    except (NotFound, Unavailable):
        return None


def _kept(office: Office, path: Path) -> str:
    """Put a picture into the archive and return its fingerprint."""
    from kunjungan.documents.pdf.pictures import picture  # noqa: PLC0415 - slow to load

    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError as error:
        message = later("{name} cannot be read. Nothing was changed. Choose another file.")
        raise Unavailable(message, name=path.name) from error
    if picture(data) is None:
        raise RuleBroken(
            later("{name} is no picture that can be printed. Choose a PNG or JPEG file."),
            name=path.name,
        )
    return office.archive.put(data)
