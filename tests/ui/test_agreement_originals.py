"""The originals as data, and the proof that they say the same."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.services.agreement_content import PaperChoice
from kunjungan.services.agreements import agreement_form
from kunjungan.services.alternat import AlternatProof, Difference, compare_originals
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.originals import list_originals
from kunjungan.services.printing import new_press, print_to_folder
from kunjungan.ui.screens.agreements.facts.original_form import OriginalDialog
from kunjungan.ui.screens.agreements.facts.originals_columns import around
from kunjungan.ui.screens.agreements.facts.originals_dialog import OriginalsDialog
from kunjungan.ui.widgets.rows_model import Cell, RowsModel
from tests.builders import an_agreement
from tests.services.memoranda import a_memorandum
from tests.ui.agreements_case import (
    Case,
    agreements_window,
    answer,
    caught,
    meet,
    toast,
    words_of,
)
from tests.ui.shared import QUIET

pytestmark = QUIET


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def originals(
    case: Case, monkeypatch: pytest.MonkeyPatch, use: Callable[[OriginalsDialog], None]
) -> None:
    """Open the originals, wait for the proof, use the dialog and close it."""

    def met(dialog: OriginalsDialog) -> int:
        case.bot.waitUntil(lambda: dialog._proof is not None)
        use(dialog)
        return 1

    meet(monkeypatch, OriginalsDialog, met)
    case.run("agreement.originals")


def said(dialog: OriginalsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.text())


def test_each_original_tells_keeper_order_side_stamp_and_state(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[list[str]]] = []

    def use(dialog: OriginalsDialog) -> None:
        seen.append(words_of(dialog.table))
        assert "word for word the same" in said(dialog)
        assert dialog.proof.isHidden()

    originals(case, monkeypatch, use)
    assert seen[0][0] == [
        "Original 1",
        "Pemkot Prabumulih",
        "Pemkot Bandung",
        "Right",
        "Pemkot Bandung",
        "not printed",
    ]
    assert [row[4] for row in seen[0]] == ["Pemkot Bandung", "Pemkot Prabumulih"]
    assert len(list_originals(case.office, agreement)) == 2


def test_the_alternat_is_proved_with_the_places_that_differ(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = a_memorandum(case.office, partners=2)
    case.go(made)
    rows: list[list[str]] = []

    def use(dialog: OriginalsDialog) -> None:
        assert "Only the order of the parties differs" in said(dialog)
        rows.extend(words_of(dialog.proof))
        assert all(cell.tone.value == "plain" for cell in cells(dialog))

    originals(case, monkeypatch, use)
    assert "Order of the parties" in {row[0] for row in rows}
    proof = compare_originals(case.office, made)
    assert len(rows) == len(proof.order_differs) > 1


def cells(dialog: OriginalsDialog) -> list[Cell]:
    """Return the places that the proof names."""
    model = dialog.proof.view.model()
    assert isinstance(model, RowsModel)
    found = [model.cell(model.index(row, 0)) for row in range(model.rowCount())]
    return [cell for cell in found if isinstance(cell, Cell)]


def test_what_else_differs_stands_first_and_in_red(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Difference(Bilingual("Pasal 3 (1)", "Article 3 (1)"), "satu", "dua", (1, 2), 4)
    order = Difference("Order of the parties", "A, B", "B, A", (1, 2))
    proof = AlternatProof(False, (order,), (wrong,), ())
    monkeypatch.setattr(
        "kunjungan.ui.screens.agreements.facts.originals_dialog.compare_originals",
        lambda *_args: proof,
    )

    def use(dialog: OriginalsDialog) -> None:
        assert "differ in more than the order of the parties: 1 places" in said(dialog)
        assert words_of(dialog.proof)[0][0] == "Article 3 (1)"
        assert [cell.tone.value for cell in cells(dialog)] == ["bad", "plain"]
        dialog.proof.select(id(wrong))
        case.bot.keyClick(dialog.proof.view, Qt.Key.Key_Return)

    originals(case, monkeypatch, use)
    here = case.page.rows.current()
    assert here is not None
    assert here.id == case.lines(agreement)[4].id


def test_texts_that_differ_late_are_shown_from_there() -> None:
    same = "Pemerintah Kota Bandung dan Pemerintah Kota Prabumulih sepakat bahwa "
    first, second = around(Difference("x", f"{same}satu", f"{same}dua", (1, 2)))
    assert first.startswith("… ")
    assert first.endswith("bahwa satu")
    assert second.endswith("bahwa dua")
    assert around(Difference("x", "A, B", "B, A", (1, 2))) == ("A, B", "B, A")


def test_an_original_is_edited_as_data_until_it_is_printed(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = caught(monkeypatch, OriginalDialog)

    def fill(_dialog: object) -> None:
        forms[-1].holder.set_value(1)
        forms[-1].stamps.set_value((1, 2))

    answer(monkeypatch, fill)

    def use(dialog: OriginalsDialog) -> None:
        case.bot.keyClick(dialog.table.view, Qt.Key.Key_Return)
        assert words_of(dialog.table)[0][1] == "Pemkot Bandung"
        assert words_of(dialog.table)[0][4] == "every party"

    originals(case, monkeypatch, use)
    first, second = list_originals(case.office, agreement)
    assert (first.stamps, second.holder) == ((1, 2), "Pemkot Prabumulih")
    assert agreement_form(case.office, agreement).stamp_rule is StampRule.BY_CHOICE
    assert "Originals saved" in toast(case)
    assert undo_label(case.office) == "Edit original"
    print_to_folder(
        case.office, new_press(), agreement, [PaperChoice(1, "original")], case.office.folder
    )
    before = len(forms)

    def locked(dialog: OriginalsDialog) -> None:
        assert words_of(dialog.table)[0][-1] == "printed"
        case.bot.keyClick(dialog.table.view, Qt.Key.Key_Return)
        assert not dialog.stamp_form.isEnabled()

    originals(case, monkeypatch, locked)
    assert len(forms) == before


def test_the_stamp_is_pasted_electronic_or_left_out_and_the_alternat_turned_on_at_once(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def use(dialog: OriginalsDialog) -> None:
        dialog.stamp_form.set_value(StampForm.ELECTRONIC)
        assert agreement_form(case.office, agreement).stamp_form is StampForm.ELECTRONIC
        dialog.stamp_form.set_value(StampForm.NONE)
        assert {row[4] for row in words_of(dialog.table)} == {"none"}
        assert not dialog.stamp_rule.isEnabled()
        dialog.alternat.set_value(True)
        firsts = [row[2] for row in words_of(dialog.table)]
        assert firsts == ["Pemkot Prabumulih", "Pemkot Bandung"]

    originals(case, monkeypatch, use)
    assert agreement_form(case.office, agreement).alternat
    for _ in range(3):
        case.run("edit.undo")
    form = agreement_form(case.office, agreement)
    assert (form.stamp_form, form.alternat) == (StampForm.ADHESIVE, False)


def test_volumes_tell_their_language(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    made = a_memorandum(case.office, layout=Layout.VOLUMES)
    case.go(made)
    languages: list[str] = []
    originals(
        case, monkeypatch, lambda dialog: languages.extend(r[5] for r in words_of(dialog.table))
    )
    assert languages == ["Indonesian", "Indonesian", "English", "English"]
