"""What was printed, signed, registered and attached."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from kunjungan.domain.originals import Medium
from kunjungan.domain.paper import Paper
from kunjungan.store.columns import Choice, Items, UtcDateTime, link
from kunjungan.store.tables.record import Record


class Original(Record, table=True):
    """One original: who keeps it, who stands first, which parties sign over a stamp.

    ``language`` is that of a volume, empty where one original holds all languages; ``first_signs``
    is the side of its first-named party, empty for the agreement's own. ``sha256`` names the
    printed PDF in the archive. ``kept_at`` is where it lies, unless it is ``lent_to`` somebody.
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    no: int
    holder_id: UUID = Field(sa_column_args=[link("party")], index=True)
    first_id: UUID = Field(sa_column_args=[link("party")], index=True)
    stamps: tuple[int, ...] = Field(default=(), sa_type=Items)
    language: str = ""
    first_signs: str = ""
    kept_at: str = ""
    lent_to: str = ""
    due_back_on: date | None = None
    sha256: str | None = None


class Signature(Record, table=True):
    """A party's signature on one original, by ``authority`` where a substitute signed.

    ``reason`` says why a substitute signed without one.
    """

    __table_args__ = (UniqueConstraint("original_id", "party_id"),)

    original_id: UUID = Field(sa_column_args=[link("original")])
    party_id: UUID = Field(sa_column_args=[link("party")], index=True)
    on: date
    place: str = ""
    medium: Medium = Field(default=Medium.WET, sa_type=Choice(Medium))
    signed_by: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    authority: str = ""
    authority_on: date | None = None
    reason: str = ""


class Attachment(Record, table=True):
    """A file kept in the archive under its fingerprint; ``size`` in bytes.

    ``stage`` and ``document`` say what it is evidence of, ``number`` and ``on`` are those of the
    paper itself, ``original_id`` the signed original that it is a scan of.
    """

    visit_id: UUID | None = Field(default=None, sa_column_args=[link("visit")], index=True)
    agreement_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    original_id: UUID | None = Field(default=None, sa_column_args=[link("original")], index=True)
    name: str
    sha256: str = Field(index=True)
    size: int
    media_type: str = ""
    stage: str = ""
    document: str = ""
    number: str = ""
    on: date | None = None
    added_on: date | None = None


class PrintRun(Record, table=True):
    """A printing; ``fingerprint`` is that of the text, so that a stale print can be told.

    ``marks`` are those of all pages in order, ``sheets`` the pages printed where not all were,
    ``sha256`` is that of the whole file.
    """

    agreement_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    visit_id: UUID | None = Field(default=None, sa_column_args=[link("visit")], index=True)
    what: str
    original_no: int | None = None
    draft_no: int = 0
    paper: Paper = Field(sa_type=Choice(Paper))
    pages: int
    copies: int = 1
    fingerprint: str
    language: str = ""
    marks: tuple[str, ...] = Field(default=(), sa_type=Items)
    sheets: tuple[int, ...] = Field(default=(), sa_type=Items)
    sha256: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
    by: str


class RegisterEntry(Record, table=True):
    """A line of the office's register of agreements; ``no`` may be cleared only by a merge."""

    __table_args__ = (UniqueConstraint("year", "no"),)

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], unique=True)
    year: int
    no: int | None
    number: str | None = None
    on: date
    kept_at: str = ""
