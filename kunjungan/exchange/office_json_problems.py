"""What is wrong with an office file and where, in sentences a person can act on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from kunjungan.i18n import later

TEXT = later("Text is needed here.")
NUMBER = later("A whole number is needed here.")
TRUTH = later("Here stands true or false.")
OBJECT = later("An object in braces is needed here.")
LIST = later("A list in brackets is needed here.")
CHOICE = later("Only these are allowed here: {expected}.")
DAY = later("A day such as 2022-09-01 is needed here.")
PARTIAL = later("A date such as 2022-09-01, 2022-09 or 2022 is needed here.")
CLOCK = later("A local time such as 09:30 is needed here, without a zone.")
MOMENT = later("A moment with its zone such as 2022-09-01T02:00:00Z is needed here.")
SHAPE = later("This does not have the form that is needed here; `kunjungan schema` shows it.")
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "missing": later("This is missing."),
        "extra_forbidden": later("There is no such field."),
        "string_type": TEXT,
        "int_type": NUMBER,
        "int_from_float": NUMBER,
        "int_parsing_size": NUMBER,
        "bool_type": TRUTH,
        "model_type": OBJECT,
        "tuple_type": LIST,
        "enum": CHOICE,
        "literal_error": CHOICE,
        "string_too_short": later("This must not be empty."),
        "string_too_long": later("This is longer than {max_length} characters."),
        "too_short": later("This list needs at least {min_length} entries."),
        "too_long": later("This list has more than {max_length} entries."),
        "greater_than_equal": later("This must be {ge} or more."),
        "less_than_equal": later("This must be {le} or less."),
        "string_pattern_mismatch": SHAPE,
        "date_type": DAY,
        "date_parsing": DAY,
        "date_from_datetime_parsing": DAY,
        "date_from_datetime_inexact": DAY,
        "time_type": CLOCK,
        "time_parsing": CLOCK,
        "local_time": CLOCK,
        "datetime_type": MOMENT,
        "datetime_parsing": MOMENT,
        "timezone_aware": MOMENT,
        "partial_date": PARTIAL,
        "no_nul": later("This text has a character that cannot be kept."),
        "named_twice": later("Something stands here twice."),
        "numbered_twice": later("Two parties have the same number."),
        "base64": later("This is not a file in base64."),
        "fingerprint": later("The content does not match its sha256."),
    }
)
UNKNOWN = later("This cannot be read: {what}.")
NO_PARTY = later("This agreement has no party {number}.")
RANKS = later("The ranks in this list do not follow each other; leave them out.")


@dataclass(frozen=True, slots=True)
class Problem:
    """Where something is wrong (a JSON path such as ``$.visits[0].on``) and an untranslated why."""

    place: str
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)


def problems_of(error: ValidationError) -> list[Problem]:
    """Return what a validation found, each with its place and sentence."""
    found = error.errors(include_url=False, include_input=False)
    return [_problem(details["loc"], details["type"], details) for details in found]


def _problem(loc: Sequence[int | str], kind: str, details: Mapping[str, Any]) -> Problem:
    place = "$" + "".join(_steps(loc))
    if kind not in SENTENCES:
        return Problem(place, UNKNOWN, {"what": details["msg"]})
    values = dict(details.get("ctx", {}))
    if "expected" in values:
        values["expected"] = values["expected"].replace("'", "").replace(" or ", ", ")
    return Problem(place, SENTENCES[kind], values)


def _steps(loc: Sequence[int | str]) -> Iterator[str]:
    """Yield the parts of a path, without the tags that tell written-out objects from refs."""
    for step in loc:
        if isinstance(step, int):
            yield f"[{step}]"
        elif not step.endswith("!"):
            yield f".{step}"
