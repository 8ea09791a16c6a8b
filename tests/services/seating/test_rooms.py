from dataclasses import replace
from uuid import UUID

import pytest
from sqlmodel import select

from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.domain.flags import INDONESIA
from kunjungan.domain.institutions import InstitutionKind
from kunjungan.domain.precedence import Group
from kunjungan.domain.seating_kinds import (
    ObjectKind,
    Part,
    PartKind,
    dressed,
    json_of,
    part_from,
)
from kunjungan.services.delegations import DelegationForm, add_delegation
from kunjungan.services.institutions import InstitutionForm, add_institution
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.seating import (
    add_row,
    edit_plan,
    fitting_room,
    list_plans,
    make_room,
    new_plan,
    plan_form,
    plan_view,
    remove_plan,
    remove_template,
    save_template,
    seat_templates,
)
from kunjungan.services.seating.naming import seated_event
from kunjungan.store.tables import Seat
from tests.services.seating.case import Case, many_guests


def test_rows_are_added_at_the_end_and_a_room_without_gets_its_first(case: Case) -> None:
    rows = new_plan(case.office, case.visit, "rows")
    add_row(case.office, rows)
    assert plan_view(case.office, rows).parts[-1].rows == 6
    arms = new_plan(case.office, case.visit, "u-shape")
    form = plan_form(case.office, arms)
    edit_plan(case.office, arms, replace(form, parts=form.parts[:1]))
    add_row(case.office, arms, 2)
    assert [part.kind for part in plan_view(case.office, arms).parts] == [
        PartKind.U_SHAPE, PartKind.ROWS,
    ]  # fmt: skip


def test_a_smaller_room_leaves_those_without_who_lose_their_seat(case: Case, plan: UUID) -> None:
    form = plan_form(case.office, plan)
    edit_plan(case.office, plan, replace(form, parts=form.parts[:1]))
    view = plan_view(case.office, plan)
    assert len(view.unseated) == 8
    with pytest.raises(Conflict):
        edit_plan(case.office, plan, form)
    with pytest.raises(RuleBroken):
        edit_plan(case.office, plan, replace(form, version=0, parts=()))
    with pytest.raises(RuleBroken):
        edit_plan(case.office, plan, replace(form, version=0, name_id=" "))


def test_parts_of_one_key_get_keys_of_their_own(case: Case, plan: UUID) -> None:
    form = plan_form(case.office, plan)
    twice = (*form.parts, Part(kind=PartKind.ROWS, key="r", seats=2))
    edit_plan(case.office, plan, replace(form, parts=twice))
    keys = [part.key for part in plan_view(case.office, plan).parts]
    assert len(set(keys)) == 3
    assert keys[:2] == ["t", "r"]


def test_removing_a_plan_takes_its_seats_along(case: Case, plan: UUID) -> None:
    remove_plan(case.office, plan)
    with case.office.store.read() as session:
        assert session.exec(select(Seat)).all() == []
    with pytest.raises(NotFound):
        plan_view(case.office, plan)
    case.office.store.undo()
    assert len(plan_view(case.office, plan).unseated) == 0


def test_second_plans_of_one_name_are_numbered(case: Case) -> None:
    for _ in range(2):
        new_plan(case.office, case.visit, "rows", case.session)
    names = [line.name.id for line in list_plans(case.office, case.visit)]
    assert names == ["Sesi pagi", "Sesi pagi 2"]


def test_settings_place_the_guest_and_part_the_rows(case: Case) -> None:
    now = office_settings(case.office)
    change_settings(case.office, replace(now, guest_right=False, row_halves=True))
    view = plan_view(case.office, new_plan(case.office, case.visit, "signing-2", case.session))
    host, guest = (
        next(s.place for s in view.seats if s.place.key == k) for k in ("t-1-1", "t-1-2")
    )
    assert host.x < guest.x
    assert {s.place.side for s in view.seats if s.place.part == "r"} == {"host", "guest"}


def test_a_room_fits_what_the_session_holds(case: Case) -> None:
    assert fitting_room(case.office, case.visit, case.session) == "meeting"
    lines = seat_templates(case.office, case.visit, case.session)
    assert lines[0].fits
    assert lines[0].key == "meeting"


def test_a_table_too_small_for_those_who_come_is_not_the_room_that_fits(case: Case) -> None:
    many_guests(case, 40)
    assert fitting_room(case.office, case.visit, case.session) == "hall"
    plan = new_plan(case.office, case.visit, "hall", case.session)
    make_room(case.office, plan)
    assert plan_view(case.office, plan).unseated == ()


