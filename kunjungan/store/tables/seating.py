"""Who goes ahead of whom, who sits where, and the visum of travel orders."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.precedence import Group
from kunjungan.store.columns import Choice, Items, UtcDateTime, link
from kunjungan.store.tables.record import Record


class LocalRank(Record, table=True):
    """A local addition to the order of precedence, right after a group of UU 9/2010.

    ``source`` is the local rule that it rests on.
    """

    after: Group = Field(sa_type=Choice(Group))
    name_id: str
    name_en: str = ""
    source: str = ""
    active: bool = True


class PrecedenceDecision(Record, table=True):
    """The officer's word that one guest of equal rank goes ahead of another, and why."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    before_id: UUID = Field(sa_column_args=[link("attendee")], index=True)
    after_id: UUID = Field(sa_column_args=[link("attendee")], index=True)
    reason: str = ""


class SeatingPlan(Record, table=True):
    """How a room is seated, for a session of a visit or for the whole of it.

    ``parts`` are the tables and rows of the room, as ``domain.seating_parts`` reads them.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    session_id: UUID | None = Field(
        default=None, sa_column_args=[link("visit_session")], index=True
    )
    name_id: str
    name_en: str = ""
    parts: tuple[Any, ...] = Field(default=(), sa_type=Items)
    note: str = ""


class Seat(Record, table=True):
    """A guest on a seat of a plan; ``place`` names the seat, ``reason`` why it is not by rank.

    Two desks may have given one seat twice: whoever reads a plan takes the first by id.
    """

    plan_id: UUID = Field(sa_column_args=[link("seating_plan")], index=True)
    attendee_id: UUID = Field(sa_column_args=[link("attendee")], index=True)
    place: str
    locked: bool = False
    reason: str = ""


class Visum(Record, table=True):
    """The visum on a guest's travel order: arrival, departure, and who signs it for the office.

    ``travel_order`` is the number of the SPPD as it was, ``printed_at`` when it was printed.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    attendee_id: UUID = Field(sa_column_args=[link("attendee")], index=True)
    signer_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    travel_order: str = ""
    arrived_on: date
    departed_on: date | None = None
    printed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    note: str = ""
