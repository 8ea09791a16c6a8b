"""Words that are typed and not kept yet, beside the office's files: what a crash would take."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args
from uuid import UUID

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.clauses import Column
from kunjungan.services.office import Office

_LOG = logging.getLogger(__name__)
_NAME = "ketikan.json"
_COLUMNS: Mapping[str, Column] = MappingProxyType({each: each for each in get_args(Column)})


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One text of a row as it was typed by ``at``, over the stored words ``before``.

    ``place`` names the row ("Pasal 3 ayat (2)"), should it be gone by then.
    """

    agreement: UUID
    clause: UUID
    column: Column
    text: str
    before: str
    place: Bilingual
    at: datetime


def note_unsaved(office: Office, typed: Sequence[Unsaved]) -> None:
    """Write down what is typed and not kept, whole or not at all; nothing left takes the file away.

    It outlives the program, not a power cut: nobody waits for the disk at a key. A folder that
    cannot be written is no reason to interrupt who is typing; the next note may succeed. In an
    office that is only looked at, the note is another program's and stays as it is.
    """
    if office.store.read_only:
        return
    path = office.folder / _NAME
    part = path.with_suffix(".part")
    try:
        if not typed:
            path.unlink(missing_ok=True)
            return
        part.write_text(json.dumps([_packed(each) for each in typed]), encoding="utf-8")
        Path(part).replace(path)
    except OSError as error:
        _LOG.warning("Typed words not noted: %s", error.strerror)


def read_unsaved(office: Office) -> list[Unsaved]:
    """Return what an earlier run left behind, nothing where it left nothing that can be read.

    Nothing either in an office that is only looked at: whoever writes in it is still typing.
    """
    path = office.folder / _NAME
    if office.store.read_only or not path.exists():
        return []
    try:
        return [_unpacked(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        _LOG.warning("Words left by an earlier run cannot be read")
        return []


def _packed(typed: Unsaved) -> dict[str, str]:
    return {
        "agreement": str(typed.agreement),
        "clause": str(typed.clause),
        "column": typed.column,
        "text": typed.text,
        "before": typed.before,
        "place_id": typed.place.id,
        "place_en": typed.place.en,
        "at": typed.at.isoformat(),
    }


def _unpacked(row: dict[str, Any]) -> Unsaved:
    column: Column = _COLUMNS[row["column"]]
    return Unsaved(
        UUID(row["agreement"]),
        UUID(row["clause"]),
        column,
        str(row["text"]),
        str(row["before"]),
        Bilingual(str(row["place_id"]), str(row["place_en"])),
        datetime.fromisoformat(row["at"]),
    )
