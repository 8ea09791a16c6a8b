"""The calendar by the command line alone: listed, taken in, handed out, searched and printed."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kunjungan.app.desk import open_desk
from kunjungan.services.letters.emblems import has_state_emblem, set_state_emblem
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visiting.visit_files import attach_to_visit
from tests.documents.reading import words
from tests.walk.calendar_days import (
    AFTERNOON,
    AUDITORIUM,
    EARLIER,
    MONTHS,
    SLIPPED,
    VISIT,
    calendar_of,
    events_in,
    hours_in,
    session_slipped,
)
from tests.walk.program import Program, data_of

TO = "\N{EN DASH}"
WHOLE = "Data, journal and archive are whole.\n"
MEETING = "UID:rakor@contoh\nSUMMARY:Rakor Bappelitbang\nDTSTART:20220901T060000Z\nDURATION:PT90M"
WEEKLY = (
    "UID:apel@contoh\nSUMMARY:Apel\nDTSTART;TZID=SE Asia Standard Time:20220829T073000\n"
    "DTEND;TZID=SE Asia Standard Time:20220829T080000\nRRULE:FREQ=WEEKLY;COUNT=3"
)
LEAVE = "UID:cuti@contoh\nSUMMARY:Cuti\nDTSTART;VALUE=DATE:20220905\nDTEND;VALUE=DATE:20220908"
NEVER = "UID:kacau@contoh\nSUMMARY:Kacau\nDTSTART:besok"


@pytest.fixture
def known(program: Program, sampled: Path) -> Program:
    """The command line on an office of its own with the true case."""
    shutil.copytree(sampled, program.office)
    return program


@pytest.fixture(scope="module")
def looked(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The command line on an office with the true case; only to be looked at."""
    folder = tmp_path_factory.mktemp("looked")
    shutil.copytree(sampled, folder / "office")
    return Program(folder / "office", folder / "desk")


def conflicts(program: Program) -> list[dict[str, Any]]:
    """Return the conflicts of those months."""
    found: list[dict[str, Any]] = program.tells("list", "conflicts", *MONTHS)
    return found


def hours(program: Program) -> list[tuple[str, str]]:
    """Return from when until when each item of the rundown goes."""
    items = program.tells("list", "rundown", VISIT)
    return [(item["starts_at"], item["ends_at"]) for item in items]


def test_the_true_case_has_two_sessions_and_the_visit_before_it(looked: Program) -> None:
    visit, earlier = looked.tells("list", "visits")
    assert (visit["title"], visit["on"], visit["guests"]) == (VISIT, "2022-09-01", 34)
    assert (earlier["title"], earlier["on"]) == (EARLIER, "2021-12")
    (clash,) = conflicts(looked)
    assert (clash["kind"], clash["name"], clash["firm"]) == ("room", AUDITORIUM, True)
    titles = {clash[side]["title"].partition(" (")[0] for side in ("first", "second")}
    assert titles == {"Rakor Diskominfo", "Kabupaten Ogan Ilir"}
    assert tuple(hours(looked)[-4:]) == AFTERNOON


def test_lists_tell_rooms_letters_gifts_and_what_needs_attention(looked: Program) -> None:
    rooms = {room["name"]: room["seats"] for room in looked.tells("list", "rooms")}
    assert rooms[AUDITORIUM] == 120
    letters = looked.tells("list", "letters", VISIT)
    assert {(one["kind"], one["state"]) for one in letters} == {
        ("invitation", "draft"), ("answer", "answered"), ("answer", "overdue"),
        ("assignment", "draft"),
    }  # fmt: skip
    received = [one["what"] for one in looked.tells("list", "gifts") if one["due_on"]]
    assert sorted(received) == ["Kain songket", "Plakat"]
    due = [(one["kind"], one["due_on"]) for one in looked.tells("list", "attention")]
    assert due == sorted(due, key=lambda one: one[1])
    assert ("letter", "2022-08-19") in due
    assert ("report", "2022-09-08") in due


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("ILIR kunj ogan", "visit", VISIT),
        ("widjaja pantja", "person", "Panca Wijaya Akbar"),
        ("bandung kota pem", "institution", "Pemerintah Kota Bandung"),
        ("berbasis sistem", "agreement", "Penerapan Sistem Pemerintahan Berbasis Elektronik"),
    ],
)
def test_words_in_any_order_and_old_spelling_find_it(
    looked: Program, typed: str, kind: str, title: str
) -> None:
    found = looked.tells("search", typed)
    assert (kind, title) in {(line["kind"], line["title"]) for line in found}


def test_a_word_inside_a_clause_is_found_with_its_article(looked: Program) -> None:
    clauses = looked.tells("search", "kewenangan", "--kind", "clause")
    assert {"id": "Pasal 2", "en": "Article 2"} in [line["article"] for line in clauses]
    assert {line["opens"]["kind"] for line in clauses} == {"agreement"}


def test_a_calendar_is_shown_first_then_taken_in_and_a_second_time_changes_nothing(
    known: Program, tmp_path: Path
) -> None:
    file = calendar_of(tmp_path / "agenda.ics", MEETING, WEEKLY, LEAVE, NEVER)
    before = data_of(known.office)
    planned = known.tells("import", "calendar", file, *MONTHS, "--dry-run")
    assert (planned["written"], data_of(known.office)) == (False, before)
    done = known.tells("import", "calendar", file, *MONTHS)
    assert (done["written"], done["counts"]) == (True, planned["counts"])
    assert (done["counts"]["new"], done["counts"]["refused"]) == (5, 1)
    taken = [(one["title"], one["on"], one["starts_at"], one["until"]) for one in done["entries"]]
    assert taken[1:5] == [
        ("Apel", "2022-08-29", "07:30", None),
        ("Apel", "2022-09-05", "07:30", None),
        ("Apel", "2022-09-12", "07:30", None),
        ("Cuti", "2022-09-05", None, "2022-09-07"),
    ]
    (wrong,) = (one for one in done["entries"] if one["fate"] == "refused")
    assert "DTSTART" in wrong["reasons"][0]
    written = data_of(known.office)
    again = known.tells("import", "calendar", file, *MONTHS)
    assert (again["counts"]["same"], again["counts"]["new"]) == (5, 0)
    assert data_of(known.office) == written
    leader = [one for one in conflicts(known) if one["kind"] == "leader"]
    assert {one["name"] for one in leader} == {"Yana Mulyana"}
    assert known.does("undo") == "Taken back: Import calendar\n"


