"""Regions and holidays: what the State decides and the office only looks up."""

from datetime import date

from sqlmodel import Field

from kunjungan.domain.regions import RegionKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.store.columns import Choice
from kunjungan.store.tables.record import Record


class Region(Record, table=True):
    """A province, regency or city under its Home Affairs code (``32`` or ``32.73``)."""

    code: str = Field(unique=True)
    kind: RegionKind = Field(sa_type=Choice(RegionKind))
    name: str
    name_en: str | None = None
    province_code: str | None = Field(default=None, index=True)


class Holiday(Record, table=True):
    """A national holiday or a day of joint leave."""

    on: date = Field(index=True)
    kind: HolidayKind = Field(sa_type=Choice(HolidayKind))
    name_id: str
    name_en: str
