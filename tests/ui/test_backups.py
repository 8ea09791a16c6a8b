"""The screen of backups: making, checking, restoring, and the office as one file."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from kunjungan.domain.errors import Unavailable
from kunjungan.services.history import undo
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.upkeep import back_up, list_backups
from kunjungan.store.database import open_office
from kunjungan.ui.context import Address
from kunjungan.ui.screens.backups import PLACE
from kunjungan.ui.screens.backups.import_dialog import ImportDialog
from kunjungan.ui.screens.backups.screen import BackupsScreen
from kunjungan.ui.screens.institutions import PLACE as INSTITUTIONS
from kunjungan.ui.widgets.banner import Banner
from tests.builders import a_visit, bandung
from tests.ui.office_case import Case, answer_questions, current, office_window, words
from tests.ui.shared import QUIET

pytestmark = QUIET
Screen = Case[BackupsScreen]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    """An office in a folder with Bandung in it; each look at its clock is a minute later."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    minutes = count()

    def now() -> datetime:
        hours, minute = divmod(next(minutes), 60)
        return datetime(2022, 8, 26, 1 + hours, minute, tzinfo=UTC)

    opened = open_office(folder, user="Analis", now=now)
    office = Office(opened.store, opened.archive, folder, "Analis", lambda: date(2022, 8, 26), now)
    bandung(office)
    yield office
    office.store.close()


@pytest.fixture
def case(qapp: QApplication, desk: Office) -> Iterator[Screen]:
    with office_window(qapp, desk, PLACE, BackupsScreen, INSTITUTIONS) as opened:
        yield opened


def states(case: Screen) -> list[str]:
    """The states of the backups, without the lines of months."""
    return [text for text in words(case.page.table, 1) if text]


def quiet(case: Screen) -> bool:
    """Whether no bar says that something is being done."""
    return not case.page.header.findChildren(Banner)


def look_again(case: Screen) -> None:
    """Leave the page and come back, as files may have changed meanwhile."""
    case.window.frame.go(Address("institutions"))
    case.window.frame.go(Address("backups"))


def break_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:900])


def test_a_backup_is_made_proved_and_selected(case: Screen, qtbot: QtBot) -> None:
    case.run("backup.make")
    assert not quiet(case)
    qtbot.waitUntil(lambda: len(states(case)) == 2)
    assert states(case) == ["Sound, just checked", "Proved when made"]
    assert words(case.page.table, 2)[1:] == ["nothing", "2 changes"]
    assert current(case.page.table) == list_backups(case.office)[0]
    qtbot.waitUntil(lambda: quiet(case))


def test_an_office_without_a_backup_is_offered_the_first(case: Screen) -> None:
    for line in list_backups(case.office):
        line.path.unlink()
    look_again(case)
    assert words(case.page.table) == []
    assert (case.can("backup.make"), case.can("backup.check")) == (True, False)


