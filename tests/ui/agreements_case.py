"""An office with agreements in a real window, for the tests of the agreements' place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from typing_extensions import override

from kunjungan.domain.bilingual import Language
from kunjungan.services.clauses import ClauseLine, list_clauses
from kunjungan.services.history import redo, redo_label, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.ui.context import Address
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.screens.agreements import PLACE
from kunjungan.ui.screens.agreements.page import AgreementPage
from kunjungan.ui.screens.agreements.registry.view import RegisterView
from kunjungan.ui.screens.agreements.rows.clause_field import ClauseField
from kunjungan.ui.screens.agreements.screen import AgreementsScreen
from kunjungan.ui.shell.parts import Undoing, WindowParts
from kunjungan.ui.widgets.chips import Chip
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.page import Page, Place
from kunjungan.ui.widgets.rows_model import Cell, Group, RowsModel
from kunjungan.ui.widgets.toast import ToastBar
from tests.ui.shared import dressed, window_parts

T = TypeVar("T")


class ElsewherePage(Page):
    """Stands for the other places; remembers what it was asked to show."""

    asked: tuple[UUID | None, str] = (None, "")

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        self.asked = (record, tab)
        self.header.show_title("Elsewhere")


@dataclass(slots=True)
class Case:
    """A window on the agreements, and the office behind it."""

    office: Office
    window: MainWindow
    parts: WindowParts
    bot: QtBot

    @property
    def screen(self) -> AgreementsScreen:
        """The agreements' place, which must be on screen."""
        page = self.window.frame.page
        assert isinstance(page, AgreementsScreen)
        return page

    @property
    def register(self) -> RegisterView:
        """The register."""
        return self.screen.findChildren(RegisterView)[0]

    @property
    def page(self) -> AgreementPage:
        """The page of one agreement."""
        return self.screen.findChildren(AgreementPage)[0]

    @property
    def elsewhere(self) -> ElsewherePage:
        """The page of another place, which must be on screen."""
        page = self.window.frame.page
        assert isinstance(page, ElsewherePage)
        return page

    def go(self, agreement: UUID | None = None, tab: str = "") -> None:
        """Go to the register, or to an agreement."""
        self.window.frame.go(Address("agreements", agreement, tab))

    def can(self, name: str) -> bool:
        """Tell whether a command is open."""
        return self.window.frame.actions_by_name[name].isEnabled()

    def run(self, name: str) -> None:
        """Do a command as its menu entry does."""
        assert self.can(name), name
        self.window.frame.actions_by_name[name].trigger()

    def write_in(self, clause: UUID, language: Language) -> ClauseField:
        """Bring the keyboard into one side of a clause and return its field."""
        self.page.rows.go_to(clause, language)
        field = self.page.rows.field()
        assert field is not None
        self.bot.waitUntil(field.hasFocus)
        return field

    def lines(self, agreement: UUID) -> list[ClauseLine]:
        """Return the text as it is stored."""
        return list_clauses(self.office, agreement)

    def line(self, agreement: UUID, clause: UUID) -> ClauseLine:
        """Return one stored clause."""
        return next(line for line in self.lines(agreement) if line.id == clause)


@contextmanager
def agreements_window(app: QApplication, bot: QtBot, office: Office) -> Iterator[Case]:
    """Open a window on an office's agreements; its other places only listen."""
    dressed(app)
    others = [Place(key, key, "document", ElsewherePage) for key in ("visits", "institutions")]
    parts = window_parts(app, office, (PLACE, *others), Settings(language="en", theme="light"))
    undoing = Undoing(
        partial(undo, office),
        partial(redo, office),
        partial(undo_label, office),
        partial(redo_label, office),
    )
    parts = replace(parts, undoing=undoing)
    office.store.listeners.append(lambda change: parts.news.changed.emit(change.tables))
    window = MainWindow(parts)
    window.resize(1366, 720)
    with bot.waitExposed(window):
        window.show()
    window.activateWindow()
    try:
        yield Case(office, window, parts, bot)
    finally:
        office.store.listeners.clear()
        parts.background.close()
        delete(window)
        parts.pictures.stop()


def words_of(table: DataTable[Any]) -> list[list[str]]:
    """Return what a table shows, row by row and cell by cell; a group is one cell in brackets."""
    model = table.view.model()
    assert isinstance(model, RowsModel)
    found: list[list[str]] = []
    for row in range(model.rowCount()):
        cells = [model.cell(model.index(row, column)) for column in range(model.columnCount())]
        words = [cell.words for cell in cells if isinstance(cell, Cell)]
        found.append(words or [f"[{item.title}]" for item in cells[:1] if isinstance(item, Group)])
    return found


def chips(screen: QWidget) -> list[str]:
    """Return the words of the chips beside the page's title."""
    return [chip.accessibleName() for chip in screen.findChildren(Chip)]


def toast(case: Case) -> str:
    """Return what the bar at the bottom says, nothing while there is none."""
    bar = case.window.frame.findChildren(ToastBar)[0]
    return "" if bar.isHidden() else "\n".join(x.text() for x in bar.findChildren(QLabel))


def answer(monkeypatch: pytest.MonkeyPatch, fill: Callable[[FormDialog], object]) -> list[bool]:
    """Fill in the next form instead of a person and press its verb; return what came of it."""
    submitted: list[bool] = []

    def answered(dialog: FormDialog) -> int:
        fill(dialog)
        submitted.append(dialog.submit())
        return int(submitted[-1])

    monkeypatch.setattr(FormDialog, "exec", answered)
    return submitted


def caught(monkeypatch: pytest.MonkeyPatch, kind: type[T]) -> list[T]:
    """Gather what is made of a class from now on: the fields behind the forms that come up."""
    made: list[T] = []
    build = kind.__init__

    def remember(self: T, *args: object, **words: object) -> None:
        build(self, *args, **words)
        made.append(self)

    monkeypatch.setattr(kind, "__init__", remember)
    return made


def meet(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], use: Callable[..., object]) -> None:
    """Use the next dialog of a kind instead of a person."""
    monkeypatch.setattr(kind, "exec", use)
