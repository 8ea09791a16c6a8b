"""What the benchmark of the workbench measures is what it says it measures."""

from pathlib import Path

import pytest

from benchmarks import workbench_offices
from benchmarks.workbench import PARTS
from benchmarks.workbench_desk import Keys, plain_edit
from benchmarks.workbench_runs import RUNS
from kunjungan.app.desk import open_desk
from kunjungan.domain.clauses import Level
from kunjungan.domain.cross_references import PREFIX
from kunjungan.services.clauses import list_clauses


def test_the_long_text_has_sixty_articles_in_four_hundred_rows(tmp_path: Path) -> None:
    workbench_offices.long_text(tmp_path / "office")
    office, _ = open_desk(tmp_path / "office")
    rows = list_clauses(office, workbench_offices.first_agreement(office))
    office.store.close()
    assert len(rows) == 400
    assert sum(row.level is Level.ARTICLE for row in rows) == 60
    assert all(row.text.id and row.text.en for row in rows)
    assert any(PREFIX in row.text.id for row in rows)


def test_every_part_can_be_run() -> None:
    assert PARTS.keys() == RUNS.keys()


@pytest.mark.usefixtures("qapp")
def test_every_key_is_typed_and_timed_until_it_is_painted() -> None:
    edit = plain_edit([])
    keys = Keys(edit)
    keys.type("naskah", [0.02] * 6)
    assert edit.toPlainText() == "naskah"
    assert len(keys.taken) == 6
    assert min(keys.taken) > 0
    edit.close()
