"""An office with visits in a real window, for the tests of the visits' screens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from typing_extensions import override

from kunjungan.services.delegations import (
    AttendeeForm,
    DelegationForm,
    add_attendee,
    add_delegation,
)
from kunjungan.services.history import redo, redo_label, undo, undo_label
from kunjungan.services.office import Office
from kunjungan.services.people import PersonForm
from kunjungan.services.tasks import TaskForm, add_task
from kunjungan.settings import Settings
from kunjungan.ui.context import Address
from kunjungan.ui.main_window import MainWindow
from kunjungan.ui.screens.visits import PLACE
from kunjungan.ui.screens.visits.delegations import DelegationsTab
from kunjungan.ui.screens.visits.screen import VisitsScreen
from kunjungan.ui.screens.visits.tab import VisitTab
from kunjungan.ui.shell.parts import Undoing, WindowParts
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.page import Page, Place
from tests.builders import a_visit, bandung, prabumulih
from tests.ui.shared import dressed, window_parts


class ElsewherePage(Page):
    """Stands for the agreements' place; remembers what it was asked to show."""

    asked: tuple[UUID | None, str] = (None, "")

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        self.asked = (record, tab)
        self.header.show_title("Elsewhere")


@dataclass(slots=True)
class Case:
    """A window on the visits, and the office behind it."""

    office: Office
    window: MainWindow
    parts: WindowParts

    @property
    def page(self) -> VisitsScreen:
        """The visits' page, which must be on screen."""
        page = self.window.frame.page
        assert isinstance(page, VisitsScreen)
        return page

    @property
    def tab(self) -> VisitTab:
        """The tab of the visit on screen."""
        tab = self.page.visit.currentWidget()
        assert isinstance(tab, VisitTab)
        return tab

    @property
    def delegations(self) -> DelegationsTab:
        """The delegations' tab, which must be on screen."""
        assert isinstance(self.tab, DelegationsTab)
        return self.tab

    @property
    def elsewhere(self) -> ElsewherePage:
        """The page of another place, which must be on screen."""
        page = self.window.frame.page
        assert isinstance(page, ElsewherePage)
        return page

    def go(self, visit: UUID | None = None, tab: str = "") -> None:
        """Go to the list, or to a visit."""
        self.window.frame.go(Address("visits", visit, tab))

    def can(self, name: str) -> bool:
        """Tell whether a command is open."""
        return self.window.frame.actions_by_name[name].isEnabled()

    def run(self, name: str) -> None:
        """Do a command as its menu entry does."""
        assert self.can(name), name
        self.window.frame.actions_by_name[name].trigger()


@contextmanager
def visits_window(app: QApplication, office: Office, *, language: str = "en") -> Iterator[Case]:
    """Open a window on an office's visits; its other place only listens."""
    dressed(app)
    places = (PLACE, Place("agreements", "Elsewhere", "document", ElsewherePage))
    parts = window_parts(app, office, places, Settings(language=language, theme="light"))
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
    window.show()
    try:
        yield Case(office, window, parts)
    finally:
        office.store.listeners.clear()
        delete(window)
        parts.background.close()
        parts.pictures.stop()


def a_full_visit(office: Office) -> UUID:
    """A visit of Prabumulih to Bandung: its mayor, two more guests, and two steps."""
    host, body = bandung(office), prabumulih(office)
    visit = a_visit(office)
    form = DelegationForm(body.id, body.head, announced=5, letter_number="005/1/2022")
    delegation = add_delegation(office, visit, form)
    for name in ("Ridho Yahya", "Asisten", "Inspektur"):
        head = name == "Ridho Yahya"
        guest = AttendeeForm(PersonForm(name), title_id=name, title_en=f"The {name}")
        add_attendee(office, delegation, replace(guest, role="head" if head else "member"))
    add_task(office, visit, TaskForm("Pesan ruang", "Tempat", "Bagian Umum"))
    add_task(office, visit, TaskForm("Balas surat", "Undangan"))
    assert host.id != body.id
    return visit


def answer(
    monkeypatch: pytest.MonkeyPatch, fill: Callable[..., object], *, times: int = 1
) -> list[bool]:
    """Fill in the next dialogs instead of a person and press the verb; return what came of it."""
    submitted: list[bool] = []

    def answered(dialog: FormDialog) -> int:
        assert len(submitted) < times, "one dialog too many"
        fill(dialog)
        submitted.append(dialog.submit())
        return int(submitted[-1])

    monkeypatch.setattr(FormDialog, "exec", answered)
    return submitted
