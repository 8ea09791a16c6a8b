"""What a person can do when an office does not open: restore a backup, or open another."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.app.desk import restore_desk
from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.store.backup import list_backups
from kunjungan.store.condition import EMPTY, FOREIGN
from kunjungan.store.files import BACKUPS
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.widgets.confirm import confirm


def way_out(folder: Path, refusal: OfficeError) -> Path | None:
    """Tell why an office does not open and return the folder to open next, or None to give up."""
    parent = QWidget()
    title, words = tr("The office cannot be opened"), refusal_words(refusal)
    backup = backup_for(folder, refusal)
    if backup is not None:
        verb, stay = tr("Restore {file}", file=backup.name), tr("Something else…")
        if confirm(parent, title, words, verb=verb, stay=stay, danger=False):
            try:
                restore_desk(folder, backup)
            except OfficeError as failed:
                show_refusal(parent, failed)
            return folder
    verb, stay = tr("Another folder…"), tr("Quit")
    return (
        another_folder(parent)
        if confirm(parent, title, words, verb=verb, stay=stay, danger=False)
        else None
    )


def another_folder(parent: QWidget) -> Path | None:
    """Let the person choose the folder of another office."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Open an office"))
    return Path(chosen) if chosen else None


def backup_for(folder: Path, refusal: OfficeError) -> Path | None:
    """Return the backup that would help, where the data are lost, damaged or not ours."""
    sound = str(refusal.values.get("backups", ""))
    if sound:
        return folder / BACKUPS / sound.split(", ", maxsplit=1)[0]
    if refusal.message not in {EMPTY, FOREIGN}:
        return None
    return next((backup.path for backup in list_backups(folder)), None)
