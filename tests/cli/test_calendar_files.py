"""The calendar comes in and goes out from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.ical_case import calendar, event

YEAR = ("--from", "2022-01-01", "--to", "2022-12-31")


@pytest.fixture
def at(sample: Path) -> tuple[object, ...]:
    """The sample office."""
    return ("--office", sample)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """A calendar of one good entry and one that does not say when."""
    path = tmp_path / "agenda.ics"
    meeting = event("DTSTART:20220901T060000Z", "DURATION:PT90M", uid="a@contoh", title="Rakor")
    path.write_bytes(calendar(meeting, event("DTSTART:besok", uid="b", title="Kacau")))
    return path


def test_a_dry_run_tells_all_and_writes_nothing(
    run: Run, at: tuple[object, ...], agenda: Path
) -> None:
    said = run("import", "calendar", agenda, "--dry-run", "--json", *YEAR, *at).json
    assert (said["written"], said["counts"]["new"], said["counts"]["refused"]) == (False, 1, 1)
    good, bad = said["entries"]
    assert (good["fate"], good["starts_at"], good["zone"]) == ("new", "13:00", "wib")
    assert (bad["fate"], bad["line"]) == ("refused", 10)
    assert "DTSTART" in bad["reasons"][0]
    again = run("import", "calendar", agenda, "--json", *YEAR, *at).json
    assert (again["written"], again["counts"]["new"]) == (True, 1)


def test_what_lies_outside_the_usual_days_is_told_with_the_way_to_take_it_in(
    run: Run, at: tuple[object, ...], agenda: Path
) -> None:
    days = ("--from", "2023-01-01", "--to", "2023-12-31")
    said = run("import", "calendar", agenda, "--dry-run", *days, *at).out
    assert "Outside 2023-01-01 to 2023-12-31: 1. Name other days with --from and --to." in said


def test_a_second_import_finds_everything_there(
    run: Run, at: tuple[object, ...], agenda: Path
) -> None:
    run("import", "calendar", agenda, *YEAR, *at)
    ended = run("import", "calendar", agenda, *YEAR, *at)
    assert ended.code == 0
    assert "The same already" in ended.out
    assert "Line 10, Kacau: Its DTSTART cannot be read" in ended.out


def test_a_broken_file_is_refused_in_one_sentence(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "rusak.ics"
    path.write_bytes(calendar(event("DTSTART:20220901T060000Z"))[:-30])
    ended = run("import", "calendar", path, *at)
    assert ended.code == 2
    assert "rusak.ics breaks off" in ended.err
    assert "Nothing was imported" in ended.err


def test_a_calendar_goes_out_once_and_again_only_by_force(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "keluar.ics"
    ended = run("export", "calendar", path, *at)
    assert (ended.code, str(path) in ended.out) == (0, True)
    assert "Left out, for its day is not known" in ended.err
    written = path.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    refused = run("export", "calendar", path, *at)
    assert (refused.code, "--force" in refused.err) == (2, True)
    assert run("export", "calendar", path, "--force", *at).code == 0
    assert path.read_bytes() == written


def test_what_went_out_changes_nothing_when_it_comes_back(
    run: Run, at: tuple[object, ...], tmp_path: Path
) -> None:
    path = tmp_path / "keluar.ics"
    run("export", "calendar", path, "--rundown", *at)
    said = run("import", "calendar", path, "--move-own", "--json", *YEAR, *at).json
    assert set(said["counts"]) == {"new", "changed", "gone", "own", "same", "left", "refused"}
    assert said["counts"]["same"] == len(said["entries"]) > 0


def test_entries_come_into_the_agenda_of_who_is_named(
    run: Run, at: tuple[object, ...], agenda: Path
) -> None:
    ended = run("import", "calendar", agenda, "--leader", "Zulkifli", *YEAR, *at)
    assert (ended.code, "tells no single leader" in ended.err) == (2, True)
    assert run("import", "calendar", agenda, "--leader", "yana", *YEAR, *at).code == 0
