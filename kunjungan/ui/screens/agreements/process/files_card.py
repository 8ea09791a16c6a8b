"""The card of an agreement's files: dropped on it, opened from it, each with what it proves."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.process.file_lines import FileLine, list_files
from kunjungan.services.process.files import export_file, remove_file
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import dropped_files, in_documents, open_attachment
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.agreements.process.attach_dialog import ask_attach
from kunjungan.ui.screens.agreements.process.file_dialog import FileDialog
from kunjungan.ui.screens.agreements.process.file_words import (
    Purpose,
    about_words,
    purpose_of,
    purposes,
    state_chip,
)
from kunjungan.ui.theme.roles import set_property
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.cards import Card
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.list_keys import ListKeys
from kunjungan.ui.widgets.rows_model import Align, Cell, Column
from kunjungan.ui.widgets.table_view import ROW_TWO_LINES

MENU = ("file.open", "file.edit", "file.export", None, "file.attach", None, "file.remove")
_EMPTY, _FOOTER = 150, 34


class FilesCard(Card):
    """Shows the files of an agreement, the latest first; files dropped on it are attached.

    Signals:
        commands_changed: Another file is current, or none.
    """

    commands_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._attach = button(tr("Attach…"), self._ask, kind="link")
        self._attach.setAccessibleName(tr("Attach files"))
        super().__init__(tr("Files"), self._attach, parent)
        self._context = context
        self._view: AgreementView | None = None
        self._words: dict[Purpose, str] = {}
        self.table = DataTable[FileLine](
            self._columns(), key=lambda line: line.id, two_lines=True, parent=self
        )
        self._build()

    @override
    def show(self, view: AgreementView) -> None:  # type: ignore[override]  # not Qt's own
        """Show the files of an agreement."""
        self._view = view
        lines = list_files(self._context.office, view.id)
        self._words = dict(purposes(self._context.office, view.id))
        self.table.show_rows(lines)
        self.table.settle()
        self.table.setFixedHeight(len(lines) * ROW_TWO_LINES + _FOOTER if lines else _EMPTY)
        hints = [("Enter", tr("open")), ("F2", tr("particulars")), ("Del", tr("remove"))]
        self.table.set_footer("", hints if lines else [("Ins", tr("attach"))])

    def answers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does with the current file."""
        found: dict[str, Callable[[], object]] = {"file.attach": self._ask}
        if self.table.current() is not None:
            found |= {
                "file.open": self._open,
                "file.edit": self._edit,
                "file.export": self._export,
                "file.remove": self._remove,
            }
        return found

    def _build(self) -> None:
        commands, keys = self._context.commands, Qt.Key
        set_property(self.table, "frame", "")
        self.table.view.horizontalHeader().hide()
        self.table.set_menu(MENU, commands)
        self.table.show_empty(
            "document",
            tr("No files yet"),
            tr("Drop letters, minutes and scans here; each is kept byte for byte."),
        )
        ListKeys(
            self.table.view,
            {
                keys.Key_F2: commands["file.edit"],
                keys.Key_Delete: commands["file.remove"],
                keys.Key_Insert: commands["file.attach"],
            },
        )
        self.fill(self.table)
        self.setFocusProxy(self.table)
        self.setAcceptDrops(True)
        self.table.opened.connect(self._open)
        self.table.picked.connect(self.commands_changed)

    def _columns(self) -> list[Column[FileLine]]:
        return [
            Column(tr("File"), self._name),
            Column(tr("State"), _state, 110, Align.RIGHT),
        ]

    def _name(self, line: FileLine) -> Cell:
        words = self._words.get(purpose_of(line), line.document or line.stage)
        about = about_words(line, words if purpose_of(line) != Purpose() else "")
        return Cell(line.name, detail=about, bold=True, tip=f"{line.name}\n{about}")

    def _ask(self) -> None:
        if self._view is not None:
            ask_attach(self._context, self._view.id, self)

    @Slot()
    def _open(self) -> None:
        if (line := self.table.current()) is not None:
            open_attachment(self._context, line.id, self)

    def _edit(self) -> None:
        line = self.table.current()
        with refusals_shown(self):
            if line is not None and FileDialog(self._context, line.id, self).run():
                self._context.toast(tr("File changed"), undo=True)

    def _export(self) -> None:
        if (line := self.table.current()) is None:
            return
        start = in_documents(line.name)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export the file"), start)
        if chosen:
            with refusals_shown(self):
                path = export_file(self._context.office, line.id, Path(chosen))
                self._context.toast(tr("Exported: {name}", name=path.name))

    def _remove(self) -> None:
        if (line := self.table.current()) is None:
            return
        with refusals_shown(self):
            remove_file(self._context.office, line.id)
            self._context.toast(tr("Removed: {name}", name=line.name), undo=True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()
            set_property(self, "drop", "true")

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "drop", "")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped; the program that it came from goes on at once."""
        set_property(self, "drop", "")
        paths = dropped_files(event)
        if self._view is not None and paths:
            event.acceptProposedAction()
            ask_attach(self._context, self._view.id, self, paths=paths)


def _state(line: FileLine) -> Cell:
    return Cell("", chip=state_chip(line))
