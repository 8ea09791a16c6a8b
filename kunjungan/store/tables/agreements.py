"""Agreements: their parties, their text, and the visits they come from."""

from datetime import date
from typing import get_args
from uuid import UUID

from sqlmodel import Field

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.clauses import Level
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.domain.paper import Paper
from kunjungan.domain.party_labels import PartyStyle
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import EndsRule
from kunjungan.domain.words import LanguageClause, Side, WitnessRole
from kunjungan.store.columns import Choice, OneOf, link, ordered_text
from kunjungan.store.tables.record import Record


class Agreement(Record, table=True):
    """A kesepakatan bersama, PKS or other bilingual agreement.

    ``parent_id`` is its umbrella; ``reason`` says why a kind was chosen against the partner;
    from ``locked_on`` its wording stands as signed. ``third_language`` is the partner's own, by its
    code (``ko``), with title and subject in it. ``renews_id`` is the one that it extends, ``track``
    the stages it goes through (empty: those of its kind), ``field`` and ``unit`` what it is about
    and the office that carries it out; from ``ended_on`` it has ended before its time.
    """

    kind: AgreementKind = Field(sa_type=Choice(AgreementKind))
    subject_id: str
    subject_en: str = ""
    stage: AgreementStage = Field(
        default=AgreementStage.DRAFT, sa_type=Choice(AgreementStage), index=True
    )
    draft_no: int = 1
    parent_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    signing_on: date | None = Field(default=None, index=True)
    place_id: str = ""
    place_en: str = ""
    paper: Paper = Field(default=Paper.F4, sa_type=Choice(Paper))
    layout: Layout = Field(default=Layout.COLUMNS, sa_type=Choice(Layout))
    third_language: str = ""
    title_third: str = ""
    subject_third: str = ""
    party_style: PartyStyle = Field(default=PartyStyle.KESATU, sa_type=Choice(PartyStyle))
    first_signs: Side = Field(default="left", sa_type=OneOf(*get_args(Side)))
    stamp_rule: StampRule = Field(default=StampRule.CROSSWISE, sa_type=Choice(StampRule))
    stamp_form: StampForm = Field(default=StampForm.ADHESIVE, sa_type=Choice(StampForm))
    alternat: bool = False
    term_years: int | None = None
    term_months: int | None = None
    starts_on: date | None = None
    ends_on: date | None = Field(default=None, index=True)
    ends_rule: EndsRule = Field(default=EndsRule.SAME_DAY, sa_type=Choice(EndsRule))
    language_clause: LanguageClause = Field(
        default="id_prevails", sa_type=OneOf(*get_args(LanguageClause))
    )
    reference: str = ""
    reason: str = ""
    locked_on: date | None = None
    renews_id: UUID | None = Field(default=None, sa_column_args=[link("agreement")], index=True)
    track: str = ""
    field: str = ""
    unit: str = ""
    ended_on: date | None = None
    end_reason: str = ""
    note: str = ""
    sample: bool = False


class AgreementVisit(Record, table=True):
    """An agreement that comes from a visit."""

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    visit_id: UUID = Field(sa_column_args=[link("visit")], index=True)


class Party(Record, table=True):
    """A party, who signs for it, by what authority, and its own number on the agreement.

    ``authority_reason`` says why it is signed without the authority the law asks for. The names
    in the partner's own language stand with ``_third``.
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    seq: int
    institution_id: UUID = Field(sa_column_args=[link("institution")], index=True)
    tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    authority: str = ""
    authority_on: date | None = None
    authority_reason: str = ""
    number: str | None = None
    number_on: date | None = None
    number_pending: bool = False
    name_third: str = ""
    office_third: str = ""
    signer_third: str = ""


class Clause(Record, table=True):
    """One row of the text in all its languages; ``key`` names a standard article.

    ``rendered`` and ``rendered_third`` are the marks of the Indonesian text that the translation
    was last seen to render: another mark makes the translation stale, an empty one says nothing.
    ``anchor`` is the name by which other rows refer to this one (``{ref:anchor}``).
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    rank: str = Field(sa_type=ordered_text())
    level: Level = Field(sa_type=Choice(Level))
    key: str | None = None
    text_id: str = ""
    text_en: str = ""
    text_third: str = ""
    rendered: str = ""
    rendered_third: str = ""
    anchor: str = ""


class Witness(Record, table=True):
    """Who signs an agreement without being a party: a witness, or who acknowledges it.

    Either the holder of a post (``tenure_id``), or a name and an office as they are written.
    """

    agreement_id: UUID = Field(sa_column_args=[link("agreement")], index=True)
    seq: int
    role: WitnessRole = Field(default="witness", sa_type=OneOf(*get_args(WitnessRole)))
    tenure_id: UUID | None = Field(default=None, sa_column_args=[link("tenure")], index=True)
    name: str = ""
    office_id: str = ""
    office_en: str = ""
