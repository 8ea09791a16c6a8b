"""Asks for files and folders: where to write a copy, what to bring in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.i18n import tr


def folder_for_backup(parent: QWidget) -> Path | None:
    """Ask where to write a backup; None for a change of mind."""
    return _path(QFileDialog.getExistingDirectory(parent, tr("Back up to a folder")))


def backup_file(parent: QWidget, start: Path) -> Path | None:
    """Ask for a backup from any folder."""
    kinds = f"{tr('Backups')} (*.kjb)"
    return _path(
        QFileDialog.getOpenFileName(parent, tr("Restore from a file"), str(start), kinds)[0]
    )


def office_file(parent: QWidget) -> Path | None:
    """Ask for an office to import."""
    return _path(QFileDialog.getOpenFileName(parent, tr("Import"), "", _json())[0])


def file_for_office(parent: QWidget, name: str) -> Path | None:
    """Ask where to write the office as one file."""
    return _path(QFileDialog.getSaveFileName(parent, tr("Export"), name, _json())[0])


def _json() -> str:
    return tr("Office as JSON") + " (*.json)"


def _path(text: str) -> Path | None:
    return Path(text) if text else None
