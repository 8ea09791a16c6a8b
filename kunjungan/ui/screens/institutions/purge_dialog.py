"""Lets the contacts of guests go who came long ago, one look before it is done."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.services.known_people.purging import (
    CONTACT,
    OldContact,
    old_contacts,
    purge_contacts,
)
from kunjungan.services.office import Office
from kunjungan.services.office_settings import office_settings
from kunjungan.ui.dates import partial_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.confirm import tell
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE, _EDGE, _PAD = (680, 480), 40, 18


def purge(office: Office, parent: QWidget) -> int:
    """Return off how many guests the contacts were taken; 0 where none are due, or not wanted."""
    due = old_contacts(office)
    months = office_settings(office).contact_months
    if not due:
        words = tr(
            "No guest's last visit is more than {months} months ago, or nothing is kept of them.",
            months=months,
        )
        tell(parent, tr("Nothing to remove"), words, Tone.OK)
        return 0
    dialog = PurgeDialog(due, months, parent)
    return purge_contacts(office, dialog.chosen) if dialog.exec() else 0


class PurgeDialog(QDialog):
    """The guests whose contacts are due; who holds an office today is not ticked at first."""

    def __init__(self, due: list[OldContact], months: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Remove old contacts"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        self._due = due
        self.chosen: set[UUID] = {line.id for line in due if not line.post}
        self.table = DataTable(self._columns(), key=lambda line: line.id, two_lines=True)
        self._verb = Button("", kind="danger", parent=self)
        self._cancel = Button(tr("Cancel"), parent=self)
        self._cancel.setAutoDefault(True)
        self._lay_out(months)
        self._show()

    def _lay_out(self, months: int) -> None:
        words = tr(
            "These guests last came more than {months} months ago. NIP, telephone, e-mail, photo, "
            "diet and access go, and the telephones of delegations; names, titles and posts stay, "
            "and so does whatever was printed. Who signed or witnessed an agreement is not "
            "listed. It can be undone from the history, which keeps every change.",
            months=months,
        )
        intro = set_role(QLabel(words, self), TextRole.SMALL)
        intro.setWordWrap(True)
        content = column(intro, self.table, spacing=10, margins=(_PAD, 14, _PAD, 14))
        content.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(framed(content), 1)
        layout.addWidget(dialog_foot(None, self._cancel, self._verb))
        self.table.toggled.connect(self._toggle)
        self._verb.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self.table.setFocus()

    def _columns(self) -> list[Column[OldContact]]:
        return [
            Column(tr("Guest"), self._name),
            Column(tr("What goes"), _kept_words, width=248),
            Column(tr("Last visit"), _day, width=150),
        ]

    def _name(self, line: OldContact) -> Cell:
        post = tr("in office: {post}", post=line.post) if line.post else ""
        name = line.name.full or tr("(name to follow)")
        return Cell(name, detail=post, bold=True, checked=line.id in self.chosen)

    @Slot(object)
    def _toggle(self, line: OldContact) -> None:
        self.chosen ^= {line.id}
        self._show()

    def _show(self) -> None:
        self.table.show_rows(self._due)
        self.table.set_footer(
            tr("Chosen: {count} of {all}", count=len(self.chosen), all=len(self._due)),
            [(tr("Space"), tr("tick"))],
        )
        count = len(self.chosen)
        one, many = (
            tr("Remove contacts of 1 guest"),
            tr("Remove contacts of {count} guests", count=count),
        )
        self._verb.setText(one if count == 1 else many)
        self._verb.setEnabled(bool(self.chosen))
        self._verb.updateGeometry()


def _kept_words(line: OldContact) -> Cell:
    named = {
        "nip": tr("NIP"),
        "phone": tr("Telephone"),
        CONTACT: tr("Telephone"),
        "email": tr("E-mail"),
        "photo_sha": tr("Photo"),
        "diet": tr("Diet"),
        "access": tr("Access"),
    }
    words = ", ".join(named[column] for column in line.kept)
    return Cell(words, quiet=True, tip=words)


def _day(line: OldContact) -> Cell:
    return Cell(partial_words(line.last_visit).rsplit(", ", 1)[-1], quiet=True)
