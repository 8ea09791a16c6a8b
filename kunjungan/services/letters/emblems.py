"""The pictures of letterheads: the state emblem that the office supplied, its coat of arms."""

from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.pictures import keep_picture, picture_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Institution, Setting

STATE_EMBLEM = "state_emblem"
"""The setting that names the picture in the archive."""


def set_state_emblem(office: Office, path: Path) -> None:
    """Keep a picture of the state emblem for letters that the head signs (UU 24/2009 art 54).

    Raises:
        RuleBroken: it is no picture, damaged, or too large.
        Unavailable: it cannot be read.
    """
    sha = keep_picture(office, path)
    with office.store.change(later("Change the state emblem")) as session:
        row = session.exec(select(Setting).where(Setting.key == STATE_EMBLEM)).first()
        if row is None:
            session.add(Setting(key=STATE_EMBLEM, value=sha))
        else:
            row.value = sha


def set_coat_of_arms(office: Office, institution_id: UUID, path: Path) -> None:
    """Keep a picture of an institution's coat of arms or logo.

    Raises:
        RuleBroken: it is no picture, damaged, or too large.
        Unavailable: it cannot be read.
    """
    sha = keep_picture(office, path)
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
