"""The term base on the command line."""

from pathlib import Path

from tests.cli.conftest import Run


def test_terms_go_out_as_a_list_and_come_back(run: Run, sample: Path, tmp_path: Path) -> None:
    at = ("--office", sample)
    out = tmp_path / "terms.csv"
    assert run("export", "terms", out, *at).out == f"{out}\n"
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith('"id","en","domain"')
    out.write_text("\n".join([*rows, '"naskah uji","trial text"']), encoding="utf-8")
    dry = run("import", "terms", out, "--dry-run", "--json", *at).json
    assert (dry["written"], dry["new"], dry["corrected"]) == (False, 1, 0)
    assert run("import", "terms", out, *at).out.startswith("New terms: 1. Corrected: 0.")
    listed = run("list", "terms", "--json", *at).json
    (new,) = [row for row in listed if row["words_id"] == "naskah uji"]
    assert (new["words_en"], new["approved_on"], new["active"]) == ("trial text", None, True)


def test_a_wrong_list_is_told_by_its_line(run: Run, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("id,en\nsatu,\n", encoding="utf-8")
    ended = run("import", "terms", path, "--office", sample)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Line 2 of the list: ")
    assert run("import", "terms", tmp_path / "none.csv", "--office", sample).code == 2


def test_the_table_of_terms_says_field_and_source_in_words(run: Run, sample: Path) -> None:
    table = run("list", "terms", "--office", sample, lang="id").out
    assert "Kunjungan dan acara" in table
    assert "Peraturan" in table
    assert all(term["domain"] != "Visits and events" for term in
               run("list", "terms", "--json", "--office", sample).json)  # fmt: skip
