"""Order of precedence, seating plans and the visum of travel orders, in the JSON form."""

from typing import Annotated, ClassVar

from pydantic import Field, JsonValue

from kunjungan.domain.precedence import Group
from kunjungan.exchange.office_json_types import (
    Day,
    Form,
    Line,
    Link,
    Moment,
    Name,
    NamePair,
    Ref,
    Text,
    Under,
    up_to,
)


class LocalRank(Form):
    """A local addition to the order of precedence, right after a group of UU 9/2010."""

    KIND: ClassVar[str] = "local_rank"

    ref: Ref
    after: Group
    name: NamePair
    source: Line = ""
    active: bool = True


class Decision(Form):
    """The officer's word that one guest goes ahead of another, and why."""

    KIND: ClassVar[str] = "precedence_decision"

    ref: Ref | None = None
    before: Annotated[Ref, Link("attendee", "before_id")]
    after: Annotated[Ref, Link("attendee", "after_id")]
    reason: Text = ""


class Seat(Form):
    """A guest on a seat."""

    KIND: ClassVar[str] = "seat"

    ref: Ref | None = None
    guest: Annotated[Ref, Link("attendee", "attendee_id")]
    place: Name
    locked: bool = False
    reason: Text = ""


class SeatingPlan(Form):
    """How a room is seated; ``parts`` are its tables and rows."""

    KIND: ClassVar[str] = "seating_plan"

    ref: Ref | None = None
    session: Annotated[Ref | None, Link("visit_session", "session_id")] = None
    name: NamePair
    parts: Annotated[tuple[JsonValue, ...], Field(max_length=1_000)] = ()
    note: Text = ""
    seats: Annotated[tuple[Seat, ...], Under("plan_id", order=("place",)), up_to(100_000)] = ()


class Visum(Form):
    """The visum on a guest's travel order."""

    KIND: ClassVar[str] = "visum"

    ref: Ref | None = None
    guest: Annotated[Ref, Link("attendee", "attendee_id")]
    signer: Annotated[Ref | None, Link("tenure", "signer_id")] = None
    travel_order: Text = ""
    arrived_on: Day
    departed_on: Day | None = None
    printed_at: Moment | None = None
    note: Text = ""
