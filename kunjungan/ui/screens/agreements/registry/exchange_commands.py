"""Bringing registers in and taking them out: what the menu and the head of the register offer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.registry.exporting import register_name, write_register
from kunjungan.services.registry.row import RegisterRow
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import export_sheet
from kunjungan.ui.screens.agreements.registry.import_dialog import ImportRegisterDialog
from kunjungan.ui.screens.agreements.registry.yearbook_dialog import YearbookDialog, signed_years


class ExchangeCommands:
    """Import of a register that was kept elsewhere, export of the rows shown, the year's book."""

    def __init__(
        self, context: ScreenContext, rows: Callable[[], Sequence[RegisterRow]], parent: QWidget
    ) -> None:
        self._context = context
        self._rows = rows
        self._parent = parent

    def answers(self) -> dict[str, Callable[[], None]]:
        """Return what each command does here."""
        found: dict[str, Callable[[], None]] = {"register.import": self.bring_in}
        if rows := self._rows():
            found["register.export"] = self.take_out
            if signed_years(rows):
                found["register.yearbook"] = self.print_year
        return found

    def bring_in(self) -> None:
        """Look through a file and take its good rows over."""
        dialog = ImportRegisterDialog(self._context, self._parent.window())
        dialog.exec()
        done = dialog.done_with
        dialog.deleteLater()
        if done is not None:
            words = tr("Agreements taken over: {count}", count=len(done.agreements))
            self._context.toast(words, undo=True)

    def take_out(self) -> None:
        """Ask for a file and write the rows into it that are shown, in the screen's language."""
        rows = tuple(self._rows())
        export_sheet(
            self._context,
            tr("Export the register"),
            register_name,
            lambda path, language: write_register(rows, path, language),
            self._parent,
        )

    def print_year(self) -> None:
        """Show the register of a year as it is printed, to be printed or saved."""
        dialog = YearbookDialog(self._context, signed_years(self._rows()), self._parent.window())
        dialog.finished_with.connect(self._context.toast)
        dialog.exec()
        dialog.deleteLater()
