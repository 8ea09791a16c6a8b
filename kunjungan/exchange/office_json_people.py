"""Places, institutions, people and the posts they hold, in the JSON form."""

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.regions import RegionKind
from kunjungan.domain.workdays import HolidayKind
from kunjungan.exchange.office_json_types import (
    Day,
    Form,
    Line,
    Link,
    Name,
    NamePair,
    Pair,
    Partial,
    Ref,
    RegionCode,
    Sha,
    Text,
    Under,
    up_to,
)

Titles = Annotated[tuple[Text, ...], Field(max_length=200)]
"""As many as a name of the greatest length can have: what lists brought in must come back."""


class Region(Form):
    """A province, regency or city, only where the office changed what the program ships."""

    KIND: ClassVar[str] = "region"

    code: RegionCode
    kind: RegionKind
    name: Name
    name_en: Line | None = None
    province_code: RegionCode | None = None


class Holiday(Form):
    """A holiday or day of joint leave, only where the office added or changed it."""

    KIND: ClassVar[str] = "holiday"

    ref: Ref
    on: Day
    kind: HolidayKind
    name: NamePair


class Person(Form):
    """A person; the name without titles, letter by letter; one word is enough.

    It is empty where a delegation has announced somebody without a name.
    """

    KIND: ClassVar[str] = "person"

    ref: Ref
    name: Text
    titles_front: Titles = ()
    titles_back: Titles = ()
    known_as: Text = ""
    card_name: Text = ""
    pronunciation: Text = ""
    honorific: Text = ""
    nip: Text | None = None
    rank: Text | None = None
    grade: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    photo: Sha | None = None
    diet: Text = ""
    access: Text = ""
    note: Text = ""


def _ref_or_form(value: object) -> str:
    return "ref!" if isinstance(value, str) else "inline!"


SomePerson = Annotated[
    Annotated[Ref, Tag("ref!")] | Annotated[Person, Tag("inline!")],
    Discriminator(_ref_or_form),
    Link("person", "person_id"),
    Field(description="The ref of a person, or a person written out here"),
]


class Holder(Form):
    """A person holding a post, in some capacity, for some time."""

    KIND: ClassVar[str] = "tenure"

    ref: Ref | None = None
    person: SomePerson
    capacity: Capacity = Capacity.DEFINITIVE
    decree: Line = ""
    decree_on: Day | None = None
    begins_on: Partial | None = None
    ends_on: Partial | None = None


class Post(Form):
    """A post as such, whoever holds it, with its holders one after another."""

    KIND: ClassVar[str] = "position"

    ref: Ref | None = None
    title: NamePair
    precedence_group: Group | None = None
    is_head: bool = False
    holders: Annotated[
        tuple[Holder, ...], Under("position_id", order=("begins_on",)), up_to(10_000)
    ] = ()


class Institution(Form):
    """A government, agency, company or organisation with its posts.

    ``city`` is the place where it signs, ``full_style`` is how an agreement names it.
    """

    KIND: ClassVar[str] = "institution"

    ref: Ref
    kind: InstitutionKind
    name: NamePair
    short_name: Line = ""
    region: RegionCode | None = None
    parent: Annotated[Ref | None, Link("institution", "parent_id")] = None
    address: Pair = Pair()
    full_style: Pair = Pair()
    city: Line = ""
    logo: Sha | None = None
    list_columns: Annotated[tuple[Text, ...], Field(max_length=200)] = ()
    note: Text = ""
    posts: Annotated[
        tuple[Post, ...], Under("institution_id", order=("title_id",)), up_to(10_000)
    ] = ()
