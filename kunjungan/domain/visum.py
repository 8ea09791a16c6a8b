"""The rules of a visum: who gets one, and which days it may name (domain notes 7.9)."""

from dataclasses import dataclass
from datetime import date

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.words import Attendance
from kunjungan.i18n import later

SIGNED_LIST: Attendance = "present"
"""Who came and signed the attendance list; nobody else gets a visum."""
BACKWARDS = later("The departure is before the arrival. A visum names the days as they were.")
BEFORE_VISIT = later("The arrival is before the first day of the visit.")
AFTER_VISIT = later("The arrival is after the last day of the visit.")
LONG_AFTER = later("The departure is later than the day after the visit.")
TO_COME = later("The arrival is still to come. A visum is given once somebody is here.")


@dataclass(frozen=True, slots=True)
class VisitDays:
    """The first and the last day of a visit, as far as they are known."""

    first: date
    last: date


def check_days(arrived_on: date, departed_on: date | None, today: date) -> None:
    """Refuse days that cannot be true.

    Raises:
        RuleBroken: the departure is before the arrival, or the arrival is still to come.
    """
    if departed_on is not None and departed_on < arrived_on:
        raise RuleBroken(BACKWARDS)
    if arrived_on > today:
        raise RuleBroken(TO_COME)


def doubts(arrived_on: date, departed_on: date | None, visit: VisitDays) -> tuple[str, ...]:
    """Return untranslated sentences about days that are outside the visit."""
    found = []
    if arrived_on < visit.first:
        found.append(BEFORE_VISIT)
    if arrived_on > visit.last:
        found.append(AFTER_VISIT)
    if departed_on is not None and (departed_on - visit.last).days > 1:
        found.append(LONG_AFTER)
    return tuple(found)
