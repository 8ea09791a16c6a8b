"""The calendar as a file, from the menu: brought in from other programs, written for them."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.i18n import tr
from kunjungan.services.ical.exporting import (
    CalendarFile,
    calendar_file,
    calendar_name,
    write_calendar,
)
from kunjungan.services.ical.plan import ImportPlan
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.screens.calendar.import_dialog import ImportCalendarDialog


class CalendarFiles:
    """Import with a preview, and export of the whole calendar."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def import_file(self) -> None:
        """Look through a file and bring its entries in."""
        dialog = ImportCalendarDialog(self._context, self._parent.window())
        dialog.exec()
        done = dialog.done_with
        dialog.deleteLater()
        if done is not None:
            self._context.toast(_done_words(done), undo=True)

    def export_file(self) -> None:
        """Ask for a file and write the calendar into it, with the rundowns where that is chosen."""
        kinds = [tr("Calendar") + " (*.ics)", tr("Calendar with rundowns") + " (*.ics)"]
        start = in_documents(calendar_name(self._context.office))
        chosen, kind = QFileDialog.getSaveFileName(
            self._parent, tr("Export the calendar"), start, ";;".join(kinds)
        )
        if not chosen:
            return
        office, path, rundown = self._context.office, Path(chosen), kind == kinds[1]

        def write() -> tuple[Path, CalendarFile]:
            file = calendar_file(office, rundown=rundown)
            return write_calendar(path, file), file

        self._context.background.run(
            write,
            done=self._say_written,
            refused=partial(show_refusal, self._parent),
            owner=self._parent,
        )

    def _say_written(self, made: tuple[Path, CalendarFile]) -> None:
        path, file = made
        words = tr("Exported: {name}", name=path.name)
        if file.left_out:
            left = tr("left out without a day: {visits}", visits=", ".join(file.left_out))
            words = f"{words} ({left})"
        self._context.toast(words)


def _done_words(done: ImportPlan) -> str:
    count = len(done.written)
    if count == 1:
        return tr("1 entry imported from {calendar}", calendar=done.calendar)
    return tr("{count} entries imported from {calendar}", count=count, calendar=done.calendar)
