"""The screen of the office's history, and the words it finds for records, fields and values."""

from collections.abc import Iterator
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kunjungan.domain.capacity import Capacity
from kunjungan.domain.days import PartialDate
from kunjungan.domain.paper import Paper
from kunjungan.i18n import later
from kunjungan.services.change_details import Reference
from kunjungan.services.history import recent_changes, redo, undo
from kunjungan.services.office import Office
from kunjungan.services.office_settings import OfficeSettings, change_settings
from kunjungan.services.officials import edit_official, official_form
from kunjungan.services.upkeep import MENDED, Problem
from kunjungan.store.codec import fields
from kunjungan.store.shape import journaled
from kunjungan.store.tables import Person
from kunjungan.ui.context import Address
from kunjungan.ui.screens.history import PLACE
from kunjungan.ui.screens.history.field_words import field_words
from kunjungan.ui.screens.history.screen import HistoryScreen
from kunjungan.ui.screens.history.setting_words import setting_words
from kunjungan.ui.screens.history.value_words import setting_value_words, value_words
from kunjungan.ui.screens.institutions import PLACE as INSTITUTIONS
from kunjungan.ui.table_words import table_words
from kunjungan.ui.widgets.banner import Banner
from tests.builders import a_visit, bandung
from tests.ui.office_case import Case, answer_questions, current, office_window, words
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[HistoryScreen]


@pytest.fixture
def case(qapp: QApplication, office: Office) -> Iterator[Screen]:
    with office_window(qapp, office, PLACE, HistoryScreen, INSTITUTIONS) as opened:
        yield opened


def told(case: Screen) -> list[str]:
    """What the details say, label by label."""
    return [label.text() for label in case.page.details.findChildren(QLabel) if label.text()]


def open_latest(case: Screen) -> None:
    case.page.table.select(recent_changes(case.office)[0].id)


def banner(case: Screen) -> str:
    found = case.page.header.findChildren(Banner)
    return found[-1].accessibleName() if found else ""


def finish(case: Screen, label: str = "Register agreement") -> None:
    """Make a change that ends undo."""
    with case.office.store.change(label, final=True) as session:
        session.add(Person(name="Saksi"))


def test_changes_stand_under_their_day_with_the_next_undo_marked(case: Screen) -> None:
    bandung(case.office)
    a_visit(case.office)
    shown = words(case.page.table, 1)
    assert shown[1:4] == ["Schedule visit, Undo next", "Add official", "Add institution"]
    assert words(case.page.table)[0].endswith(str(datetime.now(UTC).astimezone().year))
    assert words(case.page.table, 2)[1:3] == ["tester", "tester"]
    assert words(case.page.table, 3)[1:3] == ["2", "3"]


def test_undo_and_redo_are_changes_of_their_own(case: Screen) -> None:
    a_visit(case.office)
    case.run("edit.undo")
    assert words(case.page.table, 1)[1:3] == [
        "Undone: Schedule visit",
        "Schedule visit, Taken back",
    ]
    case.run("edit.redo")
    assert words(case.page.table, 1)[1:4] == [
        "Redone: Schedule visit",
        "Undone: Schedule visit",
        "Schedule visit, Undo next",
    ]


def test_a_final_change_ends_what_can_be_undone(case: Screen) -> None:
    a_visit(case.office)
    finish(case)
    assert words(case.page.table, 1)[1:3] == ["Register agreement, Final", "Schedule visit"]
    assert not case.can("edit.undo")


def test_the_details_tell_old_and_new_in_words(case: Screen) -> None:
    body = bandung(case.office)
    form = replace(official_form(case.office, body.head), capacity=Capacity.PLT)
    edit_official(case.office, body.head, form)
    open_latest(case)
    found = told(case)
    assert "Edit official" in found
    place = found.index("Capacity")
    assert found[place + 1 : place + 3] == ["<s>Definitive</s>", "Acting, vacant post (Plt.)"]
    assert "Term of office" in found
    assert "Yana Mulyana" in found


def test_what_someone_wrote_is_never_read_as_markup(case: Screen) -> None:
    with case.office.store.change("Add person") as session:
        session.add(Person(name="<b>Nama</b>"))
    open_latest(case)
    labels = case.page.details.findChildren(QLabel)
    written = [label for label in labels if "Nama" in label.text()]
    assert {label.text() for label in written} == {"<b>Nama</b>"}
    assert {label.textFormat() for label in written} == {Qt.TextFormat.PlainText}
    undo(case.office)
    open_latest(case)
    assert "<s>&lt;b&gt;Nama&lt;/b&gt;</s>" in told(case)


