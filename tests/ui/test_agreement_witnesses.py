"""Who signs an agreement without being a party: added, put in order, removed."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.bilingual import Bilingual
from kunjungan.services.history import undo_label
from kunjungan.services.office import Office
from kunjungan.services.witnesses import WitnessForm, set_witnesses, witnesses_of
from kunjungan.ui.screens.agreements.facts.witness_form import WitnessDialog
from kunjungan.ui.screens.agreements.facts.witnesses_dialog import WitnessesDialog
from tests.builders import an_agreement
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
SECRETARY = WitnessForm(
    "acknowledged", None, "Sekretaris Contoh", "Sekretaris Daerah", "Regional Secretary"
)
LAWYER = WitnessForm("witness", None, "Ahli Hukum", "Kepala Bagian Hukum", "Head of Legal Division")


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def agreement(case: Case) -> UUID:
    made = an_agreement(case.office)
    case.go(made)
    return made


def witnesses(
    case: Case, monkeypatch: pytest.MonkeyPatch, use: Callable[[WitnessesDialog], None]
) -> None:
    """Open the witnesses, use the dialog, and return as it closed."""

    def met(dialog: WitnessesDialog) -> int:
        use(dialog)
        return dialog.result()

    meet(monkeypatch, WitnessesDialog, met)
    case.run("agreement.witnesses")


def test_witnesses_are_added_from_officials_and_as_written_and_kept_in_one_step(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = caught(monkeypatch, WitnessDialog)
    turn: list[int] = []

    def fill(_dialog: object) -> None:
        turn.append(1)
        asked = forms[-1]
        if len(turn) == 1:
            asked.role.set_value("acknowledged")
            asked.source.set_value("words")
            asked.name.set_value("Sekretaris Contoh")
            asked.post.set_value(Bilingual("Sekretaris Daerah", "Regional Secretary"))
            return
        assert not asked.dialog.submit()  # neither post nor name
        official = asked.official.matches("Ridho")[0]
        asked.official.set_value(official.key)

    answer(monkeypatch, fill)

    def use(dialog: WitnessesDialog) -> None:
        dialog.add()
        dialog.add()
        dialog.save()
        assert "Who signs for a party is no witness" in "\n".join(
            label.text() for label in dialog.findChildren(QLabel)
        )
        dialog.remove()
        dialog.save()

    witnesses(case, monkeypatch, use)
    assert witnesses_of(case.office, agreement) == [SECRETARY]
    assert "Witnesses saved" in toast(case)
    assert undo_label(case.office) == "Set witnesses"


def test_witnesses_change_places_are_edited_and_removed_by_keys(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_witnesses(case.office, agreement, [SECRETARY, LAWYER])
    forms = caught(monkeypatch, WitnessDialog)
    answer(monkeypatch, lambda _dialog: forms[-1].name.set_value("Ahli Baru"))
    seen: list[list[str]] = []

    def use(dialog: WitnessesDialog) -> None:
        dialog.show()
        dialog.activateWindow()
        case.bot.waitUntil(dialog.isActiveWindow)
        dialog.table.select(id(dialog.forms[1]))
        view = dialog.table.view
        case.bot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        seen.extend(words_of(dialog.table))
        case.bot.keyClick(view, Qt.Key.Key_Return)
        dialog.table.select(id(dialog.forms[1]))
        case.bot.keyClick(view, Qt.Key.Key_Delete)
        dialog.save()

    witnesses(case, monkeypatch, use)
    assert [row[0] for row in seen] == ["Witness (Saksi)", "Acknowledged by (Mengetahui)"]
    kept = witnesses_of(case.office, agreement)
    assert [(form.role, form.name) for form in kept] == [("witness", "Ahli Baru")]


def test_giving_up_leaves_the_witnesses_as_they_were(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_witnesses(case.office, agreement, [LAWYER])
    asked: list[str] = []

    def confirmed(_parent: object, title: str, *_args: object, **_words: object) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr("kunjungan.ui.screens.agreements.facts.witnesses_dialog.confirm", confirmed)

    def use(dialog: WitnessesDialog) -> None:
        dialog.remove()
        dialog.reject()

    witnesses(case, monkeypatch, use)
    assert witnesses_of(case.office, agreement) == [LAWYER]
    assert asked == ["Discard what you entered?"]
    assert toast(case) == ""
