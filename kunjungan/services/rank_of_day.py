"""The rank (pangkat) and grade (golongan) of a day: a list of a visit that is over keeps its own.

A guest has none of its own until the person's changes after the visit; what it shows is then the
person's. Visits to come follow the person.
"""

from datetime import date
from uuid import UUID

from sqlmodel import Session, select

from kunjungan.services.same_visit import visit_of
from kunjungan.store.tables import Attendee, Person, Visit


def rank_holder(guest: Attendee | None, person: Person) -> Attendee | Person:
    """Return the record whose rank and grade a list shows: the guest's where it has its own."""
    return guest if guest is not None and _has_own(guest) else person


def ranks_of(row: Attendee | Person) -> tuple[str, str]:
    """Return rank and grade, empty where there is none."""
    return row.rank or "", row.grade or ""


def is_over(visit: Visit, today: date) -> bool:
    """Say whether the last day of a visit is behind."""
    return (visit.until or visit.on).last < today


def keep_ranks(session: Session, person: Person, today: date, but: UUID | None = None) -> None:
    """Let the lists of visits that are over keep a person's rank, which is about to change.

    ``but`` is the guest for whom it is put right. "No rank" is kept, too.
    """
    query = select(Attendee).where(Attendee.person_id == person.id, Attendee.id != but)
    for guest in session.exec(query).all():
        visit = session.get(Visit, visit_of(session, guest))
        if visit is not None and is_over(visit, today) and not _has_own(guest):
            guest.rank, guest.grade = ranks_of(person)


def _has_own(guest: Attendee) -> bool:
    return guest.rank is not None or guest.grade is not None
