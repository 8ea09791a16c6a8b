"""How long an agreement lasts, when it ends, and what state it is in on a day."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import AgreementStage
from kunjungan.i18n import later

ENDING_MONTHS = 6
REMINDER_MONTHS = (6, 3)


class EndsRule(StrEnum):
    """How the last day follows from the term."""

    SAME_DAY = "same_day"
    DAY_BEFORE = "day_before"
    EXPLICIT = "explicit"


class AgreementStatus(StrEnum):
    """What a register says of an agreement on a given day."""

    DRAFT = "draft"
    IN_PROCESS = "in_process"
    IN_FORCE = "in_force"
    ENDING = "ending"
    ENDED = "ended"


_BEFORE_SIGNING = {
    AgreementStage.DRAFT: AgreementStatus.DRAFT,
    AgreementStage.FINAL: AgreementStatus.IN_PROCESS,
}


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
    end = _shifted(starts_on, years * 12 + months)
    missing = end.day != starts_on.day
    return end if rule is EndsRule.SAME_DAY or missing else end - timedelta(days=1)


def meets_no_day(starts_on: date, *, years: int = 0, months: int = 0) -> bool:
    """Say whether the end month lacks the day the term began on, so that a person must choose."""
    return _shifted(starts_on, years * 12 + months).day != starts_on.day


def status(
    stage: AgreementStage,
    ends_on: date | None,
    today: date,
    *,
    starts_on: date | None = None,
    ending_months: int = ENDING_MONTHS,
) -> AgreementStatus:
    """Return the state on ``today``; the end is near for ``ending_months`` (setting).

    A change of leadership ends nothing (PP 28/2018 art 9(2)), so no office-holder is asked for.
    """
    if stage in _BEFORE_SIGNING:
        return _BEFORE_SIGNING[stage]
    if stage is AgreementStage.ENDED or (ends_on is not None and ends_on < today):
        return AgreementStatus.ENDED
    if starts_on is not None and today < starts_on:
        return AgreementStatus.IN_PROCESS
    near = ends_on is not None and _shifted(ends_on, -ending_months) <= today
    return AgreementStatus.ENDING if near else AgreementStatus.IN_FORCE


def reminders(last_day: date, months: tuple[int, ...] = REMINDER_MONTHS) -> tuple[date, ...]:
    """Return the days to remember an end on, earliest first (office practice: setting)."""
    return tuple(sorted(_shifted(last_day, -before) for before in months))


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


def _shifted(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
