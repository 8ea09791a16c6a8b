"""A calendar comes in entry by entry, once, undoably, and moves what is our own only when asked."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from kunjungan.domain.days import PartialDate
from kunjungan.domain.errors import RuleBroken
from kunjungan.domain.event_times import Zone
from kunjungan.domain.visit_words import EntryKind, ResourceKind
from kunjungan.services.calendar.entries import (
    EntryForm,
    add_entry,
    edit_entry,
    entry_form,
)
from kunjungan.services.history import redo, undo
from kunjungan.services.ical.exporting import calendar_file
from kunjungan.services.ical.importing import Reading, apply_import, open_calendar, plan_import
from kunjungan.services.ical.local_entries import Choices
from kunjungan.services.ical.plan import Fate, ImportPlan
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.visiting.sessions import SessionForm, add_session, list_sessions
from kunjungan.services.visits import VisitForm, schedule_visit, visit_form
from kunjungan.store.tables import Resource
from tests.builders import a_region, bandung
from tests.exchange.ical_case import calendar, event
from tests.services.calendar.planned import entries

YEAR = (date(2022, 1, 1), date(2022, 12, 31))
MEETING = ("DTSTART;TZID=SE Asia Standard Time:20220901T130000", "DURATION:PT90M")


def opened(office: Office, folder: Path, data: bytes) -> Reading:
    path = folder / "Agenda Wali Kota.ics"
    path.write_bytes(data)
    return open_calendar(office, path, *YEAR)


def taken(office: Office, folder: Path, *parts: str, choices: Choices | None = None) -> ImportPlan:
    return apply_import(office, opened(office, folder, calendar(*parts)), choices or Choices())


def planned(office: Office, folder: Path, *parts: str) -> ImportPlan:
    return plan_import(office, opened(office, folder, calendar(*parts)), Choices())


def fates(plan: ImportPlan) -> list[Fate]:
    return [line.fate for line in plan.lines]


def test_an_entry_comes_in_with_its_hours_words_and_leader(office: Office, tmp_path: Path) -> None:
    mayor = bandung(office).head
    lines = (*MEETING, "LOCATION:Auditorium", "DESCRIPTION:Bawa data", "STATUS:TENTATIVE")
    plan = taken(office, tmp_path, event(*lines), choices=Choices(EntryKind.LEADER, mayor))
    [entry] = entries(office)
    assert (plan.done, fates(plan), entry.source) == (True, [Fate.NEW], "Agenda Wali Kota")
    assert (entry.on, entry.until, entry.starts_at, entry.ends_at, entry.zone) == (
        date(2022, 9, 1), None, time(13), time(14, 30), Zone.WIB,
    )  # fmt: skip
    assert (entry.title, entry.place, entry.note) == ("Rapat", "Auditorium", "Bawa data")
    assert (entry.tentative, entry.tenure_id) == (True, mayor)


def test_a_second_import_changes_nothing(office: Office, tmp_path: Path) -> None:
    parts = (
        event(*MEETING),
        event("DTSTART:20220801T003000Z", "RRULE:FREQ=WEEKLY;COUNT=5", uid="b", title="Apel"),
        event("DTSTART;VALUE=DATE:20220905", "DTEND;VALUE=DATE:20220908", uid="c"),
        event("DTSTART:20220902T090000", uid="", title="Tanpa UID"),
    )
    first = taken(office, tmp_path, *parts)
    before = entries(office)
    second = taken(office, tmp_path, *parts)
    assert (len(first.written), set(fates(second)), second.written) == (8, {Fate.SAME}, ())
    assert entries(office) == before


def test_whole_days_end_on_the_day_before_the_one_that_the_file_names(
    office: Office, tmp_path: Path
) -> None:
    taken(office, tmp_path, event("DTSTART;VALUE=DATE:20220905", "DTEND;VALUE=DATE:20220908"))
    taken(office, tmp_path, event("DTSTART;VALUE=DATE:20220910", uid="b"))
    assert [(one.on, one.until, one.starts_at) for one in entries(office)] == [
        (date(2022, 9, 5), date(2022, 9, 7), None),
        (date(2022, 9, 10), None, None),
    ]


def test_an_event_that_changed_there_changes_here_but_keeps_leader_and_kind(
    office: Office, tmp_path: Path
) -> None:
    mayor = bandung(office).head
    taken(office, tmp_path, event(*MEETING), choices=Choices(EntryKind.OFFICE, mayor))
    later = ("DTSTART;TZID=Asia/Jakarta:20220902T080000", "DURATION:PT1H")
    plan = taken(office, tmp_path, event(*later, title="Rapat baru"))
    [entry] = entries(office)
    assert (fates(plan), set(plan.lines[0].fields)) == (
        [Fate.CHANGED],
        {"title", "on", "starts_at", "ends_at"},
    )
    assert (entry.title, entry.on, entry.kind, entry.tenure_id) == (
        "Rapat baru", date(2022, 9, 2), EntryKind.OFFICE, mayor,
    )  # fmt: skip


def test_what_is_cancelled_or_dropped_there_goes_here(office: Office, tmp_path: Path) -> None:
    rule = ("DTSTART:20220801T003000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    taken(office, tmp_path, event(*MEETING), event(*rule, uid="b", title="Apel"))
    plan = taken(
        office,
        tmp_path,
        event(*MEETING, "STATUS:CANCELLED"),
        event(*rule, "EXDATE:20220808T003000Z", uid="b", title="Apel"),
    )
    assert plan.counts[Fate.GONE] == 2
    assert [one.on for one in entries(office)] == [date(2022, 8, 1), date(2022, 8, 15)]


def test_a_cancelled_event_that_is_not_here_is_left_out(office: Office, tmp_path: Path) -> None:
    assert fates(taken(office, tmp_path, event(*MEETING, "STATUS:CANCELLED"))) == [Fate.LEFT]
    assert entries(office) == []


def test_an_entry_written_by_hand_is_met_by_title_and_instants(
    office: Office, tmp_path: Path
) -> None:
    form = EntryForm(title="rapat  KOORDINASI", on=date(2022, 9, 1), starts_at=time(14))
    kept = add_entry(office, replace(form, ends_at=time(15, 30), zone=Zone.WITA))
    there = event(*MEETING, title="Rapat koordinasi")
    assert fates(taken(office, tmp_path, there)) == [Fate.CHANGED]
    assert [one.id for one in entries(office)] == [kept]
    assert fates(planned(office, tmp_path, there)) == [Fate.SAME]


def test_two_alike_without_uid_are_one_and_said_to_be(office: Office, tmp_path: Path) -> None:
    plan = taken(office, tmp_path, event(*MEETING, uid=""), event(*MEETING, uid=""))
    assert sorted(fates(plan)) == [Fate.LEFT, Fate.NEW]
    assert len(entries(office)) == 1


def kept(office: Office) -> list[tuple[object, ...]]:
    """Return what the entries say, whatever their version."""
    return [(one.id, one.title, one.on, one.starts_at, one.ends_at) for one in entries(office)]


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(
    office: Office, tmp_path: Path
) -> None:
    taken(office, tmp_path, event(*MEETING), event("DTSTART:20220902T010000Z", uid="b"))
    after = kept(office)
    undo(office)
    assert entries(office) == []
    redo(office)
    assert kept(office) == after


def test_a_bad_entry_is_told_with_its_line_and_the_others_come_in(
    office: Office, tmp_path: Path
) -> None:
    plan = taken(office, tmp_path, event("DTSTART:besok", title="Kacau"), event(*MEETING, uid="b"))
    [bad] = plan.refused
    assert (bad.line, bad.title, len(bad.remarks)) == (4, "Kacau", 1)
    assert [one.title for one in entries(office)] == ["Rapat"]


def test_a_refused_file_leaves_everything_as_it_was(office: Office, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="breaks off"):
        opened(office, tmp_path, calendar(event(*MEETING))[:-30])
    assert entries(office) == []


def test_a_floating_hour_is_the_offices_own_and_said_to_be(office: Office, tmp_path: Path) -> None:
    own = a_region(office, "73.71", "Wali Kota Contoh").id
    change_settings(office, replace(office_settings(office), own_institution=own))
    plan = taken(office, tmp_path, event("DTSTART:20220901T090000"))
    [entry] = entries(office)
    assert (entry.starts_at, entry.zone) == (time(9), Zone.WITA)
    assert dict(plan.lines[0].remarks[0].values) == {"zone": "WITA"}


def test_a_location_that_is_a_room_of_the_office_takes_that_room(
    office: Office, tmp_path: Path
) -> None:
    with office.store.change("Ruang") as session:
        session.add(Resource(kind=ResourceKind.ROOM, name="Auditorium Rosada"))
    taken(office, tmp_path, event(*MEETING, "LOCATION:auditorium rosada\\, Balai Kota"))
    [entry] = entries(office)
    assert (entry.room, entry.place) == ("Auditorium Rosada", "Balai Kota")


def own_calendar(office: Office, old: bytes, new: bytes) -> bytes:
    data = calendar_file(office).data
    assert old in data
    return data.replace(old, new)


def test_our_own_visit_moves_only_when_that_is_asked(office: Office, tmp_path: Path) -> None:
    form = VisitForm("SPBE", PartialDate(2022, 9, 1), starts_at=time(9), ends_at=time(11, 30))
    visit = schedule_visit(office, form)
    data = own_calendar(office, b":20220901T", b":20220902T")
    reading = opened(office, tmp_path, data)
    assert fates(apply_import(office, reading, Choices())) == [Fate.OWN]
    assert str(visit_form(office, visit).on) == "2022-09-01"
    assert len(apply_import(office, reading, Choices(move_own=True)).written) == 1
    moved = visit_form(office, visit)
    assert (str(moved.on), moved.starts_at, moved.ends_at) == ("2022-09-02", time(9), time(11, 30))
    assert fates(plan_import(office, reading, Choices())) == [Fate.SAME]
    undo(office)
    assert str(visit_form(office, visit).on) == "2022-09-01"
    assert entries(office) == []


def test_our_own_session_moves_by_its_hours(office: Office, tmp_path: Path) -> None:
    visit = schedule_visit(office, VisitForm("SPBE", PartialDate(2022, 9, 1)))
    add_session(office, visit, SessionForm("Sesi", starts_at=time(13), ends_at=time(15)))
    data = own_calendar(office, b"T130000", b"T133000")
    apply_import(office, opened(office, tmp_path, data), Choices(move_own=True))
    [session] = list_sessions(office, visit)
    assert (session.starts_at, session.ends_at) == (time(13, 30), time(15))


def test_our_own_entry_and_what_is_called_off_there_stay(office: Office, tmp_path: Path) -> None:
    form = EntryForm(title="Rakor", on=date(2022, 9, 1), starts_at=time(13), ends_at=time(14))
    kept = add_entry(office, form)
    data = own_calendar(office, b"STATUS:CONFIRMED", b"STATUS:CANCELLED")
    plan = apply_import(office, opened(office, tmp_path, data), Choices(move_own=True))
    assert fates(plan) == [Fate.LEFT]
    assert entry_form(office, kept).title == "Rakor"


def test_days_turned_round_are_refused(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(calendar())
    with pytest.raises(RuleBroken, match="last day"):
        open_calendar(office, path, date(2022, 2, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"title": " "},
        {"until": date(2022, 8, 31)},
        {"ends_at": time(8)},
        {"starts_at": None},
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(office: Office, change: dict[str, object]) -> None:
    form = EntryForm(title="Rakor", on=date(2022, 9, 1), starts_at=time(9), ends_at=time(10))
    kept = add_entry(office, form)
    with pytest.raises(RuleBroken):
        edit_entry(office, kept, replace(form, **change))  # type: ignore[arg-type]
    assert entry_form(office, kept) == replace(form, version=1)
