"""A small window of two places, for the tests of the frame round the pages."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from kunjungan.domain.errors import NotFound
from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.parts import WindowParts
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.page import Page, Place, Section
from kunjungan.ui.widgets.rows_model import Column
from kunjungan.ui.widgets.tabs import Tab
from tests.ui.shared import UndoDesk, dressed, window_parts

ROOT = Path(__file__).parents[2]
KNOWN, GONE = UUID(int=1), UUID(int=2)


class VisitsPage(Page):
    """A list with tabs that knows one record."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.ran: list[str] = []
        self.stays = False
        self.record: UUID | None = None
        self.header.show_title("Kunjungan")
        self.header.show_tabs([Tab("list", "Daftar"), Tab("past", "Arsip")])
        self.table = DataTable([Column("Nama", str)], key=lambda line: line, parent=self)
        self.table.show_rows([f"Kota {n}" for n in range(200)])
        self.set_body(self.table)

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        always: dict[str, Callable[[], None]] = {"visit.schedule": lambda: self.ran.append("new")}
        return always | ({"visit.edit": lambda: self.ran.append("edit")} if self.record else {})

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        if record == GONE:
            raise NotFound("gone")
        self.record = record
        self.header.show_title("SPBE 1 September 2022" if record else "Kunjungan")
        self.header.tabs.set_value(tab)

    @override
    def remember(self) -> dict[str, object]:
        return self.table.remember()

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        self.table.recall(state)

    @override
    def may_leave(self) -> bool:
        return not self.stays


class SettingsPage(Page):
    """A page that has nothing to do."""


PLACES = [
    Place("visits", "Visits", "people_community", VisitsPage, badge=lambda _: ChipText("3")),
    Place("settings", "Settings", "settings", SettingsPage, Section.FOOT),
]


@contextmanager
def parts_of(app: QApplication, office: Office, undoing: UndoDesk) -> Iterator[WindowParts]:
    """What a window in English and light colours is built from; all is put back afterwards."""
    dressed(app)
    made = window_parts(app, office, PLACES, Settings(language="en", theme="light"), undoing)
    yield made
    made.speak("en")
    made.recolour("light")
    made.pictures.stop()
    made.background.close()


def shown_window(qtbot: QtBot, parts: WindowParts) -> MainWindow:
    """The window, as wide as the pictures of the specification."""
    made = MainWindow(parts)
    qtbot.addWidget(made)
    made.resize(1366, 720)
    made.show()
    return made


def visits(window: MainWindow) -> VisitsPage:
    page = window.frame.page
    assert isinstance(page, VisitsPage)
    return page


def run(window: MainWindow, name: str) -> None:
    window.frame.actions_by_name[name].trigger()
