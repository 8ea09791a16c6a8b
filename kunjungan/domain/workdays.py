"""Working days, public holidays and joint leave, and what to mind about a day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later

MONDAY_TO_FRIDAY = frozenset(range(5))
MONDAY_TO_SATURDAY = frozenset(range(6))


class HolidayKind(StrEnum):
    """Why offices are closed: a national or local holiday, or joint leave (cuti bersama).

    On an observance, such as the city's anniversary, they are open.
    """

    NATIONAL = "national"
    JOINT_LEAVE = "joint_leave"
    LOCAL = "local"
    OBSERVANCE = "observance"


CLOSED = frozenset({HolidayKind.NATIONAL, HolidayKind.JOINT_LEAVE, HolidayKind.LOCAL})
"""Kinds of days on which offices are closed."""
REGISTER_WORDS: Mapping[str, HolidayKind] = MappingProxyType(
    {"libur_nasional": HolidayKind.NATIONAL, "cuti_bersama": HolidayKind.JOINT_LEAVE}
)


class Holiday(Protocol):
    """A holiday or an observance; a table row will do."""

    @property
    def on(self) -> date: ...
    @property
    def kind(self) -> HolidayKind: ...
    @property
    def name_id(self) -> str: ...
    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class DayWarning:
    """What to mind about a day: its stable name, an untranslated sentence and its values."""

    code: str
    message: str
    values: dict[str, object] = field(default_factory=dict)


def is_working_day(
    day: date, off: Collection[date] = (), *, week: Collection[int] = MONDAY_TO_FRIDAY
) -> bool:
    """Say whether offices work on a day; ``week`` holds weekdays from Monday = 0 (setting)."""
    return day.weekday() in week and day not in off


def add_working_days(
    day: date, count: int, off: Collection[date] = (), *, week: Collection[int] = MONDAY_TO_FRIDAY
) -> date:
    """Return the last day of a limit of working days; the day after receipt is the first.

    ``off`` must hold joint leave as well as national holidays.
    """
    if count < 0 or not week:
        raise RuleBroken(later("A limit needs a number of working days."))
    closed = frozenset(off)
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, closed, week=week)
    return day


def day_warnings(
    day: date, holidays: Iterable[Holiday], *, week: Collection[int] = MONDAY_TO_FRIDAY
) -> tuple[DayWarning, ...]:
    """Return what to mind about a day for an event; a warning never blocks.

    The hours of prayers are in ``domain.quiet_times``.
    """
    warnings = [
        DayWarning(*_SAID[holiday.kind], {"name": Bilingual(holiday.name_id, holiday.name_en)})
        for holiday in holidays
        if holiday.on == day
    ]
    if day.weekday() not in week:
        warnings.append(DayWarning("weekend", later("Offices are closed on this weekday.")))
    return tuple(warnings)


_SAID: Mapping[HolidayKind, tuple[str, str]] = MappingProxyType(
    {
        HolidayKind.NATIONAL: ("holiday", later("The day is a national holiday: {name}.")),
        HolidayKind.JOINT_LEAVE: ("joint-leave", later("The day is joint leave: {name}.")),
        HolidayKind.LOCAL: ("local-holiday", later("The day is a local holiday: {name}.")),
        HolidayKind.OBSERVANCE: ("observance", later("The day is {name}.")),
    }
)
