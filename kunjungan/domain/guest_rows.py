"""A row of a guest list: who it tells of, or why it cannot be taken and which cell is to blame.

Nothing of a row is dropped in silence: what cannot be understood is a fault or goes into the note.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kunjungan.domain.guest_cells import (
    LEAST_DIGITS,
    Unsaved,
    called_of,
    digits_of,
    holds_email,
    is_formula,
    is_nothing,
    is_rounded,
    is_to_come,
    partial_day,
    phone_of,
    words_of,
)
from kunjungan.domain.guest_entry import GuestEntry
from kunjungan.domain.guest_heads import Columns, GuestField
from kunjungan.domain.guest_line import several
from kunjungan.domain.guest_made import Reading, entry_of
from kunjungan.domain.names import LONGEST_NAME
from kunjungan.domain.register_cells import Cell
from kunjungan.i18n import later

F = GuestField
_NIP_BESIDE = re.compile(r"(?i)\s*[,;/(]?\s*\bnip\b\s*[.:]*\s*((?:\d[ .]?){17}\d)\)?")
_SUM = re.compile(r"(?i)(jumlah|total|subtotal)\b[\s:.]*(\d+\s*(orang|pax)?)?")
NO_NAME = later("The name is empty. Write “(menyusul)” if it is still to come.")
NO_LETTER = later("“{text}” is no name.")
NOBODY = later("Neither a name nor a position stands here.")
A_SUM = later("This looks like a sum and not like a guest.")
SEVERAL = later("“{text}” are several people. Give each a row, with “(menyusul)” as the name.")
LONG_NAME = later("{count} characters are too many for a name; put the rest into another column.")
SHORT_PHONE = later("The phone number has fewer than {least} digits.")
ROUNDED = later(
    "“{text}” has lost its last digits in Excel, which keeps 15. Type the number as text."
)
UNSAVED = later(
    "The result of the formula is not in the file. Open it in Excel, save it, and read it again."
)
NO_EMAIL = later("“{text}” is no e-mail address.")
NO_DAY = later("“{text}” is no date.")
ODD_NIP = later("The NIP has {count} digits; a civil servant's has 18. Check it.")
ZERO_BACK = later("The phone number had lost its first 0; it was put back.")


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a row or worth a look, in a sentence, and in which of its fields."""

    where: GuestField
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowRead:
    """What a row says: the guest, or the fault for which there is none; a remark is no fault."""

    entry: GuestEntry | None = None
    fault: CellFault | None = None
    remark: CellFault | None = None


def read_row(cells: Sequence[Cell], columns: Columns, reading: Reading) -> RowRead:
    """Return what a row says, or the first fault for which it cannot be taken."""
    said = {
        column.field: cells[place]
        for place, column in columns.items()
        if place < len(cells) and cells[place] is not None
    }
    texts = {what: text for what, cell in said.items() if (text := words_of(cell))}
    _join_names(texts)
    _take_nip(texts)
    fault = _unusable(said) or _no_name(texts, reading)
    if fault:
        return RowRead(fault=fault)
    if reading.split:
        _take_honorific(texts)
    fault = next(filter(None, (check(said, texts) for check in _CHECKS)), None)
    if fault:
        return RowRead(fault=fault)
    return RowRead(entry_of(texts, reading), remark=_remark(said, texts))


def _unusable(said: Mapping[GuestField, Cell]) -> CellFault | None:
    for what, cell in said.items():
        if isinstance(cell, Unsaved) or is_formula(cell):
            return CellFault(what, UNSAVED)
        if is_rounded(cell):
            text = f"{cell:.5E}" if isinstance(cell, float) else words_of(cell)
            return CellFault(what, ROUNDED, {"text": text})
    return None


