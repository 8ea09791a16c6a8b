"""A partner on one card: earlier visits, agreements, gifts and what is still owed to it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.stages import VisitStage
from kunjungan.services.agreement_lists import AgreementLine, agreements_with
from kunjungan.services.office import Office
from kunjungan.services.rows import found
from kunjungan.services.visit_lists import VisitLine, lines_in
from kunjungan.services.visiting.gifts import GiftLine, gifts_in
from kunjungan.services.visiting.promises import PromiseLine, promises_in
from kunjungan.store.tables import Delegation, Institution, Visit

CAME = frozenset({VisitStage.RUNNING, VisitStage.REPORTED})
"""Stages in which a delegation has come."""


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """All that is known of dealings with an institution.

    ``visits`` has the latest first; ``last`` is the latest in which they came, or we went to
    them. ``promises`` are those still open.
    """

    institution_id: UUID
    name: Bilingual
    last: VisitLine | None
    visits: tuple[VisitLine, ...]
    agreements: tuple[AgreementLine, ...]
    gifts: tuple[GiftLine, ...]
    promises: tuple[PromiseLine, ...]


def partner_card(office: Office, institution_id: UUID, *, but: UUID | None = None) -> PartnerCard:
    """Return an institution's card; ``but`` leaves out the visit that it is shown beside.

    Visits count in which it sent a delegation or received ours.
    """
    today = office.today()
    with office.store.read() as session:
        body = found(session, Institution, institution_id)
        visits = lines_in(session, ids=_visits(session, institution_id, but))
        promises = promises_in(session, today, institution_id=institution_id)
        return PartnerCard(
            institution_id=institution_id,
            name=Bilingual(body.name_id, body.name_en),
            last=next((line for line in visits if _took_place(line, today)), None),
            visits=tuple(visits),
            agreements=tuple(agreements_with(office, session, institution_id)),
            gifts=tuple(gifts_in(session, today, institution_id=institution_id)),
            promises=tuple(line for line in promises if line.done_on is None),
        )


def _visits(session: Session, institution_id: UUID, but: UUID | None) -> list[UUID]:
    sent = select(Delegation.visit_id).where(Delegation.institution_id == institution_id)
    went = and_(col(Visit.direction) == "outgoing", col(Visit.host_id) == institution_id)
    query = select(Visit.id).where(or_(col(Visit.id).in_(sent), went))
    return [key for key in session.exec(query) if key != but]


def _took_place(line: VisitLine, today: date) -> bool:
    """Say whether a visit took place; an office may enter old ones without their stages."""
    return line.stage in CAME and (line.until or line.on).first <= today
