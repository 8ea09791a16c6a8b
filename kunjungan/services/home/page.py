"""Everything that the home page shows, read at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from kunjungan.domain.attention import Attention
from kunjungan.services.calendar.occasions import Occasion, occasions
from kunjungan.services.home.attention import attention
from kunjungan.services.home.figures import (
    Months,
    TimeLeft,
    agreements_by_time_left,
    visits_by_month,
)
from kunjungan.services.home.next_visit import NextVisit, next_visit
from kunjungan.services.office import Office

_AHEAD = timedelta(days=60)
_ENTRIES = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that the page shows, read at once."""

    lines: Sequence[Attention]
    following: NextVisit | None
    entries: Sequence[Occasion]
    months: Months
    left: TimeLeft

    @property
    def bare(self) -> bool:
        """Whether no visit is there to speak of: none ahead, none received this year."""
        received = any(self.months.counts) or self.months.undated
        return self.following is None and not self.entries and not received


def look(office: Office) -> Seen:
    """Read what the home page shows."""
    today = office.today()
    return Seen(
        attention(office),
        next_visit(office),
        occasions(office, today, today + _AHEAD)[:_ENTRIES],
        visits_by_month(office),
        agreements_by_time_left(office),
    )
