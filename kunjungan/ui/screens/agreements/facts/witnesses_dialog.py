"""Who signs an agreement without being a party: witnesses, and who acknowledges it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.institutions import list_institutions
from kunjungan.services.office import Office
from kunjungan.services.officials import OfficialLine, list_officials
from kunjungan.services.witnesses import WitnessForm, set_witnesses, witnesses_of
from kunjungan.ui.labels import WITNESS_ROLES, refusal_words, screen_side
from kunjungan.ui.screens.agreements.facts.witness_form import WitnessDialog
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button, icon_button
from kunjungan.ui.widgets.confirm import confirm
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import column, dialog_foot, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE = (720, 460)
_PAD = 18


class WitnessesDialog(QDialog):
    """A list in printed order; all of it is kept at once by the verb."""

    def __init__(self, office: Office, agreement: UUID, parent: QWidget, *, is_open: bool) -> None:
        super().__init__(parent)
        self._office = office
        self._id = agreement
        self._open = is_open
        self._officials = {line.id: line for line in list_officials(office)}
        self._bodies = {line.id: screen_side(line.name) for line in list_institutions(office)}
        self.forms: list[WitnessForm] = witnesses_of(office, agreement)
        self._before = list(self.forms)
        self.table = DataTable(self._columns(), key=id, two_lines=True, parent=self)
        self._notice = Notice(Tone.BAD, "", self)
        self._notice.hide()
        self._tools = [
            button(tr("Add witness"), self.add, icon="add", parent=self),
            button(tr("Edit witness"), self.edit, icon="edit", parent=self),
            icon_button("arrow_up", tr("Earlier (Alt+Up)"), lambda: self.move_line(-1), self),
            icon_button("arrow_down", tr("Later (Alt+Down)"), lambda: self.move_line(1), self),
            icon_button("delete", tr("Remove witness (Del)"), self.remove, self),
        ]
        self.verb = Button(tr("Save witnesses"), kind="primary", parent=self)
        self.verb.clicked.connect(self.save)
        self._build(parent)
        self._refresh()

    @property
    def changed(self) -> bool:
        """Whether the list is another than what was stored before."""
        return self.forms != self._before

    @Slot()
    def add(self) -> None:
        """Ask for one more."""
        if (made := self._ask(None)) is not None:
            self.forms.append(made)
            self._refresh(len(self.forms) - 1)

    @Slot()
    def edit(self) -> None:
        """Ask for the current one again."""
        place = self._place()
        if place >= 0 and (made := self._ask(self.forms[place])) is not None:
            self.forms[place] = made
            self._refresh(place)

    @Slot()
    def remove(self) -> None:
        """Take the current one off the list."""
        place = self._place()
        if place >= 0 and self._open:
            del self.forms[place]
            self._refresh(min(place, len(self.forms) - 1))

    def move_line(self, by: int) -> None:
        """Print the current one so many places later, or earlier."""
        place = self._place()
        there = place + by
        if self._open and place >= 0 and 0 <= there < len(self.forms):
            self.forms.insert(there, self.forms.pop(place))
            self._refresh(there)

    @Slot()
    def save(self) -> None:
        """Keep the list as it stands; a refusal is shown inside and the dialog stays."""
        try:
            if self.changed:
                set_witnesses(self._office, self._id, self.forms)
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
            return
        self.accept()

    @override
    def reject(self) -> None:
        words = tr("Discard what you entered?")
        if not self.changed or confirm(
            self, words, "", verb=tr("Discard"), stay=tr("Keep editing")
        ):
            super().reject()

    def _ask(self, form: WitnessForm | None) -> WitnessForm | None:
        if not self._open:
            return None
        asked = WitnessDialog(form, list(self._officials.values()), self._bodies, self)
        return asked.made if asked.dialog.run(asked.save) else None

    def _place(self) -> int:
        current = self.table.current()
        return next((n for n, form in enumerate(self.forms) if form is current), -1)

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Witnesses and acknowledgement"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        self.table.show_empty(
            "people",
            tr("Nobody signs but the parties"),
            tr("Witnesses and who acknowledges stand apart, below the parties' signatures."),
        )
        words = tr("They sign below the parties, in this order, and are no parties themselves.")
        intro = set_role(QLabel(words, self), TextRole.SMALL)
        intro.setWordWrap(True)
        inside = column(intro, self.table, row(*self._tools, None), margins=(_PAD, 14, _PAD, 12))
        inside.setStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(self._footer())
        self.table.opened.connect(self.edit)
        for keys, run in (
            ("Ins", self.add),
            ("Del", self.remove),
            ("Alt+Up", lambda: self.move_line(-1)),
            ("Alt+Down", lambda: self.move_line(1)),
            ("Ctrl+Return", self.save),
        ):
            QShortcut(QKeySequence(keys), self, run)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _footer(self) -> QFrame:
        cancel = Button(tr("Cancel") if self._open else tr("Close"), parent=self)
        cancel.clicked.connect(self.reject)
        self.verb.setVisible(self._open)
        return dialog_foot(self._notice, None, cancel, self.verb)

    def _refresh(self, place: int = 0) -> None:
        self._notice.hide()
        self.table.show_rows(self.forms)
        if 0 <= place < len(self.forms):
            self.table.select(id(self.forms[place]))
        for tool in self._tools:
            tool.setEnabled(self._open and (bool(self.forms) or tool is self._tools[0]))

    def _columns(self) -> list[Column[WitnessForm]]:
        return [
            Column(tr("Signs as"), lambda form: tr(WITNESS_ROLES[form.role]), width=236),
            Column(tr("Name and position"), self._who),
        ]

    def _who(self, form: WitnessForm) -> Cell:
        line: OfficialLine | None = self._officials.get(form.tenure_id) if form.tenure_id else None
        if line is not None:
            return Cell(line.name.full, detail=screen_side(line.post), bold=True)
        posts: Sequence[str] = [post for post in (form.office_id, form.office_en) if post]
        return Cell(form.name, detail=" · ".join(posts), bold=True)


def ask_witnesses(office: Office, agreement: UUID, parent: QWidget, *, is_open: bool) -> bool:
    """Ask who signs besides the parties; True when that was changed."""
    asked = WitnessesDialog(office, agreement, parent, is_open=is_open)
    return bool(asked.exec()) and asked.changed
