"""Text from elsewhere: planned before the eyes, written in one step, and taken back by one."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.services.clauses import write_clause
from kunjungan.services.office import Office
from kunjungan.ui.screens.agreements.writing.paste_dialog import PasteDialog
from tests.builders import an_agreement
from tests.ui.agreements_case import Case, agreements_window, meet, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET
INDONESIAN = """Pasal 20
PERTUKARAN PEGAWAI
(1) PARA PIHAK dapat menukar pegawai.
(2) Pertukaran berlangsung paling lama 3 (tiga) bulan.
"""
BOTH = """<table>
<tr><td>Pasal 20</td><td>Article 20</td></tr>
<tr><td>PERTUKARAN PEGAWAI</td><td>EXCHANGE OF STAFF</td></tr>
<tr><td>(1) PARA PIHAK dapat menukar pegawai.</td><td>(1) The PARTIES may exchange staff.</td></tr>
<tr><td>(2) Pertukaran paling lama 3 (tiga) bulan.</td><td></td></tr>
</table>"""


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened
    QApplication.clipboard().clear()  # what Python put there must not outlive it


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def copy(text: str = "", html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def test_nothing_is_written_before_the_verb(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = case.lines(agreement)
    copy(INDONESIAN)
    seen: list[list[list[str]]] = []
    meet(monkeypatch, PasteDialog, lambda dialog: seen.append(words_of(dialog.table)))
    case.run("clause.paste")
    assert any("PARA PIHAK dapat menukar pegawai." in row for row in seen[0])
    assert case.lines(agreement) == before
    assert toast(case) == ""


def test_pasted_rows_come_behind_the_row_one_is_in_and_undo_takes_them_back(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = case.lines(agreement)
    case.page.rows.go_to(before[-1].id, "id", write=False)
    copy(INDONESIAN)
    verbs: list[str] = []

    def insert(dialog: PasteDialog) -> None:
        verbs.append(dialog.verb.text())
        dialog.insert()

    meet(monkeypatch, PasteDialog, insert)
    case.run("clause.paste")
    now = case.lines(agreement)
    added = len(now) - len(before)
    assert added == 3
    assert verbs == ["Insert 3 rows"]
    assert "3 rows inserted" in toast(case)
    assert any(line.text.id == "PARA PIHAK dapat menukar pegawai." for line in now)
    case.run("edit.undo")
    assert case.lines(agreement) == before


def test_a_table_of_two_columns_shows_pairs_and_what_has_no_partner(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.page.rows.go_to(case.lines(agreement)[-1].id, "id", write=False)
    copy("", BOTH)
    seen: list[list[str]] = []

    def look(dialog: PasteDialog) -> None:
        assert dialog.side.value() == "both"
        seen.extend(words_of(dialog.table))
        dialog.insert()

    meet(monkeypatch, PasteDialog, look)
    case.run("clause.paste")
    pair = next(row for row in seen if "PARA PIHAK dapat menukar pegawai." in row)
    assert "The PARTIES may exchange staff." in pair
    alone = next(row for row in seen if any("3 (tiga) bulan" in cell for cell in row))
    assert "No partner" in alone
    texts = {line.text.id: line.text.en for line in case.lines(agreement)}
    assert texts["PARA PIHAK dapat menukar pegawai."] == "The PARTIES may exchange staff."


def test_a_row_can_be_left_out_and_made_something_else(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(case.lines(agreement))
    case.page.rows.go_to(case.lines(agreement)[-1].id, "id", write=False)
    copy(INDONESIAN)

    def change(dialog: PasteDialog) -> None:
        view = dialog.table.view
        view.selectRow(view.model().rowCount() - 1)
        dialog.set_level(Level.LETTER)
        view.selectRow(0)
        case.bot.keyClick(view, Qt.Key.Key_Space)
        assert dialog.verb.text() == "Insert 2 rows"
        dialog.insert()

    meet(monkeypatch, PasteDialog, change)
    case.run("clause.paste")
    now = case.lines(agreement)
    assert len(now) == count + 2
    levels = {line.text.id: line.level for line in now}
    assert levels["Pertukaran berlangsung paling lama 3 (tiga) bulan."] is Level.LETTER
    assert "PERTUKARAN PEGAWAI" not in levels


def test_english_fills_the_gaps_beside_the_rows_that_are_there(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = next(line for line in case.lines(agreement) if line.level is Level.ARTICLE)
    place = case.lines(agreement).index(article)
    below = case.lines(agreement)[place + 1 : place + 3]
    for line in below:
        write_clause(case.office, line.id, "en", "")
    case.page.rows.go_to(article.id, "en", write=False)
    number = article.marker.en.rpartition(" ")[2]
    copy(f"Article {number}\n{article.text.en}\n(1) First paragraph.\n(2) Second paragraph.\n")
    meet(monkeypatch, PasteDialog, PasteDialog.insert)
    case.run("clause.paste")
    texts = [case.line(agreement, line.id).text.en for line in below]
    assert texts == ["First paragraph.", "Second paragraph."]


def test_an_empty_clipboard_says_so_and_the_verb_stays_shut(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = case.lines(agreement)
    copy("")
    shut: list[bool] = []

    def look(dialog: PasteDialog) -> None:
        shut.append(not dialog.verb.isEnabled())
        dialog.insert()

    meet(monkeypatch, PasteDialog, look)
    case.run("clause.paste")
    assert shut == [True]
    assert case.lines(agreement) == before


def test_a_broken_document_is_refused_with_a_sentence_inside_the_dialog(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    good = tmp_path / "baik.txt"
    good.write_text(INDONESIAN, encoding="utf-8")
    case.page.rows.go_to(case.lines(agreement)[-1].id, "id", write=False)
    copy(INDONESIAN)
    told: list[tuple[bool, int]] = []

    def use(dialog: PasteDialog) -> None:
        rows = len(words_of(dialog.table))
        dialog.open_file(broken)
        told.append((not dialog._refused.isHidden(), len(words_of(dialog.table)) - rows))
        dialog.open_file(good)
        assert dialog._refused.isHidden()
        assert dialog.source.text() == "From baik.txt"

    meet(monkeypatch, PasteDialog, use)
    case.run("clause.paste")
    assert told == [(True, 0)]


def test_a_document_is_inserted_by_the_menu(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "naskah.txt"
    file.write_text(INDONESIAN, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    meet(monkeypatch, PasteDialog, PasteDialog.insert)
    count = len(case.lines(agreement))
    case.run("clause.paste_file")
    assert len(case.lines(agreement)) == count + 3


def test_several_paragraphs_pasted_into_a_row_open_the_plan(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = case.lines(agreement)[-1].id
    field = case.write_in(last, "id")
    copy(INDONESIAN)
    met: list[object] = []

    def look(dialog: PasteDialog) -> None:
        met.append(dialog.after.value())

    meet(monkeypatch, PasteDialog, look)
    case.bot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    case.bot.waitUntil(lambda: bool(met))
    assert met == [last]


def test_the_whole_text_can_be_replaced(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = case.lines(agreement)
    copy(INDONESIAN)

    def replace(dialog: PasteDialog) -> None:
        dialog.replace.set_value(True)
        dialog.insert()

    meet(monkeypatch, PasteDialog, replace)
    case.run("clause.paste")
    assert len(case.lines(agreement)) == 3
    case.run("edit.undo")
    assert [x.text for x in case.lines(agreement)] == [x.text for x in before]
