"""The term base among the settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from kunjungan.services.office import Office
from kunjungan.services.writing.terms import TermLine, list_terms
from kunjungan.ui.context import Address
from kunjungan.ui.screens.settings import PLACE
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.screens.settings.term_dialogs import TermDialog
from tests.ui.agreements_case import answer, words_of
from tests.ui.office_case import Case, office_window
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[SettingsScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, SettingsScreen) as opened:
        opened.window.frame.go(Address("settings", tab="terms"))
        yield opened


def line(office: Office, words: str) -> TermLine:
    return next(each for each in list_terms(office) if each.words_id.startswith(words))


def narrowed(case: Screen, words: str) -> list[list[str]]:
    case.page.terms.search.setText(words)
    case.page.terms.search.searched.emit(words)
    return words_of(case.page.terms.table)


def test_terms_are_found_by_either_language_and_tell_source_and_approval(case: Screen) -> None:
    (row,) = narrowed(case, "regency district")
    assert row[0].startswith("Kabupaten")
    assert "never: District…" in row[1]
    assert row[2:] == ["Institutions", "Official English", "Proposed"]
    assert narrowed(case, "nothing of the kind") == []


def test_a_term_is_added_edited_and_each_is_there_at_once(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: TermDialog) -> None:
        dialog.words_id.set_value("naskah uji")
        dialog.words_en.set_value("trial text")
        dialog.never.set_value("proof; test")
        dialog.source.set_value("treaty")

    answer(monkeypatch, fill)  # type: ignore[arg-type]
    case.page.terms.add()
    made = line(case.office, "naskah uji")
    assert (made.words_en, made.source) == ("trial text; !proof; !test", "treaty")
    assert case.page.terms.table.current() == made
    answer(monkeypatch, lambda dialog: dialog.note.set_value("seen"))  # type: ignore[attr-defined]
    case.page.terms.edit()
    assert line(case.office, "naskah uji").note == "seen"
    assert line(case.office, "naskah uji").words_en == made.words_en


def test_approval_and_retirement_show_in_the_row(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowed(case, "kelurahan")
    answer(monkeypatch, lambda dialog: None)
    case.page.terms.approve()
    approved = line(case.office, "Kelurahan")
    assert (approved.approved_by, approved.approved_on) == (case.office.user, case.office.today())
    assert "26 Aug 2022" in narrowed(case, "kelurahan")[0][4]
    case.page.terms.retire()
    assert narrowed(case, "kelurahan")[0][4] == "Retired"
    assert "term.restore" in case.page.commands()
    assert "term.retire" not in case.page.commands()
    case.page.terms.restore()
    assert line(case.office, "Kelurahan").active


def test_a_list_goes_out_and_comes_in_by_the_file_dialogs(
    case: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "terms.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    case.page.terms.export_list()
    assert path.read_text(encoding="utf-8-sig").startswith('"id","en"')
    path.write_text("id,en\nnaskah uji,trial text\n", encoding="utf-8")
    case.page.terms.import_list()
    assert narrowed(case, "naskah uji")[0][1] == "trial text"


def test_the_commands_of_terms_are_open_on_their_tab_only(case: Screen) -> None:
    assert "term.add" in case.page.commands()
    case.page.open_record(None, "about")
    assert "term.add" not in case.page.commands()
