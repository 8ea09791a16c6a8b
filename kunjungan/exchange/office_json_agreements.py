"""Agreements with their parties, text, originals, signatures and register, in the JSON form."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import Medium, StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.words import LanguageClause, Side, WitnessRole
from kunjungan.exchange.office_json_drafting import (
    AgreementStep,
    Clearance,
    Draft,
    Reminder,
)
from kunjungan.exchange.office_json_types import (
    ByNumber,
    Count,
    Counted,
    Day,
    Form,
    Line,
    Link,
    Listed,
    NamePair,
    Number,
    Pair,
    Rank,
    Ranked,
    Ref,
    Sha,
    Text,
    Under,
    all_different,
    up_to,
)
from kunjungan.exchange.office_json_visits import Print, Task


class Party(Form):
    """A party, who signs for it, by what authority, and its own number.

    ``signatory`` names the holder of a post. ``number_pending`` says that the number comes later,
    ``authority_reason`` why it is signed without the authority that the law asks for.
    """

    KIND: ClassVar[str] = "party"

    ref: Ref | None = None
    seq: Annotated[Number | None, Counted()] = None
    institution: Annotated[Ref, Link("institution", "institution_id")]
    signatory: Annotated[Ref | None, Link("tenure", "tenure_id")] = None
    authority: Line = ""
    authority_on: Day | None = None
    authority_reason: Text = ""
    number: Line | None = None
    number_on: Day | None = None
    number_pending: bool = False
    name_third: Line = ""
    office_third: Line = ""
    signer_third: Line = ""


class Witness(Form):
    """Who signs without being a party: the holder of a post, or a name and an office."""

    KIND: ClassVar[str] = "witness"

    ref: Ref | None = None
    seq: Annotated[Number | None, Counted()] = None
    role: WitnessRole = "witness"
    holder: Annotated[Ref | None, Link("tenure", "tenure_id")] = None
    name: Line = ""
    office: Pair = Pair()


class Clause(Form):
    """One row of the text in its languages; ``key`` names a standard article.

    ``rendered`` is the mark of the Indonesian text that the translation was last seen to render.
    """

    KIND: ClassVar[str] = "clause"

    ref: Ref | None = None
    rank: Annotated[Rank | None, Ranked()] = None
    level: Level
    key: Line | None = None
    text: Pair = Pair()
    text_third: Text = ""
    rendered: Line = ""
    rendered_third: Line = ""
    anchor: Line = ""


class Signature(Form):
    """A party's signature on an original; ``party`` is the party's number.

    ``signed_by`` holds the post of who signed, ``authority`` is that of a substitute.
    """

    KIND: ClassVar[str] = "signature"

    ref: Ref | None = None
    party: Annotated[Number, ByNumber("party_id")]
    on: Day
    place: Line = ""
    medium: Medium = Medium.WET
    signed_by: Annotated[Ref | None, Link("tenure", "signed_by")] = None
    authority: Line = ""
    authority_on: Day | None = None
    reason: Text = ""


class Original(Form):
    """One original: the number of the party that keeps it, of the one named first, of the stamps.

    ``sha256`` names the printed PDF, whose content stands under ``files``. It lies at ``kept_at``
    unless it is lent.
    """

    KIND: ClassVar[str] = "original"

    ref: Ref | None = None
    no: Annotated[Number | None, Counted()] = None
    holder: Annotated[Number, ByNumber("holder_id")]
    first: Annotated[Number, ByNumber("first_id")] = 1
    stamps: Annotated[tuple[Number, ...], Field(max_length=100)] = ()
    language: Line = ""
    first_signs: Line = ""
    kept_at: Line = ""
    lent_to: Line = ""
    due_back_on: Day | None = None
    sha256: Sha | None = None
    signatures: Annotated[
        tuple[Signature, ...], Under("original_id", order=("on",)), Field(max_length=100)
    ] = ()


class RegisterEntry(Form):
    """The agreement's place in the office's register: year and number."""

    KIND: ClassVar[str] = "register_entry"

    ref: Ref | None = None
    year: Annotated[int, Field(ge=1900, le=9_999)]
    no: Count | None = None
    number: Line | None = None
    on: Day
    kept_at: Line = ""


def _numbered_apart(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    numbers = {party.seq or place for place, party in enumerate(parties, 1)}
    if len(numbers) < len(parties):
        raise PydanticCustomError("numbered_twice", "numbered twice")
    return parties


class Agreement(Form):
    """A bilingual agreement with its parties, its text and what became of it on paper.

    Where ``clauses`` is left out the office's standard text is taken; where ``originals`` is left
    out one is planned for each party.
    """

    KIND: ClassVar[str] = "agreement"

    ref: Ref
    kind: AgreementKind
    subject: NamePair
    stage: AgreementStage = AgreementStage.DRAFT
    draft_no: Count = 1
    umbrella: Annotated[Ref | None, Link("agreement", "parent_id")] = None
    signing_on: Day | None = None
    place: Pair = Pair()
    paper: Paper = Paper.F4
    layout: Layout = Layout.COLUMNS
    third_language: Line = ""
    title_third: Line = ""
    subject_third: Line = ""
    party_style: PartyStyle = PartyStyle.KESATU
    first_signs: Side = "right"
    stamp_rule: StampRule = StampRule.CROSSWISE
    stamp_form: StampForm = StampForm.ADHESIVE
    alternat: bool = False
    term_years: Count | None = None
    term_months: Count | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None
    ends_rule: EndsRule = EndsRule.SAME_DAY
    language_clause: LanguageClause = "id_prevails"
    reference: Line = ""
    reason: Text = ""
    locked_on: Day | None = None
    renews: Annotated[Ref | None, Link("agreement", "renews_id")] = None
    track: Line = ""
    field: Line = ""
    unit: Line = ""
    ended_on: Day | None = None
    end_reason: Text = ""
    note: Text = ""
    sample: bool = False
    visits: Annotated[
        tuple[Ref, ...],
        Listed("agreement_visit", "agreement_id", "visit_id", "visit"),
        AfterValidator(all_different),
        Field(max_length=1_000, description="Visits that this agreement comes from"),
    ] = ()
    parties: Annotated[
        tuple[Party, ...],
        Under("agreement_id", order=("seq",)),
        AfterValidator(_numbered_apart),
        Field(min_length=2, max_length=100),
    ]
    witnesses: Annotated[
        tuple[Witness, ...], Under("agreement_id", order=("seq",)), Field(max_length=100)
    ] = ()
    clauses: Annotated[
        tuple[Clause, ...] | None, Under("agreement_id", order=("rank",)), up_to(10_000)
    ] = None
    originals: Annotated[
        tuple[Original, ...], Under("agreement_id", order=("no",)), Field(max_length=100)
    ] = ()
    register_entry: Annotated[RegisterEntry | None, Under("agreement_id")] = None
    drafts: Annotated[tuple[Draft, ...], Under("agreement_id", order=("no",)), up_to(10_000)] = ()
    clearances: Annotated[
        tuple[Clearance, ...], Under("agreement_id", order=("seq",)), up_to(1_000)
    ] = ()
    steps: Annotated[
        tuple[AgreementStep, ...], Under("agreement_id", order=("code",)), up_to(1_000)
    ] = ()
    reminders: Annotated[
        tuple[Reminder, ...], Under("agreement_id", order=("what", "due_on")), up_to(10_000)
    ] = ()
    tasks: Annotated[
        tuple[Task, ...],
        Under("agreement_id", order=("title",), unless=("visit_id",)),
        up_to(10_000),
    ] = ()
    prints: Annotated[
        tuple[Print, ...],
        Under("agreement_id", order=("at",), unless=("visit_id",)),
        up_to(10_000),
    ] = ()
