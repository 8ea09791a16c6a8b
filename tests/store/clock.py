"""A clock for tests: it stands still unless told to move."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 8, 26, 5, 0, tzinfo=UTC)


class Clock:
    """The present moment, as the test wants it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **step: float) -> None:
        """Go forward, or back, by a ``timedelta``'s arguments."""
        self.at += timedelta(**step)
