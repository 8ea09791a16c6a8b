"""A full disk while saving, printing and backing up: one sentence, nothing lost, and on it goes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kunjungan.ui.widgets.confirm import MessageDialog
from tests.ui.shared import QUIET
from tests.walk.disk import SmallDisk
from tests.walk.driver import Desktop
from tests.walk.driver_agreements import Agreements
from tests.walk.hands import told
from tests.walk.program import Program, data_of

pytestmark = QUIET

FULL = "The disk is full. Nothing was changed and nothing is lost; free some space and try again."
ORIGINALS = ("print", "agreement", "KS-2022-001")
ROOM_FOR_ONE = 120_000
"""Bytes: more than one original takes, less than two."""


@pytest.fixture
def small(known: Program, disk: SmallDisk) -> Program:
    """The office of the event on a disk of a few megabytes."""
    shutil.copytree(known.office, disk.place / "office")
    return known.elsewhere(disk.place / "office")


def test_a_change_that_finds_no_room_changes_nothing(small: Program, disk: SmallDisk) -> None:
    before = data_of(small.office)
    disk.fill()
    assert small.refuses("undo") == FULL
    assert data_of(small.office) == before
    disk.free()
    assert small.does("undo") == "Taken back: Import office\n"
    assert small.does("verify")


def test_papers_that_find_no_room_are_not_printed(known: Program, disk: SmallDisk) -> None:
    papers = disk.place / "papers"
    disk.fill(but=ROOM_FOR_ONE)
    refusal = known.refuses(*ORIGINALS, "--out", papers)
    assert refusal.startswith("The disk is full: ")
    assert known.tells("list", "agreements")[0]["stage"] == "draft"
    assert list(papers.iterdir()) == []
    disk.free()
    assert len(known.tells(*ORIGINALS, "--out", papers)) == 2


def test_originals_that_find_no_room_in_the_archive_are_not_printed(
    small: Program, disk: SmallDisk, tmp_path: Path
) -> None:
    before = data_of(small.office)
    disk.fill(but=ROOM_FOR_ONE)
    assert small.refuses(*ORIGINALS, "--out", tmp_path / "papers") == FULL
    assert list((tmp_path / "papers").iterdir()) == []
    disk.free()
    assert {name: sha for name, sha in data_of(small.office).items() if name in before} == before
    assert small.tells("list", "agreements")[0]["stage"] == "draft"
    assert small.does("verify")
    assert len(small.tells(*ORIGINALS, "--out", tmp_path / "papers")) == 2


def test_a_backup_that_finds_no_room_leaves_the_earlier_ones(
    small: Program, disk: SmallDisk
) -> None:
    before = data_of(small.office)
    disk.fill(but=4 * ROOM_FOR_ONE)
    assert small.refuses("backup") == FULL
    assert data_of(small.office) == before
    disk.free()
    assert small.does("backup")


def test_the_window_keeps_what_was_typed_and_goes_on_once_there_is_room(
    desktop: Desktop, small: Program, disk: SmallDisk
) -> None:
    desktop.folder = small.office
    desktop.start()
    agreements = Agreements(desktop)
    agreements.open_first()
    disk.fill()
    agreements.write_after("that the PARTIES are committed to", " (SAMPLE)")
    desktop.hands.until(lambda: bool(agreements.banner()))
    assert agreements.banner() == f"Not saved; your words are still here. {FULL}"
    disk.free()
    desktop.press("Try again")
    assert desktop.in_menu("Undo") == "Undo: Write clause"
    agreements.wait_for_paper("authority; (SAMPLE)")


def test_the_window_says_why_nothing_was_printed_or_backed_up(
    desktop: Desktop, small: Program, disk: SmallDisk
) -> None:
    desktop.folder = small.office
    desktop.start()
    agreements, said = Agreements(desktop), list[str]()
    agreements.open_first()
    papers = disk.place / "papers"
    disk.fill(but=ROOM_FOR_ONE)
    said += agreements.fail_to_print_originals(papers)
    assert any("The disk is full: " in words for words in said)
    assert list(papers.iterdir()) == []

    def read(box: MessageDialog) -> None:
        said.extend(told(box))
        desktop.hands.press("Close", box)

    desktop.hands.answer(read)
    desktop.key(
        Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    desktop.hands.done()
    assert FULL in said
    disk.free()
    agreements.open_first()
    assert len(agreements.print_originals(papers)) == 2
