"""Times of the day that are better left free: prayers, and hours of the fasting month.

Office practice: a setting, a line each: weekdays (1 is Monday, ``*`` any), from, to, first and
last day (both may be empty), the name in Indonesian and in English, with bars between them.
A warning never blocks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import OPEN_END
from kunjungan.domain.date_words import clock_hours
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.workdays import DayWarning
from kunjungan.i18n import later

QUIET_TIMES = (
    "5|11:30|13:00|||Salat Jumat|Friday prayer",
    "123467|11:45|12:45|||Salat Zuhur|Noon prayer",
    "*|15:00|15:30|||Salat Asar|Afternoon prayer",
    "*|17:45|18:30|||Salat Magrib|Sunset prayer",
)
EVERY_DAY = frozenset(range(1, 8))
_PLACES = 7


@dataclass(frozen=True, slots=True)
class QuietTime:
    """Local hours on some weekdays (1 is Monday), from a first to a last day where these are set.

    It runs up to, but without, ``ends_at``.
    """

    weekdays: frozenset[int]
    starts_at: time
    ends_at: time
    since: date | None
    until: date | None
    name: Bilingual

    def on_day(self, day: date) -> bool:
        """Say whether it counts on a day."""
        begun = self.since is None or day >= self.since
        return begun and (self.until is None or day <= self.until) and (
            day.isoweekday() in self.weekdays
        )  # fmt: skip

    def meets(self, day: date, starts_at: time, ends_at: time) -> bool:
        """Say whether an event of a day runs into it; one that ends when it begins does not."""
        return self.on_day(day) and starts_at < self.ends_at and ends_at > self.starts_at

    @property
    def line(self) -> str:
        """The line of the setting that says the same."""
        days = "*" if self.weekdays == EVERY_DAY else "".join(map(str, sorted(self.weekdays)))
        first, last = (str(day) if day else "" for day in (self.since, self.until))
        hours = (f"{self.starts_at:%H:%M}", f"{self.ends_at:%H:%M}")
        return "|".join((days, *hours, first, last, self.name.id, self.name.en))


def quiet_time(line: str) -> QuietTime:
    """Read one line of the setting; RuleBroken says what is wrong with it."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != _PLACES:
        raise RuleBroken(later("A quiet time has seven parts between bars: {line}"), line=line)
    days, starts, ends, since, until, *names = parts
    try:
        made = QuietTime(
            EVERY_DAY if days == "*" else frozenset(int(day) for day in days),
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            date.fromisoformat(since) if since else None,
            date.fromisoformat(until) if until else None,
            Bilingual(names[0], names[1] or names[0]),
        )
    except ValueError as error:
        raise RuleBroken(later("A quiet time cannot be read: {line}"), line=line) from error
    check_quiet_time(made)
    return made


def quiet_times(lines: Iterable[str]) -> tuple[QuietTime, ...]:
    """Read the setting, each line one quiet time."""
    return tuple(quiet_time(line) for line in lines if line.strip())


def check_quiet_time(one: QuietTime) -> None:
    """Refuse a quiet time without a name or a weekday, or one that ends before it begins."""
    if not one.name.id.strip():
        raise RuleBroken(later("A quiet time needs a name."))
    if "|" in one.name.id + one.name.en:
        raise RuleBroken(later("The name of a quiet time cannot hold a bar."))
    if not one.weekdays or not one.weekdays <= EVERY_DAY:
        raise RuleBroken(later("Choose the weekdays on which the time is better left free."))
    if one.ends_at <= one.starts_at:
        raise RuleBroken(later("It cannot end before it starts."))
    if one.since and one.until and one.until < one.since:
        raise RuleBroken(later("The last day cannot be before the first."))


def quiet_warnings(
    times: Iterable[QuietTime], day: date, starts_at: time | None, ends_at: time | None
) -> tuple[DayWarning, ...]:
    """Return the quiet times that an event of a day runs into, the earliest first.

    One without hours meets none; one whose end is not known lasts as long as bookings take it to.
    """
    if starts_at is None:
        return ()
    over = ends_at or _open_end(day, starts_at)
    met = sorted(
        (one for one in times if one.meets(day, starts_at, over)),
        key=lambda one: (one.starts_at, one.name.id),
    )
    return tuple(
        DayWarning(
            "quiet-time",
            later("It runs into {name}, {hours}."),
            {"name": one.name, "hours": clock_hours(one.starts_at, one.ends_at)},
        )
        for one in met
    )


def _open_end(day: date, starts_at: time) -> time:
    ends = datetime.combine(day, starts_at) + OPEN_END
    return ends.time() if ends.date() == day else time.max
