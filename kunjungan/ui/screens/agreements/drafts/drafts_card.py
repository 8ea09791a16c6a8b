"""The drafts of an agreement that were kept, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.keeping import note_draft
from kunjungan.services.drafts.listing import DraftLine, list_drafts
from kunjungan.services.drafts.restoring import restore_draft
from kunjungan.services.drafts.text_refs import TextRef
from kunjungan.ui.context import Address, ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.drafts.draft_commands import open_compare
from kunjungan.ui.screens.agreements.drafts.draft_words import (
    SHORT,
    draft_chip,
    draft_when,
)
from kunjungan.ui.widgets.buttons import CommandButton, button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import LineField
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import framed, row
from kunjungan.ui.widgets.rows_model import Cell, Column

_SHOWN = 4
"""So many drafts show at once; of more the list scrolls."""
_EDGES = 4


class DraftsCard(Card):
    """Shows the drafts of an agreement, the newest first; Enter compares one with the present."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        compare = CommandButton(context.commands["agreement.compare"], text=tr("Compare"))
        super().__init__(tr("Drafts of the text"), compare, parent)
        self._context = context
        self._view: AgreementView | None = None
        self.table = DataTable(self._columns(), key=lambda line: line.no, two_lines=True)
        self._keep = CommandButton(context.commands["agreement.keep_draft"], text=tr("Keep draft"))
        self._restore = button(tr("Restore text"), self._on_restore, icon="history")
        self._note = button(tr("Note…"), self._on_note, icon="edit")
        self._build()

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the drafts of an agreement."""
        self._view = view
        lines = list_drafts(self._context.office, view.id)
        self.table.show_rows(lines)
        if self.table.current() is None:
            self.table.select(lines[0].no)
        view_of = self.table.view
        line = view_of.verticalHeader().defaultSectionSize()
        height = view_of.horizontalHeader().height() + line * min(len(lines), _SHOWN) + _EDGES
        self.table.setFixedHeight(height)
        self._refresh()

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what can be done now, by the commands' names."""
        return {}

    def _build(self) -> None:
        self.add(self.table)
        self.add(framed(row(self._keep, self._restore, self._note, None), self))
        self.table.opened.connect(self._on_opened)
        self.table.picked.connect(self._refresh)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column[DraftLine]]:
        zone = self._context.office.now().tzinfo
        return [
            Column(
                tr("Draft"),
                lambda line: Cell(
                    tr("Draft {number}", number=line.no), detail=line.note, bold=line.present
                ),
            ),
            Column(
                tr("Kept"),
                lambda line: Cell(draft_when(line, zone), detail=line.by, tip=line.by),
                width=144,
            ),
            Column(
                tr("Fingerprint"),
                lambda line: Cell(line.fingerprint[:SHORT], quiet=True, tip=line.fingerprint),
                width=92,
                hide_below=500,
            ),
            Column(tr("State"), lambda line: Cell("", chip=draft_chip(line)), width=116),
        ]

    @Slot()
    def _refresh(self) -> None:
        line, view = self.table.current(), self._view
        kept = line is not None and line.kept
        self._note.setEnabled(kept)
        open_one = view is not None and view.open
        self._restore.setEnabled(kept and open_one and not (line is not None and line.present))

    @Slot(object)
    def _on_opened(self, line: DraftLine) -> None:
        if (view := self._view) is None:
            return
        left = TextRef(view.id, 0 if line.present else line.no)
        here = Address("agreements", view.id)
        open_compare(self._context, view, left, self, lambda _row: self._context.navigate(here))

    def _on_restore(self) -> None:
        line, view = self.table.current(), self._view
        if line is None or view is None:
            return
        with refusals_shown(self):
            restore_draft(self._context.office, view.id, line.no)
            words = tr("Draft {number} is the present text again", number=line.no)
            self._context.toast(words, undo=True)

    def _on_note(self) -> None:
        line, view = self.table.current(), self._view
        if line is None or view is None:
            return
        dialog = FormDialog(tr("Note to draft {number}", number=line.no), tr("Save note"), self)
        field = LineField(tr("such as: sent to the partner"))
        field.set_value(line.note)
        dialog.add(tr("Note"), field)
        dialog.run(lambda: note_draft(self._context.office, view.id, line.no, field.value()))
