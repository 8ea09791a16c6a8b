"""The rundown on the command line: listed, and brought to paper."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from kunjungan.cli.rundown import RUNDOWN, SPEECHES
from tests.cli.conftest import Run

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"


def test_the_rundown_is_listed_item_by_item(run: Run, sample: Path) -> None:
    rows = run("list", "rundown", VISIT, "--json", "--office", sample).json
    assert set(RUNDOWN) <= set(rows[0])
    times = [(row["starts_at"], row["ends_at"]) for row in rows]
    assert times == sorted(times)
    table = run("list", "rundown", VISIT, "--office", sample)
    assert table.code == 0
    assert len(table.out.splitlines()) == len(rows) + 2


def test_guests_and_operators_get_their_own_paper(run: Run, sample: Path, tmp_path: Path) -> None:
    files = []
    for words in (["--for", "guests"], ["--for", "operators", "--delegation", "Ogan Ilir"]):
        done = run("print", "rundown", VISIT, "--out", tmp_path / "papers", *words, "--json",
                   "--paper", "a4", "--language", "en", "--office", sample)  # fmt: skip
        assert done.code == 0, done.err
        files.append(Path(done.json[0]["file"]))
    assert files[0] != files[1]
    first = PdfReader(BytesIO(files[0].read_bytes())).pages[0].extract_text()
    assert "PROGRAMME" in first


def test_what_is_not_meant_is_refused_in_a_sentence(run: Run, sample: Path, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "papers", "--office", sample)
    for words, said in (
        (("rundown",), "Say which visit"),
        (("rundown", "nothing"), "There is no visit “nothing”. `list visits` tells their ids"),
        (("rundown", VISIT, "--delegation", "Bogor"), "no single delegation"),
        (("rundown", VISIT, "--language", "ko"), "not in “ko”"),
        (("rundown", VISIT, "--draft"), "--draft"),
        (("test-page", "--for", "guests"), "--for"),
    ):
        done = run("print", *words, *out)
        assert (done.code != 0, said in done.err) == (True, True), (words, done.err)
    assert not (tmp_path / "papers").exists()


def test_speeches_are_listed_with_who_speaks_and_how_far_the_text_is(
    run: Run, sample: Path
) -> None:
    rows = run("list", "speeches", VISIT, "--json", "--office", sample).json
    assert {(row["speaker"], row["minutes"]) for row in rows} >= {("Ridho Yahya", 15)}
    assert {"kind", "post", "in_charge", "text", "late", *SPEECHES} <= set(rows[0])
    table = run("list", "speeches", VISIT, "--office", sample)
    assert "Ridho Yahya" in table.out
    assert len(table.out.splitlines()) == len(rows) + 2
