"""Visits with their delegations, guests, rundown and tasks, in the JSON form."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.event_times import Zone
from kunjungan.domain.paper import Paper
from kunjungan.domain.precedence import Group
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import ItemKind, SpeechState, VisitKind
from kunjungan.domain.words import Attendance, Direction, Role
from kunjungan.exchange.office_json_people import SomePerson
from kunjungan.exchange.office_json_planning import Assignment, Gift, Letter
from kunjungan.exchange.office_json_seating import Decision, SeatingPlan, Visum
from kunjungan.exchange.office_json_travel import Journey, Lodging
from kunjungan.exchange.office_json_types import (
    Clock,
    Count,
    Day,
    Form,
    Line,
    Link,
    Listed,
    Moment,
    Name,
    NamePair,
    Pair,
    Partial,
    Rank,
    Ranked,
    Ref,
    Text,
    Under,
    all_different,
    up_to,
)

ForAgreement = Annotated[Ref | None, Link("agreement", "agreement_id")]
ForDelegation = Annotated[Ref | None, Link("delegation", "delegation_id")]


class Step(Form):
    """A dated step in a visit's life; a postponed or cancelled one has its reason."""

    KIND: ClassVar[str] = "visit_step"

    ref: Ref | None = None
    stage: VisitStage
    on: Day
    reason: Text = ""


class Attendee(Form):
    """A guest, with the office held on that day."""

    KIND: ClassVar[str] = "attendee"

    ref: Ref | None = None
    person: SomePerson
    title: Pair = Pair()
    precedence_group: Group | None = None
    local_rank: Annotated[Ref | None, Link("local_rank", "local_rank_id")] = None
    capacity: Capacity = Capacity.DEFINITIVE
    since: Partial | None = None
    former: bool = False
    rank: Text | None = None
    grade: Text | None = None
    role: Role = "member"
    attendance: Attendance = "invited"
    represents: Annotated[Ref | None, Link("attendee", "represents_id")] = None
    companion_of: Annotated[Ref | None, Link("attendee", "companion_of_id")] = None
    vehicle: Text = ""
    travel_order: Text = ""
    note: Text = ""


class Delegation(Form):
    """One institution's delegation; ``announced`` is the head count in its letter, ``came`` real.

    ``proposed`` are the dates that its letter names.
    """

    KIND: ClassVar[str] = "delegation"

    ref: Ref | None = None
    rank: Annotated[Rank | None, Ranked()] = None
    institution: Annotated[Ref, Link("institution", "institution_id")]
    head: Annotated[Ref | None, Link("tenure", "head_tenure_id")] = None
    announced: Count | None = None
    letter_number: Line = ""
    letter_on: Day | None = None
    received_on: Day | None = None
    agenda_number: Line = ""
    proposed: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    contact: Line = ""
    contact_phone: Line = ""
    came: Count | None = None
    note: Text = ""
    attendees: Annotated[tuple[Attendee, ...], Under("delegation_id"), up_to(100_000)] = ()
    journeys: Annotated[
        tuple[Journey, ...], Under("delegation_id", order=("on", "at")), Field(max_length=1_000)
    ] = ()
    lodgings: Annotated[
        tuple[Lodging, ...], Under("delegation_id", order=("on",)), Field(max_length=1_000)
    ] = ()


class Session(Form):
    """A part of a visit at one place, for the delegations that it names or for everybody."""

    KIND: ClassVar[str] = "visit_session"

    ref: Ref | None = None
    title: NamePair
    on: Day | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    place: Line = ""
    room: Line = ""
    host_official: Annotated[Ref | None, Link("tenure", "host_tenure_id")] = None
    turnaround: Count | None = None
    note: Text = ""
    delegations: Annotated[
        tuple[Ref, ...],
        Listed("session_delegation", "session_id", "delegation_id", "delegation"),
        AfterValidator(all_different),
        Field(max_length=1_000, description="Delegations that it is for; none means all"),
    ] = ()


class AgendaItem(Form):
    """A line of the rundown, at a local time and for so many minutes."""

    KIND: ClassVar[str] = "agenda_item"

    ref: Ref | None = None
    rank: Annotated[Rank | None, Ranked()] = None
    starts_at: Clock
    minutes: Count
    title: Pair
    kind: ItemKind = ItemKind.OTHER
    session: Annotated[Ref | None, Link("visit_session", "session_id")] = None
    delegation: ForDelegation = None
    agreement: ForAgreement = None
    official: Annotated[Ref | None, Link("tenure", "tenure_id")] = None
    place: Line = ""
    in_charge: Line = ""
    cue: Text = ""
    needs: Text = ""
    speech: SpeechState | None = None
    fixed: bool = False
    shown: bool = True
    began_at: Clock | None = None
    ended_at: Clock | None = None
    remark: Text = ""


