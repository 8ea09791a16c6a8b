"""The originals of an agreement as data, and the proof that they say the same."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.originals import StampForm, StampRule
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import agreement_form, edit_agreement
from kunjungan.services.alternat import AlternatProof, Difference, compare_originals
from kunjungan.services.originals import OriginalLine, list_originals
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import choices, refusal_words
from kunjungan.ui.printing.proof_words import proof_line
from kunjungan.ui.screens.agreements.facts.original_form import ask_original
from kunjungan.ui.screens.agreements.facts.originals_columns import (
    difference_columns,
    original_columns,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.labels import labelled
from kunjungan.ui.widgets.layouts import column, dialog_foot, emptied, row

_SIZE = (900, 560)
_PAD, _EDGES = 18, 6
T = TypeVar("T")


class OriginalsDialog(QDialog):
    """Each original with its keeper, order and stamps; Enter changes one until it is printed.

    Signals:
        row_wanted: A place in the text is to be shown; carries its row, counted from 0.
    """

    row_wanted = Signal(int)

    def __init__(self, context: ScreenContext, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._filling = False
        self.changed = False
        facts = agreement_form(context.office, view.id)
        self._facts = facts
        self.stamp_form = ChoiceField(choices(StampForm))
        self.stamp_rule = ChoiceField(choices(StampRule))
        self.alternat = CheckField(tr("Alternat: each party is named first in its own original"))
        self._proof: AlternatProof | None = None
        columns = original_columns(view, lambda: self._facts.stamp_form)
        self.table = DataTable(columns, key=lambda line: line.no, parent=self)
        self.proof = DataTable[Difference](difference_columns(self._other), key=id, parent=self)
        self._edit = button(tr("Edit original"), self._change, icon="edit", parent=self)
        self._notice = Notice(Tone.BAD, "", self)
        self._said = QVBoxLayout()
        self._build(parent)
        self._connect()
        self._refresh()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Originals"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 40))
        self._notice.hide()
        self.proof.hide()
        stamps = row(
            labelled(tr("Duty stamp"), self.stamp_form),
            labelled(tr("Where it goes"), self.stamp_rule),
            spacing=12,
        )
        stamps.setStretch(1, 1)
        inside = column(
            stamps, self.alternat, self.table, self._said, self.proof, None,
            margins=(_PAD, 14, _PAD, 12), spacing=10,
        )  # fmt: skip
        inside.setStretch(2, 3)
        inside.setStretch(4, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inside, 1)
        layout.addWidget(self._footer())
        self.table.setFocus()

    def _footer(self) -> QFrame:
        close = Button(tr("Close"), parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        return dialog_foot(self._edit, self._notice, None, close)

    def _connect(self) -> None:
        self.table.opened.connect(self._change)
        self.proof.opened.connect(self._on_place)
        for field in (self.stamp_form, self.stamp_rule, self.alternat):
            field.changed.connect(self._keep)

    @Slot()
    def _keep(self) -> None:
        """Keep another stamp or order at once; one undo takes it back."""
        if self._filling:
            return
        facts = replace(
            self._facts,
            stamp_form=self.stamp_form.value(),
            stamp_rule=self.stamp_rule.value(),
            alternat=self.alternat.value(),
        )
        try:
            edit_agreement(self._context.office, self._view.id, facts)
        except OfficeError as refusal:
            self._notice.show_text(refusal_words(refusal))
            self._notice.show()
        else:
            self.changed = True
            self._notice.hide()
        self._refresh()

    @Slot()
    def _change(self) -> None:
        line = self.table.current()
        if line is not None and self._view.open:
            office = self._context.office
            if ask_original(office, self._view, self._facts, line.no, self):
                self.changed = True
                self._refresh()

    def _refresh(self) -> None:
        office = self._context.office
        facts = self._facts = agreement_form(office, self._view.id)
        self._filling = True
        self.stamp_form.set_value(facts.stamp_form)
        self.stamp_rule.set_value(facts.stamp_rule)
        self.alternat.set_value(bool(facts.alternat))
        self._filling = False
        stamped = facts.stamp_form is not StampForm.NONE
        self.stamp_form.setEnabled(self._view.open)
        self.alternat.setEnabled(self._view.open)
        self.stamp_rule.setEnabled(self._view.open and stamped)
        self._edit.setEnabled(self._view.open)
        lines: list[OriginalLine] = list_originals(office, self._view.id)
        self.table.show_rows(lines)
        _fit(self.table, len(lines))
        if self.table.current() is None:
            self.table.select(lines[0].no)
        self._context.background.run(
            lambda: compare_originals(office, self._view.id),
            done=self._show_proof,
            refused=lambda refusal: self._notice.show_text(refusal_words(refusal)),
            owner=self,
        )

    def _show_proof(self, proof: AlternatProof) -> None:
        emptied(self._said)
        self._proof = proof
        self._said.addWidget(proof_line(proof, self))
        places = [*proof.other, *proof.order_differs]
        self.proof.show_rows(places)
        _fit(self.proof, len(places))
        self.proof.setVisible(not proof.equal)

    def _other(self) -> Sequence[Difference]:
        return self._proof.other if self._proof is not None else ()

    @Slot(object)
    def _on_place(self, difference: Difference) -> None:
        if difference.row is not None:
            self.accept()
            self.row_wanted.emit(difference.row)


def _fit(table: DataTable[T], rows: int) -> None:
    """Make a list as tall as its rows at most."""
    view = table.view
    line = view.verticalHeader().defaultSectionSize()
    table.setMaximumHeight(view.horizontalHeader().height() + line * max(rows, 1) + _EDGES)
