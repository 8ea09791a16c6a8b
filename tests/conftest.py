"""Fixtures that every layer's tests may use."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kunjungan.documents.agreement import Press
from kunjungan.services.office import Office
from kunjungan.store.archive import Archive
from kunjungan.store.database import open_office
from kunjungan.store.files import DATABASE
from kunjungan.store.memory import open_memory
from kunjungan.store.store import Store
from tests import golden
from tests.patience import PatientBot
from tests.store.backends import BACKENDS, open_backend
from tests.store.clock import Clock
from tests.store.doing import add

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty office in memory."""
    opened = open_memory()
    yield opened
    opened.close()


@pytest.fixture
def seeded_store() -> Iterator[Store]:
    """An office in memory that knows Indonesia's regions and holidays."""
    opened = open_memory(seed=True)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon in Bandung, 26 August 2026, until it is moved."""
    return Clock()


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new office that is closed; copy it, never open it."""
    folder = tmp_path_factory.mktemp("pristine")
    open_office(folder, user="tester", now=Clock()).store.close()
    return folder


@pytest.fixture
def closed_office(tmp_path: Path, pristine: Path, clock: Clock) -> Path:
    """The folder of an office that is closed and holds the visit A."""
    shutil.copy(pristine / DATABASE, tmp_path)
    opened = open_office(tmp_path, user="tester", now=clock)
    add(opened.store, "A")
    opened.store.close()
    return tmp_path


@pytest.fixture(params=BACKENDS)
def any_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty office on SQLite, and on PostgreSQL when a server is named."""
    with open_backend(request.param) as opened:
        yield opened


@pytest.fixture
def office(seeded_store: Store, tmp_path: Path) -> Office:
    """An office in memory that knows regions and holidays; its today is 26 August 2022."""
    return Office(
        seeded_store,
        Archive(tmp_path / "arsip"),
        tmp_path,
        "Analis Protokol",
        today=lambda: date(2022, 8, 26),
        now=lambda: datetime(2022, 8, 26, 2, tzinfo=UTC),
    )


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The bot of pytest-qt, which here waits as long as a busy machine needs."""
    del qapp  # there must be one
    return PatientBot(request)


@pytest.fixture(scope="session")
def press() -> Press:
    """A press that keeps its type between tests, as the program does between papers."""
    return Press()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts changed papers."""
    parser.addoption("--bless", action="store_true", help="rewrite the golden files")


@pytest.fixture
def matches_golden(request: pytest.FixtureRequest) -> golden.MatchesGolden:
    """Compare a paper with its golden files; ``--bless`` rewrites them."""
    return golden.bless if request.config.getoption("--bless") else golden.compare
