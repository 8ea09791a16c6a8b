"""Items of a rundown: each verb is one change that undo takes back whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.domain.errors import Conflict, NotFound, RuleBroken
from kunjungan.services.history import undo
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import (
    add_item,
    edit_item,
    item_form,
    list_items,
    move_item,
    place_item,
    remove_items,
    slip,
)
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.store.archive import Archive
from kunjungan.store.memory import open_memory
from tests.services.rundown.case import Signing, a_signing


@pytest.fixture
def case(office: Office) -> Signing:
    return a_signing(office)


def three(case: Signing) -> list[UUID]:
    return [
        case.add("09.00", 10, "A"),
        case.add("09.10", 15, "B"),
        case.add("09.30", 5, "C"),
    ]


def test_the_late_regent_takes_the_rest_of_the_session_along(case: Signing) -> None:
    _, second, _ = three(case)
    told = slip(*case.where, second, 20)
    assert case.times() == ["09.00+10", "09.30+15", "09.50+5"]
    assert (told.moved, told.collides) == (1, ())


def test_a_fixed_point_keeps_its_time_and_the_collision_is_told(case: Signing) -> None:
    first = case.add("09.00", 10, "A")
    lunch = case.add("09.15", 30, "Makan siang", fixed=True)
    told = slip(*case.where, first, 10)
    assert case.times() == ["09.10+10", "09.15+30"]
    assert told.collides == ((first, lunch),)
    with pytest.raises(RuleBroken):
        slip(*case.where, lunch, 5)


def test_a_longer_item_shifts_those_behind_it_only_when_asked(case: Signing) -> None:
    first, _, _ = three(case)
    form = item_form(case.office, first)
    assert edit_item(case.office, first, replace(form, minutes=20)).moved == 0
    assert case.times() == ["09.00+20", "09.10+15", "09.30+5"]
    form = item_form(case.office, first)
    assert edit_item(case.office, first, replace(form, minutes=25), shift=True).moved == 2
    assert case.times() == ["09.00+25", "09.15+15", "09.35+5"]


def test_the_other_session_stays_when_one_slips(case: Signing) -> None:
    first, _, _ = three(case)
    other = add_session(case.office, case.visit, SessionForm("Sore", starts_at=time(13)))
    case.add("13.00", 10, "D", session_id=other)
    slip(*case.where, first, 5)
    assert case.times()[-1] == "13.00+10"


def test_a_new_item_makes_room_only_where_it_needs_some(case: Signing) -> None:
    three(case)
    form = replace(item_form(case.office, list_items(*case.where)[0].id), title_id="N", version=0)
    add_item(*case.where, replace(form, starts_at=time(9, 10), minutes=5), shift=True)
    assert case.titles() == ["A", "N", "B", "C"]
    assert case.times() == ["09.00+10", "09.10+5", "09.15+15", "09.35+5"]


def test_an_item_dropped_into_another_session_takes_its_place_there(case: Signing) -> None:
    first, _, _ = three(case)
    other = add_session(case.office, case.visit, SessionForm("Sore", starts_at=time(13)))
    behind = case.add("13.00", 10, "D", session_id=other)
    place_item(case.office, first, other, behind)
    assert case.titles() == ["B", "C", "A", "D"]
    assert case.times()[-2:] == ["13.00+10", "13.10+10"]
    undo(case.office)
    assert case.titles() == ["A", "B", "C", "D"]


def test_an_item_of_an_empty_session_starts_when_that_opens(case: Signing) -> None:
    first, *_ = three(case)
    other = add_session(case.office, case.visit, SessionForm("Sore", starts_at=time(13)))
    place_item(case.office, first, other, None)
    assert case.times()[-1] == "13.00+10"


def test_what_others_changed_meanwhile_is_not_overwritten(case: Signing) -> None:
    first, *_ = three(case)
    mine = item_form(case.office, first)
    edit_item(case.office, first, replace(mine, minutes=12))
    with pytest.raises(Conflict):
        edit_item(case.office, first, replace(mine, minutes=14))
    assert case.times()[0] == "09.00+12"


def test_bad_items_are_refused_and_nothing_is_half_done(case: Signing) -> None:
    first, *_ = three(case)
    form = item_form(case.office, first)
    before = case.times()
    late = replace(form, starts_at=time(23, 50), minutes=30)
    for wrong in (replace(form, title_id=" "), replace(form, minutes=0), late):
        with pytest.raises(RuleBroken):
            edit_item(case.office, first, wrong, shift=True)
    assert case.times() == before


def test_days_of_a_visit_stand_in_their_order(case: Signing) -> None:
    second = add_session(
        case.office, case.visit, SessionForm("Hari kedua", on=date(2022, 9, 2), starts_at=time(8))
    )
    case.add("08.00", 30, "Lapangan", session_id=second)
    case.add("09.00", 10, "Pembukaan")
    assert case.titles() == ["Pembukaan", "Lapangan"]
    assert [line.on for line in list_items(*case.where)] == [date(2022, 9, 1), date(2022, 9, 2)]


VERBS: tuple[Callable[[Signing, list[UUID]], object], ...] = (
    lambda case, ids: slip(*case.where, ids[0], 15),
    lambda case, ids: move_item(case.office, ids[1], 1),
    lambda case, ids: move_item(case.office, ids[2], -2),
    lambda case, ids: place_item(case.office, ids[2], case.session, ids[0]),
    lambda case, ids: place_item(case.office, ids[0], None, None),
    lambda case, ids: remove_items(case.office, ids[:2]),
    lambda case, ids: edit_item(
        case.office, ids[1], replace(item_form(case.office, ids[1]), minutes=40), shift=True
    ),
)


def fresh() -> Signing:
    """The visit with three items in an office of its own."""
    office = Office(
        open_memory(seed=True),
        Archive(Path("arsip")),
        Path(),
        "tester",
        today=lambda: date(2022, 8, 26),
        now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )
    return a_signing(office)


@given(verbs=st.lists(st.sampled_from(VERBS), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None)
def test_moving_and_undoing_restores_everything(
    verbs: list[Callable[[Signing, list[UUID]], object]],
) -> None:
    case = fresh()
    ids = three(case)
    seen = [list_items(*case.where)]
    for verb in verbs:
        try:
            verb(case, ids)
        except (NotFound, RuleBroken):
            continue
        if (now := list_items(*case.where)) != seen[-1]:
            seen.append(now)
    for before in reversed(seen[:-1]):
        undo(case.office)
        assert list_items(*case.where) == before
    case.office.store.close()
