"""Calendars of any make are read as they stand; what is broken or a trap is refused in words."""

from datetime import date, datetime, timedelta

import pytest

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange import ical_reading
from tests.exchange.ical_case import event, only, read, utc


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("SE Asia Standard Time", 2),
        ("Asia/Jakarta", 2),
        ("Singapore Standard Time", 1),
        ("W. Europe Standard Time", 7),
        ("Tokyo Standard Time", 0),
    ],
)
def test_names_of_zones_by_windows_and_by_everybody_else_are_known(zone: str, hour: int) -> None:
    row = only(event(f"DTSTART;TZID={zone}:20220901T090000", "DURATION:PT90M"))
    assert row.starts == utc(f"2022-09-01 0{hour}:00")
    assert isinstance(row.ends, datetime)
    assert isinstance(row.starts, datetime)
    assert row.ends - row.starts == timedelta(minutes=90)


def test_a_zone_that_the_file_describes_is_taken_from_it() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Kantor\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        "TZOFFSETFROM:+0930\r\nTZOFFSETTO:+0930\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    assert only(zone, event("DTSTART;TZID=Kantor:20220901T090000")).starts == utc(
        "2022-08-31 23:30"
    )


def test_a_zone_that_nobody_knows_is_a_fault_of_its_entry_alone() -> None:
    file = read(
        event("DTSTART;TZID=Mars/Base:20220901T090000", title="Jauh"),
        event("DTSTART:20220901T020000Z", uid="b"),
    )
    assert [row.uid for row in file.rows] == ["b"]
    [fault] = file.faults
    assert (fault.line, fault.title, fault.values) == (4, "Jauh", {"zone": "Mars/Base"})


def test_summer_time_moves_the_instants_of_a_series_but_not_its_hours() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=2"
    file = read(event("DTSTART;TZID=Europe/Berlin:20220326T090000", "DURATION:PT1H", rule))
    assert [row.starts for row in file.rows] == [utc("2022-03-26 08:00"), utc("2022-03-27 07:00")]


def test_floating_hours_are_those_of_the_office_unless_the_calendar_has_a_zone() -> None:
    floating = event("DTSTART:20220901T090000", "DTEND:20220901T100000")
    at_home = only(floating)
    assert (at_home.starts, at_home.floating) == (utc("2022-09-01 02:00"), True)
    named = only("X-WR-TIMEZONE:Asia/Makassar\r\n", floating)
    assert (named.starts, named.floating) == (utc("2022-09-01 01:00"), True)


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (("DTEND;VALUE=DATE:20220904",), date(2022, 9, 4)),
        (("DURATION:P3D",), date(2022, 9, 4)),
        ((), date(2022, 9, 2)),
        (("DTEND;VALUE=DATE:20220901",), date(2022, 9, 2)),
    ],
)
def test_whole_days_end_before_the_day_that_the_file_names(
    lines: tuple[str, ...], last: date
) -> None:
    row = only(event("DTSTART;VALUE=DATE:20220901", *lines))
    assert (row.all_day, row.starts, row.ends) == (True, date(2022, 9, 1), last)


def test_a_series_keeps_its_exceptions_its_extra_days_and_its_changes() -> None:
    series = event(
        "DTSTART;TZID=Asia/Jakarta:20220801T073000",
        "DURATION:PT30M",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Asia/Jakarta:20220808T073000",
        "RDATE;TZID=Asia/Jakarta:20220818T073000",
    )
    moved = event(
        "RECURRENCE-ID;TZID=Asia/Jakarta:20220815T073000",
        "DTSTART;TZID=Asia/Jakarta:20220816T100000",
        "DTEND;TZID=Asia/Jakarta:20220816T110000",
        title="Rapat pindah",
    )
    file = read(series, moved)
    assert [(row.recurrence, row.starts, row.title) for row in file.rows] == [
        ("20220801T003000Z", utc("2022-08-01 00:30"), "Rapat"),
        ("20220818T003000Z", utc("2022-08-18 00:30"), "Rapat"),
        ("20220822T003000Z", utc("2022-08-22 00:30"), "Rapat"),
        ("20220815T003000Z", utc("2022-08-16 03:00"), "Rapat pindah"),
    ]
    assert file.recurring == {"a"}


def test_an_endless_series_is_expanded_in_the_window_only() -> None:
    file = read(event("DTSTART:20100101T020000Z", "RRULE:FREQ=DAILY"))
    assert len(file.rows) == 365
    assert not file.faults


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=MINUTELY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SOMETIMES",
    ],
)
def test_a_rule_without_reason_is_refused_and_the_other_entries_go_on(rule: str) -> None:
    file = read(
        event("DTSTART:20220102T020000Z", f"RRULE:{rule}", title="Tak habis"),
        event("DTSTART:20220901T020000Z", uid="b"),
    )
    assert [row.uid for row in file.rows] == ["b"]
    assert [fault.title for fault in file.faults] == ["Tak habis"]


def test_a_thousand_rules_that_never_end_refuse_the_file_and_not_the_patience() -> None:
    rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    hostile = [event("DTSTART:20220102T020000Z", rule, uid=str(n)) for n in range(1000)]
    with pytest.raises(RuleBroken, match="takes too long"):
        read(*hostile)


def test_more_entries_than_an_import_may_bring_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ical_reading, "MOST", 100)
    daily = [event("DTSTART:20221201T020000Z", "RRULE:FREQ=DAILY", uid=str(n)) for n in range(4)]
    with pytest.raises(RuleBroken, match="more than 100"):
        read(*daily)


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (("DTSTART:besok",), "DTSTART"),
        ((), "when it starts"),
        (("DTSTART:20220901T020000Z", "DTEND:20220901T010000Z"), "before"),
        (("DTSTART:00010101T000000Z",), "year 1"),
        (("DTSTART:20220901T020000Z", "DTEND:kemarin"), "DTEND"),
    ],
)
def test_a_bad_entry_says_why(lines: tuple[str, ...], word: str) -> None:
    [fault] = read(event(*lines)).faults
    assert word in fault.reason.format(**fault.values)


def test_a_broken_occurrence_leaves_the_rest_of_its_series() -> None:
    series = event("DTSTART:20220801T003000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    broken = event("RECURRENCE-ID:20220808T003000Z", "DTSTART:nanti")
    file = read(series, broken)
    assert (len(file.rows), len(file.faults), file.recurring) == (3, 1, frozenset())


def test_a_line_that_cannot_be_read_is_passed_over_and_told() -> None:
    row = only(event("DTSTART:20220901T020000Z", "ini bukan sifat"))
    assert (row.title, row.unread) == ("Rapat", True)


def test_what_lies_outside_the_window_is_counted() -> None:
    file = read(event("DTSTART:20250901T020000Z"), event("DTSTART;VALUE=DATE:20221231", uid="b"))
    assert ([row.uid for row in file.rows], file.outside) == (["b"], 1)


def test_a_series_without_an_occurrence_in_the_window_is_counted_once() -> None:
    file = read(event("DTSTART:20100101T020000Z", "RRULE:FREQ=WEEKLY;COUNT=4"))
    assert (file.rows, file.outside) == ((), 1)
