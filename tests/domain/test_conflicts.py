"""Clashes of bookings: what overlaps, what lacks turn-around or travel, and what never clashes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kunjungan.domain.bookings import (
    OPEN_END,
    Booking,
    Claim,
    ClaimKind,
    Source,
    Span,
    instant,
    span_of,
    zone_of,
)
from kunjungan.domain.conflicts import Gaps, clashes
from kunjungan.domain.event_times import Zone

NINE = datetime(2022, 9, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
HALL = Claim(ClaimKind.ROOM, "auditorium", "Auditorium")
MAYOR = Claim(ClaimKind.LEADER, "a", "Wali Kota")
BUS = Claim(ClaimKind.VEHICLE, "bus", "Bus")


def booked(number: int, start: float, hours: float, *claims: Claim, **more: object) -> Booking:
    """A booking so many hours after nine."""
    starts = NINE + start * HOUR
    made = Booking(
        "entry", UUID(int=number), None, f"E{number}", Span(starts, starts + hours * HOUR), True,
        "", claims or (HALL,),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def part(number: int, visit: int, source: Source, session: int | None, start: float) -> Booking:
    """An hour of a part of a visit, in a session or in none."""
    own = UUID(int=session) if session else None
    return booked(number, start, 1, source=source, visit_id=UUID(int=visit), part_of=own)


def test_two_events_in_one_room_at_one_time_clash_for_the_time_they_share() -> None:
    (clash,) = clashes([booked(1, 0, 2), booked(2, 1, 3)], Gaps())
    assert (clash.kind, clash.name, clash.firm) == (ClaimKind.ROOM, "Auditorium", True)
    assert clash.overlap == Span(NINE + HOUR, NINE + 2 * HOUR)
    assert clash.missing == 0


def test_a_tentative_event_makes_a_clash_that_is_not_firm() -> None:
    (clash,) = clashes([booked(1, 0, 2, firm=False), booked(2, 1, 3)], Gaps())
    assert not clash.firm


def test_back_to_back_lacks_the_turn_around_that_the_office_wants() -> None:
    (clash,) = clashes([booked(1, 0, 1), booked(2, 1.25, 1)], Gaps(turnaround=30))
    assert clash.missing == 15
    assert clash.overlap == Span(NINE + HOUR, NINE + 1.25 * HOUR)


def test_a_rooms_own_turn_around_counts_before_the_second_use() -> None:
    quick = booked(2, 1, 1, turnaround=0)
    assert clashes([booked(1, 0, 1), quick], Gaps(turnaround=30)) == []
    (clash,) = clashes([booked(1, 0, 1), replace(quick, turnaround=60)], Gaps())
    assert clash.missing == 60


def test_people_and_vehicles_need_time_between_two_places() -> None:
    first = booked(1, 0, 1, MAYOR, place="Balai Kota")
    there = booked(2, 1, 1, MAYOR, place="Pendopo")
    (clash,) = clashes([first, there], Gaps(travel=30))
    assert (clash.kind, clash.missing) == (ClaimKind.LEADER, 30)
    assert clashes([first, replace(there, place=" balai  kota")], Gaps(travel=30)) == []
    assert clashes([first, replace(there, place="")], Gaps(travel=30)) == []


def test_one_person_is_one_person_as_host_and_as_signatory() -> None:
    signing = Claim(ClaimKind.SIGNATORY, "a", "Wali Kota")
    (clash,) = clashes([booked(1, 0, 2, MAYOR), booked(2, 1, 1, signing)], Gaps())
    assert clash.kind is ClaimKind.LEADER


def test_a_driver_and_a_room_of_one_name_have_nothing_in_common() -> None:
    other = Claim(ClaimKind.VEHICLE, "auditorium", "Auditorium")
    assert clashes([booked(1, 0, 2), booked(2, 1, 1, other)], Gaps()) == []


def test_a_part_never_clashes_with_its_own_whole() -> None:
    whole = part(1, 9, "visit", None, 0)
    session, item = part(2, 9, "session", None, 0), part(3, 9, "item", 2, 0)
    crew = part(4, 9, "assignment", None, 0)
    assert clashes([whole, session, item, crew], Gaps()) == []


def test_two_sessions_of_one_visit_do_clash() -> None:
    morning, other = part(2, 9, "session", None, 0), part(3, 9, "session", None, 0.5)
    item = part(4, 9, "item", 3, 0.5)
    found = clashes([morning, other, item], Gaps())
    assert {(clash.first.id.int, clash.second.id.int) for clash in found} == {(2, 3), (2, 4)}


def test_hours_of_different_zones_are_compared_as_moments() -> None:
    tokyo, nine = zone_of(Zone.WIB, "Asia/Tokyo"), time(9)
    day = date(2022, 9, 1)
    assert instant(day, nine, tokyo) + 2 * HOUR == instant(day, nine, Zone.WIB.offset)
    there = span_of(day, day, time(11), time(12), tokyo)
    here = span_of(day, day, nine, time(10), Zone.WIB.offset)
    assert there == here


def test_a_night_with_another_clock_is_as_long_as_it_was() -> None:
    berlin = zone_of(Zone.WIB, "Europe/Berlin")
    span = span_of(date(2022, 10, 29), date(2022, 10, 30), time(12), time(12), berlin)
    assert span.ends - span.starts == 25 * HOUR


def test_an_unknown_zone_is_told_in_the_zone_of_the_record() -> None:
    assert zone_of(Zone.WITA, "Mars/Base") == Zone.WITA.offset


def test_an_event_without_an_end_lasts_as_long_as_the_office_takes_it_to() -> None:
    day = date(2022, 9, 1)
    span = span_of(day, day, time(9), None, Zone.WIB.offset)
    assert span.ends - span.starts == OPEN_END


def test_whole_days_run_from_midnight_to_midnight() -> None:
    span = span_of(date(2022, 9, 1), date(2022, 9, 2), None, None, Zone.WIB.offset)
    assert span.ends - span.starts == 48 * HOUR


CLAIMS = st.sets(st.sampled_from([HALL, MAYOR, BUS]), min_size=1).map(
    lambda some: tuple(sorted(some, key=lambda one: one.key))
)
EVENTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 8), CLAIMS, st.booleans(), st.sampled_from("AB ")),
    max_size=14,
).map(
    lambda rows: [
        booked(number, start / 2, hours / 2, *claims, firm=firm, place=place.strip())
        for number, (start, hours, claims, firm, place) in enumerate(rows)
    ]
)
GAPS = st.builds(Gaps, st.sampled_from([0, 15, 30]), st.sampled_from([0, 45]))


@given(EVENTS, GAPS, st.randoms())
def test_the_clashes_do_not_depend_on_the_order_of_the_events(
    events: list[Booking], gaps: Gaps, random: Random
) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert clashes(shuffled, gaps) == clashes(events, gaps)


@given(EVENTS)
def test_the_sweep_finds_what_a_look_at_every_pair_finds(events: list[Booking]) -> None:
    pairs = {
        (one.id, other.id, claim.key)
        for number, one in enumerate(events)
        for other in events[number + 1 :]
        for claim in set(one.claims) & set(other.claims)
        if one.span.meets(other.span)
    }
    found = {
        (*sorted((clash.first.id, clash.second.id)), clash.key) for clash in clashes(events, Gaps())
    }
    assert found == pairs


@given(st.lists(st.integers(1, 9), max_size=20), GAPS)
def test_events_back_to_back_never_overlap(lengths: list[int], gaps: Gaps) -> None:
    starts = [sum(lengths[:number]) for number in range(len(lengths))]
    row = [booked(n, at, long) for n, (at, long) in enumerate(zip(starts, lengths, strict=True))]
    assert clashes(row, Gaps()) == []
    assert all(clash.missing == gaps.turnaround for clash in clashes(row, gaps))
