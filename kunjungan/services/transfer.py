"""An office as one file: export all of it, and import one without overwriting anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kunjungan.exchange.files import write_whole
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_problems import Problem
from kunjungan.i18n import later
from kunjungan.services.letters.emblems import STATE_EMBLEM
from kunjungan.services.office import Office
from kunjungan.services.transfer_check import problems_in
from kunjungan.services.transfer_closed import altered_in
from kunjungan.services.transfer_plan import Plan, plan
from kunjungan.services.transfer_rows import KINDS, Regions, all_entries, correct_row, rows_of
from kunjungan.services.transfer_shipped import as_shipped

FINGERPRINTS = ("logo", "photo", "sha256")


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """An object of the file: where it stands there, its table and its id."""

    place: str
    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class LeftLine:
    """An object that was left out because the office's own stays, with an untranslated why."""

    place: str
    kind: str
    id: UUID
    fields: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """What is wrong in the file and where: a JSON path, an untranslated sentence, its values."""

    place: str
    reason: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did or would do; with anything ``refused`` nothing was written.

    ``missing_files`` are fingerprints whose content is neither in the file nor in the archive.
    """

    new: tuple[ImportedLine, ...] = ()
    same: tuple[ImportedLine, ...] = ()
    differing: tuple[LeftLine, ...] = ()
    refused: tuple[RefusedLine, ...] = ()
    missing_files: tuple[str, ...] = ()
    written: bool = False


def export_office(office: Office, *, with_files: bool = True) -> bytes:
    """Return the whole office as a JSON file, with its archived files unless told otherwise.

    Raises:
        RuleBroken: with its files it is larger than such a file may be.
    """
    from kunjungan.services.transfer_file import composed  # noqa: PLC0415 (slow, seldom needed)

    with office.store.read() as session:
        entries = _everything(session)
    shas = _fingerprints(entries) if with_files else []
    absent = set(office.archive.missing(shas))
    return composed(entries, {sha: office.archive.get(sha) for sha in shas if sha not in absent})


def plan_import(office: Office, data: bytes) -> ImportReport:
    """Return what an import would do; nothing is written.

    Raises:
        RuleBroken: the file as a whole cannot be read.
    """
    return import_office(office, data, dry_run=True)


def import_office(office: Office, data: bytes, *, dry_run: bool = False) -> ImportReport:
    """Add what a file holds and the office lacks, in one change that can be undone.

    What is equal is skipped, what differs is listed and left. With anything wrong in the file
    nothing is written.

    Raises:
        RuleBroken: the file as a whole cannot be read.
    """
    from kunjungan.services.transfer_file import parsed  # noqa: PLC0415 (slow, seldom needed)

    file = parsed(data)
    if file.problems:
        return _refusal(file.problems)
    contents = file.contents or {}
    if dry_run:
        with office.store.read() as session:
            return _settle(office, session, file.entries, contents, write=False)
    with office.store.change(later("Import office")) as session:
        return _settle(office, session, file.entries, contents, write=True)


def export_file(office: Office, path: Path, *, with_files: bool = True) -> Path:
    """Write the whole office as a JSON file, whole or not at all, and return its path.

    Raises:
        Unavailable: the folder cannot be written or the disk is full.
        RuleBroken: with its files it is larger than such a file may be.
    """
    return write_whole(path, export_office(office, with_files=with_files))


def import_file(office: Office, path: Path, *, dry_run: bool = False) -> ImportReport:
    """Import a JSON file; like ``import_office``.

    Raises:
        Unavailable: the file cannot be read.
        RuleBroken: the file as a whole makes no sense.
    """
    from kunjungan.services.transfer_file import read_file  # noqa: PLC0415 (slow, seldom needed)

    return import_office(office, read_file(path), dry_run=dry_run)


def import_schema() -> str:
    """Return the JSON Schema of the file, as text."""
    from kunjungan.exchange.office_json import office_schema  # noqa: PLC0415 (slow, seldom needed)

    return office_schema()


def _settle(
    office: Office,
    session: Session,
    entries: Sequence[Entry],
    contents: Mapping[str, bytes],
    *,
    write: bool,
) -> ImportReport:
    """Check, compare and, if asked to, add; the files come before the rows that name them."""
    regions = Regions(session)
    problems = problems_in(session, entries, regions)
    if problems:
        return _refusal(problems)
    found = plan(session, entries, regions)
    if altered := list(altered_in(office.archive, found.new, contents)):
        return _refusal(altered)
    shas = _fingerprints(found.new)
    if write:
        for sha in shas:
            if sha in contents:
                office.archive.put(contents[sha])
        session.add_all(rows_of(found.new, regions))
        for key, entry in found.corrected.items():
            correct_row(session, key, entry, regions)
    missing = office.archive.missing(sha for sha in shas if sha not in contents)
    return _report(found, missing, written=write)


def _everything(session: Session) -> list[Entry]:
    regions = Regions(session)
    found = (entry for kind in KINDS for entry in all_entries(session, kind, regions))
    return [entry for entry in found if not as_shipped(entry)]


def _fingerprints(entries: Iterable[Entry]) -> list[str]:
    """Return the archived files that entries name, in order; of prints only originals are kept."""
    kept = (entry for entry in entries if entry.kind != "print_run")
    return sorted({sha for entry in kept for sha in _files_of(entry) if sha})


def _files_of(entry: Entry) -> list[Any]:
    """Return what an entry says of archived files; of the settings only one names a file."""
    if entry.kind == "setting":
        return [entry.values["value"]] if entry.values["key"] == STATE_EMBLEM else []
    return [entry.values.get(name) for name in FINGERPRINTS]


def _report(found: Plan, missing: Iterable[str], *, written: bool) -> ImportReport:
    return ImportReport(
        new=tuple(
            ImportedLine(e.place, e.kind, e.id) for e in (*found.new, *found.corrected.values())
        ),
        same=tuple(ImportedLine(e.place, e.kind, e.id) for e in found.same),
        differing=tuple(
            LeftLine(d.entry.place, d.entry.kind, d.entry.id, d.fields, d.reason)
            for d in found.differing
        ),
        missing_files=tuple(missing),
        written=written,
    )


def _refusal(problems: Iterable[Problem]) -> ImportReport:
    lines = tuple(RefusedLine(p.place, p.reason, p.values) for p in problems)
    return ImportReport(refused=lines)
