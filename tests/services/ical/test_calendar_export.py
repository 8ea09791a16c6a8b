"""A calendar goes out so that another library, and ours, read the same instants and UIDs."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import Zone
from kunjungan.domain.stages import VisitStage
from kunjungan.exchange.ical_reading import Window, parse_ical
from kunjungan.exchange.ical_writing import IcalEvent, ical_bytes
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.ical.exporting import calendar_file, write_calendar
from kunjungan.services.ical.importing import apply_import, open_calendar
from kunjungan.services.ical.local_entries import Choices
from kunjungan.services.ical.own_events import zone_named
from kunjungan.services.office import Office
from kunjungan.services.visiting.sessions import SessionForm, add_session
from kunjungan.services.visits import VisitForm, edit_visit, move_visit, schedule_visit, visit_form
from kunjungan.store.tables import Visit
from tests.builders import a_visit

DAY = PartialDate(2022, 9, 1)


def events(data: bytes) -> dict[str, Any]:
    """The events of a calendar as the second library reads them, by UID."""
    found = vobject.readOne(data.decode())
    return {event.uid.value: event for event in found.contents.get("vevent", ())}


def test_another_library_reads_the_same_instants_and_uids(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("SPBE", DAY, zone=Zone.WITA))
    form = SessionForm("Prabumulih", starts_at=time(9), ends_at=time(11, 30), room="Aula")
    session = add_session(office, visit, form)
    meeting = EntryForm(title="Rakor", on=date(2022, 9, 1), starts_at=time(13), ends_at=time(14))
    entry = add_entry(office, meeting)
    read = events(calendar_file(office).data)
    assert set(read) == {f"{session}@kunjungan", f"{entry}@kunjungan"}
    event = read[f"{session}@kunjungan"]
    assert event.dtstart.value == datetime(2022, 9, 1, 1, tzinfo=UTC)
    assert event.dtend.value == datetime(2022, 9, 1, 3, 30, tzinfo=UTC)
    assert (event.summary.value, event.location.value) == ("Prabumulih (SPBE)", "Aula")
    assert event.related_to.value == f"{visit}@kunjungan"


def test_whole_days_end_after_their_last_day(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("SPBE", DAY, until=PartialDate(2022, 9, 3)))
    event = events(calendar_file(office).data)[f"{visit}@kunjungan"]
    assert (event.dtstart.value, event.dtend.value) == (date(2022, 9, 1), date(2022, 9, 4))


def test_several_days_without_an_hour_of_end_last_to_the_end_of_the_last(office: Office) -> None:
    form = VisitForm("SPBE", DAY, until=PartialDate(2022, 9, 3), starts_at=time(9))
    visit = schedule_visit(office, form)
    event = events(calendar_file(office).data)[f"{visit}@kunjungan"]
    assert event.dtend.value == datetime(2022, 9, 3, 17, tzinfo=UTC)


def test_a_visit_abroad_stands_in_the_zone_of_its_place(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("Ke Braunschweig", DAY, starts_at=time(9)))
    with office.store.change("Zona") as session:
        row = session.get(Visit, visit)
        assert row is not None
        row.abroad = "Europe/Berlin"
    event = events(calendar_file(office).data)[f"{visit}@kunjungan"]
    assert event.dtstart.value == datetime(2022, 9, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stage", "status"),
    [
        (VisitStage.APPROVED, "TENTATIVE"),
        (VisitStage.SCHEDULED, "CONFIRMED"),
        (VisitStage.POSTPONED, "CANCELLED"),
        (VisitStage.CANCELLED, "CANCELLED"),
    ],
)
def test_the_stage_of_a_visit_is_its_status(office: Office, stage: VisitStage, status: str) -> None:
    visit = schedule_visit(office, VisitForm("SPBE", DAY))
    move_visit(office, visit, stage, reason="Contoh")
    assert events(calendar_file(office).data)[f"{visit}@kunjungan"].status.value == status


def test_a_visit_known_only_to_the_month_is_left_out_and_told(office: Office) -> None:
    a_visit(office, "Kunjungan balasan", on="2022-12")
    file = calendar_file(office)
    assert (file.events, file.left_out) == (0, ("Kunjungan balasan",))


def test_the_same_office_gives_the_same_bytes_and_a_change_counts_on(office: Office) -> None:
    visit = schedule_visit(office, VisitForm("SPBE", DAY))
    data = calendar_file(office).data
    assert calendar_file(office).data == data
    form = visit_form(office, visit)
    edit_visit(office, visit, VisitForm("SPBE 2022", DAY, version=form.version))
    before, after = (
        events(each)[f"{visit}@kunjungan"] for each in (data, calendar_file(office).data)
    )
    assert int(after.sequence.value) == int(before.sequence.value) + 1


def test_lines_are_folded_and_end_as_the_standard_says(office: Office) -> None:
    schedule_visit(
        office, VisitForm("Kunjungan " * 20, DAY, note="Baris satu\nBaris dua; koma, ya")
    )
    data = calendar_file(office).data
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    [event] = events(data).values()
    assert event.description.value == "Baris satu\nBaris dua; koma, ya"


def test_only_the_days_that_are_asked_for_go_out(office: Office) -> None:
    for day in (1, 2, 3):
        a_visit(office, f"Hari {day}", on=f"2022-09-0{day}")
    file = calendar_file(office, date(2022, 9, 2), date(2022, 9, 2))
    assert [event.summary.value for event in events(file.data).values()] == ["Hari 2"]


def test_nothing_to_write_writes_nothing(office: Office, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken):
        write_calendar(tmp_path / "a.ics", calendar_file(office))
    assert list(tmp_path.iterdir()) == []


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)
days = st.dates(date(2000, 1, 1), date(2037, 1, 1))
clocks = st.times().map(lambda at: at.replace(microsecond=0))


@st.composite
def forms(draw: st.DrawFn) -> EntryForm:
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 40)))
    zone = draw(st.sampled_from(Zone))
    title, place, note = draw(words), draw(words | st.just("")), draw(words | st.just(""))
    hours = sorted(draw(st.lists(clocks, min_size=2, max_size=2, unique=True)))
    starts, ends = hours if draw(st.booleans()) else (None, None)
    return EntryForm(
        title=title, on=first, until=last, starts_at=starts, ends_at=ends,
        zone=zone, place=place, note=note, tentative=draw(st.booleans()),
    )  # fmt: skip


@given(form=forms())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_back(form: EntryForm) -> None:
    last = form.until or form.on
    zone = zone_named(form.zone)
    if form.starts_at is None or form.ends_at is None:
        starts, ends = form.on, last + timedelta(days=1)
    else:
        starts = datetime.combine(form.on, form.starts_at, tzinfo=zone)
        ends = datetime.combine(last, form.ends_at, tzinfo=zone)
    event = IcalEvent(
        uid="a@kunjungan",
        title=form.title,
        starts=starts,
        ends=ends,
        changed=datetime(2022, 8, 26, 5, tzinfo=UTC),
        status="tentative" if form.tentative else "confirmed",
        location=form.place,
        note=form.note,
    )
    data = ical_bytes("Kalender", [event])
    window = Window(date(1999, 1, 1), date(2039, 1, 1), Zone.WIB.offset)
    [row] = parse_ical(data, "a.ics", window).rows
    assert (row.uid, row.title, row.starts, row.ends) == (event.uid, form.title, starts, ends)
    assert (row.location, row.note, row.status) == (form.place, form.note, event.status)
    [second] = events(data).values()
    assert (second.dtstart.value, second.dtend.value) == (starts, ends)


@given(form=forms())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_an_entry_that_went_out_is_known_again(
    office: Office, tmp_path: Path, form: EntryForm
) -> None:
    add_entry(office, form)
    path = write_calendar(tmp_path / "keluar.ics", calendar_file(office))
    reading = open_calendar(office, path, date(1999, 1, 1), date(2039, 1, 1))
    assert apply_import(office, reading, Choices(move_own=True)).written == ()
