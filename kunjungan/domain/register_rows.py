"""A row of somebody else's register of agreements: what it says, and whether it is good.

A row with a fault is never taken half.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.register_cells import (
    Cell,
    DayRead,
    kind_of_subject,
    read_day,
    read_kind,
    read_term,
    text_of,
)
from kunjungan.domain.register_heads import RegisterField
from kunjungan.domain.terms import EndsRule, ends_on
from kunjungan.i18n import later

F = RegisterField
_ENDED_EARLY = re.compile(r"diakhiri|dibatalkan|batal|terminat")


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row is not taken, in a sentence, and in which column."""

    where: RegisterField
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastAgreement:
    """An agreement as a row of a register tells of it; days of its term None where it is silent.

    ``ended_on`` is the day by which it had ended before its time.
    """

    partner: str
    subject: str
    kind: AgreementKind
    own_number: str = ""
    partner_number: str = ""
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    field: str = ""
    unit: str = ""
    kept_at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row with its place in the sheet (from 1), and what it says or why it is not taken.

    ``mended`` is what it would say with day and month put right, where that is all that is wrong.
    """

    place: int
    cells: tuple[Cell, ...]
    entry: PastAgreement | None = None
    faults: tuple[RowFault, ...] = ()
    mended: PastAgreement | None = None


@dataclass(slots=True)
class _Reading:
    """What is found in a row while it is read."""

    texts: Mapping[RegisterField, str]
    days: dict[RegisterField, DayRead]
    faults: list[RowFault] = field(default_factory=list)
    mends: dict[RegisterField, date] = field(default_factory=dict)
    beyond_mending: bool = False

    def blame(self, where: RegisterField, message: str, **values: object) -> None:
        """Note a fault that nobody can put right without asking."""
        self.faults.append(RowFault(where, message, values))
        self.beyond_mending = True

    def turn(self, where: RegisterField, day: date) -> None:
        """Note a day whose day and month are swapped, and what it should be."""
        shown = {"text": self.days[where].text, "day": f"{day:%d-%m-%Y}"}
        self.faults.append(RowFault(where, SWAPPED, shown))
        self.mends[where] = day

    def mend(self) -> None:
        """Put the swapped days right, so that what they are now can be checked again."""
        for what, day in self.mends.items():
            self.days[what] = replace(self.days[what], on=day, other=None, swapped=False)
        self.mends.clear()


NO_PARTNER = later("The partner is missing.")
NO_SUBJECT = later("The subject is missing.")
NO_KIND = later("“{text}” is no kind of agreement that the program knows.")
NO_DAY = later("“{text}” is no date.")
NO_SIGNING = later("Neither a day of signing nor a start is given.")
SWAPPED = later("Day and month look swapped in “{text}”; it may be {day}.")
SAME_END = later("The end is the same day as the start ({day}).")
END_FIRST = later("The end {end} lies before the start {start}.")


def judge(
    place: int, cells: Sequence[Cell], columns: Mapping[int, RegisterField], today: date
) -> JudgedRow:
    """Return what a row says, or every reason why it is not taken."""
    by_field = {what: cells[column] for column, what in columns.items() if column < len(cells)}
    texts = {what: text_of(cell) for what, cell in by_field.items()}
    days = {what: read_day(by_field.get(what)) for what in (F.SIGNED_ON, F.STARTS_ON, F.ENDS_ON)}
    reading = _Reading(texts, days)
    kind = _kind(reading)
    for check in (_check_words, _check_days, _check_term):
        check(reading)
    kept = tuple(cells)
    if not reading.faults:
        return JudgedRow(place, kept, _entry(reading, kind, today))
    if not reading.beyond_mending:
        reading.mend()
        _check_term(reading)
        reading.mend()
    mended = None if reading.beyond_mending else _entry(reading, kind, today)
    return JudgedRow(place, kept, None, tuple(reading.faults), mended)


def _kind(reading: _Reading) -> AgreementKind:
    """Return the kind that a row names, else that of its subject; an umbrella without either."""
    said = reading.texts.get(F.KIND, "")
    kind = read_kind(said) or kind_of_subject(reading.texts.get(F.SUBJECT, ""))
    if kind is None and said:
        reading.blame(F.KIND, NO_KIND, text=said)
    return kind or AgreementKind.KB


def _check_words(reading: _Reading) -> None:
    for what, message in ((F.PARTNER, NO_PARTNER), (F.SUBJECT, NO_SUBJECT)):
        if not reading.texts.get(what):
            reading.blame(what, message)


def _check_days(reading: _Reading) -> None:
    for what, day in reading.days.items():
        if day.unreadable:
            reading.blame(what, NO_DAY, text=day.text)
        elif day.swapped and day.on:
            reading.turn(what, day.on)
    if not any(reading.days[what].text for what in (F.SIGNED_ON, F.STARTS_ON)):
        reading.blame(F.SIGNED_ON, NO_SIGNING)


def _check_term(reading: _Reading) -> None:
    """Find an end that is the start, or that lies before it, or that only fits swapped."""
    start, where = _start(reading)
    end = reading.days[F.ENDS_ON]
    if start is None or start.on is None or end.on is None or reading.mends:
        return
    if end.on == start.on:
        reading.blame(F.ENDS_ON, SAME_END, day=f"{end.on:%d-%m-%Y}")
    elif _fits(reading, start.on, end.on):
        return
    elif end.other and _fits(reading, start.on, end.other):
        reading.turn(F.ENDS_ON, end.other)
    elif start.other and _fits(reading, start.other, end.on):
        reading.turn(where, start.other)
    elif end.on < start.on:
        shown = {"end": f"{end.on:%d-%m-%Y}", "start": f"{start.on:%d-%m-%Y}"}
        reading.blame(F.ENDS_ON, END_FIRST, **shown)


def _start(reading: _Reading) -> tuple[DayRead | None, RegisterField]:
    where = F.STARTS_ON if reading.days[F.STARTS_ON].text else F.SIGNED_ON
    return (reading.days[where] if reading.days[where].text else None), where


def _fits(reading: _Reading, start: date, end: date) -> bool:
    """Say whether an end is what the term makes of the start, else the same or the last day."""
    term = read_term(reading.texts.get(F.TERM, ""))
    if term is not None:
        return end in {_end(start, term, rule) for rule in _RULES}
    years = end.year - start.year
    return years > 0 and end in {_end(start, (years, 0), rule) for rule in _RULES}


_RULES = (EndsRule.SAME_DAY, EndsRule.DAY_BEFORE)


def _end(start: date, term: tuple[int, int], rule: EndsRule) -> date:
    return ends_on(start, years=term[0], months=term[1], rule=rule)


def _entry(reading: _Reading, kind: AgreementKind, today: date) -> PastAgreement:
    texts = {what: reading.texts.get(what, "") for what in F}
    signed = reading.days[F.SIGNED_ON].on or reading.days[F.STARTS_ON].on
    start = reading.days[F.STARTS_ON].on or signed
    end = reading.days[F.ENDS_ON].on
    term = read_term(texts[F.TERM])
    if end is None and term is not None and start is not None:
        end = _end(start, term, EndsRule.SAME_DAY)
    return PastAgreement(
        texts[F.PARTNER],
        texts[F.SUBJECT],
        kind,
        texts[F.OWN_NUMBER],
        texts[F.PARTNER_NUMBER],
        signed,
        start,
        end,
        ended_on=_ended_on(texts[F.STATUS], end, today),
        field=texts[F.FIELD],
        unit=texts[F.UNIT],
        kept_at=texts[F.KEPT_AT],
        note=texts[F.NOTE],
    )


def _ended_on(status: str, end: date | None, today: date) -> date | None:
    """Return the day by which it ended early: the one that the state names, at the latest today."""
    if not _ENDED_EARLY.search(status.casefold()):
        return None
    said = read_day(status).on
    day = min(said, today) if said else today
    return day if end is None or day < end else None