def test_the_history_is_narrowed_by_words_and_by_kind(case: Screen) -> None:
    bandung(case.office)
    a_visit(case.office)
    undo(case.office)
    case.page.search.setText("official tester")
    QTest.keyClick(case.page.search, Qt.Key.Key_Return)
    assert words(case.page.table, 1)[1:] == ["Add official, Undo next"]
    case.page.search.clear()
    case.page.kinds.set_value("undone")
    case.page.kinds.chosen.emit("undone")
    QTest.keyClick(case.page.search, Qt.Key.Key_Return)
    assert words(case.page.table, 1)[1:] == ["Schedule visit, Taken back"]
    case.page.kinds.set_value("final")
    case.page.kinds.chosen.emit("final")
    assert words(case.page.table) == []
    assert not case.page.details.isVisible()


def test_a_name_with_braces_from_elsewhere_is_shown_as_it_is(case: Screen) -> None:
    finish(case, "Impor {berkas}")
    assert "Impor {berkas}, Final" in words(case.page.table, 1)


def test_a_hidden_history_is_brought_up_to_date_when_it_is_seen(case: Screen) -> None:
    case.window.frame.go(Address("institutions"))
    a_visit(case.office)
    case.window.frame.go(Address("history"))
    assert words(case.page.table, 1)[1] == "Schedule visit, Undo next"


def test_the_check_says_in_words_that_the_journal_is_whole(case: Screen, qtbot: QtBot) -> None:
    a_visit(case.office)
    case.run("history.verify")
    assert banner(case).startswith("Checking")

    def whole() -> None:
        assert banner(case).startswith("The journal is whole")

    qtbot.waitUntil(whole)


def test_an_index_that_was_mended_is_no_reason_to_restore_a_backup(case: Screen) -> None:
    case.page.show_faults([Problem(MENDED, {})])
    assert banner(case).startswith("The journal is whole")
    assert banner(case).endswith("It was built anew; no data is lost.")


def test_faults_are_counted_and_told(case: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = answer_questions(monkeypatch)
    found = [Problem(later("Journal: {text}"), {"text": f"change {n}"}) for n in range(14)]
    case.page.show_faults(found)
    assert banner(case) == "Faults found: 14. Restore a sound backup."
    case.page.tell_faults(found)
    assert "Journal: change 0" in heard[0]
    assert heard[0].endswith("and 2 more")


def test_search_kind_and_selection_are_remembered(case: Screen, qtbot: QtBot) -> None:
    bandung(case.office)
    a_visit(case.office)
    undo(case.office)
    redo(case.office)
    case.page.search.setText("tester")
    QTest.keyClick(case.page.search, Qt.Key.Key_Return)
    chosen = current(case.page.table).id
    english = case.page
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.page is not english)
    assert (case.page.search.text(), current(case.page.table).id) == ("tester", chosen)


def test_every_table_and_field_of_the_journal_has_its_words() -> None:
    silent = [name for name in journaled() if table_words(name) == name]
    silent += [
        f"{name}.{field.name}"
        for name, table in journaled().items()
        for field in fields(table)
        if field_words(name, field.name) == field.name
    ]
    silent += [f.name for f in fields_of(OfficeSettings) if setting_words(f.name) == f.name]
    assert silent == []
    assert (table_words("new"), field_words("new", "colour")) == ("new", "colour")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("note", None, "—"),
        ("note", "", "—"),
        ("titles_front", (), "—"),
        ("titles_front", ("Dr.", "H."), "Dr., H."),
        ("is_head", True, "Yes"),
        ("is_head", False, "No"),
        ("minutes", 0, "0"),
        ("paper", Paper.A4, "A4 (210 by 297 mm)"),
        ("on", PartialDate(2021, 12), "Dec 2021"),
        ("decree_on", date(2022, 9, 1), "Thu, 1 Sep 2022"),
        ("starts_at", time(9, 30), "09.30"),
        ("role", "head", "Head of delegation"),
        ("role", "something else", "something else"),
        ("first_signs", "left", "Left"),
        ("sha256", "0123456789abcdef" * 4, "0123456789ab…"),
        ("host_id", Reference("Pemerintah Kota Bandung"), "Pemerintah Kota Bandung"),
        ("host_id", Reference(""), "a record that is gone"),
    ],
)
def test_values_are_said_in_words(field: str, value: object, said: str) -> None:
    assert value_words(field, value) == said


def test_choices_of_the_office_are_said_in_words() -> None:
    assert setting_value_words("paper", "a4") == "A4 (210 by 297 mm)"
    assert setting_value_words("stamp_rule", "all") == "At every signature"
    assert setting_value_words("notice_months", 6) == "6"
    assert setting_value_words("paper", "a5") == "a5"
    assert setting_value_words("no longer known", True) == "Yes"


def test_changing_a_setting_tells_its_name_and_choice(case: Screen) -> None:
    change_settings(case.office, OfficeSettings(paper=Paper.A4))
    open_latest(case)
    found = told(case)
    assert found[found.index("Choice") + 1] == "A4 (210 by 297 mm)"
    assert "Paper" in found
