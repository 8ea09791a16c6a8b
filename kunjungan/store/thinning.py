"""Which backups to keep: one a day, then one a week, then one a month."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Protocol, TypeVar

DAILY, WEEKLY, MONTHLY = 12, 10, 9


class Dated(Protocol):
    """Anything with a moment."""

    @property
    def at(self) -> datetime:
        """When it was made."""


D = TypeVar("D", bound=Dated)


def thinned(backups: Iterable[D], now: datetime) -> list[D]:
    """Return the backups that may go: 12 days, 10 weeks and 9 months keep their newest each.

    Only days, weeks and months that have a backup count, so that a holiday costs nothing. One
    dated after ``now`` was made under a wrong clock: it neither goes nor takes a place.
    """
    past = sorted((b for b in backups if b.at <= now), key=lambda b: b.at, reverse=True)
    kept = [
        *_newest_of_each(past, lambda at: at.date(), DAILY),
        *_newest_of_each(past, lambda at: at.isocalendar()[:2], WEEKLY),
        *_newest_of_each(past, lambda at: (at.year, at.month), MONTHLY),
    ]
    return [backup for backup in past if backup not in kept]


def _newest_of_each(
    newest_first: Iterable[D], period: Callable[[datetime], Hashable], count: int
) -> list[D]:
    firsts: dict[Hashable, D] = {}
    for backup in newest_first:
        firsts.setdefault(period(backup.at), backup)
    return list(firsts.values())[:count]