def _no_name(texts: dict[GuestField, str], reading: Reading) -> CellFault | None:
    """Return why a row names nobody; what says that a name is to come becomes an empty name."""
    name = texts.get(F.NAME, "")
    if name and (fault := _no_person(name, texts)):
        return fault
    if not name and not reading.announced:
        return CellFault(F.NAME, NO_NAME if len(texts) else NOBODY)
    if is_to_come(name):
        texts[F.NAME] = ""
    if not texts.get(F.NAME) and is_nothing(texts.get(F.TITLE, "")):
        return CellFault(F.TITLE, NOBODY)
    return None


def _no_person(name: str, texts: Mapping[GuestField, str]) -> CellFault | None:
    """Return why what stands for the name is that of no single person."""
    if not is_to_come(name) and not any(map(str.isalpha, name)):
        return CellFault(F.NAME, NO_LETTER, {"text": name})
    if F.TITLE not in texts and _SUM.fullmatch(name):
        return CellFault(F.NAME, A_SUM)
    if F.TITLE not in texts and len(several(name)) > 1:
        return CellFault(F.NAME, SEVERAL, {"text": name})
    return None


def _join_names(texts: dict[GuestField, str]) -> None:
    """Put a family name of its own column behind the given names."""
    if family := texts.pop(F.FAMILY_NAME, ""):
        texts[F.NAME] = f"{texts.get(F.NAME, '')} {family}".strip()


def _take_nip(texts: dict[GuestField, str]) -> None:
    """Move a NIP that stands beside the name into its own field."""
    found = None if F.NIP in texts else _NIP_BESIDE.search(texts.get(F.NAME, ""))
    if found is not None:
        texts[F.NAME] = (texts[F.NAME][: found.start()] + texts[F.NAME][found.end() :]).strip()
        texts[F.NIP] = digits_of(found[1])


def _take_honorific(texts: dict[GuestField, str]) -> None:
    """Move what a person is called out of the name: "Bpk. Budi" is Budi, addressed as Bapak."""
    called, name = called_of(texts.get(F.NAME, ""))
    if name:
        texts[F.NAME] = name
        texts.setdefault(F.HONORIFIC, called)


def _name_fault(_: Mapping[GuestField, Cell], texts: dict[GuestField, str]) -> CellFault | None:
    count = len(texts.get(F.NAME, ""))
    return CellFault(F.NAME, LONG_NAME, {"count": count}) if count > LONGEST_NAME else None


def _phone_fault(said: Mapping[GuestField, Cell], texts: dict[GuestField, str]) -> CellFault | None:
    if F.PHONE not in texts:
        return None
    texts[F.PHONE] = phone_of(said[F.PHONE])
    if is_nothing(texts[F.PHONE]):
        del texts[F.PHONE]
    elif len(digits_of(texts[F.PHONE])) < LEAST_DIGITS:
        return CellFault(F.PHONE, SHORT_PHONE, {"least": LEAST_DIGITS})
    return None


def _email_fault(_: Mapping[GuestField, Cell], texts: dict[GuestField, str]) -> CellFault | None:
    text = texts.get(F.EMAIL, "")
    if is_nothing(text):
        texts.pop(F.EMAIL, None)
    elif not holds_email(text):
        return CellFault(F.EMAIL, NO_EMAIL, {"text": text})
    return None


def _day_fault(said: Mapping[GuestField, Cell], texts: dict[GuestField, str]) -> CellFault | None:
    if text := texts.get(F.SINCE, ""):
        if (day := partial_day(said[F.SINCE])) is None:
            return CellFault(F.SINCE, NO_DAY, {"text": text})
        texts[F.SINCE] = str(day)
    return None


_CHECKS = (_name_fault, _phone_fault, _email_fault, _day_fault)


def _remark(said: Mapping[GuestField, Cell], texts: Mapping[GuestField, str]) -> CellFault | None:
    nip = texts.get(F.NIP, "")
    count = len(digits_of(nip))
    if count not in {9, 18} and not is_nothing(nip):
        return CellFault(F.NIP, ODD_NIP, {"count": count})
    phone = texts.get(F.PHONE, "")
    if phone.startswith("0") and not words_of(said[F.PHONE]).startswith("0"):
        return CellFault(F.PHONE, ZERO_BACK)
    return None
