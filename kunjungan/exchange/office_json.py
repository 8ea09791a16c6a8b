"""Reads and writes an office as JSON: one file that a person can read, write and check.

The file is not trusted: it is bounded before it is parsed, its keys must be unique, its numbers
finite, and nothing is kept of it before all of it has been checked.
"""

import json
from collections import Counter
from typing import Any, NoReturn

from pydantic import ValidationError

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.office_json_form import FORMAT, VERSION, OfficeForm
from kunjungan.exchange.office_json_hours import upgraded
from kunjungan.exchange.office_json_problems import Problem, problems_of
from kunjungan.i18n import later

LIMIT_MB = 64
MOST_FIELDS = 100
LIMIT = LIMIT_MB * 1024 * 1024
SESSIONS_SINCE = 4
"""The form in which sessions stand apart from delegations."""
MOST_MARKS = 4_000_000
"""Braces, brackets and commas; what stands between them costs far more memory than the file."""

NOT_OURS = later("This is not a Kunjungan office file. Nothing was read from it.")
NOT_UTF8 = later("This file is not saved as UTF-8. Save it as UTF-8 and try again.")

TOO_DEEP = later("This file is nested too deeply.")
HALF_LETTER = later("A text in this file holds half a character.")


def read_office(data: bytes) -> tuple[OfficeForm | None, list[Problem]]:
    """Return the office that a file holds, or what is wrong with it, place by place.

    Raises:
        RuleBroken: the file as a whole cannot be read; one sentence says why.
    """
    if len(data) > LIMIT:
        raise RuleBroken(later("This file is larger than {limit} MB."), limit=LIMIT_MB)
    if sum(data.count(mark) for mark in (b"{", b"[", b",")) > MOST_MARKS:
        raise RuleBroken(later("This file holds more than an office can have."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken(NOT_UTF8) from error
    found = _recognised(_parsed(text))
    if found["version"] < SESSIONS_SINCE:
        text = json.dumps(upgraded(found))
    try:
        return OfficeForm.model_validate_json(text), []
    except ValidationError as error:
        _refuse_stricter(error)
        return None, problems_of(error)


def write_office(office: OfficeForm) -> bytes:
    """Return an office as a file; the same office always gives the same bytes."""
    plain = office.model_dump(mode="json")
    return (json.dumps(plain, indent=2, ensure_ascii=False) + "\n").encode()


def office_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of the form."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **OfficeForm.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _parsed(text: str) -> object:
    """Parse strictly and once, only to refuse what a lenient parser would let pass."""
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_not_finite)
    except RecursionError as error:
        raise RuleBroken(TOO_DEEP) from error
    except json.JSONDecodeError as error:
        raise RuleBroken(
            later("This is not valid JSON: line {line}, column {column}."),
            line=error.lineno,
            column=error.colno,
        ) from error
    except ValueError as error:
        raise RuleBroken(later("A number in this file is far too long.")) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_FIELDS:
        raise RuleBroken(later("An object in this file has more fields than any can have."))
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise RuleBroken(later("The field {name} stands twice in one object."), name=twice)
    return found


def _not_finite(word: str) -> NoReturn:
    raise RuleBroken(later("{word} is not a number that can be kept."), word=word)


def _refuse_stricter(error: ValidationError) -> None:
    """Refuse what only the second, stricter parser minds: half characters and deep nesting."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        broken = "surrogate" in first["msg"] or "escape" in first["msg"]
        raise RuleBroken(HALF_LETTER if broken else TOO_DEEP) from error


def _recognised(found: object) -> dict[str, Any]:
    """Return a file of ours, or refuse a foreign one and one of a later form."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise RuleBroken(NOT_OURS)
    version = found.get("version")
    if type(version) is not int or version < 1:
        raise RuleBroken(NOT_OURS)
    if version > VERSION:
        raise RuleBroken(
            later("A newer Kunjungan wrote this file (form {version}). Update the program first."),
            version=version,
        )
    return found
