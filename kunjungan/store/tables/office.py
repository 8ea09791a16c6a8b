"""The office's own settings and its own words."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from kunjungan.store.tables.record import Record


class Setting(Record, table=True):
    """One setting of the office, journaled like anything else."""

    key: str = Field(unique=True)
    value: Any = Field(sa_type=JSON(none_as_null=True), nullable=True)


class Term(Record, table=True):
    """An Indonesian term and the English that the office uses for it; ``;`` parts spellings.

    A star in ``words_en`` stands for any ending. ``source`` is the law or treaty that it is taken
    from; one that is not ``active`` is no longer looked for, nor brought back by a release.
    """

    words_id: str = Field(index=True)
    words_en: str = ""
    domain: str = ""
    note: str = ""
    source: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    active: bool = True