def test_the_office_keeps_rooms_of_its_own(case: Case, plan: UUID) -> None:
    key = save_template(case.office, plan, "Ruang Tengah")
    assert save_template(case.office, plan, "ruang tengah") == key
    line = next(line for line in seat_templates(case.office) if line.own)
    assert (line.key, line.seats) == (key, 24)
    own = new_plan(case.office, case.visit, key)
    assert plan_view(case.office, own).parts == plan_view(case.office, plan).parts
    remove_template(case.office, key)
    assert not any(line.own for line in seat_templates(case.office))
    with pytest.raises(NotFound):
        new_plan(case.office, case.visit, "nowhere")


def with_flags(case: Case, plan: UUID) -> None:
    form = plan_form(case.office, plan)
    dressed_parts = dressed(form.parts, emblem=True, region_flags=True)
    edit_plan(case.office, plan, replace(form, parts=dressed_parts))


def test_a_foreign_guest_brings_the_flag_and_the_table_flags(case: Case) -> None:
    form = InstitutionForm(InstitutionKind.FOREIGN_GOVERNMENT, "Kota Hamamatsu", "Hamamatsu City")
    body = add_institution(case.office, form)
    case.delegations["prabumulih"] = add_delegation(case.office, case.visit, DelegationForm(body))
    case.guest("prabumulih", "Wali Kota Hamamatsu", Group.REGION_HEAD, "head")
    plan = new_plan(case.office, case.visit, "signing-3")
    with_flags(case, plan)
    view = plan_view(case.office, plan)
    assert [flag.kind for flag in view.flags[:2]] == ["national", "foreign"]
    assert {flag.kind for flag in view.flags[2:]} == {"regional"}  # PP 77/2007 art 10(3)
    assert view.flags[1].name.en.startswith("Foreign flag (")  # a state's (arts 17, 18)
    kinds = [thing.kind for thing in view.objects]
    assert kinds.count(ObjectKind.FLAG) == len(view.flags)
    assert ObjectKind.TABLE_FLAGS in kinds


def test_a_signing_room_has_the_state_emblem_and_if_wanted_the_flags_of_the_regions(
    case: Case,
) -> None:
    plan = new_plan(case.office, case.visit, "signing-3")
    usual = plan_view(case.office, plan)
    assert [flag.name for flag in usual.flags] == [INDONESIA]
    with_flags(case, plan)
    view = plan_view(case.office, plan)
    flags = [flag.name.id for flag in view.flags]
    assert flags[1] == INDONESIA.id  # in the middle of four: right of it (art 21)
    assert sorted(flags[:1] + flags[2:]) == [
        "Bendera Kabupaten Ogan Ilir", "Bendera Kota Bandung", "Bendera Kota Prabumulih",
    ]  # fmt: skip
    kinds = [thing.kind for thing in view.objects]
    assert (kinds.count(ObjectKind.EMBLEM), kinds.count(ObjectKind.PORTRAIT)) == (1, 2)
    assert ObjectKind.TABLE_FLAGS not in kinds  # those are for states (arts 18, 19)
    form = plan_form(case.office, plan)
    bare = replace(form, parts=dressed(form.parts, emblem=False, region_flags=False))
    edit_plan(case.office, plan, bare)
    plain = plan_view(case.office, plan)
    assert [flag.name for flag in plain.flags] == [INDONESIA]
    assert ObjectKind.EMBLEM not in [thing.kind for thing in plain.objects]
    assert plain.size.depth == usual.size.depth < view.size.depth
    assert [s.guest for s in plain.seats] == [s.guest for s in view.seats]


def test_a_plan_of_before_has_no_emblem_and_still_loads() -> None:
    part = part_from({"kind": "signing", "key": "t", "seats": 3})
    assert not part.emblem
    assert not part.region_flags
    assert json_of(part) == {"kind": "signing", "key": "t", "seats": 3}
    whole = replace(part, emblem=True, region_flags=True)
    assert part_from(json_of(whole)) == whole


def test_what_is_seated_is_found_by_its_title_or_id(case: Case) -> None:
    assert seated_event(case.office, "sesi pagi") == (case.visit, case.session)
    assert seated_event(case.office, case.session.hex[:8]) == (case.visit, case.session)
    assert seated_event(case.office, "Kunjungan SPBE") == (case.visit, None)
    with pytest.raises(NotFound):
        seated_event(case.office, "lain")


def test_an_interpreter_whom_nobody_is_named_for_sits_behind_who_leads(case: Case) -> None:
    case.guest("prabumulih", "Juru bahasa", role="interpreter")
    plan = new_plan(case.office, case.visit, "meeting")
    view = plan_view(case.office, plan)
    place = next(
        seat.place for seat in view.seats if seat.guest and seat.guest.guest.role == "interpreter"
    )
    assert place.behind
