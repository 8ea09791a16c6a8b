"""How long an agreement lasts and when it ends, by the calendar."""

from datetime import date, timedelta
from enum import StrEnum

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.term_days import months_between, shifted, shifted_days
from kunjungan.i18n import later

REMINDER_MONTHS = (6, 3)


class EndsRule(StrEnum):
    """How the last day follows from the term."""

    SAME_DAY = "same_day"
    DAY_BEFORE = "day_before"
    EXPLICIT = "explicit"


def ends_on(
    starts_on: date, *, years: int = 0, months: int = 0, rule: EndsRule = EndsRule.SAME_DAY
) -> date:
    """Return the last day of a term counted from its first; RuleBroken without a term or rule.

    Where the end month has no such day (29 February, 31 April) its last day ends the term under
    both rules; ``meets_no_day`` tells, so that the office is asked.
    """
    if rule is EndsRule.EXPLICIT:
        raise RuleBroken(later("The end of this agreement is typed in, not computed."))
    if years < 0 or months < 0 or years + months == 0:
        raise RuleBroken(later("A term needs a number of years or months."))
    end = shifted(starts_on, years * 12 + months)
    missing = end.day != starts_on.day
    return end if rule is EndsRule.SAME_DAY or missing else end - timedelta(days=1)


def term_between(starts_on: date, last_day: date) -> tuple[int, int, EndsRule] | None:
    """Return years, months and rule of a term by its days; None where it is no whole months."""
    for rule, end in (
        (EndsRule.SAME_DAY, last_day),
        (EndsRule.DAY_BEFORE, shifted_days(last_day, 1)),
    ):
        months = months_between(starts_on, end)
        if months and ends_on(starts_on, months=months, rule=rule) == last_day:
            return months // 12, months % 12, rule
    return None


def meets_no_day(starts_on: date, *, years: int = 0, months: int = 0) -> bool:
    """Say whether the end month lacks the day the term began on, so that a person must choose."""
    return shifted(starts_on, years * 12 + months).day != starts_on.day


def starts_after(old_end: date | None, signing_on: date) -> date:
    """Return the first day of a renewal: that of signing, or the day after the old end if later."""
    if old_end is None or old_end < signing_on:
        return signing_on
    return shifted_days(old_end, 1)


def reminders(last_day: date, months: tuple[int, ...] = REMINDER_MONTHS) -> tuple[date, ...]:
    """Return the days to remember an end on, earliest first (office practice: setting)."""
    return tuple(sorted(shifted(last_day, -before) for before in months))


def term_warnings(
    starts_on: date | None, ends_on: date | None, umbrella_ends_on: date | None = None
) -> tuple[str, ...]:
    """Return what is odd about a term; nothing here forbids it (office practice)."""
    warnings: list[str] = []
    if starts_on is not None and ends_on is not None and ends_on <= starts_on:
        warnings.append(later("The agreement ends on or before the day it starts."))
    if umbrella_ends_on is not None and (ends_on is None or ends_on > umbrella_ends_on):
        warnings.append(later("The agreement outlives its umbrella agreement."))
    return tuple(warnings)
