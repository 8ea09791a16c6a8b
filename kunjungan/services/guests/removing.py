"""Removes guests with what hangs on them alone: seats, decisions, visum."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from kunjungan.services.rows import chunks, found_all
from kunjungan.store.tables import Attendee, Person, PrecedenceDecision, Seat, Visum


def remove_guests(session: Session, guests: Sequence[Attendee]) -> None:
    """Remove guests inside a change that does more; people with a name stay known."""
    people = found_all(session, Person, [row.person_id for row in guests])
    for absent in found_all(
        session, Attendee, list(filter(None, (g.represents_id for g in guests)))
    ):
        absent.attendance = "absent"
    for ids in chunks([row.id for row in guests]):
        _let_go(session, ids)
        for row in (*_decided(session, ids), *_seated(session, ids)):
            session.delete(row)
    for gone in (*guests, *(person for person in people if not person.name)):
        session.delete(gone)


def _decided(session: Session, ids: Sequence[UUID]) -> Sequence[PrecedenceDecision]:
    query = select(PrecedenceDecision).where(
        col(PrecedenceDecision.before_id).in_(ids) | col(PrecedenceDecision.after_id).in_(ids)
    )
    return session.exec(query).all()


def _seated(session: Session, ids: Sequence[UUID]) -> list[Seat | Visum]:
    seats = session.exec(select(Seat).where(col(Seat.attendee_id).in_(ids))).all()
    visums = session.exec(select(Visum).where(col(Visum.attendee_id).in_(ids))).all()
    return [*seats, *visums]


def _let_go(session: Session, ids: Sequence[UUID]) -> None:
    """Free those who came in a removed guest's place or with one."""
    others = select(Attendee).where(
        col(Attendee.represents_id).in_(ids) | col(Attendee.companion_of_id).in_(ids)
    )
    for row in session.exec(others).all():
        if row.represents_id in ids:
            row.represents_id = None
        if row.companion_of_id in ids:
            row.companion_of_id = None
