"""Turns a JSON file of an office into entries and back; loaded only when a file is at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kunjungan.domain.errors import RuleBroken, Unavailable
from kunjungan.exchange.office_json import LIMIT, LIMIT_MB, read_office, write_office
from kunjungan.exchange.office_json_flat import Entry
from kunjungan.exchange.office_json_fold import fold
from kunjungan.exchange.office_json_problems import Problem
from kunjungan.exchange.office_json_unfold import unfold
from kunjungan.i18n import later
from kunjungan.services.transfer_fill import completed


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """What a file holds: its entries, the archived files by SHA-256, and what is wrong with it."""

    entries: tuple[Entry, ...] = ()
    contents: Mapping[str, bytes] | None = None
    problems: tuple[Problem, ...] = ()


def read_file(path: Path) -> bytes:
    """Return a file's bytes, no more than such a file may have.

    Raises:
        Unavailable: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise Unavailable(
            later(
                "{name} is not there. Nothing was imported; "
                "check the folder, the stick or the network drive and try again."
            ),
            name=path.name,
        ) from error
    except OSError as error:
        raise Unavailable(
            later("The file {name} cannot be read. Nothing was imported."), name=path.name
        ) from error


def parsed(data: bytes) -> OfficeFile:
    """Return what a file holds, agreements completed.

    Raises:
        RuleBroken: the file as a whole cannot be read.
    """
    form, wrong = read_office(data)
    if form is None:
        return OfficeFile(problems=tuple(wrong))
    entries, problems = unfold(form)
    return OfficeFile(
        (*entries, *completed(form, entries)),
        {file.sha256: file.content for file in form.files},
        tuple(problems),
    )


def composed(entries: Iterable[Entry], files: Mapping[str, bytes]) -> bytes:
    """Return the file that holds entries and archived files.

    Raises:
        RuleBroken: it is larger than such a file may be.
    """
    data = write_office(fold(entries, files))
    if len(data) > LIMIT:
        raise RuleBroken(
            later(
                "With its files the office is larger than {limit} MB. "
                "Export it without files; a backup holds all of them."
            ),
            limit=LIMIT_MB,
        )
    return data
