"""Reads a letter of request that a program has written down as JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import NotFound, OfficeError, RuleBroken, Unavailable
from kunjungan.domain.visit_words import VisitKind
from kunjungan.i18n import later
from kunjungan.services.delegations import DelegationForm
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.reception.intake import LetterForm
from kunjungan.services.visit_names import visit_named

_LARGEST = 1_000_000
_NO_JSON = later("{name} is no letter: it must hold one JSON object. Nothing was recorded.")
_UNKNOWN = later("“{field}” is no part of a letter. Its parts are: {known}. Nothing was recorded.")
_WRONG = later("“{field}” of the letter cannot be “{value}”. Nothing was recorded.")
_NO_SENDER = later(
    "No institution is called “{name}”. Add it first, or write its name as the office has it."
)
Parts = Mapping[str, Any]


def read_letter(office: Office, path: Path) -> LetterForm:
    """Return a letter from a JSON object; ``scan`` is looked for beside the file.

    Raises:
        RuleBroken: the file is no such object, or a part of it is unknown or wrong.
        NotFound: the sender, or the visit that it belongs to, is not known.
        Unavailable: the file cannot be read.
    """
    parts = _object(path)
    for field in parts:
        if field not in _KNOWN:
            raise RuleBroken(_UNKNOWN, field=field, known=", ".join(_KNOWN))
    read = {field: _read(field, value) for field, value in parts.items()}
    form = DelegationForm(_sender(office, str(read.pop("sender", ""))))
    own = {name: read.pop(part) for part, name in _OF_DELEGATION.items() if part in read}
    scan, visit = read.pop("scan", ""), read.pop("visit", "")
    return LetterForm(
        replace(form, **own),
        scan=path.parent / scan if scan else None,
        visit_id=visit_named(office, visit) if visit else None,
        **read,
    )


def _object(path: Path) -> Parts:
    try:
        if path.stat().st_size > _LARGEST:
            raise RuleBroken(_NO_JSON, name=path.name)
        held = json.loads(path.read_bytes())
    except OSError as error:
        raise Unavailable(later("{name} cannot be read."), name=path.name) from error
    except (ValueError, RecursionError) as error:
        raise RuleBroken(_NO_JSON, name=path.name) from error
    if not isinstance(held, dict):
        raise RuleBroken(_NO_JSON, name=path.name)
    return held


def _read(field: str, value: object) -> Any:  # noqa: ANN401 - each part has its own kind
    try:
        return _KNOWN[field](value)
    except (ValueError, TypeError, OfficeError) as error:
        raise RuleBroken(_WRONG, field=field, value=str(value)[:80]) from error


def _sender(office: Office, name: str) -> UUID:
    wanted = name.strip().casefold()
    for line in list_institutions(office):
        names = (line.name.id, line.name.en, line.short_name, line.region_code, str(line.id))
        if wanted and wanted in {each.casefold() for each in names}:
            return line.id
    raise NotFound(_NO_SENDER, name=name)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 9999:
        raise ValueError(value)
    return value


def _dates(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(str(PartialDate.parse(_text(each))) for each in value)


def _direction(value: object) -> str:
    if value not in {"incoming", "outgoing"}:
        raise ValueError(value)
    return str(value)


_OF_DELEGATION = {
    "number": "letter_number",
    "dated": "letter_on",
    "received": "received_on",
    "agenda": "agenda_number",
    "proposed": "proposed",
    "announced": "announced",
    "contact": "contact",
    "phone": "contact_phone",
}
_KNOWN: Mapping[str, Callable[[object], Any]] = {
    "sender": _text,
    "number": _text,
    "dated": _day,
    "received": _day,
    "agenda": _text,
    "proposed": _dates,
    "announced": _number,
    "contact": _text,
    "phone": _text,
    "title": _text,
    "theme_id": _text,
    "theme_en": _text,
    "kind": lambda value: VisitKind(_text(value)),
    "direction": _direction,
    "scan": _text,
    "visit": _text,
}
"""The parts that a letter may have, and how each is read."""
