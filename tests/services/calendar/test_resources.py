"""Rooms and vehicles, known by their names."""

from dataclasses import replace
from datetime import time

import pytest

from kunjungan.domain.errors import Conflict, RuleBroken
from kunjungan.domain.visit_words import ResourceKind
from kunjungan.services.calendar.occasions import occasions
from kunjungan.services.calendar.resources import (
    ResourceForm,
    add_resource,
    edit_resource,
    list_resources,
    remove_resource,
    resource_form,
    retire_resource,
)
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.store.tables import Assignment
from tests.services.calendar import planned
from tests.services.calendar.planned import DAY

HALL = ResourceForm(ResourceKind.ROOM, " Auditorium ", "Balai Kota", 120)
UNTIL = DAY.replace(day=2)


def test_a_room_is_listed_by_its_name_and_its_seats_are_known(office: Office) -> None:
    add_resource(office, HALL)
    add_resource(office, ResourceForm(ResourceKind.VEHICLE, "Bus", seats=25, plate="D 1"))
    assert [(one.kind, one.name, one.seats) for one in list_resources(office)] == [
        (ResourceKind.ROOM, "Auditorium", 120), (ResourceKind.VEHICLE, "Bus", 25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "form",
    [
        replace(HALL, name="  "),
        replace(HALL, name="AUDITORIUM"),
        replace(HALL, name="Lobi", seats=-1),
    ],
)
def test_a_room_that_is_none_is_refused(office: Office, form: ResourceForm) -> None:
    add_resource(office, HALL)
    with pytest.raises(RuleBroken):
        add_resource(office, form)
    assert len(list_resources(office)) == 1


def test_a_room_and_a_vehicle_may_have_one_name(office: Office) -> None:
    add_resource(office, HALL)
    add_resource(office, replace(HALL, kind=ResourceKind.VEHICLE))
    assert len(list_resources(office)) == 2


def test_another_name_is_written_wherever_the_old_one_stands(office: Office) -> None:
    key = add_resource(office, HALL)
    ref = planned.visit(office, room="auditorium")
    planned.item(office, ref, time(10), place="Auditorium")
    edit_resource(office, key, replace(resource_form(office, key), name="Aula"))
    assert [one.room for one in occasions(office, DAY, UNTIL)] == ["Aula"]
    undo(office)
    assert [one.room for one in occasions(office, DAY, UNTIL)] == ["auditorium"]


def test_an_edit_of_what_changed_meanwhile_is_refused(office: Office) -> None:
    key = add_resource(office, HALL)
    form = resource_form(office, key)
    edit_resource(office, key, replace(form, seats=100))
    with pytest.raises(Conflict):
        edit_resource(office, key, replace(form, seats=90))
    assert [one.seats for one in list_resources(office)] == [100]


def test_what_is_named_somewhere_is_retired_and_not_removed(office: Office) -> None:
    room = add_resource(office, HALL)
    bus = add_resource(office, ResourceForm(ResourceKind.VEHICLE, "Bus"))
    ref = planned.visit(office)
    with office.store.change("Crew") as session:
        session.add(Assignment(visit_id=ref.id, vehicle="bus"))
    for key in (room, bus):
        with pytest.raises(RuleBroken):
            remove_resource(office, key)
        retire_resource(office, key)
    assert [one.active for one in list_resources(office)] == [False, False]
    retire_resource(office, bus, active=True)
    assert [one.active for one in list_resources(office)] == [False, True]


def test_what_nothing_names_can_be_removed(office: Office) -> None:
    remove_resource(office, add_resource(office, HALL))
    assert list_resources(office) == []
