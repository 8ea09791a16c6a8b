"""Visits, the delegations that come, and the people in them."""

from datetime import date, time
from typing import get_args
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import Zone
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.words import Attendance, Direction, Role
from kunjungan.store.columns import Choice, OneOf, PartialDay, link, ordered_text
from kunjungan.store.tables.record import Record


class Visit(Record, table=True):
    """One official visit, on local dates and times of its own zone."""

    title: str
    theme_id: str = ""
    theme_en: str = ""
    direction: Direction = Field(default="incoming", sa_type=OneOf(*get_args(Direction)))
    host_id: UUID | None = Field(default=None, sa_column_args=[link("institution")], index=True)
    host_tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    stage: VisitStage = Field(default=VisitStage.LETTER, sa_type=Choice(VisitStage), index=True)
    on: PartialDate = Field(sa_type=PartialDay, index=True)
    until: PartialDate | None = Field(default=None, sa_type=PartialDay)
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Field(default=Zone.WIB, sa_type=Choice(Zone))
    place: str = ""
    room: str = ""
    note: str = ""
    sample: bool = False


class VisitStep(Record, table=True):
    """One dated step in a visit's life."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    stage: VisitStage = Field(sa_type=Choice(VisitStage))
    on: date
    reason: str = ""


class VisitLink(Record, table=True):
    """A visit that continues an earlier one."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    earlier_id: UUID = Field(sa_column_args=[link("visit")], index=True)


class Delegation(Record, table=True):
    """One institution's delegation in a visit; ``announced`` is the head count in its letter."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    institution_id: UUID = Field(sa_column_args=[link("institution")], index=True)
    rank: str = Field(sa_type=ordered_text())
    head_tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    announced: int | None = None
    letter_number: str = ""
    letter_on: date | None = None
    session_starts_at: time | None = None
    session_ends_at: time | None = None
    note: str = ""


class Attendee(Record, table=True):
    """A person in a delegation, with the office held on that day in both languages."""

    delegation_id: UUID = Field(sa_column_args=[link("delegation")], index=True)
    person_id: UUID = Field(sa_column_args=[link("person")], index=True)
    title_id: str = ""
    title_en: str = ""
    precedence_group: Group | None = Field(default=None, sa_type=Choice(Group))
    role: Role = Field(default="member", sa_type=OneOf(*get_args(Role)))
    attendance: Attendance = Field(default="invited", sa_type=OneOf(*get_args(Attendance)))
    note: str = ""
