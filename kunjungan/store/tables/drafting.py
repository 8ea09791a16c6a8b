"""How an agreement grows: its drafts, who cleared them, its stages, and what falls due.

A number or a code may stand twice after a merge of two desks; the later one counts.
"""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from kunjungan.store.columns import OneOf, UtcDateTime, link
from kunjungan.store.tables.record import Record


class Draft(Record, table=True):
    """A draft that was closed: ``sha256`` names its text in the archive.

    ``fingerprint`` is that which stands in the foot of its papers.
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    no: int
    at: datetime = Field(sa_type=UtcDateTime)
    by: str = ""
    note: str = ""
    fingerprint: str
    sha256: str = Field(index=True)


class Clearance(Record, table=True):
    """One step of the route on which a text is cleared, by an office of party ``party``.

    ``draft_no`` and ``fingerprint`` are those of the text that it saw.
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    seq: int
    party: int = 1
    office_id: str
    office_en: str = ""
    name: str = ""
    due_on: date | None = None
    done_on: date | None = None
    outcome: str = Field(default="", sa_type=OneOf("", "cleared", "returned"))
    draft_no: int = 0
    fingerprint: str = ""
    note: str = ""


class AgreementStep(Record, table=True):
    """A stage that an agreement has left behind: done, not required, or passed with a reason."""

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    code: str
    on: date
    outcome: str = Field(default="done", sa_type=OneOf("done", "not_required", "passed"))
    reason: str = ""


class Reminder(Record, table=True):
    """What was done about something that fell due: settled, or put off until a day.

    ``what`` names it within its agreement (``ending:6``).
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    what: str
    due_on: date
    done_on: date | None = None
    until: date | None = None
