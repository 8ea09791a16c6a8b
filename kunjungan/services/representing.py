"""Lets somebody come in the place of a guest: represented by another, who ranks by the own post."""

from uuid import UUID

from sqlmodel import Session, select

from kunjungan.domain.errors import RuleBroken
from kunjungan.i18n import later
from kunjungan.services.delegations import AttendeeForm, new_attendee
from kunjungan.services.office import Office
from kunjungan.services.people import name_of
from kunjungan.services.rows import found
from kunjungan.services.same_visit import refuse_stranger
from kunjungan.store.tables import Attendee, Person

_COMES = frozenset({"confirmed", "present"})
_CHAIN = later(
    "{name} comes in the place of {invited}. Replace {invited} by whoever comes now; "
    "{name} is free then. Nothing was changed."
)


def represent(office: Office, absent_id: UUID, by: UUID) -> None:
    """Let a guest who is listed already come in the place of another of the same visit.

    The other is then represented; who was to come in that place before is free again. The
    substitute is seated by the own post, not by that of the absent guest (UU 9/2010 art 15). A
    substitute is not represented in turn: whoever comes goes in the place of the invited guest.

    Raises:
        RuleBroken: it is the same person, of another visit, represented too, or one of the two
            already comes in somebody else's place.
    """
    with office.store.change(later("Replace guest")) as session:
        absent, other = found(session, Attendee, absent_id), found(session, Attendee, by)
        _refuse(session, absent, other)
        _represent(session, absent, other)


def represent_by_new(office: Office, absent_id: UUID, form: AttendeeForm) -> UUID:
    """Add a guest to the party of the absent one, who comes in that place; return the new id."""
    with office.store.change(later("Replace guest")) as session:
        absent = found(session, Attendee, absent_id)
        _refuse_chain(session, absent)
        other = new_attendee(
            session, form, delegation_id=absent.delegation_id, visit_id=absent.visit_id
        )
        _represent(session, absent, other)
        return other.id


def _represent(session: Session, absent: Attendee, other: Attendee) -> None:
    former = select(Attendee).where(Attendee.represents_id == absent.id)
    for row in session.exec(former).all():
        row.represents_id = None
    absent.attendance = "represented"
    other.represents_id = absent.id
    if other.attendance not in _COMES:
        other.attendance = "confirmed"


def _refuse(session: Session, absent: Attendee, other: Attendee) -> None:
    refuse_stranger(session, other, absent.id)
    _refuse_chain(session, absent)
    if other.attendance == "represented":
        raise RuleBroken(later("This guest is represented too. Choose somebody who comes."))
    if other.represents_id not in {None, absent.id}:
        raise RuleBroken(
            later("This guest already comes in somebody else's place. Nothing was changed.")
        )


def _refuse_chain(session: Session, absent: Attendee) -> None:
    """Refuse to replace a substitute: the one who is invited would be represented by nobody."""
    if absent.represents_id is None:
        return
    invited = found(session, Attendee, absent.represents_id)
    raise RuleBroken(_CHAIN, name=_called(session, absent), invited=_called(session, invited))


def _called(session: Session, row: Attendee) -> str:
    person = found(session, Person, row.person_id)
    return name_of(person).full if person.name else row.title_id
