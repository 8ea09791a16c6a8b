"""The label sheets that cards are printed on: the program's, corrected or joined by one's own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QLabel
from typing_extensions import override

from kunjungan.domain.label_sheets import LabelSheet
from kunjungan.i18n import tr
from kunjungan.services.label_sheets import (
    list_sheets,
    own_sheets,
    remove_sheet,
    trial_name,
    write_trial_page,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import refusals_shown, show_refusal
from kunjungan.ui.screens.settings.label_dialog import USES, ask_sheet
from kunjungan.ui.screens.settings.list_page import ListPage
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.fields import measure_words
from kunjungan.ui.widgets.layouts import column
from kunjungan.ui.widgets.rows_model import Align, Cell, Column

LABEL_ACTIONS = ("label_sheet.trial", "label_sheet.add")
LABEL_MORE = ("label_sheet.edit", "label_sheet.remove")


class LabelsPage(ListPage):
    """A sheet is opened to correct it; what the program brings can always be had back."""

    def __init__(self, context: ScreenContext) -> None:
        self._own = frozenset[str]()
        table = DataTable(self._columns(), key=lambda sheet: sheet.slug, two_lines=True)
        super().__init__(context, table, "template")
        told = tr(
            "Print the test page on plain paper and hold it against a label sheet. What the "
            "printer is off goes into the shift of the sheet."
        )
        words = set_role(QLabel(told, self), TextRole.SMALL)
        words.setWordWrap(True)
        body = column(words, table, spacing=10)
        body.setStretch(1, 1)
        self.setLayout(body)
        menu = ("label_sheet.edit", "label_sheet.trial", "label_sheet.add", None, LABEL_MORE[1])
        table.set_menu(menu, context.commands)
        self.reload()

    @override
    def answers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"label_sheet.add": self.add}
        sheet = self.table.current()
        if sheet is not None:
            found |= {"label_sheet.edit": self.edit, "label_sheet.trial": self.save_trial}
            if sheet.slug in self._own:
                found["label_sheet.remove"] = self.remove
        return found

    @override
    def reload(self) -> None:
        self._own = own_sheets(self._office)
        sheets = list_sheets(self._office)
        self.show_lines(sheets, tr("Label sheets: {count}", count=len(sheets)))

    @Slot()
    def add(self) -> None:
        """Ask for a new sheet that starts from the one the keyboard is on."""
        start = self.table.current() or list_sheets(self._office)[0]
        fresh = replace(start, slug="", name=replace(start.name, id="", en=""))
        made = ask_sheet(self._office, fresh, self)
        if made:
            self.table.select(made)
            self._context.toast(tr("Label sheet added"), undo=True)

    @override
    @Slot()
    def edit(self) -> None:
        sheet = self.table.current()
        if sheet is not None and ask_sheet(self._office, sheet, self):
            self._context.toast(tr("Label sheet changed"), undo=True)

    def remove(self) -> None:
        """Remove one's own sheet, or take a correction back."""
        if (sheet := self.table.current()) is not None:
            with refusals_shown(self):
                remove_sheet(self._office, sheet.slug)
                self._context.toast(tr("Label sheet removed"), undo=True)

    def save_trial(self) -> None:
        """Write the test page of a sheet to a file."""
        sheet = self.table.current()
        if sheet is None:
            return
        start = in_documents(trial_name(sheet))
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save test page"), start, tr("PDF (*.pdf)")
        )
        if chosen:
            self._context.background.run(
                partial(write_trial_page, sheet, Path(chosen)),
                done=lambda made: self._context.toast(tr("Saved: {name}", name=made.name)),
                refused=partial(show_refusal, self),
                owner=self,
            )

    def _columns(self) -> list[Column[LabelSheet]]:
        return [
            Column(tr("Label sheet"), self._name, sort=lambda sheet: screen_side(sheet.name)),
            Column(tr("For"), _uses, hide_below=700),
            Column(tr("A page"), _count, 116, Align.RIGHT, sort=lambda sheet: sheet.per_page),
            Column(tr("Shift"), _shift, 120, hide_below=760),
        ]

    def _name(self, sheet: LabelSheet) -> Cell:
        page = f"{measure_words(sheet.page_width)} x {measure_words(sheet.page_height)} mm"
        label = f"{measure_words(sheet.width)} x {measure_words(sheet.height)} mm"
        detail = tr("page {page}, label {label}", page=page, label=label)
        own = ChipText(tr("Own"), Tone.INFO) if sheet.slug in self._own else None
        return Cell(screen_side(sheet.name), detail=detail, bold=True, chip=own)


def _uses(sheet: LabelSheet) -> Cell:
    words = ", ".join(tr(USES[use]) for use in sheet.uses)
    return Cell(words, quiet=True, tip=words)


def _count(sheet: LabelSheet) -> str:
    return str(sheet.per_page)


def _shift(sheet: LabelSheet) -> Cell:
    if not (sheet.offset_x or sheet.offset_y):
        return Cell(tr("none"), quiet=True)
    shifts = measure_words(sheet.offset_x), measure_words(sheet.offset_y)
    return Cell(f"{shifts[0]} / {shifts[1]} mm")
