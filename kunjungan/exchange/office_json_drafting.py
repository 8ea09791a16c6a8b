"""How an agreement grows: drafts, clearances, stages and reminders, in the JSON form."""

from typing import Annotated, ClassVar, Literal

from kunjungan.exchange.office_json_types import (
    Count,
    Counted,
    Day,
    Form,
    Line,
    Moment,
    Name,
    NamePair,
    Number,
    Ref,
    Sha,
    Text,
)


class Draft(Form):
    """A draft that was closed; ``sha256`` names its text, whose content stands under ``files``."""

    KIND: ClassVar[str] = "draft"

    ref: Ref | None = None
    no: Count
    at: Moment
    by: Line = ""
    note: Text = ""
    fingerprint: Line
    sha256: Sha


class Clearance(Form):
    """A step of the route on which a text is cleared, by an office of the party of this number."""

    KIND: ClassVar[str] = "clearance"

    ref: Ref | None = None
    seq: Annotated[Number | None, Counted()] = None
    party: Number = 1
    office: NamePair
    name: Line = ""
    due_on: Day | None = None
    done_on: Day | None = None
    outcome: Literal["", "cleared", "returned"] = ""
    draft_no: Count = 0
    fingerprint: Line = ""
    note: Text = ""


class AgreementStep(Form):
    """A stage that the agreement has left behind; one that was passed has its reason."""

    KIND: ClassVar[str] = "agreement_step"

    ref: Ref | None = None
    code: Name
    on: Day
    outcome: Literal["done", "not_required", "passed"] = "done"
    reason: Text = ""


class Reminder(Form):
    """What was done about something that fell due: settled, or put off until a day."""

    KIND: ClassVar[str] = "reminder"

    ref: Ref | None = None
    what: Name
    due_on: Day
    done_on: Day | None = None
    until: Day | None = None
