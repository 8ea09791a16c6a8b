"""What happens during a visit and what must be done for it."""

from datetime import date, time
from uuid import UUID

from sqlmodel import Field

from kunjungan.store.columns import link, ordered_text
from kunjungan.store.tables.record import Record


class AgendaItem(Record, table=True):
    """One line of the rundown, at a local time and for so many minutes."""

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    rank: str = Field(sa_type=ordered_text())
    starts_at: time
    minutes: int
    title_id: str
    title_en: str = ""
    place: str = ""
    in_charge: str = ""
    cue: str = ""


class Task(Record, table=True):
    """Something to be done for a visit, an agreement or neither.

    ``party_id`` is who owes it, ``code`` the duty of the law or of practice that it comes from.
    """

    visit_id: UUID | None = Field(default=None, sa_column_args=[link("visit")], index=True)
    agreement_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    party_id: UUID | None = Field(default=None, sa_column_args=[link("party")], index=True)
    code: str = ""
    area: str = ""
    title: str
    owner: str = ""
    due_on: date | None = Field(default=None, index=True)
    done_on: date | None = None
