"""A row of a guest list: who it tells of, or why it cannot be taken and which cell is to blame.

Nothing of a row is dropped in silence: what cannot be understood is a fault or goes into the note.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.days import PartialDate
from kunjungan.domain.guest_cells import (
    LEAST_DIGITS,
    Unsaved,
    called_of,
    digits_of,
    grade_of,
    holds_email,
    honorific_of,
    is_nothing,
    is_rounded,
    is_to_come,
    phone_of,
    rank_of,
    words_of,
)
from kunjungan.domain.guest_entry import PLAIN, GuestEntry
from kunjungan.domain.guest_heads import Columns, GuestField
from kunjungan.domain.guest_words import attendance_of, capacity_of, group_of, role_of
from kunjungan.domain.names import PersonName, parse_name, search_key
from kunjungan.domain.posts import Post, read_post
from kunjungan.domain.register_cells import Cell, read_day
from kunjungan.i18n import later

F = GuestField
LONGEST_NAME = 200
_ANYBODY = "Nama"
_NIP_BESIDE = re.compile(r"(?i)\s*[,;/(]?\s*\bnip\b\s*[.:]*\s*((?:\d[ .]?){17}\d)\)?")
_SUM = re.compile(r"(?i)(jumlah|total|subtotal)\b[\s:.]*(\d+\s*(orang|pax)?)?")
NO_NAME = later("The name is empty. Write “(menyusul)” if it is still to come.")
NOBODY = later("Neither a name nor a position stands here.")
A_SUM = later("This looks like a sum and not like a guest.")
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
ZERO_BACK = later("Excel dropped the 0 of the phone number; it was put back.")


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


@dataclass(frozen=True, slots=True)
class Reading:
    """How rows are read: with titles and posts taken apart, and empty names as still to come.

    ``titled`` lists have columns of their own for titles. ``is_home`` says of an institution that
    it is the delegation's own, which no post repeats.
    """

    split: bool = True
    announced: bool = False
    titled: bool = False
    is_home: Callable[[str], bool] = lambda _: False


def read_row(cells: Sequence[Cell], columns: Columns, reading: Reading) -> RowRead:
    """Return what a row says, or the first fault for which it cannot be taken."""
    said = {
        column.field: cells[place]
        for place, column in columns.items()
        if place < len(cells) and cells[place] is not None
    }
    texts = {what: text for what, cell in said.items() if (text := words_of(cell))}
    _join_names(texts)
    fault = _unusable(said) or _no_name(texts, reading)
    if fault:
        return RowRead(fault=fault)
    _take_nip(texts)
    if reading.split:
        _take_honorific(texts)
    fault = next(filter(None, (check(said, texts) for check in _CHECKS)), None)
    if fault:
        return RowRead(fault=fault)
    return RowRead(_entry(texts, reading), remark=_remark(said, texts))


def _unusable(said: Mapping[GuestField, Cell]) -> CellFault | None:
    for what, cell in said.items():
        if isinstance(cell, Unsaved):
            return CellFault(what, UNSAVED)
        if is_rounded(cell):
            text = f"{cell:.5E}" if isinstance(cell, float) else words_of(cell)
            return CellFault(what, ROUNDED, {"text": text})
    return None


def _no_name(texts: dict[GuestField, str], reading: Reading) -> CellFault | None:
    """Return why a row names nobody; what says that a name is to come becomes an empty name."""
    name = texts.get(F.NAME, "")
    if _SUM.fullmatch(name) and F.TITLE not in texts:
        return CellFault(F.NAME, A_SUM)
    if not name and not reading.announced:
        return CellFault(F.NAME, NO_NAME if len(texts) else NOBODY)
    if is_to_come(name):
        texts[F.NAME] = ""
    if not texts.get(F.NAME) and F.TITLE not in texts:
        return CellFault(F.TITLE, NOBODY)
    return None


def _join_names(texts: dict[GuestField, str]) -> None:
    """Put a family name of its own column behind the given names."""
    if family := texts.pop(F.FAMILY_NAME, ""):
        texts[F.NAME] = f"{texts.get(F.NAME, '')} {family}".strip()


def _take_nip(texts: dict[GuestField, str]) -> None:
    """Move a NIP that stands beside the name into its own field."""
    found = _NIP_BESIDE.search(texts.get(F.NAME, ""))
    if found is not None and F.NIP not in texts:
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


def partial_day(cell: Cell) -> PartialDate | None:
    """Return the day, month or year that a cell holds: a date, "01-09-2022", "2022-09", 2022."""
    text = words_of(cell)
    if re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", text):
        return PartialDate.parse(text)
    day = read_day(cell).on
    return PartialDate.of(day) if day else None


def _entry(texts: dict[GuestField, str], reading: Reading) -> GuestEntry:
    post = _post(_title(texts, reading), reading)
    said = {what: read(texts[what]) for what, read in _NAMED.items() if texts.get(what)}
    since = texts.get(F.SINCE, "")
    return GuestEntry(
        name=_name(texts, split=reading.split and not reading.titled),
        title=Bilingual(post.title.id, texts.get(F.TITLE_EN) or post.title.en),
        group=said.get(F.GROUP) or post.group,
        is_head=post.is_head,
        capacity=said.get(F.CAPACITY) or post.capacity,
        role=said.get(F.ROLE),
        attendance=said.get(F.ATTENDANCE),
        since=PartialDate.parse(since) if since else None,
        texts=_plain_texts(texts, [texts[what] for what, value in said.items() if value is None]),
    )


_NAMED: Mapping[GuestField, Callable[[str], Any]] = MappingProxyType(
    {
        F.ROLE: role_of,
        F.ATTENDANCE: attendance_of,
        F.CAPACITY: capacity_of,
        F.GROUP: group_of,
    }
)
"""Fields whose texts name one of a few things."""


def _post(text: str, reading: Reading) -> Post:
    return read_post(text) if reading.split and text else Post(Bilingual(text, ""))


def _name(texts: Mapping[GuestField, str], *, split: bool) -> PersonName:
    """Return the name with its titles; one whose letters would change is kept whole."""
    given = " ".join(texts.get(F.NAME, "").split())
    front = _front(" ".join(texts.get(F.TITLES_FRONT, "").split()))
    parts = texts.get(F.TITLES_BACK, "").split(",")
    back = tuple(part.strip() for part in parts if part.strip())
    read = parse_name(given) if split and given else PersonName(given)
    whole = read.full
    if not read.plain or (whole != given and search_key(whole) != search_key(given)):
        read = PersonName(given)
    return PersonName(read.plain, (*front, *read.front), (*read.back, *back))


def _front(text: str) -> tuple[str, ...]:
    """Return titles that stand in front, those of two words whole."""
    if not text:
        return ()
    read = parse_name(f"{text} {_ANYBODY}")
    return read.front if read.plain == _ANYBODY else tuple(text.split())


def _title(texts: Mapping[GuestField, str], reading: Reading) -> str:
    """Return the post; an institution that is not the delegation's own goes on with it."""
    post = " ".join(texts.get(F.TITLE, "").split())
    body = " ".join(texts.get(F.BODY, "").split())
    if not post or not body or reading.is_home(body) or search_key(body) in search_key(post):
        return post
    words, more = post.split(), body.split()
    if words[-1].casefold() == more[0].casefold():
        more = more[1:]
    return " ".join([*words, *more])


def _plain_texts(texts: Mapping[GuestField, str], odd: Sequence[str]) -> dict[GuestField, str]:
    """Return the fields of plain text; ``odd`` ones, which name nothing of ours, join the note."""
    kept = {what: text for what, text in texts.items() if what in PLAIN and text}
    rank = kept.get(F.RANK, "")
    if grade := grade_of(rank):
        kept[F.RANK] = rank_of(rank)
        kept.setdefault(F.GRADE, grade)
    for what, plainly in _TIDY.items():
        if what in kept:
            kept[what] = plainly(kept[what])
    if odd:
        kept[F.NOTE] = "; ".join([*filter(None, [kept.get(F.NOTE, "")]), *odd])
    return {what: text for what, text in kept.items() if not is_nothing(text)}


_TIDY: Mapping[GuestField, Callable[[str], str]] = MappingProxyType(
    {
        F.GRADE: lambda text: grade_of(text) or text,
        F.HONORIFIC: honorific_of,
        F.NIP: lambda text: digits_of(text) if len(digits_of(text)) == 18 else text,
    }
)
