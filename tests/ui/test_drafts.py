"""Drafts on screen: kept, compared side by side, cleared, and the sheet for the initials."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.domain.clauses import Level
from kunjungan.domain.comparing import Change
from kunjungan.services.agreement_view import agreement_view
from kunjungan.services.clauses import list_clauses, write_clause
from kunjungan.services.drafts.comparison import RowPair
from kunjungan.services.drafts.keeping import keep_and_start
from kunjungan.services.drafts.listing import list_drafts
from kunjungan.services.drafts.text_refs import TextRef
from kunjungan.services.office import Office
from kunjungan.services.writing.shape import add_clause, move_clause, remove_clause
from kunjungan.ui.screens.agreements.drafts.compare_dialog import CompareDialog, last_kept
from kunjungan.ui.screens.agreements.drafts.draft_commands import DraftCommands
from kunjungan.ui.screens.agreements.drafts.drafts_card import DraftsCard
from kunjungan.ui.screens.agreements.drafts.pair_delegate import WIDE, edges
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.fields import LineField
from tests.builders import an_agreement
from tests.ui.agreements_case import (
    Case,
    agreements_window,
    answer,
    caught,
    meet,
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
    """An agreement of which one draft was kept and whose text has changed since."""
    made = an_agreement(case.office)
    keep_and_start(case.office, made, "sent to the partner")
    rows = list_clauses(case.office, made)
    first = next(row for row in rows if row.level is Level.PARAGRAPH)
    write_clause(case.office, first.id, "id", first.text.id.replace("adalah", "yaitu"))
    articles = [row for row in rows if row.level is Level.ARTICLE]
    move_clause(case.office, articles[4].id, 3)
    remove_clause(case.office, [row for row in rows if row.level is Level.PARAGRAPH][-1].id)
    add_clause(case.office, made, Level.LETTER, after=first.id)
    return made


def compared(case: Case, agreement: UUID, left: TextRef | None = None) -> CompareDialog:
    """The window of two texts, its answer there."""
    context = case.window.frame.context
    wanted = left or last_kept(case.office, agreement)
    view = agreement_view(case.office, agreement)
    dialog = CompareDialog(context, view, wanted, case.window)
    case.bot.addWidget(dialog)
    dialog.show()
    case.bot.waitUntil(lambda: dialog.list.model().rowCount() > 0)
    return dialog


def here(dialog: CompareDialog) -> RowPair:
    pair = dialog.list.current()
    assert pair is not None
    return pair


def told(dialog: CompareDialog) -> list[str]:
    return [chip.accessibleName() for chip in dialog.findChildren(Chip) if chip.isVisible()]


def drafts_card(case: Case, agreement: UUID) -> DraftsCard:
    card = DraftsCard(case.window.frame.context, case.window)
    card.show(agreement_view(case.office, agreement))
    return card


def test_the_comparison_begins_at_the_first_difference(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    assert here(dialog).change is Change.CHANGED
    case.bot.waitUntil(lambda: told(dialog) == ["1 changed", "1 added", "1 removed", "2 moved"])


def test_keys_lead_from_difference_to_difference_and_round_the_end(
    case: Case, agreement: UUID
) -> None:
    dialog = compared(case, agreement)
    seen = [here(dialog).change]
    for _ in range(4):
        case.bot.keyClick(dialog, Qt.Key.Key_F8)
        seen.append(here(dialog).change)
    assert sorted(change.value for change in seen) == [
        "added",
        "changed",
        "moved",
        "moved",
        "removed",
    ]
    case.bot.keyClick(dialog, Qt.Key.Key_F8)
    assert here(dialog).change is Change.CHANGED
    case.bot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert here(dialog).change is seen[-1]


def test_every_row_says_in_words_what_became_of_it(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    model = dialog.list.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [str(model.index(line, 0).data(role)) for line in range(model.rowCount())]
    assert any(
        "Article 1 paragraph (1): Changed. Indonesian: removed: adalah; added: yaitu" in s
        for s in said
    )
    assert any(s.startswith("Article 8: Moved here from Article 5") for s in said)
    assert any(s.startswith("Article 5: Moved from here to Article 8") for s in said)
    assert any(": Removed. " in s for s in said)


def test_rows_that_are_the_same_can_be_left_out(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    before = dialog.list.model().rowCount()
    dialog.head.rows_chosen.emit("changed")
    after = dialog.list.model().rowCount()
    assert after < before
    assert after == len(dialog.list.differences) + 2


def test_one_language_can_be_shown_alone(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    dialog.head.languages.set_value("1")
    dialog.head.languages_chosen.emit()
    assert dialog.head.chosen_languages() == [1]


def test_each_language_has_its_own_columns_where_there_is_room() -> None:
    assert len(edges(WIDE, 2)) == 5
    assert len(edges(WIDE - 1, 2)) == 3
    assert edges(900, 2) == sorted(edges(900, 2))


def test_sides_are_swapped(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    dialog.head._swap()
    case.bot.waitUntil(lambda: dialog.head.left.text().startswith("Present"))
    case.bot.waitUntil(
        lambda: any(
            part.text == "adalah" and part.fate.value == "added"
            for pair in dialog.list._rows.pairs
            for parts in pair.parts
            for part in parts
        )
    )


def test_another_agreement_can_be_picked(case: Case, agreement: UUID) -> None:
    other = an_agreement(case.office)
    dialog = compared(case, agreement)
    dialog.head.left.set_value(TextRef(other))
    dialog.head.left.picked.emit(TextRef(other))
    case.bot.waitUntil(
        lambda: dialog._found is not None and dialog._found.left.agreement_id == other
    )
    assert not dialog._restore.isVisible()


def test_a_draft_whose_file_is_gone_leaves_the_window_with_a_sentence(
    case: Case, agreement: UUID
) -> None:
    dialog = compared(case, agreement)
    for path in (case.office.folder / "arsip").glob("??/*"):
        path.unlink()
    dialog.compare(TextRef(agreement, 1), TextRef(agreement))
    case.bot.waitUntil(dialog._notice.isVisible)
    assert dialog.list.model().rowCount() > 0


def test_the_same_text_says_so(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement, TextRef(agreement))
    case.bot.waitUntil(lambda: told(dialog) == ["Both texts say the same"])
    dialog.head.rows_chosen.emit("changed")
    assert dialog._stack.currentIndex() == 1


def test_enter_leads_from_a_row_into_the_text(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    asked: list[UUID] = []
    dialog.row_wanted.connect(asked.append)
    case.bot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert asked == [
        next(r.id for r in list_clauses(case.office, agreement) if r.level is Level.PARAGRAPH)
    ]


def test_the_left_draft_becomes_the_present_text(case: Case, agreement: UUID) -> None:
    dialog = compared(case, agreement)
    restored: list[int] = []
    dialog.restored.connect(restored.append)
    assert dialog._restore.isVisible()
    dialog._restore.click()
    assert restored == [1]
    now, kept = list_drafts(case.office, agreement)
    assert now.fingerprint == kept.fingerprint


def test_the_command_compares_with_the_last_kept_draft(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[TextRef, TextRef]] = []
    meet(monkeypatch, CompareDialog, lambda dialog: shown.append(dialog._wanted))
    commands = DraftCommands(case.window.frame.context, lambda: True, case.window)
    commands.show(agreement_view(case.office, agreement))
    commands.answers()["agreement.compare"]()
    assert shown == [(TextRef(agreement, 1), TextRef(agreement))]


def test_what_is_typed_and_refused_is_not_compared_or_kept(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(monkeypatch, CompareDialog, pytest.fail)
    commands = DraftCommands(case.window.frame.context, lambda: False, case.window)
    commands.show(agreement_view(case.office, agreement))
    for run in commands.answers().values():
        run()
    assert len(list_drafts(case.office, agreement)) == 2


def test_a_draft_is_kept_with_its_note(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = caught(monkeypatch, LineField)
    answer(monkeypatch, lambda _dialog: fields[-1].set_value("for the council"))
    commands = DraftCommands(case.window.frame.context, lambda: True, case.window)
    commands.show(agreement_view(case.office, agreement))
    commands.answers()["agreement.keep_draft"]()
    assert [line.note for line in list_drafts(case.office, agreement)] == [
        "",
        "for the council",
        "sent to the partner",
    ]


def test_the_card_lists_the_drafts_with_their_state(case: Case, agreement: UUID) -> None:
    card = drafts_card(case, agreement)
    rows = words_of(card.table)
    assert rows[0][0] == "Draft 2"
    assert rows[1][0] == "Draft 1, sent to the partner"
    assert [row[-1] for row in rows] == ["Being written", "Kept"]


def test_a_kept_draft_is_restored_and_noted_from_the_card(
    case: Case, agreement: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = drafts_card(case, agreement)
    assert not card._restore.isEnabled()
    card.table.select(1)
    assert card._restore.isEnabled()
    card._restore.click()
    now, kept = list_drafts(case.office, agreement)
    assert now.fingerprint == kept.fingerprint
    fields = caught(monkeypatch, LineField)
    answer(monkeypatch, lambda _dialog: fields[-1].set_value("agreed"))
    card._note.click()
    assert list_drafts(case.office, agreement)[1].note == "agreed"