def test_a_damaged_backup_is_shown_and_not_restored(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer_questions(monkeypatch, yes=True)
    break_off(list_backups(case.office)[0].path)
    look_again(case)
    assert states(case) == ["Damaged"]
    case.run("backup.restore")
    assert "is not a backup of an office, or it is damaged" in told[0]
    assert case.reopened == []


def test_a_check_finds_what_a_look_does_not(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = answer_questions(monkeypatch)
    case.run("backup.check")
    assert states(case) == ["Being checked…"]
    qtbot.waitUntil(lambda: states(case) == ["Sound, just checked"])
    path = list_backups(case.office)[0].path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    case.run("backup.check")
    qtbot.waitUntil(lambda: states(case) == ["Damaged"])
    assert len(told) == 1


def test_restoring_asks_first_and_names_the_moment_and_what_is_lost(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_questions(monkeypatch, yes=False)
    case.run("backup.restore")
    assert asked[0].startswith("Restore the backup of Fri, 26 Aug 2022")
    assert "Changes made since that will no longer be in it: 2." in asked[0]
    assert "The present data is put aside" in asked[0]
    assert case.reopened == []


def test_a_restore_is_done_while_the_office_is_closed(
    case: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_questions(monkeypatch, yes=True)
    case.run("backup.restore")
    (work,) = case.reopened
    with pytest.raises(Unavailable):
        work()
    case.office.store.close()
    assert work().startswith("The office is as it was on Friday, 26 August 2022")
    opened = open_office(case.office.folder, user="Analis", now=case.office.now)
    again = Office(
        opened.store,
        opened.archive,
        case.office.folder,
        "Analis",
        case.office.today,
        case.office.now,
    )
    assert list_institutions(again) == []
    again.store.close()


def test_a_backup_goes_to_another_folder_and_comes_back_from_there(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "stik"))
    case.run("backup.make_into")
    qtbot.waitUntil(lambda: quiet(case))
    (path,) = (tmp_path / "stik").glob("*.kjb")
    assert len(states(case)) == 1
    asked = answer_questions(monkeypatch, yes=True)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    case.run("backup.restore_file")
    assert "Nothing was changed since." in asked[0]
    assert len(case.reopened) == 1
    break_off(path)
    case.run("backup.restore_file")
    assert "damaged" in asked[1]
    assert len(case.reopened) == 1


def test_a_change_of_mind_does_nothing(case: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    for name in ("backup.make_into", "backup.restore_file", "office.export", "office.import"):
        case.run(name)
    assert quiet(case)
    assert len(list_backups(case.office)) == 1


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = answer_questions(monkeypatch)
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "berkas" / "stik")
    )
    case.run("backup.make_into")
    qtbot.waitUntil(lambda: bool(told) and quiet(case))
    assert len(states(case)) == 1


def test_the_office_is_written_as_one_file_and_read_into_another(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "kantor.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    case.run("office.export")
    qtbot.waitUntil(lambda: quiet(case))
    undo(case.office)
    undo(case.office)
    assert list_institutions(case.office) == []
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 1)
    case.run("office.import")
    qtbot.waitUntil(lambda: quiet(case) and bool(list_institutions(case.office)))
    case.run("edit.undo")
    assert list_institutions(case.office) == []


def test_an_import_that_is_not_wanted_or_not_sound_writes_nothing(
    case: Screen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = answer_questions(monkeypatch)
    dialogs: list[ImportDialog] = []

    def turned_down(dialog: ImportDialog) -> int:
        dialogs.append(dialog)
        return 0

    monkeypatch.setattr(ImportDialog, "exec", turned_down)
    path = tmp_path / "kantor.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    case.run("office.export")
    qtbot.waitUntil(lambda: quiet(case))
    case.run("office.import")
    qtbot.waitUntil(lambda: len(dialogs) == 1 and quiet(case))
    data = json.loads(path.read_text(encoding="utf-8"))
    data["institutions"][0]["kind"] = "kerajaan"
    path.write_text(json.dumps(data), encoding="utf-8")
    case.run("office.import")
    qtbot.waitUntil(lambda: len(dialogs) == 2 and quiet(case))
    assert "nothing can be imported" in dialogs[1].said
    path.write_text("bukan JSON", encoding="utf-8")
    case.run("office.import")
    qtbot.waitUntil(lambda: len(dialogs) + len(told) == 3 and quiet(case))
    assert len(list_institutions(case.office)) == 1


def test_the_commands_of_backups_are_open_from_any_place(case: Screen, qtbot: QtBot) -> None:
    case.window.frame.go(Address("institutions"))
    case.run("backup.make")
    qtbot.waitUntil(lambda: len(list_backups(case.office)) == 2)
    assert isinstance(case.page, BackupsScreen)
    qtbot.waitUntil(lambda: quiet(case))


def test_a_hidden_list_counts_later_changes_when_it_is_seen_again(case: Screen) -> None:
    case.window.frame.go(Address("institutions"))
    a_visit(case.office)
    back_up(case.office)
    case.window.frame.go(Address("backups"))
    assert words(case.page.table, 2)[1:] == ["nothing", "3 changes"]


def test_the_selected_backup_is_remembered(case: Screen, qtbot: QtBot) -> None:
    back_up(case.office)
    look_again(case)
    oldest = list_backups(case.office)[-1]
    case.page.table.select(str(oldest.path))
    english = case.page
    case.parts.desk.change(language="id")
    qtbot.waitUntil(lambda: case.page is not english)
    assert current(case.page.table).path == oldest.path
