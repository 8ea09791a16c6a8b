"""The people by the command line alone: who comes, in which order and seat, and their papers."""

import csv
import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kunjungan.app import desk
from kunjungan.exchange.sheets import read_sheets
from tests.documents.reading import words
from tests.walk import guest_list
from tests.walk.calendar_days import VISIT
from tests.walk.guest_list import GUESTS, NAMES, SHEET, nip_of, phone_of
from tests.walk.program import Program, Quick, data_of

MAYOR, REGENT, HOST = "Ridho Yahya", "Panca Wijaya Akbar", "Yana Mulyana"
INTO = ("--visit", VISIT, "--delegation", "Ogan Ilir", "--sheet", SHEET)


@pytest.fixture
def known(sampled: Path, tmp_path: Path) -> Program:
    """The command line on an office of its own with the true case."""
    shutil.copytree(sampled, tmp_path / "office")
    return Quick(tmp_path / "office", tmp_path / "desk")


@pytest.fixture(scope="module")
def looked(sampled: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The command line on an office with the true case; only to be looked at."""
    folder = tmp_path_factory.mktemp("looked")
    shutil.copytree(sampled, folder / "office")
    return Quick(folder / "office", folder / "desk")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """The list that came in."""
    return guest_list.written(tmp_path / "tamu.xlsx")


def secretary(program: Program) -> str:
    """Return the id of Prabumulih's regional secretary among the guests."""
    guests = program.tells("list", "guests", VISIT)
    (found,) = (
        guest["id"]
        for guest in guests
        if guest["position"]["id"] == "Sekretaris Daerah"
        and "Prabumulih" in guest["institution"]["id"]
    )
    return str(found)


def seats_of(told: dict[str, Any]) -> dict[str, str]:
    """Return where each guest sits in the first plan, by the guest's id."""
    return {seat["guest"]: seat["place"] for seat in told["plans"][0]["seats"] if seat["guest"]}


def named(told: dict[str, Any]) -> list[str]:
    """Return the names of the order of precedence."""
    return [line["name"] for line in told["order"] if line["name"]]


def pack_of(program: Program, folder: Path, *more: str) -> list[dict[str, Any]]:
    """Print the pack of the visit; what is left out is told beside it."""
    ended = program.run("print", "pack", VISIT, "--out", folder, *more, "--json")
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    for one in found:
        assert Path(one["file"]).read_bytes().startswith(b"%PDF")
    return found


def test_a_list_is_shown_first_then_taken_in_but_for_the_double(
    known: Program, listed: Path, tmp_path: Path
) -> None:
    rest, before = tmp_path / "sisa.xlsx", data_of(known.office)
    planned = known.tells("import", "people", listed, *INTO, "--dry-run")
    assert (planned["written"], data_of(known.office)) == (False, before)
    done = known.tells("import", "people", listed, *INTO, "--rest", rest)
    assert (done["written"], done["counts"]) == (True, planned["counts"])
    assert (done["writes"], done["left"], done["counts"]["twin"]) == (GUESTS, 2, 1)
    assert len(done["added"]) + len(done["updated"]) == GUESTS
    (twin,) = (row for row in done["rows"] if row["state"] == "twin")
    assert (twin["twin_of"], twin["writes"]) == (4, False)
    assert twin["reason"] == "The same NIP as row 4."
    (sheet,) = read_sheets(rest)
    assert [row[0] for row in sheet.rows[1:]] == [4.0 + GUESTS, 5.0 + GUESTS]
    assert sheet.rows[1][-1] is not None
    again = known.tells("import", "people", listed, *INTO, "--dry-run")
    assert (again["writes"], again["counts"]["same"]) == (0, GUESTS)
    joined = known.tells("import", "people", listed, *INTO, "--twins", "join", "--dry-run")
    assert (joined["left"], joined["added"]) == (1, [])


def test_a_list_is_taken_back_the_next_day_and_brought_in_again(
    known: Program, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guests = known.tells("list", "guests", VISIT)
    known.does("import", "people", listed, *INTO, "--rest", listed.with_name("sisa.xlsx"))
    came = known.tells("list", "guests", VISIT)
    assert {f"{name} Contoh, S.T." for name in NAMES} <= {guest["name"] for guest in came}
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    monkeypatch.setattr(desk, "_today", tomorrow.date)
    monkeypatch.setattr(desk, "_now", lambda: tomorrow)
    assert known.does("undo") == "Taken back: Import guests\n"
    assert known.tells("list", "guests", VISIT) == guests
    known.does("redo")
    assert known.tells("list", "guests", VISIT) == came
    known.does("undo")
    assert known.tells("import", "people", listed, *INTO)["writes"] == GUESTS


def test_people_go_out_without_personal_data_unless_it_is_asked_for(
    known: Program, listed: Path, tmp_path: Path
) -> None:
    known.does("import", "people", listed, *INTO)
    plain, whole = tmp_path / "orang.csv", tmp_path / "lengkap.csv"
    known.does("export", "people", plain)
    known.does("export", "people", whole, "--with-personal-data")
    assert "198001" not in plain.read_text("utf-8-sig")
    assert "0812" not in plain.read_text("utf-8-sig")
    rows = list(csv.DictReader(whole.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert {f"{name} Contoh" for name in NAMES} <= {row["Name"] for row in rows}
    for number, name in enumerate(NAMES, start=1):
        (row,) = (row for row in rows if row["Name"] == f"{name} Contoh")
        assert (row["NIP"], row["Telephone"]) == (nip_of(number), phone_of(number))


def test_what_goes_out_of_a_visit_comes_in_elsewhere_word_for_word(
    known: Program, listed: Path, tmp_path: Path
) -> None:
    known.does("import", "people", listed, *INTO)
    out = tmp_path / "keluar.xlsx"
    known.does("export", "guests", out, "--visit", VISIT, "--with-personal-data")
    back = known.tells("import", "people", out, "--visit", VISIT, "--dry-run")
    assert not any(row["changes"] for row in back["rows"])
    assert back["counts"]["same"] >= GUESTS


def test_two_heads_of_equal_rank_go_by_the_officers_word_and_reason(known: Program) -> None:
    told = known.tells("seat", VISIT)
    assert named(told)[:3] == [HOST, MAYOR, REGENT]
    mayor, regent = told["order"][1:3]
    assert mayor["article"] == regent["article"]
    assert (regent["equal_rank"], regent["undecided"], regent["why"]) == (True, False, "decision")
    assert regent["reason"]
    assert "An order among guests needs a reason" in known.refuses("precede", VISIT, REGENT, MAYOR)
    said = known.does("precede", VISIT, REGENT, MAYOR, "--reason", "The letter came first")
    assert said == f"{REGENT} goes ahead of {MAYOR}.\n"
    told = known.tells("seat", VISIT)
    assert named(told)[:3] == [HOST, REGENT, MAYOR]
    assert told["order"][2]["reason"] == "The letter came first"


def label_of(move: dict[str, Any], first: str) -> str:
    """The key of the place label of who moves: further plans have labels of their own."""
    guest, plan = move["guest"], move["plan"]
    return str(guest) if plan == first else f"{guest}@{plan}"


def test_a_mayor_is_represented_and_exactly_the_changed_cards_are_printed_again(
    known: Program, tmp_path: Path
) -> None:
    pack = {one["what"]: one for one in pack_of(known, tmp_path / "paket")}
    before, sekda = known.tells("seat", VISIT), secretary(known)
    mayor = next(line["id"] for line in before["order"] if line["name"] == MAYOR)
    assert {mayor, sekda} <= set(pack["place_labels"]["keys"])
    told = known.tells("represent", VISIT, MAYOR, sekda, "--arrange")
    after = known.tells("seat", VISIT)
    assert mayor not in seats_of(after)
    assert len(after["order"]) == len(before["order"]) - 1
    (line,) = (line for line in after["order"] if line["id"] == sekda)
    assert (line["represents"], line["article"]["en"]) == (mayor, "Article 11(1), letter f")
    moved = {
        guest: (was, seats_of(after).get(guest))
        for guest, was in seats_of(before).items()
        if seats_of(after).get(guest) != was
    }
    first = before["plans"][0]["id"]
    assert moved == {
        one["guest"]: (one["before"], one["after"]) for one in told["moved"] if one["plan"] == first
    }
    again = {card["key"] for card in told["print_again"] if card["paper"] == "place_labels"}
    assert again == {label_of(one, first) for one in told["moved"] if one["after"]}
    assert {guest for guest, (_, place) in moved.items() if place} < again
    left = {label_of(one, first) for one in told["moved"] if one["guest"] == mayor}
    assert {(card["paper"], card["key"]) for card in told["put_away"]} == {
        *((paper, mayor) for paper in ("badges", "tents")),
        *(("place_labels", key) for key in left),
    }
    changed = {one["what"]: one for one in pack_of(known, tmp_path / "ulang", "--changed")}
    assert set(changed["place_labels"]["keys"]) == again
    tents = [card["key"] for card in told["print_again"] if card["paper"] == "tents"]
    assert tents == changed["tents"]["keys"] == [sekda]  # it says whose place is taken
    assert not {"badges", "vehicle_signs", "agreement"} & set(changed)
    assert pack_of(known, tmp_path / "lagi", "--changed") == []
    known.does("undo")


def test_every_badge_bears_the_name_or_position_of_its_guest(
    looked: Program, tmp_path: Path
) -> None:
    (paper,) = looked.tells("print", "badges", VISIT, "--out", tmp_path)
    text = words(Path(paper["file"]).read_bytes())
    for name in (HOST, MAYOR, REGENT):
        assert name in text


def test_what_is_no_list_is_refused_in_a_sentence_and_changes_nothing(
    looked: Program, listed: Path
) -> None:
    before = data_of(looked.office)
    for name, data, sentence in guest_list.bad_files(listed).values():
        file = listed.with_name(name)
        file.write_bytes(data)
        assert sentence in looked.refuses("import", "people", file, *INTO[:4])
    for typed, sentence in (
        (("import", "people", listed), "Say which visit the guests are of"),
        (("import", "people", listed, *INTO[:4], "--sheet", "Lain"), "“Lain”"),
        (("import", "people", listed, *INTO[:2], "--delegation", "Cirebon"), "names no single"),
        (("seat", "Kunjungan lain"), "There is no session or visit"),
        (("represent", VISIT, "Nobody", MAYOR), "No guest of this visit"),
        (("represent", VISIT, "Staf", MAYOR), "guests. Write the id instead"),
        (("represent", VISIT, MAYOR, MAYOR), "the same person"),
        (("print", "pack", "Kunjungan lain", "--out", listed.parent), "There is no visit"),
        (("print", "pack", VISIT, "--only", "banners", "--out", listed.parent), "banners"),
    ):
        assert sentence in looked.refuses(*typed)
    assert data_of(looked.office) == before
