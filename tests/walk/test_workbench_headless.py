"""A bilingual agreement of 16 articles by commands alone: from two faults to its renewal."""

import csv
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.documents.reading import words
from tests.walk.program import Program, data_of
from tests.walk.workbench import (
    CLEARED_ON,
    EARLIER,
    FIRST,
    LETTER,
    PASSED,
    POWER,
    REASON,
    REPLICATION,
    RIGHT,
    SECOND,
    WORKBENCH,
    WRONG,
    Bench,
    Processed,
    agreement_in,
    changed,
    ending,
    mended,
    old_register,
    process,
    sheet_xml,
    today,
)

WHOLE = "Data, journal and archive are whole.\n"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The office with the mended text; only to be looked at."""
    return mended(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def signed(bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> Processed:
    """The office in which the agreement was cleared, proven, printed, signed and registered."""
    folder = tmp_path_factory.mktemp("signed")
    shutil.copytree(bench.program.office, folder / "office")
    return process(Bench(bench.program.elsewhere(folder / "office"), folder))


def test_the_check_finds_the_missing_article_and_the_figure_that_differs(program: Program) -> None:
    program.does("import", "office", WORKBENCH)
    for lang, place in (("en", "Article 11 paragraph (2)"), ("id", "Pasal 11 ayat (2)")):
        ended = program.run("check", "agreement", REPLICATION, lang=lang)
        assert ended.returncode == 1
        assert ended.stdout.count("missing-translation") == 3
        assert place in ended.stdout
        assert re.search(r"figures-differ .*250\.000\.000,00.*205,000,000\.00", ended.stdout)


def test_the_mended_text_stands_in_nobodys_way(bench: Bench) -> None:
    found = bench.program.tells("check", "agreement", REPLICATION)
    assert {one["code"] for one in found} == {"missing-evidence", "not-cleared"}
    assert not any(one["blocking"] for one in found)


def test_the_comparison_tells_each_row_in_both_languages(bench: Bench) -> None:
    ended = bench.program.run("compare", f"{REPLICATION}@1", f"{REPLICATION}@now")
    assert (ended.returncode, ended.stderr) == (1, "")
    assert "4 changed, 1 added, 1 removed, 1 moved" in ended.stdout
    for said in (
        "Article 7 paragraph (2): Changed\n  en  The SECOND PARTY provides [-Rp205-]{+Rp250+}",
        "Article 10 paragraph (2): Removed\n  id  [-Perubahan alamat diberitahukan",
        "  en  [-Changes of address are notified in writing.-]",
        "Article 11: Changed\n  en  {+CONFIDENTIALITY+}",
        "Article 11 paragraph (3): Added\n  id  {+Data pribadi dihapus paling lambat 30",
        "  en  {+Personal data are erased no later than 30 (thirty) Working Days",
    ):
        assert said in ended.stdout
    indonesian = bench.program.run("compare", REPLICATION, lang="id").stdout
    assert "4 diubah, 1 ditambah, 1 dihapus, 1 pindah" in indonesian
    assert "Pasal 10 ayat (2): Dihapus" in indonesian


def test_the_comparison_as_json_has_both_texts_whole(bench: Bench) -> None:
    told = json.loads(bench.program.run("compare", REPLICATION, "--json").stdout)
    assert told["counts"] == {"changed": 4, "added": 1, "removed": 1, "moved": 1}
    assert (told["left"]["draft"], told["right"]["draft"]) == (1, 2)
    assert told["left"]["fingerprint"] != told["right"]["fingerprint"]
    (paid,) = (row for row in told["rows"] if (row["left"] or {}).get("id") == "Pasal 7 ayat (2)")
    assert WRONG in paid["left_text"]["en"]
    assert RIGHT in paid["right_text"]["en"]
    assert paid["left_text"]["id"] == paid["right_text"]["id"]
    moved = {row["left"]["en"] for row in told["rows"] if row["change"] in {"left", "moved"}}
    assert len(moved) == 1
    assert moved <= {"Article 5 paragraph (2)", "Article 5 paragraph (3)"}


def test_both_sides_clear_one_text_and_it_is_told_when_one_saw_another(signed: Processed) -> None:
    assert (signed.early["same"], signed.early["steps"][2]["stale"]) == (False, True)
    told = signed.cleared
    assert told["same"]
    assert [step["on"] for step in told["steps"]] == list(CLEARED_ON)
    assert {step["fingerprint"] for step in told["steps"]} == {told["text"]["fingerprint"]}
    said = words(signed.sheet.read_bytes())
    for word in ("Bagian Hukum", "Sekretaris Daerah", "Mitra", told["text"]["fingerprint"]):
        assert word in said


def test_each_stage_rests_on_its_evidence(signed: Processed) -> None:
    lines = {line["code"]: line for line in signed.stages}
    states = {code: (line["state"], line["on"]) for code, line in lines.items()}
    assert states["K00"] == ("not_required", "2022-01-10")
    assert states["K20"] == ("done", "2022-01-12")
    assert states["K30"] == ("done", CLEARED_ON[-1])
    assert states["K40"] == ("open", None)
    assert (lines["K10"]["state"], lines["K10"]["reason"]) == ("passed", PASSED)
    assert (lines["K21"]["due_on"], lines["K21"]["days_left"] < 0) == ("2022-02-02", True)
    assert lines["K21"]["law"]["en"] == "PP 28/2018 article 6(1)"
    now = {line["code"]: line for line in signed.program.tells("list", "stages", REPLICATION)}
    assert [now[code]["state"] for code in ("K40", "K85", "K90")] == ["done"] * 3
    assert "calls itself a PDF" in signed.remark


def test_signing_in_two_places_ends_on_the_later_day_and_leaves_duties(signed: Processed) -> None:
    (line,) = signed.program.tells("list", "register", "--year", "2022")
    assert (line["signed_on"], line["ends_on"]) == (SECOND[0], "2025-03-14")
    exported = signed.bench.folder / "exported.json"
    signed.program.does("export", "office", exported, "--without-files")
    office = json.loads(exported.read_text(encoding="utf-8"))
    (first, second) = agreement_in(office)["originals"]
    for original in (first, second):
        (ours, theirs) = original["signatures"]
        assert (ours["on"], ours["place"]) == FIRST
        assert (theirs["on"], theirs["place"], theirs["medium"]) == (*SECOND, "electronic")
        assert (theirs["authority"], theirs["reason"]) == (POWER[1], REASON)
    tasks = signed.program.tells("list", "tasks")
    assert [(task["title"]["en"], task["due_on"]) for task in tasks] == [
        ("Draft the implementing agreement", "2022-09-14"),
        ("Report on the cooperation", "2023-03-14"),
        ("Evaluate before it ends", "2024-12-14"),
    ]
    assert len(signed.program.tells("list", "reminders")) == 3


def test_what_was_signed_is_never_written_over(signed: Processed) -> None:
    before = data_of(signed.program.office)
    assert signed.program.refuses("drafts", REPLICATION, "--restore", 1) == (
        "A signed text is never changed. Draft an addendum to this agreement."
    )
    assert signed.program.refuses("undo") == "There is nothing to undo."
    assert data_of(signed.program.office) == before
    assert signed.program.does("verify") == WHOLE


def test_a_kept_file_comes_out_byte_for_byte(signed: Processed, tmp_path: Path) -> None:
    (line,) = signed.program.tells("list", "files", REPLICATION)
    assert (line["document"], line["state"], line["number"]) == (
        "surat_penawaran",
        "there",
        "005/1",
    )
    signed.program.does("export", "file", line["id"], "--out", tmp_path)
    assert (tmp_path / line["name"]).read_bytes() == LETTER


def test_the_register_leaves_as_a_workbook_with_days_as_days(signed: Processed) -> None:
    file = signed.bench.folder / "register.xlsx"
    assert signed.program.does("export", "register", file) == f"{file}\n"
    (sheet,) = CalamineWorkbook.from_path(file).sheet_names
    head, *rows = CalamineWorkbook.from_path(file).get_sheet_by_name(sheet).to_python()
    (line,) = (row for row in rows if row[head.index("Register number")] == "2022/001")
    told = dict(zip(head, line, strict=True))
    assert (told["Signed"], told["Ends"]) == (date(2022, 3, 14), date(2025, 3, 14))
    assert told["Number"] == "415.4/001-SAMPLE/2022"
    assert told["Original"] == "Lemari 3 (SAMPLE)"


def test_the_register_leaves_as_csv_and_as_the_book_of_a_year(signed: Processed) -> None:
    file = signed.bench.folder / "register.csv"
    signed.program.does("export", "register", file, "--year", "2022")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        (line,) = csv.DictReader(opened, delimiter=";")
    assert (line["Register number"], line["Signed"]) == ("2022/001", SECOND[0])
    assert int(line["Days left"]) < 0
    (book,) = signed.program.tells("print", "register", "2022", "--out", signed.bench.papers)
    said = words(Path(book["file"]).read_bytes())
    assert "415.4/001-SAMPLE/2022" in said
    assert "415.4/007-SAMPLE/2017" not in said


def test_of_an_old_register_the_good_rows_come_in_and_the_rest_is_kept_with_reasons(
    signed: Processed, program: Program, tmp_path: Path
) -> None:
    shutil.copytree(signed.program.office, program.office)
    file, rest = old_register(tmp_path / "lama.xlsx"), tmp_path / "sisa.xlsx"
    before = data_of(program.office)
    planned = program.tells("import", "register", file, "--dry-run", "--rest", rest)
    assert data_of(program.office) == before
    done = program.tells("import", "register", file)
    assert (done["taken"], done["refused"]) == (2, planned["refused"])
    assert [(row["row"], row["mendable"]) for row in done["refused"]] == [(5, False), (6, True)]
    same, swapped = (row["reason"] for row in done["refused"])
    assert same == "The end is the same day as the start (13-05-2020)."
    assert "it may be 13-09-2020" in swapped
    lines = CalamineWorkbook.from_path(rest).get_sheet_by_index(0).to_python()
    assert [row[0] for row in lines[1:]] == [5, 6]
    again = program.tells("import", "register", file, "--mend")
    assert again["taken"] == 1
    assert {line["subject"]["id"] for line in program.tells("list", "register")} >= {
        "Pertukaran Pegawai", "Kuliah Kerja Nyata", "=1+1",
    }  # fmt: skip
    out = tmp_path / "keluar.xlsx"
    program.does("export", "register", out)
    assert b"<f>" not in sheet_xml(out)
    assert program.does("undo") == "Taken back: Import register\n"


def test_an_agreement_that_ended_lives_on_in_a_linked_draft(
    signed: Processed, program: Program
) -> None:
    shutil.copytree(signed.program.office, program.office)
    assert program.tells("list", "register", "--year", "2022")[0]["status"] == "ended"
    made = program.tells("renew", "agreement", REPLICATION)
    lines = {line["reference"]: line for line in program.tells("list", "register")}
    draft = lines[made["reference"]]
    assert (draft["renews"], draft["status"]) == (lines[REPLICATION]["agreement"], "draft")
    ended = program.run("compare", REPLICATION, made["reference"], "--json")
    counts = json.loads(ended.stdout)["counts"]
    assert counts == {"changed": 1, "added": 0, "removed": 0, "moved": 0}
    assert program.refuses("renew", "agreement", REPLICATION) == (
        f"It is extended by {made['reference']} already. Open that one."
    )
    assert program.does("undo") == "Taken back: Extend agreement\n"
    assert len(program.tells("list", "register")) == 2


def test_what_fell_due_while_the_computer_was_off_is_told_until_it_is_settled(
    program: Program, tmp_path: Path
) -> None:
    file = changed(tmp_path / "due.json", lambda office: ending(office, days=40))
    program.does("import", "office", file)
    (due,) = program.tells("list", "reminders")
    assert (due["what"], due["kind"], due["days_left"]) == ("ending:3", "ending", 40)
    later = today() + timedelta(7)
    program.does("remind", "agreement", EARLIER, "ending:3", "--until", later)
    assert program.tells("list", "reminders") == []
    assert program.does("undo") == "Taken back: Put off reminder\n"
    program.does("remind", "agreement", EARLIER, "ending:3")
    assert program.tells("list", "reminders") == []
    (line,) = program.tells("list", "register", "--status", "ending")
    assert line["reference"] == EARLIER
