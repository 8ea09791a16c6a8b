from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kunjungan.app.desk import new_sample, open_desk
from kunjungan.app.places import PLACES
from kunjungan.app.sitting import LOOKING_ON
from kunjungan.app.window import Program
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.i18n import use_language
from kunjungan.services.upkeep import back_up
from kunjungan.services.visit_lists import list_visits
from kunjungan.settings import Settings
from kunjungan.ui.context import Address
from kunjungan.ui.desk import Desk
from kunjungan.ui.widgets.confirm import MessageDialog
from tests.builders import a_visit
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET
Open = Callable[[Path], Program]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said; nobody has to close them."""
    said: list[str] = []

    def answer(box: MessageDialog) -> int:
        said.append(f"{box.heading}: {box.words}")
        return 0

    monkeypatch.setattr(MessageDialog, "exec", answer)
    return said


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Open]:
    """Start the program on an office, and end it after the test."""
    programs: list[Program] = []

    def on(folder: Path) -> Program:
        program = Program(dressed(qapp), Desk(Settings(language="en"), None))
        programs.append(program)
        program.open(folder)
        return program

    yield on
    for program in programs:
        program.end()
    use_language(None)


def test_the_window_opens_on_the_sample_office(start: Open, tmp_path: Path) -> None:
    program = start(new_sample(tmp_path / "sample"))
    assert program.window is not None
    assert program.window.isVisible()
    assert "Kunjungan" in program.window.windowTitle()
    assert program.window.frame.context.desk.settings.last_office == str(tmp_path / "sample")


def test_every_place_of_the_window_opens(start: Open, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(new_sample(tmp_path / "sample"))
    assert program.window is not None
    frame = program.window.frame
    for place in PLACES:
        frame.go(Address(place.key))
        qtbot.wait(1)
        assert frame.page is not None
        assert type(frame.page).__module__.split(".")[-2] == place.key


def test_a_change_is_news_on_the_screen(start: Open, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(tmp_path)
    assert program.window is not None
    context = program.window.frame.context
    with qtbot.wait_signal(context.news.changed) as news:
        a_visit(context.office)
    assert news.args is not None
    assert "visit" in news.args[0]


def test_work_is_done_on_the_closed_office_which_then_comes_back(
    start: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path)
    assert program.window is not None
    before = program.window

    def work() -> str:
        office, _ = open_desk(tmp_path, "write")
        a_visit(office)
        office.store.close()
        return "One visit was added"

    before.frame.context.reopen(work)
    qtbot.wait_until(lambda: program.window not in {None, before})
    assert program.window is not None
    assert len(list_visits(program.window.frame.context.office)) == 1


def test_a_window_is_gone_before_its_office_is_closed(start: Open, tmp_path: Path) -> None:
    program = start(tmp_path)
    window, there = program.window, list[bool]()
    assert program.sitting is not None
    program.sitting.office.store.on_close.append(lambda: there.append(isValid(window)))
    program.end()
    assert there == [False]


def test_a_refusal_of_such_work_is_told_by_the_new_window(
    start: Open, tmp_path: Path, qtbot: QtBot, told: list[str]
) -> None:
    program = start(tmp_path)
    assert program.window is not None

    def work() -> str:
        raise RuleBroken("A visit needs a title.")

    program.window.frame.context.reopen(work)
    qtbot.wait_until(lambda: bool(told))
    assert told == ["This is not possible: A visit needs a title."]


def test_an_office_that_someone_holds_is_looked_at(
    start: Open, tmp_path: Path, told: list[str]
) -> None:
    held, _ = open_desk(tmp_path, "make", user="Bu Ani")
    try:
        program = start(tmp_path)
        assert len(told) == 1
        assert program.window is not None
        office = program.window.frame.context.office
        with pytest.raises(OfficeError):
            a_visit(office)
        assert program.sitting is not None
        assert program.sitting.status().read_only == LOOKING_ON
    finally:
        held.store.close()


def test_an_office_that_cannot_be_opened_is_told_and_another_may_be_chosen(
    qapp: QApplication, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kunjungan.db").write_bytes(b"")
    program = Program(dressed(qapp), Desk(Settings(language="en"), None))
    assert not program.open(tmp_path)
    assert told[0].startswith("The office cannot be opened")
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(MessageDialog, "exec", lambda _box: 1)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(other))
    assert program.open(tmp_path)
    assert (other / "kunjungan.db").exists()
    program.end()
    use_language(None)


def test_a_damaged_office_is_restored_from_the_window(
    start: Open, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_sample(tmp_path / "sample")
    office, _ = open_desk(folder, "write")
    backup = back_up(office)
    office.store.close()
    (folder / "kunjungan.db").write_bytes(b"")
    offered: list[str] = []

    def yes(*_words: object, verb: str, **_more: object) -> bool:
        offered.append(verb)
        return True

    monkeypatch.setattr("kunjungan.app.way_out.confirm", yes)
    program = start(folder)
    assert offered == [f"Restore {backup.path.name}"]
    assert told == []
    assert program.window is not None
    assert len(list_visits(program.window.frame.context.office)) == 2
