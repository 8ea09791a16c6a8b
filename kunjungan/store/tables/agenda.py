"""What happens during a visit and what must be done for it."""

from datetime import date, time
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.visit_words import ItemKind, SpeechState
from kunjungan.store.columns import Choice, link, ordered_text
from kunjungan.store.tables.record import Record


class AgendaItem(Record, table=True):
    """One line of the rundown, at a local time and for so many minutes.

    A ``fixed`` one keeps its time when others slip; one that is not ``shown`` is for the operators
    only. ``tenure_id`` is who speaks or enters, ``agreement_id`` what is signed; ``began_at``,
    ``ended_at`` and ``remark`` are how it really went, ``speech`` how far the text of a speech is.
    """

    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    session_id: UUID | None = Field(
        default=None, sa_column_args=[link("visit_session")], index=True
    )
    agreement_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    rank: str = Field(sa_type=ordered_text())
    kind: ItemKind = Field(default=ItemKind.OTHER, sa_type=Choice(ItemKind))
    starts_at: time
    minutes: int
    title_id: str
    title_en: str = ""
    place: str = ""
    in_charge: str = ""
    cue: str = ""
    needs: str = ""
    speech: SpeechState | None = Field(default=None, sa_type=Choice(SpeechState))
    fixed: bool = False
    shown: bool = True
    began_at: time | None = None
    ended_at: time | None = None
    remark: str = ""


class Task(Record, table=True):
    """Something to be done for a visit, an agreement or neither.

    ``party_id`` is who owes it, ``code`` the duty or the step of a checklist that it comes from.
    ``days_before`` counts the due day back from the visit's day; ``delegation_id`` is to whom
    something was promised.
    """

    visit_id: UUID | None = Field(default=None, sa_column_args=[link("visit")], index=True)
    agreement_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    party_id: UUID | None = Field(default=None, sa_column_args=[link("party")], index=True)
    delegation_id: UUID | None = Field(
        default=None, sa_column_args=[link("delegation")], index=True
    )
    rank: str = Field(default="", sa_type=ordered_text())
    code: str = ""
    area: str = ""
    title: str
    owner: str = ""
    days_before: int | None = None
    due_on: date | None = Field(default=None, index=True)
    done_on: date | None = None
