"""Who signs today in the place of who signed then: leaders change, agreements stay."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import holds_on
from kunjungan.services.people import name_of
from kunjungan.services.rows import found
from kunjungan.store.tables import Party, Person, Position, Tenure, Witness


@dataclass(frozen=True, slots=True)
class Successor:
    """The term of office of who signs now, who that is, and who it was before.

    Without anybody on record ``tenure_id`` is None and ``name`` empty; ``same`` says that the old
    term still runs.
    """

    tenure_id: UUID | None
    name: str
    before: str
    same: bool


def successor(session: Session, signer: Party | Witness, day: date) -> Successor:
    """Return who signs on a day for a party, or as a witness.

    The old signatory while in office, else who holds the same post, else the head of the body
    where a head signed or nobody is on record; nobody where there is none of these.
    """
    if signer.tenure_id is None:
        head = _head(session, signer.institution_id, day) if isinstance(signer, Party) else None
        return Successor(head.id if head else None, _name(session, head), "", same=True)
    old = found(session, Tenure, signer.tenure_id)
    before = _name(session, old)
    if holds_on(old.begins_on, old.ends_on, day):
        return Successor(old.id, before, before, same=True)
    after = _holder(session, found(session, Position, old.position_id), day)
    return Successor(after.id if after else None, _name(session, after), before, same=False)


def _holder(session: Session, post: Position, day: date) -> Tenure | None:
    of_post = _in_office(session, [post.id], day)
    return of_post or (_head(session, post.institution_id, day) if post.is_head else None)


def _head(session: Session, institution_id: UUID, day: date) -> Tenure | None:
    heads = select(Position.id).where(
        Position.institution_id == institution_id, col(Position.is_head)
    )
    return _in_office(session, list(session.exec(heads)), day)


def _in_office(session: Session, posts: list[UUID], day: date) -> Tenure | None:
    """Return a term that covers a day: of a full office-holder if any, else the latest begun."""
    query = select(Tenure).where(col(Tenure.position_id).in_(posts))
    terms = [row for row in session.exec(query) if holds_on(row.begins_on, row.ends_on, day)]
    return max(terms, key=_weight, default=None)


def _weight(term: Tenure) -> tuple[bool, date]:
    begun = term.begins_on.first if term.begins_on else date.min
    return term.capacity is Capacity.DEFINITIVE, begun


def _name(session: Session, term: Tenure | None) -> str:
    return name_of(found(session, Person, term.person_id)).full if term else ""
