"""The register goes out of the window: the rows shown as a file, a year as a book."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.life import AgreementStatus
from kunjungan.exchange.sheets import read_sheets
from kunjungan.services.office import Office
from kunjungan.services.registry.columns import STATUSES
from kunjungan.ui.labels import label
from kunjungan.ui.screens.agreements.registry.yearbook_dialog import YearbookDialog
from tests.builders import Old, an_old_agreement
from tests.ui.agreements_case import Case, agreements_window, meet, toast
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.mark.parametrize(("typed", "name"), [("keluar", "keluar.xlsx"), ("a.csv", "a.csv")])
def test_the_rows_shown_go_out_in_the_language_on_screen(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, name: str
) -> None:
    an_old_agreement(case.office, Old("1/X", subject="Sampah"))
    an_old_agreement(case.office, Old("2/X", subject="Pangan"))
    case.go()
    case.register.reload()
    case.register.search.setText("pangan")
    case.bot.waitUntil(lambda: len(case.register.shown) == 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))
    case.run("register.export")
    case.bot.waitUntil(lambda: f"Exported: {name}" in toast(case))
    [sheet] = read_sheets(tmp_path / name)
    assert [row[6] for row in sheet.rows] == ["Subject", "Pangan"]


def test_the_book_of_a_year_is_shown_and_saved(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_old_agreement(case.office, Old("1/X", date(2019, 3, 1)))
    an_old_agreement(case.office, Old("2/X", date(2020, 3, 1)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "buku"), ""))
    years: list[object] = []

    def use(dialog: YearbookDialog) -> int:
        case.bot.waitUntil(lambda: dialog._pages.page_count > 0)
        years.extend(dialog.year.itemText(n) for n in range(dialog.year.count()))
        dialog.year.set_value(2019)
        case.bot.waitUntil(lambda: bool(dialog._pdf))
        dialog.save()
        return 1

    meet(monkeypatch, YearbookDialog, use)
    case.go()
    case.register.reload()
    case.run("register.yearbook")
    assert years == ["2020 (1)", "2019 (1)"]
    assert (tmp_path / "buku.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved: buku.pdf" in toast(case)


def test_an_empty_register_can_only_take_one_in(case: Case) -> None:
    case.go()
    assert case.can("register.import")
    assert not case.can("register.export")
    assert not case.can("register.yearbook")


def test_a_state_has_one_name_on_screen_and_in_files() -> None:
    assert {state: words.en for state, words in STATUSES.items()} == {
        state: label(state) for state in AgreementStatus
    }
