"""An agreement at a glance, for its own page: where it stands and what may be done with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, func, select

from kunjungan.domain.agreements import AgreementKind, party_label
from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.stages import AgreementStage
from kunjungan.services.agreement_content import originals_of
from kunjungan.services.agreement_fields import (
    PartyFacts,
    agreement_values,
    body_name,
    party_facts,
)
from kunjungan.services.agreement_lists import register_label
from kunjungan.services.office import Office
from kunjungan.services.parties import OPEN
from kunjungan.services.rows import found
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Original,
    RegisterEntry,
    Signature,
    Visit,
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
    number: str
    number_on: date | None
    pending: bool


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement's page: ``visits`` are ids with titles, ``signatures`` counts those due in all.

    ``locked`` says that an original of this draft has been printed.
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

    @property
    def open(self) -> bool:
        """Whether the text may change."""
        return self.stage in OPEN and not self.locked


def agreement_view(office: Office, agreement_id: UUID) -> AgreementView:
    """Return an agreement at a glance; NotFound when it is gone."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        parties = party_facts(session, agreement_id)
        originals = originals_of(session, agreement_id)
        query = select(RegisterEntry).where(RegisterEntry.agreement_id == agreement_id)
        entry = session.exec(query).first()
        return AgreementView(
            id=row.id,
            kind=row.kind,
            subject=Bilingual(row.subject_id, row.subject_en),
            parties=tuple(_party(row, facts) for facts in parties),
            stage=row.stage,
            draft_no=row.draft_no,
            locked=row.locked_on is not None,
            signing_on=row.signing_on,
            ends_on=row.ends_on,
            visits=_visits(session, agreement_id),
            originals=len(originals),
            printed=sum(original.sha256 is not None for original in originals),
            signatures=len(originals) * len(parties),
            signed=_signed(session, agreement_id),
            register_no=register_label(entry),
            kept_at=entry.kept_at if entry else "",
        )


def field_values(office: Office, agreement_id: UUID) -> dict[str, Bilingual]:
    """Return what each field of the text will say on paper now; an open one says nothing."""
    with office.store.read() as session:
        row = found(session, Agreement, agreement_id)
        return agreement_values(session, row, party_facts(session, agreement_id))


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
        party.number or "",
        party.number_on,
        party.number_pending,
    )


def _visits(session: Session, agreement_id: UUID) -> tuple[tuple[UUID, str], ...]:
    query = (
        select(Visit)
        .join(AgreementVisit, col(AgreementVisit.visit_id) == col(Visit.id))
        .where(AgreementVisit.agreement_id == agreement_id)
        .order_by(col(Visit.on))
    )
    return tuple((visit.id, visit.title) for visit in session.exec(query))


def _signed(session: Session, agreement_id: UUID) -> int:
    query = (
        select(func.count())
        .select_from(Signature)
        .join(Original, col(Signature.original_id) == col(Original.id))
        .where(Original.agreement_id == agreement_id)
    )
    return session.exec(query).one()
