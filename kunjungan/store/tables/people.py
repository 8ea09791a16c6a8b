"""Institutions, the people in them, and the offices they hold for a time."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.store.columns import Choice, Items, PartialDay, link
from kunjungan.store.tables.record import Record


class Institution(Record, table=True):
    """A government, agency, company or organisation that visits, hosts or signs.

    ``city_id`` is the Indonesian name of the place where it signs, ``full_style_id`` and
    ``full_style_en`` are how an agreement names it, ``logo_sha`` is its logo in the archive.
    ``list_columns`` remembers what the columns of its guest lists mean: a head, a tab, a field.
    """

    kind: InstitutionKind = Field(sa_type=Choice(InstitutionKind))
    name_id: str = Field(index=True)
    name_en: str = ""
    short_name: str = ""
    region_id: UUID | None = Field(default=None, sa_column_args=[link("region")], index=True)
    parent_id: UUID | None = Field(default=None, sa_column_args=[link("institution")], index=True)
    address_id: str = ""
    address_en: str = ""
    full_style_id: str = ""
    full_style_en: str = ""
    logo_sha: str | None = None
    city_id: str = ""
    list_columns: tuple[str, ...] = Field(default=(), sa_type=Items)
    note: str = ""


class Person(Record, table=True):
    """A person; names, titles and NIP are kept letter by letter and need not be unique.

    The name is empty while a delegation has announced somebody without it. ``card_name`` is how
    cards spell it, empty for the name itself; ``pronunciation`` is for who calls it out,
    ``photo_sha`` a picture in the archive, ``diet`` and ``access`` are what the person needs.
    """

    name: str = Field(index=True)
    titles_front: tuple[str, ...] = Field(default=(), sa_type=Items)
    titles_back: tuple[str, ...] = Field(default=(), sa_type=Items)
    known_as: str = ""
    card_name: str = ""
    pronunciation: str = ""
    honorific: str = ""
    nip: str | None = Field(default=None, index=True)
    rank: str | None = None
    grade: str | None = None
    phone: str | None = None
    email: str | None = None
    photo_sha: str | None = None
    diet: str = ""
    access: str = ""
    note: str = ""


class Position(Record, table=True):
    """An office as such, whoever holds it."""

    institution_id: UUID = Field(sa_column_args=[link("institution")], index=True)
    title_id: str
    title_en: str = ""
    precedence_group: Group | None = Field(default=None, sa_type=Choice(Group))
    is_head: bool = False


class Tenure(Record, table=True):
    """A person holding an office, in some capacity, for some time."""

    person_id: UUID = Field(sa_column_args=[link("person")], index=True)
    position_id: UUID = Field(sa_column_args=[link("position")], index=True)
    capacity: Capacity = Field(default=Capacity.DEFINITIVE, sa_type=Choice(Capacity))
    decree: str = ""
    decree_on: date | None = None
    begins_on: PartialDate | None = Field(default=None, sa_type=PartialDay)
    ends_on: PartialDate | None = Field(default=None, sa_type=PartialDay)