class Task(Form):
    """Something to be done; ``party`` owes it, ``code`` names the duty that it comes from.

    ``days_before`` counts its day back from the visit, ``delegation`` is to whom it was promised.
    """

    KIND: ClassVar[str] = "task"

    ref: Ref | None = None
    party: Annotated[Ref | None, Link("party", "party_id")] = None
    code: Line = ""
    delegation: ForDelegation = None
    rank: Line = ""
    area: Line = ""
    title: Name
    owner: Line = ""
    days_before: Annotated[int, Field(ge=-3_660, le=3_660)] | None = None
    due_on: Day | None = None
    done_on: Day | None = None


class VisitTask(Task):
    """Something to be done for a visit and perhaps for an agreement as well."""

    agreement: ForAgreement = None


class Print(Form):
    """A line of the print log; ``fingerprint`` is that of the text, ``marks`` are its pages'."""

    KIND: ClassVar[str] = "print_run"

    ref: Ref | None = None
    what: Line
    original_no: Count | None = None
    draft_no: Count = 0
    paper: Paper
    pages: Count
    copies: Count = 1
    fingerprint: Line
    language: Line = ""
    marks: Annotated[tuple[Line, ...], up_to(200_000)] = ()
    sheets: Annotated[tuple[Count, ...], up_to(200_000)] = ()
    sha256: Line = ""
    at: Moment
    by: Line


class VisitPrint(Print):
    """A line of the print log for a visit and perhaps for an agreement as well."""

    agreement: ForAgreement = None


class Visit(Form):
    """An official visit, on local dates and times of its own zone, with all that belongs to it."""

    KIND: ClassVar[str] = "visit"

    ref: Ref
    title: Name
    kind: VisitKind = VisitKind.STUDY
    theme: Pair = Pair()
    direction: Direction = "incoming"
    host: Annotated[Ref | None, Link("institution", "host_id")] = None
    host_official: Annotated[Ref | None, Link("tenure", "host_tenure_id")] = None
    stage: VisitStage = VisitStage.LETTER
    on: Partial
    until: Partial | None = None
    starts_at: Clock | None = None
    ends_at: Clock | None = None
    zone: Zone
    abroad: Line = ""
    place: Line = ""
    room: Line = ""
    note: Text = ""
    report: Text = ""
    rundown_sent: Line = ""
    rundown_sent_on: Day | None = None
    sample: bool = False
    earlier: Annotated[
        tuple[Ref, ...],
        Listed("visit_link", "visit_id", "earlier_id", "visit"),
        AfterValidator(all_different),
        Field(max_length=1_000, description="Visits that this one continues"),
    ] = ()
    steps: Annotated[
        tuple[Step, ...], Under("visit_id", order=("on",)), Field(max_length=1_000)
    ] = ()
    delegations: Annotated[
        tuple[Delegation, ...], Under("visit_id", order=("rank",)), Field(max_length=1_000)
    ] = ()
    sessions: Annotated[
        tuple[Session, ...], Under("visit_id", order=("on", "starts_at")), Field(max_length=1_000)
    ] = ()
    own_party: Annotated[
        tuple[Attendee, ...], Under("visit_id", unless=("delegation_id",)), up_to(100_000)
    ] = ()
    precedence: Annotated[tuple[Decision, ...], Under("visit_id"), up_to(100_000)] = ()
    seating: Annotated[
        tuple[SeatingPlan, ...], Under("visit_id", order=("name_id",)), Field(max_length=1_000)
    ] = ()
    visums: Annotated[tuple[Visum, ...], Under("visit_id"), up_to(100_000)] = ()
    agenda: Annotated[
        tuple[AgendaItem, ...], Under("visit_id", order=("rank",)), up_to(10_000)
    ] = ()
    tasks: Annotated[tuple[VisitTask, ...], Under("visit_id", order=("title",)), up_to(10_000)] = ()
    prints: Annotated[tuple[VisitPrint, ...], Under("visit_id", order=("at",)), up_to(10_000)] = ()
    crew: Annotated[tuple[Assignment, ...], Under("visit_id", order=("duty",)), up_to(10_000)] = ()
    letters: Annotated[tuple[Letter, ...], Under("visit_id", order=("on",)), up_to(10_000)] = ()
    gifts: Annotated[tuple[Gift, ...], Under("visit_id", order=("on",)), up_to(10_000)] = ()
