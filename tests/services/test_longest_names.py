"""A name, a title or a post has a longest length; what is on record already may stay."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
    attendee_form,
    edit_attendee,
)
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialForm, appoint
from kunjungan.services.people import PersonForm, add_person, edit_person, person_form
from kunjungan.store.tables import Attendee, Person
from tests.builders import a_visit, bandung

LONG = "x" * 201


@pytest.mark.parametrize(
    "add",
    [
        lambda office: add_person(office, PersonForm(LONG)),
        lambda office: add_person(office, PersonForm("Siti", titles_back=("S.T.",) * 60)),
        lambda office: add_person(office, PersonForm("Siti", card_name=LONG)),
        lambda office: add_institution(office, InstitutionForm(InstitutionKind.AGENCY, LONG)),
        lambda office: add_institution(
            office, InstitutionForm(InstitutionKind.AGENCY, "Dinas A", head_id=LONG)
        ),
        lambda office: appoint(office, OfficialForm(bandung(office).id, PersonForm("A"), LONG)),
    ],
)
def test_what_no_card_has_room_for_is_refused(
    office: Office, add: Callable[[Office], object]
) -> None:
    with pytest.raises(RuleBroken, match="at most"):
        add(office)
    add_person(office, PersonForm("x" * 200))


def test_a_long_name_on_record_may_stay_while_the_rest_is_changed(office: Office) -> None:
    person = add_person(office, PersonForm("Siti"))
    with office.store.change("as another program wrote it") as session:
        session.get_one(Person, person).name = LONG
    form = person_form(office, person)
    edit_person(office, person, replace(form, rank="Penata"))
    assert person_form(office, person).name == LONG
    with pytest.raises(RuleBroken, match="has 202 characters"):
        edit_person(office, person, replace(person_form(office, person), name=f"{LONG}x"))


def test_a_post_longer_than_any_card_is_refused_but_one_on_record_may_stay(office: Office) -> None:
    party = add_delegation(office, a_visit(office), DelegationForm(bandung(office).id))
    with pytest.raises(RuleBroken, match="has 201 characters"):
        add_attendee(office, party, AttendeeForm(PersonForm("Siti"), LONG))
    mine = add_attendee(office, party, AttendeeForm(PersonForm("Siti"), "Camat"))
    with office.store.change("as another program wrote it") as session:
        session.get_one(Attendee, mine).title_id = LONG
    edit_attendee(office, mine, replace(attendee_form(office, mine), vehicle="Bus 1"))
    assert attendee_form(office, mine).title_id == LONG