def test_another_library_reads_the_same_instants_and_uids(looked: Program, tmp_path: Path) -> None:
    file = tmp_path / "keluar.ics"
    ended = looked.run("export", "calendar", file, "--rundown")
    assert (ended.returncode, ended.stdout) == (0, f"{file}\n")
    assert ended.stderr == f"Left out, for its day is not known: {EARLIER}\n"
    items = looked.tells("list", "rundown", VISIT)
    events = events_in(file)
    for item in items:
        day = item["on"]
        told = tuple(datetime.fromisoformat(f"{day}T{item[at]}+07:00") for at in
                     ("starts_at", "ends_at"))  # fmt: skip
        assert hours_in(events[f"{item['id']}@kunjungan"]) == told
    (clash,) = conflicts(looked)
    for side in (clash["first"], clash["second"]):
        starts, _ = hours_in(events[f"{side['id']}@kunjungan"])
        assert starts.astimezone(UTC) == datetime(2022, 9, 1, 6, tzinfo=UTC)
    (whole,) = (one for one in events.values() if one.summary.value == "Batas cetak naskah")
    assert hours_in(whole) == (date(2022, 8, 31), date(2022, 9, 1))


def test_a_session_that_slipped_in_another_program_takes_its_rundown_along(
    known: Program, tmp_path: Path
) -> None:
    file = tmp_path / "kalender.ics"
    known.run("export", "calendar", file)
    file.write_bytes(session_slipped(file.read_bytes().decode()).encode())
    moved = known.tells("import", "calendar", file, *MONTHS, "--move-own")
    assert (moved["counts"]["own"], moved["counts"]["same"]) == (1, 8)
    assert hours(known)[-5:] == [("11:30", "13:00"), *SLIPPED]
    (clash,) = conflicts(known)
    assert clash["since"] == "2022-09-01T13:20:00+07:00"
    assert known.does("undo") == "Taken back: Import calendar\n"
    assert hours(known)[-4:] == list(AFTERNOON)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (("rundown", VISIT, "--for", "guests"), ("PROGRAMME", f"13.25{TO}13.40", "Regent of Ogan")),
        (("rundown", VISIT, "--for", "operators"), ("PETUGAS", "Undang kedua kepala daerah")),
        (("week", "2022-09-01"), ("AGENDA PIMPINAN", "Rakor Diskominfo", "Laporan kunjungan")),
        (("day", "2022-09-01"), ("Kamis, 1 September 2022", f"13.00{TO}15.00", f"13.00{TO}14.30")),
        (("letter", "005/002/KSD/VIII/2022"), ("Yth. Bupati Ogan Ilir", "WALI KOTA BANDUNG")),
        (("report", VISIT), ("LAPORAN KUNJUNGAN", "005/16-CONTOH/2022")),
        (("report", VISIT, "--kind", "minutes"), ("BERITA ACARA", "Panca Wijaya Akbar")),
    ],
)  # fmt: skip
def test_each_paper_says_what_the_office_knows(
    looked: Program, tmp_path: Path, what: tuple[str, ...], said: tuple[str, ...]
) -> None:
    (paper,) = looked.tells("print", *what, "--out", tmp_path / "papers")
    text = words(Path(paper["file"]).read_bytes())
    for each in said:
        assert each in text


def test_pictures_and_files_of_the_archive_move_with_the_office(
    known: Program, tmp_path: Path
) -> None:
    emblem, scan = tmp_path / "lambang.png", tmp_path / "surat.pdf"
    Image.new("RGB", (60, 60), "red").save(emblem)
    scan.write_bytes(b"%PDF-1.4 (SAMPLE)")
    office, _ = open_desk(known.office, "write", user="tester")
    try:
        set_state_emblem(office, emblem)
        attach_to_visit(office, list_visits(office)[0].id, [scan])
    finally:
        office.store.close()
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    known.does("export", "office", first)
    other = known.elsewhere(tmp_path / "other")
    report = other.tells("import", "office", first)
    assert (report["differing"], report["refused"], report["missing_files"]) == ([], [], [])
    assert other.does("verify") == WHOLE
    other.does("export", "office", second)
    assert second.read_bytes() == first.read_bytes()
    there, _ = open_desk(other.office, "read", user="tester")
    try:
        assert has_state_emblem(there)
    finally:
        there.store.close()


def test_what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing(
    looked: Program, tmp_path: Path
) -> None:
    broken = calendar_of(tmp_path / "rusak.ics", MEETING)
    broken.write_bytes(broken.read_bytes()[:-30])
    before = data_of(looked.office)
    for words_, sentence in (
        (("import", "calendar", broken), "rusak.ics breaks off"),
        (("list", "rundown", "Kunjungan lain"), "There is no visit"),
        (("print", "day", "2022-13-01", "--out", tmp_path / "x.pdf"), "is no day such as"),
    ):
        assert sentence in looked.refuses(*words_)
    assert data_of(looked.office) == before
    assert not (tmp_path / "x.pdf").exists()
