"""The whole JSON form of an office, version 6, and the few objects that stand at its top."""

import base64
import binascii
import hashlib
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.precedence import HostPlace
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.words import Side
from kunjungan.exchange.office_json_agreements import Agreement
from kunjungan.exchange.office_json_people import Holiday, Institution, Person, Region
from kunjungan.exchange.office_json_planning import CalendarEntry, Resource, Snooze, Template
from kunjungan.exchange.office_json_seating import LocalRank
from kunjungan.exchange.office_json_types import (
    Count,
    Day,
    Form,
    Line,
    Link,
    Name,
    NamePair,
    Ref,
    Sha,
    Text,
    Under,
    up_to,
)
from kunjungan.exchange.office_json_visits import ForAgreement, Print, Task, Visit

FORMAT = "kunjungan-office"
VERSION = 6
MANY = up_to(1_000_000)


def _decoded(value: object) -> bytes:
    try:
        return base64.b64decode(value if isinstance(value, str) else "?", validate=True)
    except (binascii.Error, ValueError) as error:
        raise PydanticCustomError("base64", "no base64") from error


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


class Attachment(Form):
    """A file that belongs to a visit or an agreement; its content stands under ``files``.

    ``stage`` and ``document`` say what it is evidence of, ``original`` what it is a scan of.
    """

    KIND: ClassVar[str] = "attachment"

    ref: Ref | None = None
    name: Name
    sha256: Sha
    size: Annotated[int, Field(ge=0, le=2**31 - 1)]
    media_type: Line = ""
    visit: Annotated[Ref | None, Link("visit", "visit_id")] = None
    agreement: ForAgreement = None
    original: Annotated[Ref | None, Link("original", "original_id")] = None
    stage: Line = ""
    document: Line = ""
    number: Line = ""
    on: Day | None = None
    added_on: Day | None = None


class Term(Form):
    """An Indonesian term and its English, only where the office added or changed it."""

    KIND: ClassVar[str] = "term"

    ref: Ref
    words: NamePair
    domain: Line = ""
    note: Text = ""
    source: Line = ""
    approved_by: Line = ""
    approved_on: Day | None = None
    active: bool = True


class Content(Form):
    """The bytes of one archived file, named by their SHA-256, in base64."""

    sha256: Sha
    content: Annotated[
        bytes,
        PlainValidator(_decoded),
        PlainSerializer(_encoded, when_used="json"),
        WithJsonSchema({"type": "string", "contentEncoding": "base64"}),
    ]


def _as_named(file: Content) -> Content:
    if hashlib.sha256(file.content).hexdigest() != file.sha256:
        raise PydanticCustomError("fingerprint", "another fingerprint")
    return file


class Settings(Form):
    """What the office decided once; what is left out was never chosen."""

    own_institution: Ref | None = None
    paper: Paper | None = None
    party_style: PartyStyle | None = None
    first_signs: Side | None = None
    stamp_rule: StampRule | None = None
    stamp_form: StampForm | None = None
    ends_rule: EndsRule | None = None
    notice_months: Count | None = None
    titles_in_opening: bool | None = None
    titles_in_signature: bool | None = None
    number_pattern: Line | None = None
    number_class: Line | None = None
    number_unit: Line | None = None
    ending_months: Count | None = None
    six_day_week: bool | None = None
    reminder_months: Annotated[tuple[Count, ...] | None, Field(max_length=20)] = None
    answer_days: Count | None = None
    council_days: Count | None = None
    report_months: Count | None = None
    attachment_megabytes: Count | None = None
    clearance_route: Annotated[tuple[Line, ...] | None, Field(max_length=100)] = None
    turnaround_minutes: Count | None = None
    travel_minutes: Count | None = None
    quiet_times: Annotated[tuple[Line, ...] | None, Field(max_length=100)] = None
    report_days: Count | None = None
    reply_days: Count | None = None
    gift_report_days: Count | None = None
    host_place: HostPlace | None = None
    tie_rules: Annotated[tuple[Line, ...] | None, Field(max_length=20)] = None
    guest_right: bool | None = None
    row_halves: bool | None = None
    blank_rows: Count | None = None
    attendance_nip: bool | None = None
    attendance_phone: bool | None = None
    badge_sheet: Line | None = None
    badge_roles: Annotated[tuple[Line, ...] | None, Field(max_length=100)] = None
    contact_months: Count | None = None
    state_emblem: Sha | None = None


class OfficeForm(Form):
    """An office: its institutions and people, its visits, its agreements and its files.

    Every object has a ``ref``, a UUID or any label; reading the same file twice changes nothing.
    """

    format: Literal["kunjungan-office"]
    version: Literal[1, 2, 3, 4, 5, 6]
    institutions: Annotated[
        tuple[Institution, ...], Under("", order=("name_id",)), up_to(100_000)
    ] = ()
    people: Annotated[tuple[Person, ...], Under("", order=("name",)), MANY] = ()
    visits: Annotated[tuple[Visit, ...], Under("", order=("on", "title")), MANY] = ()
    agreements: Annotated[tuple[Agreement, ...], Under("", order=("reference",)), MANY] = ()
    tasks: Annotated[
        tuple[Task, ...], Under("", order=("title",), unless=("visit_id", "agreement_id")), MANY
    ] = ()
    prints: Annotated[
        tuple[Print, ...], Under("", order=("at",), unless=("visit_id", "agreement_id")), MANY
    ] = ()
    attachments: Annotated[tuple[Attachment, ...], Under("", order=("name",)), MANY] = ()
    settings: Settings = Settings()
    holidays: Annotated[tuple[Holiday, ...], Under("", order=("on",)), MANY] = ()
    regions: Annotated[tuple[Region, ...], Under("", order=("code",)), MANY] = ()
    terms: Annotated[tuple[Term, ...], Under("", order=("words_id",)), MANY] = ()
    entries: Annotated[
        tuple[CalendarEntry, ...], Under("", order=("on", "starts_at", "title")), MANY
    ] = ()
    resources: Annotated[tuple[Resource, ...], Under("", order=("name",)), up_to(100_000)] = ()
    templates: Annotated[tuple[Template, ...], Under("", order=("name_id",)), up_to(10_000)] = ()
    local_ranks: Annotated[tuple[LocalRank, ...], Under("", order=("name_id",)), up_to(10_000)] = ()
    snoozes: Annotated[tuple[Snooze, ...], Under("", order=("what",)), MANY] = ()
    files: Annotated[tuple[Annotated[Content, AfterValidator(_as_named)], ...], MANY] = ()
