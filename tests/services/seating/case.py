"""The true case as its seats need it: Bandung's party and two delegations of equal rank."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from sqlalchemy import event

from kunjungan.domain.days import PartialDate
from kunjungan.domain.precedence import Group
from kunjungan.domain.words import Role
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    add_to_own_party,
    attendee_form,
    edit_attendee,
)
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.seating import PlanView
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, schedule_visit
from kunjungan.store.tables import Attendee, Person
from tests.builders import a_region, bandung, prabumulih

Whose = Literal["host", "prabumulih", "ogan ilir"]


@dataclass(frozen=True, slots=True)
class Case:
    """A visit of two delegations; heads stand on no list yet."""

    office: Office
    visit: UUID
    session: UUID
    delegations: dict[str, UUID]

    def guest(
        self, whose: Whose, title: str, group: Group | None = None, role: Role = "member"
    ) -> UUID:
        """Put somebody without a name on a list and return the guest's id."""
        form = AttendeeForm(PersonForm(""), title, title, group, role, "confirmed")
        if whose == "host":
            return add_to_own_party(self.office, self.visit, form)
        return add_attendee(self.office, self.delegations[whose], form)

    def change(self, guest: UUID, **more: object) -> None:
        """Change what is recorded of a guest."""
        form = attendee_form(self.office, guest)
        edit_attendee(self.office, guest, replace(form, **more))  # type: ignore[arg-type]


def a_case(office: Office) -> Case:
    """Return the visit of 1 September 2022 with a session for Prabumulih alone."""
    host, first = bandung(office), prabumulih(office)
    second = a_region(office, "16.10", "Panca Wijaya Akbar")
    visit = schedule_visit(
        office,
        VisitForm("Kunjungan SPBE", PartialDate(2022, 9, 1), host_id=host.id,
                  host_tenure_id=host.head),
    )  # fmt: skip
    delegations = {
        name: add_delegation(office, visit, DelegationForm(body.id, body.head))
        for name, body in (("prabumulih", first), ("ogan ilir", second))
    }
    session = add_session(office, visit, SessionForm("Sesi pagi"), [delegations["prabumulih"]])
    return Case(office, visit, session, delegations)


def who_sits(view: PlanView, place: str) -> str:
    """Return who sits somewhere: name or title, empty for nobody."""
    guest = next(seat.guest for seat in view.seats if seat.place.key == place)
    return (guest.guest.name.plain or guest.guest.title.id) if guest else ""


def where(view: PlanView, who: str) -> str:
    """Return where somebody sits."""
    return next(
        seat.place.key
        for seat in view.seats
        if seat.guest and who in {seat.guest.guest.name.plain, seat.guest.guest.title.id}
    )


def guest_at(view: PlanView, place: str) -> UUID:
    """Return the id of who sits somewhere."""
    guest = next(seat.guest for seat in view.seats if seat.place.key == place)
    assert guest is not None
    return guest.guest.id


def reads_of_guests(office: Office, work: Callable[[], object]) -> int:
    """Return how often the lists of guests are read while something is done."""
    said: list[str] = []

    def hear(_connection: object, _cursor: object, sql: str, *_rest: object) -> None:
        said.append(sql)

    event.listen(office.store.engine, "before_cursor_execute", hear)
    work()
    event.remove(office.store.engine, "before_cursor_execute", hear)
    return sum("JOIN person" in sql for sql in said)


def many_guests(case: Case, count: int) -> None:
    """Put so many people on the list of the host's own party."""
    with case.office.store.change("Many guests") as session:
        for number in range(count):
            person = Person(name=f"Tamu {number}")
            session.add(person)
            session.flush()
            session.add(Attendee(person_id=person.id, visit_id=case.visit))
