"""The clock of a walk that goes on for years."""

from datetime import date, datetime, time

import pytest


class Clock:
    """The day that the program goes by; whoever waits moves it on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, day: date) -> None:
        self.day = day
        monkeypatch.setattr("kunjungan.app.desk._today", lambda: self.day)
        monkeypatch.setattr("kunjungan.app.desk._now", self._now)

    def _now(self) -> datetime:
        zone = datetime.now().astimezone().tzinfo
        return datetime.combine(self.day, time(9), zone)
