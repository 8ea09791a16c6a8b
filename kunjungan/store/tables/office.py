"""The office's own settings."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from kunjungan.store.tables.record import Record


class Setting(Record, table=True):
    """One setting of the office, journaled like anything else."""

    key: str = Field(unique=True)
    value: Any = Field(sa_type=JSON(none_as_null=True), nullable=True)
