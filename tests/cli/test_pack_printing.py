"""The papers of the day on the command line: the pack, one paper alone, only what changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kunjungan.app.desk import open_desk
from kunjungan.domain.stages import VisitStage
from kunjungan.services.delegations import attendee_form, edit_attendee, mark_attendance
from kunjungan.services.guests.participants import participants
from kunjungan.services.letters.signers import list_signers
from kunjungan.services.people import PersonForm
from kunjungan.services.visit_lists import list_visits
from kunjungan.services.visum.recording import VisumBatch, number_order, record_visums
from kunjungan.store.tables import Visit
from tests.cli.conftest import Run
from tests.documents.reading import words

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"


def test_a_paper_alone_is_written_with_a_dated_name(run: Run, sample: Path, tmp_path: Path) -> None:
    ended = run("print", "badges", VISIT, "--out", tmp_path / "out", "--office", sample, "--json")
    assert ended.code == 0
    (paper,) = ended.json
    assert Path(paper["file"]).name.startswith("2022-09-01 Tanda pengenal - Kunjungan SPBE")
    assert (paper["what"], paper["paper"]) == ("badges", "a4")
    assert "Ridho Yahya" in words(Path(paper["file"]).read_bytes())


def test_a_second_print_of_what_changed_prints_nothing(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    asked = ("print", "pack", VISIT, "--out", tmp_path / "out", "--office", sample)
    first = run(*asked, "--only", "badges,tents", "--json")
    assert [paper["what"] for paper in first.json] == ["badges", "tents"]
    log = run("list", "prints", "--office", sample, "--json").json
    assert {row["paper_of_the_day"] for row in log if "visit" in row} == {"badges", "tents"}
    assert "Name tents" in run("list", "prints", "--office", sample).out
    again = run(*asked, "--only", "badges,tents", "--changed")
    assert (again.code, again.out) == (
        0,
        "Nothing has changed since it was printed. Nothing was printed.\n",
    )


def test_the_pack_has_everything_that_can_be_printed_and_says_what_cannot(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    ended = run("print", "pack", VISIT, "--out", tmp_path / "out", "--office", sample, "--json")
    assert ended.code == 0
    whats = [paper["what"] for paper in ended.json]
    assert whats.count("originals") == 4
    assert {"badges", "tents", "attendance", "rundown_guest", "rundown_mc"} <= set(whats)
    assert len({paper["file"] for paper in ended.json}) == len(whats)
    assert "Travel order visum: Nobody on the signed attendance list" in ended.err


def test_a_pack_of_a_visit_that_was_called_off_is_written_with_one_remark(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    office, _ = open_desk(sample, "write", user="tester")
    seen = list_visits(office)[0].id
    with office.store.change("Call off", kind="system") as session:
        visit = session.get(Visit, seen)
        assert visit is not None
        visit.stage = VisitStage.CANCELLED
    office.store.close()
    asked = ("--out", tmp_path / "out", "--office", sample, "--only", "badges,tents")
    ended = run("print", "pack", VISIT, *asked)
    assert ended.code == 0
    assert ended.err.count("called off") == 1


@pytest.mark.parametrize(
    "wanted",
    [
        ("pack",),
        ("pack", "no such visit"),
        ("pack", VISIT, "--only", "nothing-known"),
        ("visum", VISIT),
        ("tents", VISIT, "--only", "badges"),
        ("letter", "1", "--changed"),
        ("badges", VISIT, "--first", "0"),
        ("badges", VISIT, "--sheet", "none"),
        ("badges", VISIT, "--language", "fr"),
        ("badges", VISIT, "--original", "1"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(
    run: Run, sample: Path, tmp_path: Path, wanted: tuple[str, ...]
) -> None:
    ended = run("print", *wanted, "--out", tmp_path / "out", "--office", sample)
    assert ended.code == 2
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert not (tmp_path / "out").exists()


def test_only_the_tent_of_whoever_was_renamed_is_printed_again(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    asked = ("print", "tents", VISIT, "--out", tmp_path / "out", "--office", sample, "--json")
    assert run(*asked).json[0]["cards"] > 1
    office, _ = open_desk(sample, "write", user="tester")
    try:
        visit = list_visits(office)[0].id
        guest = next(guest for guest in participants(office, visit) if not guest.host)
        form = attendee_form(office, guest.id)
        edit_attendee(office, guest.id, replace(form, person=PersonForm("Nama Baru Sekali")))
    finally:
        office.store.close()
    (paper,) = run(*asked, "--changed").json
    assert paper["cards"] == 1
    assert "NAMA BARU SEKALI" in words(Path(paper["file"]).read_bytes())


def test_the_visum_register_tells_who_had_which_order_signed(run: Run, sample: Path) -> None:
    office, _ = open_desk(sample, "write", user="tester")
    try:
        visit = list_visits(office)[0].id
        guest = next(each for each in participants(office, visit) if not each.host)
        mark_attendance(office, [guest.id], "present")
        signer = list_signers(office, visit)[0].id
        day = date(2022, 9, 1)
        record_visums(office, visit, VisumBatch((guest.id,), signer, day, day))
        number_order(office, guest.id, "090/1/2022")
    finally:
        office.store.close()
    (line,) = run("list", "visum", VISIT, "--office", sample, "--json").json
    assert (line["name"], line["arrived_on"]) == (guest.name.full, "2022-09-01")
    assert line["printed_at"] is None
    asked = ("print", "visum", VISIT, "--out", sample.parent / "out", "--office", sample)
    assert run(*asked, "--paper", "f4", "--json").json[0]["cards"] == 1
    (line,) = run("list", "visum", "--office", sample, "--json").json
    assert line["printed_at"] is not None
