"""The words of the JSON form: bounded text, local dates and times, and links between objects."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, ClassVar, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    SerializerFunctionWrapHandler,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
)
from pydantic_core import PydanticCustomError

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken

LABELS = uuid5(NAMESPACE_URL, "kunjungan-office")
NOTHING: tuple[object, ...] = (None, "", (), {}, [])
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"

T = TypeVar("T")


def identity(kind: str, ref: str) -> UUID:
    """Return the id that a ``ref`` stands for: a UUID itself, or one made of kind and label.

    The same label always makes the same id, so that a file read twice adds nothing twice.
    """
    return UUID(ref) if _UUID.fullmatch(ref) else uuid5(LABELS, f"{kind}/{ref}")


@dataclass(frozen=True, slots=True)
class Link:
    """Marks a field that names another object of some kind; ``column`` is its flat name."""

    kind: str
    column: str


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Marks a field that names a party of the same agreement by its number."""

    column: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Marks a number that, where left out, is the place in the list, from 1."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Marks a sort key that, where left out, follows from the place in the list."""


@dataclass(frozen=True, slots=True)
class Under:
    """Marks a list of objects that belong to this one through their ``column``.

    ``unless`` names columns that must be empty, since such objects are listed elsewhere; ``order``
    is what the list is sorted by before the id.
    """

    column: str
    order: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Marks a list of ``ref`` that is kept as a list of pairs of this object and another."""

    kind: str
    own: str
    other: str
    of: str


class Form(BaseModel):
    """What every object of the file has in common: nothing unknown, nothing converted.

    ``KIND`` is the noun under which the object is kept, empty for a mere group.
    """

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True
    )
    KIND: ClassVar[str] = ""

    @model_serializer(mode="wrap")
    def _short(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what is empty where empty is what a reader would take anyway."""
        fields = type(self).model_fields
        plain: dict[str, Any] = write(self)
        return {
            name: value
            for name, value in plain.items()
            if value not in NOTHING or getattr(self, name) != fields[name].default
        }


def _no_nul(text: str) -> str:
    if "\0" in text:
        raise PydanticCustomError("no_nul", "no NUL")
    return text


def _partial(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(value if isinstance(value, str) else "")
    except RuleBroken as error:
        raise PydanticCustomError("partial_date", "no partial date") from error


def _local(at: time) -> time:
    if at.tzinfo is not None:
        raise PydanticCustomError("local_time", "no local time")
    return at


def _clock(at: time) -> str:
    return at.isoformat("auto" if at.second or at.microsecond else "minutes")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def up_to(count: int) -> Any:  # noqa: ANN401 (as pydantic's own Field)
    """Return the bound of a long list; its first wrong entry ends the look at it.

    Otherwise a hostile file could fill the memory with what is wrong in it.
    """
    return Field(max_length=count, fail_fast=True)


def all_different(values: Collection[T]) -> Collection[T]:
    """Return a list unless it names something twice."""
    if len(set(values)) < len(values):
        raise PydanticCustomError("named_twice", "named twice")
    return values


Line = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_no_nul)]
Text = Annotated[str, StringConstraints(max_length=200_000), AfterValidator(_no_nul)]
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2_000, pattern=r"\S"),
    AfterValidator(_no_nul),
]
Ref = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$"),
    AfterValidator(_no_nul),
    Field(description="A UUID, or a label of your own such as bandung"),
]
Sha = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
RegionCode = Annotated[
    str,
    StringConstraints(pattern=r"^\d{2}(\.\d{2})?$"),
    Field(description="Home Affairs code: 32 or 32.73"),
]
Count = Annotated[int, Field(ge=0, le=2**31 - 1)]
Number = Annotated[int, Field(ge=1, le=9_999)]
Rank = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]*[1-9A-Za-z]$", max_length=200)]
Day = Annotated[date, WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DAY}$"})]
Clock = Annotated[
    time,
    AfterValidator(_local),
    PlainSerializer(_clock, when_used="json"),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_CLOCK}$", "description": "Local time, 24 hours: 09:30"}
    ),
]
Moment = Annotated[
    AwareDatetime,
    PlainSerializer(_moment, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Partial = Annotated[
    PartialDate,
    PlainValidator(_partial),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "description": "A day, or only its month or year: 2021-12-05, 2021-12, 2021",
        }
    ),
]


class Pair(Form):
    """One text in Indonesian and English."""

    id: Text = ""
    en: Text = ""


class NamePair(Pair):
    """A name in Indonesian, which must be there, and English."""

    id: Name
