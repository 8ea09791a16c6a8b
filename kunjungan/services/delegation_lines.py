"""The delegations of a visit in lists: who leads each, its letter, how many come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.office import Office
from kunjungan.services.officials import official_line
from kunjungan.services.rows import found
from kunjungan.services.visiting.sessions import own_hours
from kunjungan.store.tables import (
    Attendee,
    Delegation,
    Institution,
    Person,
    Position,
    Tenure,
    VisitSession,
)

_ANSWERED = frozenset({"confirmed", "present", "represented"})
_AWAY = frozenset({"absent", "represented"})


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation of a visit: who leads it, its letter and hours, how many of it are known.

    ``confirmed`` counts those who come and those for whom somebody comes, ``away`` those who do
    not come themselves.
    """

    id: UUID
    institution_id: UUID
    name: Bilingual
    head: str
    head_post: Bilingual
    announced: int | None
    listed: int
    confirmed: int
    letter_number: str
    letter_on: date | None
    starts_at: time | None
    ends_at: time | None
    came: int | None = None
    received_on: date | None = None
    agenda_number: str = ""
    proposed: tuple[str, ...] = ()
    contact: str = ""
    contact_phone: str = ""
    away: int = 0

    @property
    def heads(self) -> int:
        """How many come: those listed who stay not away, else as many as came or were announced."""
        return self.listed - self.away if self.listed else self.came or self.announced or 0


def list_delegations(office: Office, visit_id: UUID) -> list[DelegationLine]:
    """Return a visit's delegations in their order."""
    with office.store.read() as session:
        return delegations_in(session, visit_id)


def delegations_in(session: Session, visit_id: UUID) -> list[DelegationLine]:
    """Return a visit's delegations as an open session sees them."""
    from_it = col(Delegation.institution_id) == col(Institution.id)
    query = select(Delegation, Institution).join(Institution, from_it)
    own = query.where(Delegation.visit_id == visit_id)
    rows = session.exec(own.order_by(col(Delegation.rank), col(Delegation.id))).all()
    hours = own_hours(session, visit_id)
    return [_line(session, *row, hours.get(row[0].id)) for row in rows]


def _line(
    session: Session, row: Delegation, institution: Institution, hours: VisitSession | None
) -> DelegationLine:
    query = select(Attendee.attendance).where(Attendee.delegation_id == row.id)
    answers: Sequence[str] = session.exec(query).all()
    head, post = _head(session, row)
    return DelegationLine(
        row.id,
        row.institution_id,
        Bilingual(institution.name_id, institution.name_en),
        head,
        post,
        row.announced,
        len(answers),
        sum(answer in _ANSWERED for answer in answers),
        row.letter_number,
        row.letter_on,
        hours.starts_at if hours else None,
        hours.ends_at if hours else None,
        row.came,
        row.received_on,
        row.agenda_number,
        row.proposed,
        row.contact,
        row.contact_phone,
        sum(answer in _AWAY for answer in answers),
    )


def _head(session: Session, row: Delegation) -> tuple[str, Bilingual]:
    if row.head_tenure_id is None:
        return "", Bilingual("", "")
    tenure = found(session, Tenure, row.head_tenure_id)
    position = found(session, Position, tenure.position_id)
    line = official_line(tenure, position, found(session, Person, tenure.person_id))
    return line.name.full, line.post
