"""Offices for the walks, and the small disk that some of them run out of."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kunjungan.i18n import use_language
from kunjungan.settings import Settings, save
from tests.ui.shared import dressed
from tests.walk.clock import Clock
from tests.walk.disk import SmallDisk
from tests.walk.driver import Desktop
from tests.walk.hands import Hands
from tests.walk.press import PAPERS, Printed, print_all
from tests.walk.program import EVENT, Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The command line before there is any office."""
    return Program(tmp_path / "office", tmp_path / "desk")


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed office that was imported from the event; copy it, never open it."""
    folder = tmp_path_factory.mktemp("imported")
    Program(folder / "office", folder / "desk").does("import", "office", EVENT)
    return folder / "office"


@pytest.fixture(scope="session")
def busy(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed office with papers of every kind; copy it, never open it."""
    folder = tmp_path_factory.mktemp("busy")
    shutil.copytree(imported, folder / "office")
    Program(folder / "office", folder / "desk").does("import", "office", PAPERS)
    return folder / "office"


@pytest.fixture(scope="session")
def printed(busy: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """An office that has printed every original; only to be looked at."""
    folder = tmp_path_factory.mktemp("printed")
    shutil.copytree(busy, folder / "office")
    return print_all(Program(folder / "office", folder / "desk"), folder / "papers")


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed office with the whole true case; copy it, never open it."""
    folder = tmp_path_factory.mktemp("sampled")
    Program(folder / "office", folder / "desk").does("sample", folder / "office")
    return folder / "office"


@pytest.fixture
def drafting(program: Program, busy: Path) -> Program:
    """The command line on an office with papers of every kind, none printed."""
    shutil.copytree(busy, program.office)
    return program


@pytest.fixture
def known(program: Program, imported: Path) -> Program:
    """The command line on an office that knows the event."""
    shutil.copytree(imported, program.office)
    return program


@pytest.fixture
def desktop(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Desktop]:
    """The program with its window, in English, before it is started on an empty folder."""
    settings, folder = tmp_path / "settings.json", tmp_path / "new"
    save(settings, Settings(language="en", theme="light"))
    folder.mkdir()
    made = Desktop(dressed(qapp), Hands(qtbot, monkeypatch), folder, settings)
    yield made
    made.end()
    QApplication.clipboard().clear()  # what Python put there must not outlive it
    use_language(None)


@pytest.fixture
def before_the_day(desktop: Desktop, sampled: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The window on an office with the true case, on the Monday before."""
    shutil.copytree(sampled, desktop.folder, dirs_exist_ok=True)
    Clock(monkeypatch, date(2022, 8, 29))
    desktop.start()
    return desktop


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of a few megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("Only root on Linux can mount a small disk to fill it.")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("This machine lets nobody mount a small disk to fill it.")
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
