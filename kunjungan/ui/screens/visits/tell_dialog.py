"""Whom to ring when a visit is postponed, called off or moved."""

from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.reception.telling import ToTell, people_to_tell
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.screens.visits.words import brief_body, joined
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import PAGE_PAD, column, dialog_foot
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE = (620, 440)


class TellDialog(QDialog):
    """A list of people with their numbers, to be copied or ticked off on paper."""

    def __init__(self, office: Office, visit_id: UUID, intro: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Whom to tell"))
        self.people = people_to_tell(office, visit_id)
        self.table = DataTable[ToTell](_columns(), key=id, parent=self)
        self.table.show_empty("people", tr("Nobody to tell"), tr("No delegation, host or crew."))
        self.table.show_rows(self.people)
        self._copy = Button(tr("Copy list"), icon="copy", kind="primary", parent=self)
        self._copy.setEnabled(bool(self.people))
        self._copy.clicked.connect(self.copy)
        self._build(intro)

    def copy(self) -> None:
        """Put the list on the clipboard, a line each."""
        QGuiApplication.clipboard().setText(as_text(self.people))
        self._copy.setText(tr("Copied"))

    def _build(self, intro: str) -> None:
        words = set_role(QLabel(intro, self), TextRole.SMALL)
        words.setWordWrap(True)
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        body = column(words, self.table, margins=(PAGE_PAD, 14, PAGE_PAD, 14))
        layout.addLayout(body, 1)
        layout.addWidget(dialog_foot(None, close, self._copy))
        self.resize(*_SIZE)
        self.table.setFocus()


def as_text(people: list[ToTell]) -> str:
    """Return the list as text, a line each: name, part, telephone."""
    return "\n".join(f"{one.name} ({part_words(one)}): {one.phone or '—'}" for one in people)


def part_words(one: ToTell) -> str:
    """Return what part somebody has: "contact, Kota Prabumulih"."""
    parts = {
        "contact": tr("contact"),
        "head": tr("head of delegation"),
        "host": tr("host"),
        "crew": label(one.duty) if one.duty else tr("crew"),
        "letter": tr("got a letter"),
    }
    return joined(parts[one.part], brief_body(screen_side(one.body)))


def _columns() -> list[Column[ToTell]]:
    return [
        Column(tr("Name"), lambda one: Cell(one.name, bold=True, tip=one.name)),
        Column(tr("Part"), lambda one: Cell(part_words(one), quiet=True), width=230),
        Column(tr("Telephone"), lambda one: Cell(one.phone or "—"), width=140),
    ]
