"""An afternoon that slips, and everything that follows from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.stages import VisitStage
from kunjungan.domain.visit_words import Duty, EntryKind
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.history import redo, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.rundown.items import list_items
from kunjungan.services.visit_day.slip_follows import SlipReport
from kunjungan.services.visit_day.slipping import (
    foreseen_slip,
    foreseen_stretch,
    slip_session,
    stretch_session,
)
from kunjungan.services.visiting.crew import AssignmentForm, assign, list_crew
from kunjungan.services.visiting.sessions import add_session, list_sessions, session_form
from kunjungan.services.visits import edit_visit, move_visit, visit_form
from kunjungan.store.tables import Visit
from tests.services.visit_day.case import Day, a_day, everything


@pytest.fixture
def day(office: Office) -> Day:
    return a_day(office)


def told(report: SlipReport, tone: str) -> list[str]:
    """Return the sentences of a tone, filled."""
    return [each.text.format(**each.values) for each in report.follows if each.tone == tone]


def starts(day: Day) -> list[time | None]:
    """Return the starts of the two sessions."""
    return [line.starts_at for line in list_sessions(day.office, day.visit)]


def test_the_afternoon_slips_with_its_rundown_crew_and_the_visits_end(day: Day) -> None:
    report = slip_session(day.office, day.afternoon, 20)
    assert report.hours == ((time(12), time(14)), (time(12, 20), time(14, 20)))
    assert starts(day) == [time(9), time(12, 20)]
    times = {item.id: item.starts_at for item in list_items(day.office, day.visit)}
    assert times == {day.item: time(12, 20), day.fixed: time(13)}
    (member,) = list_crew(day.office, day.visit)
    assert (member.starts_at, member.ends_at) == (time(12, 20), time(13, 20))
    assert visit_form(day.office, day.visit).ends_at == time(14, 20)
    assert told(report, "warn") == ["“Acara 13” is a fixed point and stays at 13:00:00."]
    assert "The visit ends at 14:20:00." in told(report, "ok")


def test_a_driver_of_the_guests_slips_along_where_the_hours_meet(day: Day) -> None:
    pairs = {line.id: line.delegations for line in list_sessions(day.office, day.visit)}
    (guests,) = pairs[day.afternoon]
    for starts_at, ends_at in ((time(11), time(14, 30)), (time(16), time(17))):
        form = AssignmentForm(
            Duty.DRIVER, name="Sopir", delegation_id=guests, starts_at=starts_at, ends_at=ends_at
        )
        assign(day.office, day.visit, form)
    slip_session(day.office, day.afternoon, 20)
    hours = [one.starts_at for one in list_crew(day.office, day.visit) if one.duty is Duty.DRIVER]
    assert sorted(filter(None, hours)) == [time(11, 20), time(16)]


def test_a_session_beside_it_keeps_its_hours(day: Day) -> None:
    form = replace(session_form(day.office, day.afternoon), title_id="Ruang lain", room="Aula")
    beside = add_session(day.office, day.visit, form)
    slip_session(day.office, day.afternoon, 20)
    hours = {line.id: line.starts_at for line in list_sessions(day.office, day.visit)}
    assert (hours[day.afternoon], hours[beside]) == (time(12, 20), time(12))


def test_one_undo_takes_all_of_it_back_and_redo_does_it_again(day: Day) -> None:
    before = everything(day.office)
    slip_session(day.office, day.afternoon, 20)
    after = everything(day.office)
    assert undo_label(day.office) == "Slip a session"
    undo(day.office)
    assert everything(day.office) == before != after
    redo(day.office)
    assert everything(day.office) == after


def test_a_slip_that_eats_the_turn_around_says_how_much_is_left(day: Day) -> None:
    report = foreseen_slip(day.office, day.morning, 20, following=False)
    assert any("only 10 minutes" in line and "30 are needed" in line
               for line in told(report, "warn"))  # fmt: skip


def test_later_sessions_of_the_day_follow_where_wanted(day: Day) -> None:
    slip_session(day.office, day.morning, 15, following=True)
    assert starts(day) == [time(9, 15), time(12, 15)]


def test_foreseeing_stores_nothing_and_says_what_the_slip_will_say(day: Day) -> None:
    before = everything(day.office)
    foreseen = foreseen_slip(day.office, day.afternoon, 20)
    assert everything(day.office) == before
    assert foreseen == slip_session(day.office, day.afternoon, 20)


def test_who_is_needed_elsewhere_then_is_told(day: Day) -> None:
    entry = EntryForm(
        kind=EntryKind.LEADER,
        title="Rapat DPRD",
        on=date(2022, 9, 1),
        starts_at=time(14),
        ends_at=time(15),
        tenure_id=day.host.head,
    )
    add_entry(day.office, entry)
    words = ["Yana Mulyana is needed at the same time for “Rapat DPRD”."]
    unsure = foreseen_slip(day.office, day.afternoon, 20)
    assert (told(unsure, "bad"), told(unsure, "warn")[1:]) == ([], words)
    move_visit(day.office, day.visit, VisitStage.SCHEDULED)
    assert told(foreseen_slip(day.office, day.afternoon, -5), "bad") == []
    report = foreseen_slip(day.office, day.afternoon, 20)
    assert told(report, "bad") == words


def test_a_rundown_already_sent_must_go_out_again(day: Day) -> None:
    with day.office.store.change("Sent") as session:
        session.get_one(Visit, day.visit).rundown_sent_on = date(2022, 8, 25)
    report = foreseen_slip(day.office, day.afternoon, 20)
    assert "The rundown was sent on 2022-08-25. Send it again." in told(report, "warn")


def test_a_slip_past_midnight_is_refused_and_nothing_moves(day: Day) -> None:
    before = everything(day.office)
    with pytest.raises(RuleBroken):
        slip_session(day.office, day.afternoon, 11 * 60)
    assert everything(day.office) == before


def test_a_visits_own_end_stays_where_it_was_not_that_of_the_last_session(day: Day) -> None:
    form = replace(visit_form(day.office, day.visit), ends_at=time(17))
    edit_visit(day.office, day.visit, form)
    slip_session(day.office, day.afternoon, 20)
    assert visit_form(day.office, day.visit).ends_at == time(17)


def test_a_stretched_session_keeps_its_rundown_and_takes_longer(day: Day) -> None:
    foreseen = foreseen_stretch(day.office, day.afternoon, time(12), time(15))
    assert foreseen == stretch_session(day.office, day.afternoon, time(12), time(15))
    times = {item.id: item.starts_at for item in list_items(day.office, day.visit)}
    assert times == {day.item: time(12), day.fixed: time(13)}
    assert list_sessions(day.office, day.visit)[1].ends_at == time(15)


VERBS = st.sampled_from(["slip", "alone", "stretch"])
MOVES = st.lists(
    st.tuples(VERBS, st.integers(0, 1), st.integers(-700, 700)), min_size=1, max_size=5
)


def done(day: Day, verb: str, which: int, minutes: int) -> Callable[[], object]:
    """Return a move of one of the sessions."""
    key = (day.morning, day.afternoon)[which]
    if verb == "stretch":
        end = time(*divmod(10 * 60 + abs(minutes), 60)) if abs(minutes) < 800 else time(23)
        return lambda: stretch_session(day.office, key, time(10), max(end, time(10, 5)))
    return lambda: slip_session(day.office, key, minutes, following=verb == "slip")


@given(MOVES)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_moving_and_undoing_restores_everything(
    day: Day, moves: list[tuple[str, int, int]]
) -> None:
    states = [everything(day.office)]
    for move in moves:
        try:
            done(day, *move)()
        except RuleBroken:
            assert everything(day.office) == states[-1]
            continue
        if (now := everything(day.office)) != states[-1]:
            states.append(now)
    for state in reversed(states[:-1]):
        undo(day.office)
        assert everything(day.office) == state
