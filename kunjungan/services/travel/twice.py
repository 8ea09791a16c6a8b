"""Finds vehicles and drivers that are to pick up guests in two places at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from sqlmodel import Session, col, or_, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.bookings import name_key
from kunjungan.domain.check_lines import CheckLine
from kunjungan.domain.stages import CALLED_OFF
from kunjungan.i18n import later
from kunjungan.services.travel.lines import JourneyLine, journey_line
from kunjungan.store.tables import Delegation, Institution, Journey, Visit

_TWICE = later("{name} is needed twice on {day}: here at {own}, for {whom} at {other}.")


@dataclass(frozen=True, slots=True)
class Drive:
    """A pick-up, and for whom it is in the words of a hint: a delegation, or another visit."""

    line: JourneyLine
    whom: Bilingual | str

    @property
    def hours(self) -> list[time]:
        """When it starts and when it ends at the earliest; empty where nobody knows."""
        return sorted(at for at in (self.line.pick_up_at, self.line.at) if at is not None)

    @property
    def ride(self) -> object:
        """What is the same for guests who go in one vehicle together."""
        own = self.line
        return own.on, own.way, own.pick_up_at or own.at, name_key(own.place)

    def meets(self, other: "Drive", minutes: int) -> bool:
        """Say whether fewer than so many minutes are between the two."""
        if self.line.on != other.line.on or not self.hours or not other.hours:
            return False
        gap = max(minutes, 1)
        apart = max(
            _minutes(other.hours[0]) - _minutes(self.hours[-1]),
            _minutes(self.hours[0]) - _minutes(other.hours[-1]),
        )
        return apart < gap


def driven_twice(own: JourneyLine, drives: Iterable[Drive], minutes: int) -> Iterator[CheckLine]:
    """Yield which vehicle and which driver of a journey are wanted elsewhere at that time.

    ``minutes`` are the office's between two places. Guests who go together share them.
    """
    here = Drive(own, own.body)
    for there in drives:
        if there.line.id == own.id or there.ride == here.ride or not here.meets(there, minutes):
            continue
        for name, other in ((own.vehicle, there.line.vehicle), (own.driver, there.line.driver)):
            if name and name_key(name) == name_key(other):
                values = {
                    "name": name,
                    "own": here.hours[0],
                    "whom": there.whom,
                    "other": there.hours[0],
                    "day": own.on,
                }
                yield CheckLine("warn", _TWICE, values)


def drives_elsewhere(session: Session, visit_id: UUID, drives: Sequence[Drive]) -> list[Drive]:
    """Return the pick-ups of other visits that are held, on the days of these."""
    query = (
        select(Journey, Institution, Visit)
        .join(Delegation, col(Journey.delegation_id) == col(Delegation.id))
        .join(Institution, col(Delegation.institution_id) == col(Institution.id))
        .join(Visit, col(Delegation.visit_id) == col(Visit.id))
        .where(Visit.id != visit_id, col(Visit.stage).not_in(CALLED_OFF))
        .where(col(Journey.on).in_({drive.line.on for drive in drives}))
        .where(or_(Journey.vehicle != "", Journey.driver != ""))
        .order_by(col(Journey.on), col(Journey.id))
    )
    return [
        Drive(journey_line(row, Bilingual(body.name_id, body.name_en)), visit.title)
        for row, body, visit in session.exec(query)
    ]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
