"""The route of an agreement's clearance: which offices, in which order, by when."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.clearance import StepForm, route, set_route
from kunjungan.services.office import Office
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button, icon_button
from kunjungan.ui.widgets.confirm import confirm
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import column, dialog_foot, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_SIZE, _PAD = (700, 480), 18


class RouteDialog(QDialog):
    """The steps in order; all of them are kept at once by the verb."""

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._view = view
        self.forms = [
            StepForm(step.office.id, step.office.en, step.party, step.name, step.due_on, step.id)
            for step in route(office, view.id).steps
        ]
        self._before = list(self.forms)
        self.table = DataTable(self._columns(), key=id, two_lines=True, parent=self)
        self._notice = Notice(Tone.BAD, "", self)
        self._notice.hide()
        self._build(parent)
        self._refresh()

    @Slot()
    def add(self) -> None:
        """Ask for one more step, after the current one."""
        if (made := self._ask(None)) is not None:
            place = self._place() + 1
            self.forms.insert(place, made)
            self._refresh(place)

    @Slot()
    def edit(self) -> None:
        """Ask for the current step again."""
        place = self._place()
        if place >= 0 and (made := self._ask(self.forms[place])) is not None:
            self.forms[place] = made
            self._refresh(place)

    @Slot()
    def remove(self) -> None:
        """Take the current step off the route."""
        place = self._place()
        if place >= 0 and len(self.forms) > 1:
            del self.forms[place]
            self._refresh(min(place, len(self.forms) - 1))

    def move_line(self, by: int) -> None:
        """Let the current step come so many places later, or earlier."""
        place = self._place()
        there = place + by
        if place >= 0 and 0 <= there < len(self.forms):
            self.forms.insert(there, self.forms.pop(place))
            self._refresh(there)

    @Slot()
    def save(self) -> None:
        """Keep the route as it stands; a refusal is shown inside and the dialog stays."""
        try:
            set_route(self._office, self._view.id, self.forms)
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
            return
        self.accept()

    @override
    def reject(self) -> None:
        words = tr("Discard what you entered?")
        stay = tr("Keep editing")
        if self.forms == self._before or confirm(self, words, "", verb=tr("Discard"), stay=stay):
            super().reject()

    def _ask(self, form: StepForm | None) -> StepForm | None:
        asked = StepDialog(self._view, form, self)
        return asked.made if asked.dialog.run(asked.save) else None

    def _place(self) -> int:
        current = self.table.current()
        return next((n for n, form in enumerate(self.forms) if form is current), -1)

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Clearance route"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        tools = row(
            button(tr("Add step"), self.add, icon="add", parent=self),
            button(tr("Edit step"), self.edit, icon="edit", parent=self),
            icon_button("arrow_up", tr("Earlier (Alt+Up)"), lambda: self.move_line(-1), self),
            icon_button("arrow_down", tr("Later (Alt+Down)"), lambda: self.move_line(1), self),
            icon_button("delete", tr("Remove step (Del)"), self.remove, self),
            None,
        )
        inside = column(self.table, tools, margins=(_PAD, 14, _PAD, 12))
        inside.setStretch(0, 1)
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
        cancel = Button(tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        verb = Button(tr("Save route"), kind="primary", parent=self)
        verb.clicked.connect(self.save)
        return dialog_foot(self._notice, None, cancel, verb)

    def _refresh(self, place: int = 0) -> None:
        self._notice.hide()
        self.table.show_rows(self.forms)
        self.table.select(id(self.forms[place]))

    def _columns(self) -> list[Column[StepForm]]:
        names = {party.seq: party.short for party in self._view.parties}
        return [
            Column(
                tr("Office"),
                lambda form: Cell(form.office_id, detail=form.office_en, bold=True),
            ),
            Column(tr("Party"), lambda form: Cell(names.get(form.party, "")), width=150),
            Column(tr("Name"), lambda form: Cell(form.name), width=150, hide_below=520),
            Column(
                tr("Due"),
                lambda form: Cell(short_day(form.due_on) if form.due_on else ""),
                width=104,
            ),
        ]


class StepDialog:
    """One step: its office in both languages, whose it is, who clears, and by when."""

    def __init__(self, view: AgreementView, form: StepForm | None, parent: QWidget) -> None:
        title, verb = (
            (tr("Edit step"), tr("Keep step")) if form else (tr("Add step"), tr("Add step"))
        )
        self.made: StepForm | None = None
        self._form = form or StepForm("")
        self.dialog = FormDialog(title, verb, parent)
        self.office_id, self.office_en = LineField(), LineField()
        self.party = ChoiceField([(party.seq, party.short) for party in view.parties])
        self.name, self.due_on = LineField(), DateField()
        self.office_id.set_value(self._form.office_id)
        self.office_en.set_value(self._form.office_en)
        self.party.set_value(self._form.party)
        self.name.set_value(self._form.name)
        due = self._form.due_on
        self.due_on.show_day(due)
        self.dialog.add(tr("Office (Indonesian)"), self.office_id, needed=True)
        self.dialog.add(tr("Office (English)"), self.office_en)
        self.dialog.add(tr("Party"), self.party)
        self.dialog.add_pair((tr("Name"), self.name), (tr("Due"), self.due_on))

    def save(self) -> None:
        """Take what was entered; it is stored with the whole route."""
        self.made = replace(
            self._form,
            office_id=self.office_id.value(),
            office_en=self.office_en.value(),
            party=self.party.value(),
            name=self.name.value(),
            due_on=self.due_on.day(),
        )


def ask_route(office: Office, view: AgreementView, parent: QWidget) -> bool:
    """Ask for the route of an agreement; True when it was changed."""
    return bool(RouteDialog(office, view, parent).exec())
