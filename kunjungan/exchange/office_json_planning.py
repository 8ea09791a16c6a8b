"""The calendar round the visits, crew, letters and gifts, in the JSON form."""

from typing import Annotated, ClassVar

from pydantic import Field, JsonValue

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
from kunjungan.exchange.office_json_types import (
    Clock,
    Count,
    Day,
    Form,
    Line,
    Link,
    Name,
    NamePair,
    Pair,
    Ref,
    Text,
)

ForDelegation = Annotated[Ref | None, Link("delegation", "delegation_id")]


class Assignment(Form):
    """Somebody of the own crew, or a vehicle, for a visit or one of its sessions."""

    KIND: ClassVar[str] = "assignment"

    ref: Ref | None = None
    session: Annotated[Ref | None, Link("visit_session", "session_id")] = None
    delegation: ForDelegation = None
    person: Annotated[Ref | None, Link("person", "person_id")] = None
    duty: Duty = Duty.OTHER
    name: Line = ""
    phone: Line = ""
    vehicle: Line = ""
    on: Day | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    note: Text = ""


class Letter(Form):
    """A letter that the office writes about a visit; ``signer`` holds a post."""

    KIND: ClassVar[str] = "letter"

    ref: Ref | None = None
    delegation: ForDelegation = None
    signer: Annotated[Ref | None, Link("tenure", "signer_id")] = None
    kind: LetterKind
    language: Tongue = "id"
    number: Line = ""
    on: Day | None = None
    nature: Line = ""
    enclosed: Line = ""
    subject: Pair = Pair()
    to: Pair = Pair()
    to_place: Line = ""
    body: Pair = Pair()
    copies: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    sent_on: Day | None = None
    answer_by: Day | None = None
    answered_on: Day | None = None
    note: Text = ""


class Gift(Form):
    """A present given or received; ``value`` in rupiah."""

    KIND: ClassVar[str] = "gift"

    ref: Ref | None = None
    delegation: ForDelegation = None
    direction: GiftDirection = "given"
    what: Name
    count: Count = 1
    value: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    giver: Line = ""
    receiver: Line = ""
    on: Day | None = None
    kept_at: Line = ""
    reported_on: Day | None = None
    note: Text = ""


class CalendarEntry(Form):
    """Something in the calendar that is no visit; without hours it takes whole days."""

    KIND: ClassVar[str] = "calendar_entry"

    ref: Ref | None = None
    kind: EntryKind = EntryKind.LEADER
    title: Name
    on: Day
    until: Day | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    zone: Zone = Zone.WIB
    tentative: bool = False
    place: Line = ""
    room: Line = ""
    official: Annotated[Ref | None, Link("tenure", "tenure_id")] = None
    uid: Line = ""
    recurrence: Line = ""
    source: Line = ""
    note: Text = ""


class Resource(Form):
    """A room or a vehicle, known by its name; ``turnaround`` in minutes."""

    KIND: ClassVar[str] = "resource"

    ref: Ref
    kind: ResourceKind
    name: Name
    place: Line = ""
    seats: Count | None = None
    turnaround: Count | None = None
    plate: Line = ""
    note: Text = ""
    active: bool = True


class Template(Form):
    """The office's own checklist or rundown to start from."""

    KIND: ClassVar[str] = "template"

    ref: Ref
    use: TemplateUse
    kind: VisitKind | None = None
    name: NamePair
    rows: Annotated[tuple[JsonValue, ...], Field(max_length=1_000)] = ()


class Snooze(Form):
    """Something that needs attention, put off until a day, or for good where there is none."""

    KIND: ClassVar[str] = "snooze"

    ref: Ref | None = None
    what: Name
    until: Day | None = None
    reason: Text = ""
