"""What state an agreement is in on a day: drafted, in force, near its end, extended, over."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.term_days import shifted

ENDING_MONTHS = 6


class AgreementStatus(StrEnum):
    """What a register says of an agreement on a given day."""

    DRAFT = "draft"
    IN_PROCESS = "in_process"
    IN_FORCE = "in_force"
    ENDING = "ending"
    ENDED = "ended"
    EXTENDED = "extended"
    TERMINATED = "terminated"


PAST = frozenset({AgreementStatus.ENDED, AgreementStatus.EXTENDED, AgreementStatus.TERMINATED})
"""What no longer binds anybody."""

_BEFORE_SIGNING = {
    AgreementStage.DRAFT: AgreementStatus.DRAFT,
    AgreementStage.FINAL: AgreementStatus.IN_PROCESS,
}


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of an agreement's life.

    From ``ended_on`` it has ended before its time; on ``renewed_on`` a signed renewal takes over.
    """

    stage: AgreementStage
    starts_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    renewed_on: date | None = None

    @property
    def signed(self) -> bool:
        """Whether it was ever signed."""
        return self.stage not in _BEFORE_SIGNING

    @property
    def last_day(self) -> date | None:
        """The day it ends or has ended, whichever of its days comes first; None: no end is set."""
        return min((day for day in (self.ends_on, self.ended_on) if day), default=None)

    def run_out(self, today: date) -> bool:
        """Say whether its term is over on ``today``."""
        past = self.ends_on is not None and self.ends_on < today
        return past or self.stage is AgreementStage.ENDED


def status(course: Course, today: date, *, ending_months: int = ENDING_MONTHS) -> AgreementStatus:
    """Return the state on ``today``; the end is near for ``ending_months`` (setting).

    A change of leadership ends nothing (PP 28/2018 art 9(2)), so no office-holder is asked for.
    An end that a signed renewal waits for is no longer called near.
    """
    if course.ended_on is not None and course.ended_on <= today:
        return AgreementStatus.TERMINATED
    if not course.signed:
        return _BEFORE_SIGNING[course.stage]
    if course.renewed_on is not None and course.renewed_on <= today:
        return AgreementStatus.EXTENDED
    if course.run_out(today):
        return AgreementStatus.ENDED
    return _while_running(course, today, ending_months)


def _while_running(course: Course, today: date, ending_months: int) -> AgreementStatus:
    if course.starts_on is not None and today < course.starts_on:
        return AgreementStatus.IN_PROCESS
    end = course.last_day
    followed = course.renewed_on is not None
    near = end is not None and not followed and shifted(end, -ending_months) <= today
    return AgreementStatus.ENDING if near else AgreementStatus.IN_FORCE
