"""What is done with an agreement in the register: extend, end, name its field, show its chain."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.services.office import Office
from kunjungan.services.registry.facts import end_form, register_facts
from kunjungan.services.registry.lines import register_lines
from kunjungan.services.registry.renewal import renew, renewal_of
from kunjungan.ui.context import Address
from kunjungan.ui.screens.agreements.registry.chain_dialog import ChainDialog
from kunjungan.ui.screens.agreements.registry.end_dialog import EndDialog
from kunjungan.ui.screens.agreements.registry.facts_dialog import RegisterFactsDialog
from kunjungan.ui.screens.agreements.registry.renew_dialog import RenewDialog
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import an_agreement
from tests.ui.agreements_case import (
    Case,
    agreements_window,
    answer,
    caught,
    meet,
    words_of,
)
from tests.ui.register_case import an_ending
from tests.ui.shared import QUIET

pytestmark = QUIET
TODAY = date(2022, 8, 26)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def ending(case: Case) -> UUID:
    """An agreement that ends in five weeks, current in the list."""
    return an_ending(case)


def test_p_drafts_a_renewal_and_leads_to_it(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, RenewDialog)
    done = answer(monkeypatch, lambda _d: asked[-1].signing.set_value(PartialDate(2022, 9, 15)))
    case.register.table.view.setFocus()
    case.bot.keyClick(case.register.table.view, Qt.Key.Key_P)
    made = renewal_of(case.office, ending)
    assert (done, made is not None) == ([True], True)
    assert case.page.isVisible()
    row = next(row for row in register_lines(case.office) if row.id == made)
    assert (row.signing_on, row.starts_on) == (date(2022, 9, 15), date(2022, 10, 2))
    case.run("edit.undo")
    assert renewal_of(case.office, ending) is None


def test_a_letter_in_the_search_field_is_only_a_letter(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "exec", lambda _dialog: pytest.fail("a form was shown"))
    case.register.search.setFocus()
    case.bot.keyClicks(case.register.search, "pp")
    assert case.register.search.text() == "pp"
    assert renewal_of(case.office, ending) is None


def test_an_agreement_that_is_extended_already_leads_to_its_renewal(
    case: Case, ending: UUID
) -> None:
    made = renew(case.office, ending)
    case.register.table.select(ending)
    case.run("agreement.renew")
    assert case.page.isVisible()
    assert case.window.frame.context.desk.settings.last_place == Address("agreements", made).text


def test_what_cannot_be_extended_is_told_and_nothing_is_drafted(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "kunjungan.ui.messages.tell", lambda _parent, _title, words, _tone: told.append(words)
    )
    draft = an_agreement(case.office)
    case.register.table.select(draft)
    case.run("agreement.renew")
    assert "still a draft" in told[0]
    assert len(register_lines(case.office)) == 1


def test_an_early_end_is_recorded_with_its_reason_and_taken_back(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, EndDialog)
    answer(monkeypatch, lambda _dialog: asked[-1].reason.set_value("Objek hapus"))
    case.run("agreement.end")
    ended = end_form(case.office, ending)
    assert ended is not None
    assert (ended.on, ended.reason) == (TODAY, "Objek hapus")
    case.register.table.select(ending)
    monkeypatch.setattr(
        "kunjungan.ui.screens.agreements.registry.commands.ask", lambda *_a, **_k: True
    )
    case.run("agreement.end")
    assert end_form(case.office, ending) is None


def test_field_and_unit_are_edited_in_the_list(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = caught(monkeypatch, RegisterFactsDialog)
    answer(monkeypatch, lambda _dialog: asked[-1].field.set_value("Persampahan"))
    case.run("register.facts")
    assert register_facts(case.office, ending).field == "Persampahan"
    words = [case.register.filters.field.itemText(at) for at in range(3)]
    assert words == ["All fields", "Kebudayaan", "Persampahan"]


def test_the_chain_jumps_to_another_agreement(
    case: Case, ending: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = renew(case.office, ending)
    case.register.table.select(ending)

    def jump(dialog: ChainDialog) -> int:
        names = [row[0] for row in words_of(dialog.chain)]
        assert "Renewal" in names[1]
        dialog.chain.select(made)
        dialog._jump()
        return 1

    meet(monkeypatch, ChainDialog, jump)
    case.run("agreement.chain")
    assert case.page.isVisible()
    assert case.window.frame.context.desk.settings.last_place == Address("agreements", made).text
