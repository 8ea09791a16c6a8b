"""When an event takes place: its day, its hours and the Indonesian time zone they are told in."""

from dataclasses import dataclass
from datetime import time, timedelta, timezone
from enum import StrEnum

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock, clock_hours
from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later


class Zone(StrEnum):
    """An Indonesian time zone; none has daylight saving."""

    WIB = "wib"
    WITA = "wita"
    WIT = "wit"

    @property
    def iana(self) -> str:
        """The zone's name in the time zone database, for calendars of others."""
        return {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}[self.value]

    @property
    def offset(self) -> timezone:
        """The zone as a fixed distance from UTC."""
        return timezone(timedelta(hours={"wib": 7, "wita": 8, "wit": 9}[self.value]))

    @property
    def label(self) -> str:
        """The zone as it is written after a clock time: WIB."""
        return self.name


@dataclass(frozen=True, slots=True)
class EventTime:
    """A local day and clock time with its zone, kept as told and never shifted."""

    on: PartialDate
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Zone.WIB

    @property
    def words(self) -> Bilingual:
        """The day with its hours: "…, pukul 09.00 WIB s.d. selesai"."""
        if self.starts_at is None:
            return self.on.words
        return Bilingual("{day}, pukul {hours}", "{day}, {hours}").filled(
            day=self.on.words, hours=self._hours(self.starts_at)
        )

    @property
    def hours(self) -> Bilingual:
        """The hours alone: "09.00 WIB s.d. selesai"; nothing where they are unknown."""
        return self._hours(self.starts_at) if self.starts_at else Bilingual("", "")

    def _hours(self, starts_at: time) -> Bilingual:
        start, zone = clock(starts_at), self.zone.label
        if self.ends_at is None:
            return Bilingual(f"{start} {zone} s.d. selesai", f"from {start} {zone} until finished")
        hours = f"{clock_hours(starts_at, self.ends_at)} {zone}"
        return Bilingual(hours, hours)


def check_hours(starts_at: time | None, ends_at: time | None) -> None:
    """Refuse an end without a start, and an end that is not after the start of the same day."""
    if ends_at is None:
        return
    if starts_at is None:
        raise RuleBroken(later("Say when it starts, too."))
    if ends_at <= starts_at:
        raise RuleBroken(later("It cannot end before it starts."))
