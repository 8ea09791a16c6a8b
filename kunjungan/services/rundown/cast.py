"""Who takes part in a session, and the guests of a visit in their order of precedence."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.institutions import FOREIGN, InstitutionKind
from kunjungan.domain.kinds import KINDS
from kunjungan.domain.listing import listed
from kunjungan.domain.precedence import Group, Guest, Ordered
from kunjungan.domain.rundown_templates import Cast, Signed, Voice
from kunjungan.services.agreement_fields import body_in_text
from kunjungan.services.guests.participants import participants_in
from kunjungan.services.office import Office
from kunjungan.services.office_settings import settings_in
from kunjungan.services.officials import OfficialLine, officials_in
from kunjungan.services.precedence.order import precedence_in
from kunjungan.services.rows import found
from kunjungan.services.rundown.lines import officials_of
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.store.tables import (
    Agreement,
    AgreementVisit,
    Delegation,
    Institution,
    Party,
    Position,
    Tenure,
    Visit,
)


def cast_of(session: Session, visit: Visit, own: SessionLine | None) -> Cast:
    """Return the host, the heads of a session's delegations, and what these sign."""
    delegations = delegations_of(session, visit, own)
    heads = [row for row in delegations if row.head_tenure_id is not None]
    keys = [row.head_tenure_id for row in heads if row.head_tenure_id is not None]
    posts = {line.id: line.post for line in officials_of(session, keys)}
    order = tenures_ordered(session, visit, keys)
    by_key = {str(row.head_tenure_id): row for row in heads}
    guests = [
        Voice(by_key[guest.key].head_tenure_id, posts[UUID(guest.key)], by_key[guest.key].id)
        for guest in order.guests
    ]
    bodies = {row.institution_id for row in delegations}
    return Cast(_host(session, visit, own), tuple(guests), tuple(_signed(session, visit, bodies)))


def delegations_of(session: Session, visit: Visit, own: SessionLine | None) -> Sequence[Delegation]:
    """Return the delegations that a session is for, in their order; all where it names none."""
    query = select(Delegation).where(Delegation.visit_id == visit.id)
    rows = session.exec(query.order_by(col(Delegation.rank), col(Delegation.id))).all()
    named = own.delegations if own else ()
    return [row for row in rows if not named or row.id in named]


def agreements_in(session: Session, visit_id: UUID) -> Sequence[Agreement]:
    """Return the agreements that come from a visit."""
    query = (
        select(Agreement)
        .join(AgreementVisit, col(AgreementVisit.agreement_id) == col(Agreement.id))
        .where(AgreementVisit.visit_id == visit_id)
        .order_by(col(Agreement.reference), col(Agreement.id))
    )
    return session.exec(query).all()


def partner_of(session: Session, row: Agreement, own: UUID | None) -> list[Institution]:
    """Return the parties of an agreement but one's own."""
    query = (
        select(Institution)
        .join(Party, col(Party.institution_id) == col(Institution.id))
        .where(Party.agreement_id == row.id)
        .order_by(col(Party.seq))
    )
    bodies = session.exec(query).all()
    return [body for body in bodies if body.id != own] or list(bodies)


def host_of(session: Session, visit: Visit) -> UUID | None:
    """Return the institution that receives: the visit's own host, else the office's own."""
    return visit.host_id or settings_in(session).own_institution


def tenures_ordered(session: Session, visit: Visit, tenures: Iterable[UUID]) -> Ordered:
    """Return terms of office in their order of precedence; keys are their ids as text."""
    wanted = list(dict.fromkeys(tenures))
    holders = {found(session, Tenure, key).person_id: str(key) for key in wanted}
    keys = {
        line.id.hex: holders[line.person_id]
        for line in participants_in(session, visit.id)
        if line.person_id in holders
    }
    guests = [tenure_guest(session, visit, key) for key in wanted]
    return precedence_in(session, visit, guests, keys)


def tenure_guest(session: Session, visit: Visit, key: UUID) -> Guest:
    """Return a term of office as precedence sees it: heads of regions rank without being told."""
    tenure = found(session, Tenure, key)
    position = found(session, Position, tenure.position_id)
    body = found(session, Institution, position.institution_id)
    group = position.precedence_group
    if group is None and position.is_head and body.kind is InstitutionKind.REGION:
        group = Group.REGION_HEAD
    return Guest(
        key=str(key),
        group=group,
        visiting=host_of(session, visit) not in {body.id, body.parent_id},
        foreign=body.kind in FOREIGN,
        capacity=tenure.capacity,
        since=tenure.begins_on,
        region=body.short_name or body.name_id,
    )


def _host(session: Session, visit: Visit, own: SessionLine | None) -> Voice | None:
    key = (own.host_tenure_id if own else None) or visit.host_tenure_id
    if key is None:
        return None
    [line] = officials_of(session, [key])
    return Voice(line.id, line.post)


def _signed(session: Session, visit: Visit, bodies: set[UUID]) -> Iterable[Signed]:
    host = host_of(session, visit)
    for row in agreements_in(session, visit.id):
        partners = partner_of(session, row, host)
        if bodies and not bodies & {body.id for body in partners}:
            continue
        said = listed([body_in_text(body) for body in partners])
        yield Signed(row.id, KINDS[row.kind].name, said)


def speakers_offered(office: Office, visit_id: UUID) -> list[OfficialLine]:
    """Return who may speak at a visit: who holds office at the host's and the guests' that day."""
    with office.store.read() as session:
        visit = found(session, Visit, visit_id)
        bodies = [row.institution_id for row in delegations_of(session, visit, None)]
        host = host_of(session, visit)
        day = visit.on.full or visit.on.first
        return [
            line
            for body in dict.fromkeys([*([host] if host else []), *bodies])
            for line in officials_in(session, body)
            if line.holds_on(day)
        ]
