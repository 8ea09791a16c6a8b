"""An office in a real window with chosen places, for the tests of the office's own screens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from kunjungan.services.history import redo, redo_label, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.settings import Settings
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.shell.parts import Undoing, WindowParts
from kunjungan.ui.widgets.confirm import MessageDialog
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.page import Page, Place
from tests.ui.shared import dressed, window_parts

P = TypeVar("P", bound=Page)
T = TypeVar("T")
Work = Callable[[], str]


@dataclass(slots=True)
class Case(Generic[P]):
    """A window on an office; ``reopened`` gathers the work asked for while it is closed."""

    kind: type[P]
    office: Office
    window: MainWindow
    parts: WindowParts
    reopened: list[Work]

    @property
    def page(self) -> P:
        """The page on screen, which must be of the kind under test."""
        page = self.window.frame.page
        assert isinstance(page, self.kind)
        return page

    def can(self, name: str) -> bool:
        """Tell whether a command is open."""
        return self.window.frame.actions_by_name[name].isEnabled()

    def run(self, name: str) -> None:
        """Do a command as its menu entry does."""
        assert self.can(name), name
        self.window.frame.actions_by_name[name].trigger()


@contextmanager
def office_window(
    app: QApplication, office: Office, place: Place, kind: type[P], *others: Place
) -> Iterator[Case[P]]:
    """Open a window on an office at a place whose page is of a kind."""
    dressed(app)
    reopened: list[Work] = []
    undoing = Undoing(
        partial(undo, office),
        partial(redo, office),
        partial(undo_label, office),
        partial(redo_label, office),
    )
    parts = window_parts(app, office, (place, *others), Settings(language="en", theme="light"))
    parts = replace(parts, undoing=undoing, reopen=reopened.append)
    office.store.listeners.append(lambda change: parts.news.changed.emit(change.tables))
    window = MainWindow(parts)
    window.resize(1366, 720)
    window.show()
    try:
        yield Case(kind, office, window, parts, reopened)
    finally:
        office.store.listeners.clear()
        parts.speak("en")
        delete(window)
        parts.background.close()
        parts.pictures.stop()


def answer(
    monkeypatch: pytest.MonkeyPatch, fill: Callable[[Any], object], *, press: bool = True
) -> list[FormDialog]:
    """Fill in the dialogs that come up instead of a person; return them."""
    seen: list[FormDialog] = []

    def answered(dialog: FormDialog) -> int:
        seen.append(dialog)
        fill(dialog)
        return int(press and dialog.submit())

    monkeypatch.setattr(FormDialog, "exec", answered)
    return seen


def answer_questions(monkeypatch: pytest.MonkeyPatch, *, yes: bool = False) -> list[str]:
    """Answer every message and question; return what they said, heading and words."""
    told: list[str] = []

    def answered(box: MessageDialog) -> int:
        told.append(f"{box.heading} {box.words}")
        return int(yes)

    monkeypatch.setattr(MessageDialog, "exec", answered)
    return told


def words(table: DataTable[Any], column: int = 0) -> list[str]:
    """Return what a table says in one column, group lines among it."""
    model = table.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, column).data(role)) for row in range(model.rowCount())]


def current(table: DataTable[T]) -> T:
    """Return the row the keyboard is on, which there must be."""
    row = table.current()
    assert row is not None
    return row
