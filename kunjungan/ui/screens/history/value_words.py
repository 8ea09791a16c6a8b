"""Values of the journal in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import Enum
from textwrap import shorten
from types import MappingProxyType

from kunjungan.domain.date_words import clock
from kunjungan.domain.days import PartialDate
from kunjungan.i18n import tr
from kunjungan.services.change_details import Reference
from kunjungan.services.office_settings import OfficeSettings
from kunjungan.ui.dates import moment_words, partial_words, short_day
from kunjungan.ui.guest_words import ATTENDANCES, ROLES
from kunjungan.ui.labels import (
    DIRECTIONS,
    LANGUAGE_CLAUSES,
    SIDES,
    WITNESS_ROLES,
    label,
    language_word,
)
from kunjungan.ui.screens.history.setting_words import setting_words

NOTHING = "—"
_LONGEST = 900
_SHOWN_DIGITS = 12
_CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "direction": DIRECTIONS,
        "role": {**ROLES, **WITNESS_ROLES},
        "attendance": ATTENDANCES,
        "language_clause": LANGUAGE_CLAUSES,
        "first_signs": SIDES,
    }
)
_BY_FIELD: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        **{
            field: lambda value: f"{value[:_SHOWN_DIGITS]}…"
            for field in ("sha256", "logo_sha", "photo_sha", "fingerprint")
        },
        "language": language_word,
        "third_language": language_word,
    }
)
_KINDS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, lambda value: tr("Yes") if value else tr("No")),
    (Enum, label),
    (PartialDate, partial_words),
    (datetime, lambda value: moment_words(value.astimezone())),
    (date, lambda value: short_day(value, year=True)),
    (time, clock),
    (Reference, lambda value: value.name or tr("a record that is gone")),
    (tuple, lambda value: ", ".join(str(part) for part in value) or NOTHING),
)


def value_words(field: str, value: object) -> str:
    """Return a field's value as one reads it; a dash for nothing."""
    if value is None or value == "":
        return NOTHING
    if field in _CHOICES and value in _CHOICES[field]:
        return tr(_CHOICES[field][str(value)])
    if field in _BY_FIELD:
        return _BY_FIELD[field](str(value))
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words(value)
    text = str(value)
    return text if len(text) <= _LONGEST else shorten(text, _LONGEST, placeholder="…")


def setting_value_words(key: str, value: object) -> str:
    """Return the value of one of the office's settings as one reads it."""
    kind = type(getattr(OfficeSettings(), key, ""))
    if issubclass(kind, Enum) and value in [member.value for member in kind]:
        value = kind(value)
    return value_words(key, value)


def record_words(table: str, name: str) -> str:
    """Return what one record is called, on one line."""
    return setting_words(name) if table == "setting" else shorten(name, 120, placeholder="…")
