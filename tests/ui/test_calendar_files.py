"""A calendar comes in and goes out through the window, and its entries are written by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.days import PartialDate
from kunjungan.services.calendar.entries import EntryForm, add_entry
from kunjungan.services.calendar.moving import Slot
from kunjungan.services.ical.exporting import calendar_file
from kunjungan.services.office import Office
from kunjungan.services.office_settings import change_settings, office_settings
from kunjungan.services.visits import VisitForm, schedule_visit, visit_form
from kunjungan.ui.screens.calendar.entry_dialog import EntryDialog
from kunjungan.ui.screens.calendar.entry_verbs import EntryVerbs
from kunjungan.ui.screens.calendar.ical_files import CalendarFiles
from kunjungan.ui.screens.calendar.import_dialog import ImportCalendarDialog
from kunjungan.ui.screens.calendar.import_parts import OTHER
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.builders import a_visit, bandung
from tests.exchange.ical_case import calendar, event
from tests.services.calendar.planned import entries
from tests.ui.agreements_case import Case, agreements_window, answer, meet, toast, words_of
from tests.ui.shared import QUIET

pytestmark = QUIET
MEETING = ("DTSTART;TZID=SE Asia Standard Time:20220901T130000", "DURATION:PT90M")
DAY = date(2022, 9, 1)


@pytest.fixture
def case(qapp: QApplication, qtbot: QtBot, office: Office) -> Iterator[Case]:
    change_settings(office, replace(office_settings(office), own_institution=bandung(office).id))
    with agreements_window(qapp, qtbot, office) as opened:
        yield opened


@pytest.fixture
def dialog(case: Case) -> ImportCalendarDialog:
    """The import on screen for the year 2022, no file chosen."""
    made = ImportCalendarDialog(case.window.frame.context, case.window)
    case.bot.addWidget(made)
    made.show()
    choose_days(made)
    return made


def choose_days(dialog: ImportCalendarDialog) -> None:
    dialog.parts.since.set_value(PartialDate(2022, 1, 1))
    dialog.parts.until.set_value(PartialDate(2022, 12, 31))


def a_file(folder: Path, *parts: str) -> Path:
    path = folder / "agenda.ics"
    path.write_bytes(calendar(*parts))
    return path


def looked(case: Case, dialog: ImportCalendarDialog, path: Path) -> None:
    dialog.look_through(path)
    case.bot.waitUntil(lambda: not dialog.busy)


def states(dialog: ImportCalendarDialog) -> list[str]:
    return [row[1] for row in words_of(dialog.parts.table)]


def refusal(dialog: ImportCalendarDialog) -> str:
    notice = next(each for each in dialog.findChildren(Notice) if each.isVisible())
    return notice._words.text()


def test_each_entry_is_shown_with_what_becomes_of_it_and_nothing_is_written(
    case: Case, dialog: ImportCalendarDialog, tmp_path: Path
) -> None:
    assert not dialog.verb.isEnabled()
    bad = event("DTSTART:besok", uid="b", title="Kacau")
    looked(case, dialog, a_file(tmp_path, event(*MEETING, title="Rakor"), bad))
    rows = words_of(dialog.parts.table)
    assert states(dialog) == ["Cannot be read", "New"]
    assert "DTSTART" in rows[0][-1]
    assert rows[1][2:4] == ["Rakor", "Thu, 1 Sep 2022, 13.00\N{EN DASH}14.30 WIB"]
    assert (dialog.verb.text(), dialog.verb.isEnabled()) == ("Import 1 entry", True)
    assert entries(case.office) == []
    dialog.parts.filter.set_value(OTHER)
    dialog.parts.filter.chosen.emit(OTHER)
    assert states(dialog) == ["Cannot be read"]


def test_other_days_give_other_entries(
    case: Case, dialog: ImportCalendarDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, event(*MEETING)))
    dialog.parts.until.set_value(PartialDate(2022, 8, 31))
    case.bot.waitUntil(lambda: states(dialog) == [])
    assert not dialog.verb.isEnabled()
    dialog.parts.until.line.setText("kapan-kapan")
    case.bot.waitUntil(lambda: not dialog._later.isActive())
    assert "kapan-kapan" in refusal(dialog)


def test_a_file_that_is_no_calendar_says_so_and_leaves_nothing_to_import(
    case: Case, dialog: ImportCalendarDialog, tmp_path: Path
) -> None:
    looked(case, dialog, a_file(tmp_path, event(*MEETING)))
    bad = tmp_path / "rusak.ics"
    bad.write_bytes(b"PK\x03\x04")
    looked(case, dialog, bad)
    assert "rusak.ics is a compressed file" in refusal(dialog)
    assert (states(dialog), dialog.verb.isEnabled()) == ([], False)


def test_entries_come_in_by_the_verb_and_go_by_one_undo(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def use(dialog: ImportCalendarDialog) -> int:
        dialog.show()
        choose_days(dialog)
        looked(case, dialog, a_file(tmp_path, event(*MEETING), event(*MEETING, uid="b", title="C")))
        dialog.bring_in()
        case.bot.waitUntil(lambda: not dialog.isVisible())
        return 1

    meet(monkeypatch, ImportCalendarDialog, use)
    CalendarFiles(case.window.frame.context, case.window).import_file()
    assert [one.title for one in entries(case.office)] == ["C", "Rapat"]
    assert "2 entries imported from agenda" in toast(case)
    case.run("edit.undo")
    assert entries(case.office) == []


def test_our_own_visit_moves_only_with_the_tick(
    case: Case, dialog: ImportCalendarDialog, tmp_path: Path
) -> None:
    hours = VisitForm("SPBE", PartialDate(2022, 9, 1), starts_at=time(9), ends_at=time(11))
    visit = schedule_visit(case.office, hours)
    path = tmp_path / "kembali.ics"
    path.write_bytes(calendar_file(case.office).data.replace(b":20220901T", b":20220905T"))
    looked(case, dialog, path)
    assert (states(dialog), dialog.verb.isEnabled()) == (["Our own, moved"], False)
    assert dialog.parts.own.isVisible()
    dialog.parts.own.setChecked(True)
    case.bot.waitUntil(lambda: not dialog.busy)
    assert dialog.verb.isEnabled()
    dialog.bring_in()
    case.bot.waitUntil(lambda: not dialog.isVisible())
    assert str(visit_form(case.office, visit).on) == "2022-09-05"


def test_a_calendar_that_is_dropped_is_looked_through(
    case: Case, dialog: ImportCalendarDialog, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, event(*MEETING))))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    case.bot.waitUntil(lambda: states(dialog) == ["New"])


def test_the_calendar_goes_out_and_says_what_it_left_out(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_visit(case.office, "Kunjungan balasan", on="2022-12")
    a_visit(case.office)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "keluar"), ""))
    CalendarFiles(case.window.frame.context, case.window).export_file()
    case.bot.waitUntil(lambda: bool(toast(case)))
    assert "keluar.ics" in toast(case)
    assert "Kunjungan balasan" in toast(case)
    assert (tmp_path / "keluar.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def add(case: Case, monkeypatch: pytest.MonkeyPatch) -> UUID | None:
    def fill(form: FormDialog) -> None:
        assert isinstance(form, EntryDialog)
        form.title.set_value("Rakor")
        form.room.set_value("Aula")

    answer(monkeypatch, fill)
    verbs = EntryVerbs(case.window.frame.context, case.window)
    return verbs.add(Slot(DAY, DAY, time(13), time(14, 30)))


def test_an_entry_is_added_changed_and_removed_each_with_undo(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = add(case, monkeypatch)
    [entry] = entries(case.office)
    assert (entry.id, entry.title, entry.starts_at, entry.ends_at) == (
        made, "Rakor", time(13), time(14, 30),
    )  # fmt: skip
    assert entry.tenure_id is not None
    assert "Calendar entry added" in toast(case)
    verbs = EntryVerbs(case.window.frame.context, case.window)
    answer(monkeypatch, lambda form: form.title.set_value("Rapat"))  # type: ignore[attr-defined]
    verbs.edit(entry.id)
    assert entries(case.office)[0].title == "Rapat"
    verbs.remove(entry.id)
    assert entries(case.office) == []
    case.run("edit.undo")
    assert [one.title for one in entries(case.office)] == ["Rapat"]


def test_the_form_tells_while_one_types_what_it_would_clash_with(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = EntryForm(title="Gladi", on=DAY, starts_at=time(13), ends_at=time(15), room="aula")
    add_entry(case.office, other)
    seen: list[str] = []

    def fill(form: FormDialog) -> None:
        assert isinstance(form, EntryDialog)
        form.title.set_value("Rakor")
        form.room.set_value("Aula")
        form.check()
        seen.append(form.clashes.accessibleName())
        form.starts.set_value(time(15))
        form.ends.set_value(time(16))
        form.check()
        seen.append(form.clashes.accessibleName())
        form.room.set_value("Ruang lain")
        form.check()
        seen.append(form.clashes.accessibleName())

    answer(monkeypatch, fill)
    verbs = EntryVerbs(case.window.frame.context, case.window)
    verbs.add(Slot(DAY, DAY, time(13), time(14, 30)))
    assert "Aula is taken: Gladi, 13.00\N{EN DASH}15.00" in seen[0]
    assert "30 minutes short" in seen[1]
    assert seen[2] == ""


def test_an_end_before_its_start_keeps_the_form_open(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(form: FormDialog) -> None:
        assert isinstance(form, EntryDialog)
        form.title.set_value("Rakor")
        form.ends.set_value(time(8))

    submitted = answer(monkeypatch, fill)
    verbs = EntryVerbs(case.window.frame.context, case.window)
    assert verbs.add(Slot(DAY, DAY, time(9), time(10))) is None
    assert (submitted, entries(case.office)) == ([False], [])
