"""Which delegations come to a visit or a session, and with how many guests."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from kunjungan.services.rows import chunks
from kunjungan.store.tables import Attendee, Delegation, Institution, SessionDelegation


@dataclass(frozen=True, slots=True)
class Heads:
    """The delegations of visits: their names and how many guests come with each."""

    names: dict[UUID, str]
    guests: dict[UUID, int]
    of_visit: dict[UUID, list[UUID]]
    of_session: dict[UUID, list[UUID]]

    def coming(self, visit: UUID, session: UUID | None = None) -> list[UUID]:
        """Return the delegations of a session, else those of the whole visit."""
        own = self.of_session.get(session, []) if session else []
        return own or self.of_visit.get(visit, [])

    def count(self, coming: Collection[UUID]) -> int:
        """Return how many guests come with some delegations."""
        return sum(self.guests[key] for key in coming)


def heads_in(session: Session, visits: Collection[UUID]) -> Heads:
    """Return the delegations of some visits; a head count without names counts, too."""
    heads = Heads({}, {}, defaultdict(list), defaultdict(list))
    for some in chunks(visits):
        _add_bodies(session, heads, some)
    for some in chunks(heads.names):
        _add_guests(session, heads, some)
        held = select(SessionDelegation.session_id, SessionDelegation.delegation_id).where(
            col(SessionDelegation.delegation_id).in_(some)
        )
        for key, delegation in session.exec(held):
            heads.of_session[key].append(delegation)
    return heads


def _add_bodies(session: Session, heads: Heads, visits: Collection[UUID]) -> None:
    query = (
        sa.select(
            col(Delegation.id),
            col(Delegation.visit_id),
            col(Delegation.announced),
            col(Institution.short_name),
            col(Institution.name_id),
        )
        .join(Institution, col(Institution.id) == col(Delegation.institution_id))
        .where(col(Delegation.visit_id).in_(visits))
        .order_by(col(Delegation.rank), col(Delegation.id))
    )
    for key, visit, announced, short, name in session.connection().execute(query):
        heads.names[key], heads.guests[key] = short or name, announced or 0
        heads.of_visit[visit].append(key)


def _add_guests(session: Session, heads: Heads, delegations: Collection[UUID]) -> None:
    query = (
        select(Attendee.delegation_id, sa.func.count())
        .where(col(Attendee.delegation_id).in_(delegations))
        .group_by(col(Attendee.delegation_id))
    )
    for key, count in session.exec(query):
        if key is not None:
            heads.guests[key] = max(heads.guests[key], count)
