"""An agreement at a glance, for its own page: where it stands and what may be done with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.agreements import AgreementKind
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.kind_rules import KindRule
from kunjungan.domain.layouts import HOME_LANGUAGES, Layout
from kunjungan.domain.party_labels import party_label
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import (
    PartyFacts,
    agreement_facts,
    body_name,
)
from kunjungan.services.agreement_lists import register_label
from kunjungan.services.agreement_values import agreement_values, figure_values
from kunjungan.services.agreement_visits import visits_of
from kunjungan.services.clauses import clause_rows
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.rows import found
from kunjungan.services.third_values import third_values
from kunjungan.store.tables import (
    Agreement,
    Original,
    RegisterEntry,
    Signature,
)


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party as the page shows it: its label in the text, who signs, under what number."""

    seq: int
    label: Bilingual
    institution_id: UUID
    body: Bilingual
    short: str
    signatory: str
    post: Bilingual
    authority: str
    reason: str
    number: str
    number_on: date | None
    pending: bool


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement's page: ``visits`` are ids with titles, ``signatures`` counts those due in all.

    ``locked`` says that an original of this draft has been printed, ``languages`` are those of the
    text in order, ``foreign`` that a party of another country signs.
    """

    id: UUID
    kind: AgreementKind
    subject: Bilingual
    parties: tuple[PartyLine, ...]
    stage: AgreementStage
    draft_no: int
    locked: bool
    signing_on: date | None
    ends_on: date | None
    visits: tuple[tuple[UUID, str], ...]
    originals: int
    printed: int
    signatures: int
    signed: int
    register_no: str
    kept_at: str
    rule: KindRule
    languages: tuple[str, ...]
    foreign: bool
    layout: Layout

    @property
    def third(self) -> str:
        """The partner's own language by its code, empty where the text has none."""
        return next((code for code in self.languages if code not in HOME_LANGUAGES), "")

    @property
    def open(self) -> bool:
        """Whether the text may change."""
        return self.stage in OPEN and not self.locked


def agreement_view(office: Office, agreement_id: UUID) -> AgreementView:
    """Return an agreement at a glance; NotFound when it is gone."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        facts = agreement_facts(session, row)
        originals = originals_of(session, agreement_id)
        query = select(RegisterEntry).where(RegisterEntry.agreement_id == agreement_id)
        entry = session.exec(query).first()
        return AgreementView(
            id=row.id,
            kind=row.kind,
            subject=Bilingual(row.subject_id, row.subject_en),
            parties=tuple(_party(row, party) for party in facts.parties),
            stage=row.stage,
            draft_no=row.draft_no,
            locked=row.locked_on is not None,
            signing_on=row.signing_on,
            ends_on=row.ends_on,
            visits=_visits(session, agreement_id),
            originals=len(originals),
            printed=sum(original.sha256 is not None for original in originals),
            signatures=len(originals) * len(facts.parties),
            signed=_signed(session, agreement_id),
            register_no=register_label(entry),
            kept_at=entry.kept_at if entry else "",
            rule=facts.rule,
            languages=facts.languages,
            foreign=facts.foreign,
            layout=row.layout,
        )


def field_values(office: Office, agreement_id: UUID) -> dict[str, Bilingual]:
    """Return what each field of the text will say on paper now; an open one says nothing."""
    with office.store.read() as session:
        facts = agreement_facts(session, found(session, Agreement, agreement_id))
        texts = [row.text_id + row.text_en for row in clause_rows(session, agreement_id)]
        return agreement_values(facts) | figure_values(texts)


def third_values_of(office: Office, agreement_id: UUID) -> dict[str, str]:
    """Return what each field will say in the partner's own language, nothing without one."""
    with office.store.read() as session:
        facts = agreement_facts(session, found(session, Agreement, agreement_id))
        return third_values(facts, agreement_values(facts)) if facts.row.third_language else {}


def _party(row: Agreement, facts: PartyFacts) -> PartyLine:
    party, signatory = facts.row, facts.signatory
    return PartyLine(
        party.seq,
        party_label(party.seq, row.party_style),
        party.institution_id,
        body_name(facts.body),
        facts.body.short_name or facts.body.name_id,
        signatory.name.full if signatory else "",
        signatory.post if signatory else Bilingual("", ""),
        party.authority,
        party.authority_reason,
        party.number or "",
        party.number_on,
        party.number_pending,
    )


def _visits(session: Session, agreement_id: UUID) -> tuple[tuple[UUID, str], ...]:
    return tuple((visit.id, visit.title) for visit in visits_of(session, agreement_id))


def _signed(session: Session, agreement_id: UUID) -> int:
    signatures = select(func.count()).select_from(Signature)
    query = signatures.join(Original, col(Signature.original_id) == col(Original.id))
    return session.exec(query.where(Original.agreement_id == agreement_id)).one()
