"""Looking after the office's memory: backups, restore, and proof that all is whole."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlmodel import select

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import later
from kunjungan.services.drafts.unaltered import ALTERED, altered_texts
from kunjungan.services.letters.emblems import STATE_EMBLEM
from kunjungan.services.office import Office
from kunjungan.store import backup
from kunjungan.store.chain import Head
from kunjungan.store.files import BACKUPS
from kunjungan.store.package import opened
from kunjungan.store.restore import restore_backup
from kunjungan.store.tables import Attachment, Draft, Institution, Original, Person, Setting
from kunjungan.store.thinning import DAILY, MONTHLY, WEEKLY

KEPT = (DAILY, WEEKLY, MONTHLY)
"""Of how many days, weeks and months the newest backup is kept."""
MENDED = later(
    "The index for searching was out of step with the data. It was built anew; no data is lost."
)
_SHORT = 12
"""So many characters of a fingerprint tell a file from all others."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found wrong: an untranslated sentence and the values of its places."""

    message: str
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup file; ``size`` in bytes, ``at`` in UTC.

    ``behind`` counts the changes that the office has made since, None where that cannot be told;
    ``damage`` says why the file cannot be restored, as far as a look at its contents list shows.
    """

    path: Path
    at: datetime
    size: int
    behind: int | None = None
    damage: Problem | None = None


def list_backups(office: Office) -> list[BackupLine]:
    """Return the office's backups, the damaged ones among them, the latest first."""
    head = office.store.head()
    return [_line(found, head) for found in backup.list_backups(office.folder)]


def look_into(office: Office, path: Path) -> BackupLine:
    """Return a backup from any folder, looked at but not yet read whole.

    Raises:
        Unavailable: it is no backup, or a damaged one.
    """
    with opened(path) as package:
        at = datetime.fromisoformat(package.manifest.made_at)
    return _line(backup.Backup(path, at, path.stat().st_size), office.store.head())


def backups_folder(office: Office) -> Path:
    """Return where the office's own backups are kept."""
    return office.folder / BACKUPS


def back_up(office: Office, *, into: Path | None = None) -> BackupLine:
    """Write a verified backup, into the office's own folder or another one.

    Raises Unavailable when the disk is full or the folder cannot be written; earlier backups
    stay as they are.
    """
    made = backup.make_backup(office.folder, now=office.now(), into=into)
    return _line(made, office.store.head())


def check_backup(path: Path) -> None:
    """Prove that a backup can be restored; raises Unavailable when it cannot."""
    backup.verify_backup(path)


def restore(folder: Path, path: Path, *, user: str, now: datetime) -> Path | None:
    """Put a backup in place of an office that nobody has open.

    Returns where the replaced database was kept, or None when there was none. Nothing is
    touched before the backup has proved whole.
    """
    return restore_backup(folder, path, user=user, now=now)


def problems(office: Office) -> list[Problem]:
    """Check the journal's chain, the rows against it, every archived file and printed text.

    Empty is well. An index for searching that is out of step is built anew where that can be done.
    """
    mended = not office.store.read_only and office.store.mend_index()
    found = [Problem(later("Journal: {text}"), {"text": text}) for text in office.store.verify()]
    if mended and not found:  # else what the journal tells is the reason
        found.append(Problem(MENDED, {}))
    for sha, name in _named_files(office).items():
        try:
            office.archive.check(sha)
        except OfficeError as refusal:
            found.append(Problem(refusal.message, {**refusal.values, "fingerprint": name}))
    found += [Problem(ALTERED, values) for _, values in altered_texts(office)]
    return found


def _line(found: backup.Backup, head: Head) -> BackupLine:
    try:
        with opened(found.path) as package:
            manifest = package.manifest
    except OfficeError as refusal:
        damage = Problem(refusal.message, refusal.values)
        return BackupLine(found.path, found.at, found.size, damage=damage)
    behind = head.seq - manifest.seq if head.device == manifest.device else -1
    return BackupLine(found.path, found.at, found.size, behind if behind >= 0 else None)


def _named_files(office: Office) -> dict[str, str]:
    """Return the fingerprints of all files that rows name, each with what a person calls it."""
    columns = (
        Original.sha256,
        Attachment.sha256,
        Draft.sha256,
        Institution.logo_sha,
        Person.photo_sha,
    )
    with office.store.read() as session:
        named = {sha for column in columns for sha in session.exec(select(column)) if sha}
        named |= set(session.exec(select(Setting.value).where(Setting.key == STATE_EMBLEM)))
        attached = session.exec(select(Attachment.sha256, Attachment.name, Attachment.stage)).all()
    shown: dict[str, set[str]] = {}
    for sha, name, stage in attached:
        shown.setdefault(sha, set()).add(f"“{name}” {stage}".rstrip())
    return {
        sha: f"{', '.join(sorted(shown[sha]))} ({sha[:_SHORT]})" if sha in shown else sha[:_SHORT]
        for sha in sorted(named)
    }
