"""What comes after a visit on the command line."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from kunjungan.cli.visit_report import GIFTS
from tests.cli.conftest import Run

VISIT = "Kunjungan SPBE: Kota Prabumulih dan Kabupaten Ogan Ilir"


def test_the_gift_log_is_listed_and_exported(run: Run, sample: Path, tmp_path: Path) -> None:
    rows = run("list", "gifts", "--json", "--office", sample).json
    assert set(GIFTS) <= set(rows[0])
    assert {row["direction"] for row in rows} == {"given", "received"}
    assert all(row["due_on"] for row in rows if row["direction"] == "received")
    table = run("list", "gifts", "--office", sample)
    assert len(table.out.splitlines()) == len(rows) + 2
    file = tmp_path / "gifts.xlsx"
    assert run("export", "gifts", file, "--office", sample).code == 0
    assert file.read_bytes().startswith(b"PK")


def test_report_and_minutes_are_papers_of_their_own(run: Run, sample: Path, tmp_path: Path) -> None:
    said = []
    for words in ([], ["--kind", "minutes", "--language", "both"]):
        done = run("print", "report", VISIT, "--out", tmp_path / "papers", *words, "--json",
                   "--office", sample)  # fmt: skip
        assert done.code == 0, done.err
        pdf = Path(done.json[0]["file"]).read_bytes()
        said.append(PdfReader(BytesIO(pdf)).pages[0].extract_text())
    assert "LAPORAN KUNJUNGAN" in said[0]
    assert "BERITA ACARA KUNJUNGAN" in said[1]
    assert "OFFICIAL REPORT OF THE VISIT" in said[1]


def test_what_is_not_meant_is_refused_in_a_sentence(run: Run, sample: Path, tmp_path: Path) -> None:
    out = ("--out", tmp_path / "papers", "--office", sample)
    for words, said in (
        (("report",), "Say which visit"),
        (("report", "nothing"), "There is no visit"),
        (("report", VISIT, "--language", "fr"), "not in “fr”"),
        (("register", "2022", "--kind", "minutes"), "means nothing here"),
    ):
        done = run("print", *words, *out)
        assert done.code == 2
        assert said in done.err
    assert not (tmp_path / "papers").exists()
