"""An office that someone else holds: what can be done in a window that only looks on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QToolButton

from kunjungan.app.desk import new_sample, open_desk
from kunjungan.app.places import PLACES
from kunjungan.app.sitting import LOOKING_ON
from kunjungan.app.window import Program
from kunjungan.i18n import use_language
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.visit_lists import list_visits
from kunjungan.settings import Settings
from kunjungan.ui.action_list import ACTIONS, READING
from kunjungan.ui.context import Address
from kunjungan.ui.desk import Desk
from kunjungan.ui.screens.settings.screen import SettingsScreen
from kunjungan.ui.screens.visits.guest_fields import GuestFields
from kunjungan.ui.screens.visits.workspace import TABS
from kunjungan.ui.shell.frame import Frame
from kunjungan.ui.widgets.buttons import CommandButton
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.form_dialog import FormDialog
from tests.ui.shared import QUIET, dressed

pytestmark = QUIET

_ELSEWHERE = {"window", "theme", "language", "office", "tab"}
"""Commands of the window itself, which other tests press."""


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes said while no dialog waits for anybody."""
    said: list[str] = []

    def answer(box: MessageDialog) -> int:
        said.append(f"{box.heading}: {box.words}")
        return 0

    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(FormDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(MessageDialog, "exec", answer)
    monkeypatch.setattr(QMenu, "exec", lambda *_where: None)
    for ask, nothing in (("getSaveFileName", ("", "")), ("getExistingDirectory", "")):
        monkeypatch.setattr(QFileDialog, ask, lambda *_words, nothing=nothing, **_more: nothing)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_more: ("", ""))
    return said


@pytest.fixture
def frame(qapp: QApplication, tmp_path: Path, told: list[str]) -> Iterator[Frame]:
    """A window that looks on at the sample office, which somebody else has open."""
    folder = new_sample(tmp_path / "sample")
    held, _ = open_desk(folder, "make", user="Bu Ani")
    program = Program(dressed(qapp), Desk(Settings(language="en"), None))
    try:
        program.open(folder)
        assert program.window is not None
        assert len(told) == 1
        told.clear()
        yield program.window.frame
    finally:
        program.end()
        held.store.close()
        use_language(None)


def stops(frame: Frame) -> Iterator[Address]:
    """Every place, and every tab of the first visit and agreement."""
    office = frame.context.office
    visit, agreement = list_visits(office)[0].id, list_agreements(office)[0].id
    yield from (Address(place.key) for place in PLACES)
    yield from (Address("visits", visit, tab) for tab in TABS)
    yield from (Address("agreements", agreement, tab) for tab in ("text", "process"))
    yield from (Address("institutions", None, tab) for tab in ("bodies", "people", "twins"))


def choose_something(frame: Frame) -> None:
    """Put the keyboard on the first row of every list that is shown."""
    for table in frame.findChildren(DataTable):
        if table.isVisible():
            table.view.selectRow(1)


def test_no_command_that_writes_is_open_anywhere_and_each_says_why(frame: Frame) -> None:
    actions = frame.actions_by_name
    writing = [actions[spec.name] for spec in ACTIONS if spec.name not in READING]
    for stop in stops(frame):
        frame.go(stop)
        choose_something(frame)
        assert [action.objectName() for action in writing if action.isEnabled()] == []
    assert {action.toolTip() for action in writing} == {LOOKING_ON}
    frame.go(Address("visits", list_visits(frame.context.office)[0].id, "delegations"))
    add = next(made for made in buttons(frame) if made.text() == "Add guest")
    assert add.toolTip() == LOOKING_ON
    frame.go(Address("visits", list_visits(frame.context.office)[0].id, "seating"))
    icons = {made.accessibleName(): made for made in frame.findChildren(QToolButton)}
    assert not icons["New seating plan"].isEnabled()
    assert icons["New seating plan"].toolTip() == LOOKING_ON
    assert icons["Larger (+)"].isEnabled()


def test_whatever_stays_open_changes_nothing(frame: Frame, told: list[str]) -> None:
    pressed: set[str] = set()
    actions = frame.actions_by_name
    for stop in stops(frame):
        frame.go(stop)
        choose_something(frame)
        for name in sorted(READING - pressed):
            if name.partition(".")[0] not in _ELSEWHERE and actions[name].isEnabled():
                actions[name].trigger()
                pressed.add(name)
                frame.go(stop)
    assert told == []
    assert {"guest.columns", "seating.mirror", "people.export", "report.print"} <= pressed


def test_only_commands_that_there_are_stay_open() -> None:
    assert {spec.name for spec in ACTIONS} >= READING


def buttons(frame: Frame) -> list[CommandButton]:
    """The buttons of commands that are shown."""
    return [made for made in frame.findChildren(CommandButton) if made.isVisible()]


def test_a_form_can_be_read_but_keeps_nothing(frame: Frame, told: list[str]) -> None:
    dialog = FormDialog("Guest", "Save guest", frame)
    kept: list[str] = []
    assert not dialog.run(lambda: kept.append("kept"))
    assert not dialog.submit()
    assert (kept, dialog._verb.isEnabled(), dialog._verb.toolTip()) == ([], False, LOOKING_ON)
    assert FormDialog("Export", "Choose a file…", frame, writes=False)._verb.isEnabled()
    assert told == []


def test_fields_that_keep_what_is_typed_are_closed(frame: Frame) -> None:
    frame.go(Address("visits", list_visits(frame.context.office)[0].id, "delegations"))
    choose_something(frame)
    (fields,) = frame.findChildren(GuestFields)
    assert fields.isVisible()
    assert not fields.card_name.isEnabled()
    frame.go(Address("settings", None, "badges"))
    page = frame.page
    assert isinstance(page, SettingsScreen)
    assert not page.badges.sheet.isEnabled()
