"""The visum register of a visit: ticks of the signed list, a batch of visums, each corrected."""

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.words import Attendance
from kunjungan.i18n import later, tr
from kunjungan.services.delegations import mark_attendance
from kunjungan.services.letters.signers import list_signers
from kunjungan.services.visum.recording import VisumBatch, record_visums, remove_visums
from kunjungan.services.visum.register import VisumLine, visum_register
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import ask, refusals_shown
from kunjungan.ui.screens.visits.letters.fields import SignerPicker
from kunjungan.ui.screens.visits.visum.entry_dialog import EntryDialog, needed_day
from kunjungan.ui.screens.visits.visum.forms_dialog import FormsDialog
from kunjungan.ui.screens.visits.visum.rows import group_of, visum_columns
from kunjungan.ui.tab_stops import go_on
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.layouts import PAGE_PAD, column, dialog_foot, row

_SIZE, _EDGE = (1080, 560), 40


class VisumDialog(QDialog):
    """A visum is recorded only for guests ticked as signed, and signed by hand on their paper."""

    def __init__(self, context: ScreenContext, visit_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._visit = visit_id
        self._lines: list[VisumLine] = []
        self.prints = ""
        """Which paper of the day is to be printed next, by its slug."""
        self.table = DataTable[VisumLine](
            visum_columns(context.office.now().tzinfo),
            key=lambda line: line.attendee_id,
            two_lines=True,
            parent=self,
        )
        self.signer = SignerPicker(context.office, visit_id)
        self.arrived, self.departed = DateField(), DateField()
        self._notice = Notice(Tone.BAD, "", self)
        self._record = Button("", kind="primary", parent=self)
        self._print = button(tr("Print…"), lambda: self._ask("visum"), icon="print", parent=self)
        self._listed = button(
            tr("Print register…"), lambda: self._ask("visum_register"), parent=self
        )
        self._build(parent)
        self._connect()
        self.arrived.show_day(context.office.today())
        self.reload()
        self.signer.set_value(self._usual_signer())

    def reload(self) -> None:
        """Read the register again."""
        lines = self._lines = visum_register(self._context.office, self._visit)
        self.table.show_rows(lines, group_of)
        self.table.settle()
        signed = sum(line.signed for line in lines)
        given = sum(line.id is not None for line in lines)
        one, many = later("{signed} signed, 1 visum"), later("{signed} signed, {given} visums")
        words = tr(one if given == 1 else many, signed=signed, given=given)
        hints = [(tr("Space"), tr("signed the list")), ("F2", tr("edit")), ("Del", tr("remove"))]
        self.table.set_footer(words, hints)
        self._count_wanted()
        self._listed.setEnabled(given > 0)
        self._print.setEnabled(any(line.id is not None and line.signed for line in lines))

    def record(self) -> None:
        """Record the visum of those on the signed list: of those selected, or of all."""
        wanted = tuple(line.attendee_id for line in self._wanted())
        self._notice.hide()
        try:
            batch = VisumBatch(
                wanted, self.signer.value(), needed_day(self.arrived), self.departed.day()
            )
            count = record_visums(self._context.office, self._visit, batch)
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
            return
        said = tr("1 visum recorded") if count == 1 else tr("{count} visums recorded", count=count)
        self._context.toast(said, undo=True)
        self.reload()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_on(self, forward=next) or super().focusNextPrevChild(next)

    def _usual_signer(self) -> UUID | None:
        """Return who signed last, else the only one who may."""
        given = (line.signer_id for line in self._lines if line.signer_id)
        may = list_signers(self._context.office, self._visit)
        return next(given, may[0].id if len(may) == 1 else None)

    def _wanted(self) -> list[VisumLine]:
        """Return the guests selected where there are several, else all; only those who signed."""
        chosen = self.table.selected()
        lines = chosen if len(chosen) > 1 else self._lines
        return [line for line in lines if line.signed]

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Visum of travel orders"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        self.table.show_empty("people", tr("No guests yet"), tr("Add them under Delegations."))
        self._notice.hide()
        form = Form(self)
        form.add_pair(
            (tr("Signed by"), self.signer),
            (tr("Arrived on"), self.arrived),
            (tr("Departed on"), self.departed),
        )
        forms = button(tr("Forms of travel orders…"), self._show_forms, kind="link", parent=self)
        order = QLabel(tr("Feed the guests' sheets in the order of this list."), self)
        head = column(
            form, row(set_role(order, TextRole.SMALL), None, forms), self._notice, spacing=6
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        body = column(head, self.table, margins=(PAGE_PAD, 14, PAGE_PAD, 14))
        body.setStretch(1, 1)
        layout.addLayout(body, 1)
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        layout.addWidget(dialog_foot(None, self._listed, self._print, close, self._record))
        self._record.setDefault(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._record.clicked.connect(self.record)
        self.table.toggled.connect(self._on_toggled)
        self.table.opened.connect(self._edit)
        self.table.view.selectionModel().selectionChanged.connect(self._count_wanted)
        QShortcut(QKeySequence("F2"), self, self._edit_current)
        QShortcut(QKeySequence("Del"), self.table, self._remove)

    @Slot()
    def _count_wanted(self) -> None:
        """Say on the verb how many visums it records."""
        count = len(self._wanted())
        one, many = later("Record 1 visum"), later("Record {count} visums")
        self._record.setText(tr(one if count == 1 else many, count=count))
        self._record.setEnabled(count > 0)

    @Slot(object)
    def _on_toggled(self, line: VisumLine) -> None:
        """Tick or untick that somebody signed the list; several at once where selected."""
        chosen = self.table.selected()
        lines = chosen if len(chosen) > 1 and line in chosen else [line]
        with refusals_shown(self):
            ids = [one.attendee_id for one in lines]
            state: Attendance = "confirmed" if line.signed else "present"
            mark_attendance(self._context.office, ids, state)
        self.reload()

    def _edit_current(self) -> None:
        if (line := self.table.current()) is not None:
            self._edit(line)

    @Slot(object)
    def _edit(self, line: VisumLine) -> None:
        asked = EntryDialog(self._context.office, self._visit, line, self)
        if asked.dialog.run(asked.save):
            self._context.toast(tr("Visum kept"), undo=True)
            self.reload()

    def _remove(self) -> None:
        lines = [line for line in self.table.selected() if line.id is not None]
        ids = [line.id for line in lines if line.id is not None]
        printed = sum(line.printed_at is not None for line in lines)
        if not ids:
            return
        if printed and not self._sure(len(ids), printed):
            return
        with refusals_shown(self):
            remove_visums(self._context.office, ids)
            one, many = later("1 visum removed"), later("{count} visums removed")
            self._context.toast(tr(one if len(ids) == 1 else many, count=len(ids)), undo=True)
        self.reload()

    def _sure(self, count: int, printed: int) -> bool:
        """Ask before visums go of which some are out of the house."""
        if count == 1:
            title, verb = tr("Remove this visum from the register?"), tr("Remove the visum")
        else:
            title = tr("Remove {count} visums from the register?", count=count)
            verb = tr("Remove {count} visums", count=count)
        words = tr("{count} of them were printed. The auditor finds no line of them then.",
                   count=printed)  # fmt: skip
        return ask(self, title, words, verb=verb)

    def _show_forms(self) -> None:
        FormsDialog(self._context, self._visit, self).exec()

    def _ask(self, slug: str) -> None:
        self.prints = slug
        self.accept()
