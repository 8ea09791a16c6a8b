"""The files of an agreement: kept byte for byte, told what they are, opened only when sound."""

from dataclasses import replace
from itertools import chain
from pathlib import Path
from uuid import UUID

from kunjungan.domain.file_kinds import HEAD, media_type, refuse_opening
from kunjungan.exchange.copies import copy_to_look_at, write_parts
from kunjungan.exchange.incoming import kept_name
from kunjungan.i18n import later
from kunjungan.services.office import Office
from kunjungan.services.process.file_form import FileForm, describe
from kunjungan.services.process.file_lines import file_line
from kunjungan.services.process.intake import NAMELESS, with_ending
from kunjungan.services.rows import found, required
from kunjungan.store.tables import Attachment, Original


def file_form(office: Office, file_id: UUID) -> FileForm:
    """Return what is said of a file, ready to be edited."""
    with office.store.read() as session:
        row = found(session, Attachment, file_id)
        original = session.get(Original, row.original_id) if row.original_id else None
        no = original.no if original else None
        return FileForm(row.name, row.stage, row.document, row.number, row.on, no, row.version)


def edit_file(office: Office, file_id: UUID, form: FileForm) -> None:
    """Change what is said of a file; its content and the end of its name stay.

    Raises:
        RuleBroken: it has no name, or no such original is signed.
    """
    with office.store.change(later("Edit file")) as session:
        row = found(session, Attachment, file_id, seen=form.version)
        name = with_ending(required(form.name, NAMELESS), row.name)
        describe(session, row, replace(form, name=name))


def remove_file(office: Office, file_id: UUID) -> None:
    """Take a file off its agreement; undo brings it back, for its content stays in the archive."""
    with office.store.change(later("Remove file")) as session:
        session.delete(found(session, Attachment, file_id))


def open_copy(office: Office, file_id: UUID) -> Path:
    """Return a copy to be opened with the system's viewer, proved while it was made.

    Nobody can write to it, and it lies outside the office's folder.

    Raises:
        RuleBroken: the system would run it, or it is of no known kind.
        NotFound: its content is missing.
        Unavailable: its content is damaged, or the disk cannot hold the copy.
    """
    line = file_line(office, file_id)
    name = kept_name(line.name)
    parts = office.archive.parts(line.sha256)
    first = next(parts, b"")
    refuse_opening(name, media_type(name, first[:HEAD]))
    return copy_to_look_at(name, chain([first], parts))


def export_file(office: Office, file_id: UUID, path: Path) -> Path:
    """Write a kept file somewhere else, proved on the way, and return where; into a folder by name.

    Raises:
        NotFound: its content is missing.
        Unavailable: its content is damaged, or the place cannot be written.
    """
    line = file_line(office, file_id)
    target = path / kept_name(line.name) if path.is_dir() else path
    return write_parts(target, office.archive.parts(line.sha256))


def file_content(office: Office, file_id: UUID) -> bytes:
    """Return the content of a file, proved; raises like ``open_copy``."""
    return office.archive.get(file_line(office, file_id).sha256)
