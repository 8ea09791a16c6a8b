"""The clock of a walk that goes on for years."""

from datetime import date, datetime, time, timedelta
from itertools import count

import pytest


class Clock:
    """The day that the program goes by; whoever waits moves it on.

    It is nine in the morning, and no two moments are the same.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
        self.day = day
        self._moments = count()
        monkeypatch.setattr("kunjungan.app.desk._today", lambda: self.day)
        monkeypatch.setattr("kunjungan.app.desk._now", self._now)

    def _now(self) -> datetime:
        zone = datetime.now().astimezone().tzinfo
        moment = timedelta(milliseconds=next(self._moments))
        return datetime.combine(self.day, time(9), zone) + moment
