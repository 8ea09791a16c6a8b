"""The calendar round the visits: what else is planned, who and what is needed, letters, gifts."""

from datetime import date, time
from typing import Any, get_args
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.event_times import Zone
from kunjungan.domain.visit_words import (
    Duty,
    EntryKind,
    GiftDirection,
    LetterKind,
    ResourceKind,
    TemplateUse,
    Tongue,
    VisitKind,
)
from kunjungan.store.columns import Choice, Items, OneOf, link
from kunjungan.store.tables.record import Record


class CalendarEntry(Record, table=True):
    """Something in the calendar that is no visit; ``until`` is its last day.

    Without hours it takes whole days. ``uid`` and ``recurrence`` are those of the calendar that it
    was taken from, ``source`` that calendar's name, ``tenure_id`` whose agenda it is in.
    """

    kind: EntryKind = Field(default=EntryKind.LEADER, sa_type=Choice(EntryKind))
    title: str
    on: date = Field(index=True)
    until: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    zone: Zone = Field(default=Zone.WIB, sa_type=Choice(Zone))
    tentative: bool = False
    place: str = ""
    room: str = ""
    tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    uid: str = Field(default="", index=True)
    recurrence: str = ""
    source: str = ""
    note: str = ""


class Resource(Record, table=True):
    """A room or a vehicle of the office, known by its name wherever it is used.

    ``turnaround`` is how many minutes it needs between two uses, empty for the office's setting.
    """

    kind: ResourceKind = Field(sa_type=Choice(ResourceKind))
    name: str
    place: str = ""
    seats: int | None = None
    turnaround: int | None = None
    plate: str = ""
    note: str = ""
    active: bool = True


class Assignment(Record, table=True):
    """Somebody of the own crew, or a vehicle, for a visit or one of its sessions.

    Either a known person or a name as it is written; hours are those of what it is for unless
    given.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    session_id: UUID | None = Field(
        default=None, sa_column_args=[link("visit_session")], index=True
    )
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    person_id: UUID | None = Field(default=None, sa_column_args=[link("person")], index=True)
    duty: Duty = Field(default=Duty.OTHER, sa_type=Choice(Duty))
    name: str = ""
    phone: str = ""
    vehicle: str = ""
    on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    note: str = ""


class Letter(Record, table=True):
    """A letter that the office writes about a visit; ``signer_id`` is a tenure.

    ``body_id`` and ``body_en`` are its paragraphs with an empty line between them, ``copies`` who
    else gets it, ``answer_by`` when an answer is expected; ``answered_on`` closes that.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    signer_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    kind: LetterKind = Field(sa_type=Choice(LetterKind))
    language: Tongue = Field(default="id", sa_type=OneOf(*get_args(Tongue)))
    number: str = ""
    on: date | None = None
    nature: str = ""
    enclosed: str = ""
    subject_id: str = ""
    subject_en: str = ""
    to_id: str = ""
    to_en: str = ""
    to_place: str = ""
    body_id: str = ""
    body_en: str = ""
    copies: tuple[str, ...] = Field(default=(), sa_type=Items)
    sent_on: date | None = None
    answer_by: date | None = None
    answered_on: date | None = None
    note: str = ""


class Gift(Record, table=True):
    """A gift given or received; ``value`` in rupiah, ``reported_on`` to the integrity unit."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    direction: GiftDirection = Field(default="given", sa_type=OneOf(*get_args(GiftDirection)))
    what: str
    count: int = 1
    value: int | None = None
    giver: str = ""
    receiver: str = ""
    on: date | None = None
    kept_at: str = ""
    reported_on: date | None = None
    note: str = ""


class Template(Record, table=True):
    """The office's own checklist or rundown to start from, for visits of one kind or of any."""

    use: TemplateUse = Field(sa_type=OneOf(*get_args(TemplateUse)))
    kind: VisitKind | None = Field(default=None, sa_type=Choice(VisitKind))
    name_id: str
    name_en: str = ""
    rows: tuple[Any, ...] = Field(default=(), sa_type=Items)


class Snooze(Record, table=True):
    """Something that needs attention, put off until a day, or for good where there is none.

    ``what`` names it: ``conflict:<record>:<record>:<what>``.
    """

    what: str = Field(index=True)
    until: date | None = None
    reason: str = ""
