"""How delegations travel, on the command line: the list and the travel sheets."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.documents.reading import words

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"
OTHER = "Studi SPBE Kabupaten Ogan Ilir"


def test_journeys_and_lodgings_of_a_visit_are_listed(run: Run, sample: Path) -> None:
    rows = run("list", "travel", VISIT, "--json", "--office", sample).json
    assert [row["what"] for row in rows] == [
        "arrival", "departure", "lodging", "arrival", "departure",
    ]  # fmt: skip
    first = rows[0]
    assert (first["on"], first["at"], first["pick_up_at"]) == ("2022-08-31", "16:20", "15:30")
    assert first["delegation"]["id"] == "Pemerintah Kota Prabumulih"
    assert (rows[2]["until"], rows[2]["rooms"]) == ("2022-09-01", 10)
    table = run("list", "travel", VISIT, "--office", sample).out
    assert "Lodging" in table
    assert "16:20" in table
    assert run("list", "travel", OTHER, "--json", "--office", sample).json == []


def test_a_list_of_travel_without_a_visit_is_refused_in_a_sentence(run: Run, sample: Path) -> None:
    ended = run("list", "travel", "--office", sample)
    assert (ended.code, ended.err.count("\n")) == (2, 1)


def test_the_travel_sheets_come_with_the_pack_where_any_journey_is_known(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    asked = ("print", "pack", VISIT, "--out", tmp_path / "out", "--office", sample)
    ended = run(*asked, "--only", "travel", "--json")
    (paper,) = ended.json
    assert (ended.code, paper["what"], paper["paper"]) == (0, "travel", "f4")
    assert "JADWAL KENDARAAN" in words(Path(paper["file"]).read_bytes())
    asked = ("print", "pack", OTHER, "--out", tmp_path / "other", "--office", sample)
    whole = run(*asked, "--json")
    assert "travel" not in {paper["what"] for paper in whole.json}
    alone = run(*asked, "--only", "travel")
    assert "No journey or lodging is known yet" in alone.err
