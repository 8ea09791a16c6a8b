"""Visits, the delegations that come, and the people in them."""

from datetime import date, time
from typing import get_args
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.event_times import Zone
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import VisitKind
from kunjungan.domain.words import Attendance, Direction, Role
from kunjungan.store.columns import Choice, Items, OneOf, PartialDay, link, ordered_text
from kunjungan.store.tables.record import Record


class Visit(Record, table=True):
    """One official visit, on local dates and times of its own zone.

    ``abroad`` names the zone of a place abroad (``Asia/Tokyo``) and then stands for ``zone``.
    ``report`` is what came of the visit; ``rundown_sent`` is the mark of the rundown that the
    guests were last sent.
    """

    title: str
    kind: VisitKind = Field(default=VisitKind.STUDY, sa_type=Choice(VisitKind))
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
    abroad: str = ""
    place: str = ""
    room: str = ""
    note: str = ""
    report: str = ""
    rundown_sent: str = ""
    rundown_sent_on: date | None = None
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
    """One institution's delegation in a visit, and its letter of request.

    ``announced`` is the head count of the letter, ``came`` that of the day; ``proposed`` are the
    dates that the letter names, each known to the day or the month.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    institution_id: UUID = Field(sa_column_args=[link("institution")], index=True)
    rank: str = Field(sa_type=ordered_text())
    head_tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    announced: int | None = None
    letter_number: str = ""
    letter_on: date | None = None
    received_on: date | None = None
    agenda_number: str = ""
    proposed: tuple[str, ...] = Field(default=(), sa_type=Items)
    contact: str = ""
    contact_phone: str = ""
    came: int | None = None
    note: str = ""


class VisitSession(Record, table=True):
    """A part of a visit at one place, such as the morning with one delegation or a joint lunch.

    ``on`` is empty on the visit's own first day. It is for everybody where no ``SessionDelegation``
    names a delegation; ``turnaround`` is how many minutes the room needs before it, empty for the
    room's own.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    title_id: str
    title_en: str = ""
    on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    room: str = ""
    host_tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    turnaround: int | None = None
    note: str = ""


class SessionDelegation(Record, table=True):
    """A delegation for which a session is held."""

    session_id: UUID = Field(sa_column_args=[link("visit_session")], index=True)
    delegation_id: UUID = Field(sa_column_args=[link("delegation")], index=True)


class Attendee(Record, table=True):
    """A person in a delegation, or in the host's own party, with the office held on that day.

    Who is of the host's party has a ``visit_id`` and no delegation. ``represents_id`` is the guest
    in whose place this one comes (UU 9/2010 art 15: seated by the own rank), ``companion_of_id``
    the one whom a spouse, an aide or an interpreter goes with. ``since`` is when the office was
    taken, ``travel_order`` the number of the own SPPD. ``rank`` and ``grade`` (pangkat, golongan)
    are those of the day where the person's own have changed since, else empty.
    """

    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    visit_id: UUID | None = Field(default=None, sa_column_args=[link("visit")], index=True)
    person_id: UUID = Field(sa_column_args=[link("person")], index=True)
    title_id: str = ""
    title_en: str = ""
    precedence_group: Group | None = Field(default=None, sa_type=Choice(Group))
    local_rank_id: UUID | None = Field(
        default=None, sa_column_args=[link("local_rank")], index=True
    )
    capacity: Capacity = Field(default=Capacity.DEFINITIVE, sa_type=Choice(Capacity))
    since: PartialDate | None = Field(default=None, sa_type=PartialDay)
    former: bool = False
    rank: str | None = None
    grade: str | None = None
    role: Role = Field(default="member", sa_type=OneOf(*get_args(Role)))
    attendance: Attendance = Field(default="invited", sa_type=OneOf(*get_args(Attendance)))
    represents_id: UUID | None = Field(default=None, sa_column_args=[link("attendee")], index=True)
    companion_of_id: UUID | None = Field(
        default=None, sa_column_args=[link("attendee")], index=True
    )
    vehicle: str = ""
    travel_order: str = ""
    note: str = ""
