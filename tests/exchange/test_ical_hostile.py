"""Files that are no whole calendar are refused in words; oddities are read, told or refused."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kunjungan.domain.errors import RuleBroken
from kunjungan.exchange.ical_reading import MEGABYTES, parse_ical, read_ical
from kunjungan.exchange.ical_rows import IcalFile
from tests.exchange.ical_case import YEAR, calendar, event, only, read


def zipped() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.ics", calendar())
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (zipped(), "compressed"),
        (bytes(range(256)) * 40, "no calendar file"),
        (b"<html>BEGIN:VCALENDAR</html>", "no calendar file"),
        (calendar(event("DTSTART:20220901T020000Z"))[:-40], "breaks off"),
        (b"BEGIN:VCALENDAR\r\n" * 50_000, "too deep"),
        (calendar(event(event("DTSTART:20220901T020000Z"))), "too deep"),
        (b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "not open there"),
        (calendar(event("DESCRIPTION:Andr\u00e9")).decode().encode("latin-1"), "UTF-8"),
        (calendar("TANPA TITIK DUA\r\n"), "is damaged"),
        (calendar(*(event(uid=str(n)) for n in range(10_001))), "more than 10000"),
    ],
)
def test_a_file_that_is_no_whole_calendar_is_refused_in_words(data: bytes, word: str) -> None:
    with pytest.raises(RuleBroken, match=word):
        parse_ical(data, "agenda.ics", YEAR)


def test_a_hundred_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.ics"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    with pytest.raises(RuleBroken, match=f"limit of {MEGABYTES} MB"):
        read_ical(path, YEAR)


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_a_calendar_with_a_mark_of_its_charset_is_read(charset: str) -> None:
    data = calendar(event("DTSTART:20220901T020000Z", title="Rapat Désa")).decode()
    [row] = parse_ical(data.encode(charset), "agenda.ics", YEAR).rows
    assert row.title == "Rapat Désa"


def test_tentative_and_cancelled_are_told() -> None:
    when = "DTSTART:20220901T020000Z"
    busy = "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"
    file = read(
        event(when, "STATUS:TENTATIVE", uid="1"),
        event(when, busy, uid="2"),
        event(when, "STATUS:CANCELLED", uid="3"),
        event(when, uid="4"),
    )
    told = ["tentative", "tentative", "cancelled", "confirmed"]
    assert [row.status for row in file.rows] == told
    assert only("METHOD:CANCEL\r\n", event(when)).status == "cancelled"


ODD = (
    "X-WR-TIMEZONE:Asia",
    "X-WR-TIMEZONE:Bukan/Zona",
    "DTSTART:20220901T020000Z",
    "DTSTART:T090000",
    "DTSTART;TZID=Asia:20220901T000000",
    "DTEND;VALUE=DATE:20220905",
    "DURATION:-PT5H",
    "DURATION:P99999D",
    "RDATE;VALUE=PERIOD:20220901T000000Z/PT1H",
    "EXDATE:20220901",
    "RRULE:",
    "RRULE:FREQ=DAILY;COUNT=-5",
    "RRULE:FREQ=WEEKLY;UNTIL=20220901",
    "RECURRENCE-ID:20220901",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20220829T003000Z",
    "CALSCALE:HIJRI",
    "SEQUENCE:banyak",
    "UID:",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VCALENDARR",
    " lanjutan",
)


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(ODD)), max_size=6))
@settings(max_examples=150, deadline=None)
def test_whatever_is_mixed_in_is_read_told_or_refused_in_words(
    mixed: list[tuple[int, str]],
) -> None:
    good = event("DTSTART:20220801T003000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    lines = calendar(good, event("DTSTART;VALUE=DATE:20220905", uid="b")).decode().split("\r\n")
    for place, line in mixed:
        lines.insert(place, line)
    refused = ""
    try:
        file = parse_ical("\r\n".join(lines).encode(), "agenda.ics", YEAR)
    except RuleBroken as refusal:
        refused = str(refusal)
        file = IcalFile("", (), (), 0, frozenset())
    assert not refused or "Nothing was imported" in refused
    assert all(row.title and row.starts <= row.ends for row in file.rows)
    assert all(fault.reason.format(**fault.values) for fault in file.faults)
