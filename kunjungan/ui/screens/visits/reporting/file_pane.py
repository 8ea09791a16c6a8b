"""Photos and other files of a visit."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from kunjungan.i18n import tr
from kunjungan.services.overview import VisitOverview
from kunjungan.services.process.attaching import Attaching
from kunjungan.services.process.files import remove_file
from kunjungan.services.visiting.visit_files import VisitFile, attach_to_visit, visit_files
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.files import open_attachment
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import refusals_shown, show_refusal
from kunjungan.ui.screens.visits.reporting.pane import ReportPane
from kunjungan.ui.screens.visits.tab import Commands
from kunjungan.ui.sizes import size_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.confirm import tell
from kunjungan.ui.widgets.rows_model import Align, Cell, Column


class FilePane(ReportPane[VisitFile]):
    """The files of a visit, kept byte for byte."""

    menu = ("photo.open", None, "photo.add", "photo.remove")

    def __init__(self, context: ScreenContext) -> None:
        columns = [
            Column[VisitFile](tr("File"), _name),
            Column[VisitFile](tr("Added"), _added, 130),
            Column[VisitFile](tr("Size"), lambda line: Cell(size_words(line.size), quiet=True), 90,
                              Align.RIGHT),
        ]  # fmt: skip
        super().__init__(context, columns)
        self.table.show_empty(
            "document",
            tr("No photos or files yet"),
            tr("They are kept in the office's archive as they are."),
            context.commands["photo.add"],
        )
        self.table.opened.connect(self._open)

    @override
    def read(self, seen: VisitOverview) -> Sequence[VisitFile]:
        return visit_files(self.context.office, seen.id)

    @override
    def key(self, line: VisitFile) -> UUID:
        return line.id

    @override
    def hints(self) -> Sequence[tuple[str, str]]:
        return [("Enter", tr("open")), ("Ins", tr("attach"))]

    @override
    def commands(self) -> Commands:
        found: dict[str, Callable[[], None]] = {"photo.add": self._ask}
        if self.table.current() is not None:
            found["photo.open"] = self._open
            found["photo.remove"] = self._remove
        return found

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files elsewhere while the person goes on."""
        if self.seen is None or not paths:
            return
        self.context.background.run(
            partial(attach_to_visit, self.context.office, self.seen.id, paths),
            done=self._on_attached,
            refused=partial(show_refusal, self),
            owner=self,
        )

    def _ask(self) -> None:
        place = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(place)
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Attach photos or files"), folder)
        self.attach([Path(each) for each in chosen])

    def _on_attached(self, done: Attaching) -> None:
        fresh = sum(not each.again for each in done.kept)
        if fresh:
            self.context.toast(tr("Files attached: {count}", count=fresh), undo=True)
        told = [tr("Kept before, not added again: {name}", name=each.name)
                for each in done.kept if each.again]  # fmt: skip
        told += [refusal_words(refusal) for refusal in done.refused]
        told += [tr(r.message, **r.values) for each in done.kept for r in each.remarks]
        if told:
            tell(self, tr("About these files"), "\n\n".join(told), Tone.WARN)

    @Slot()
    def _open(self) -> None:
        if (current := self.table.current()) is None:
            return
        open_attachment(self.context, current.id, self)

    def _remove(self) -> None:
        if (current := self.table.current()) is None:
            return
        with refusals_shown(self):
            remove_file(self.context.office, current.id)
            self.context.toast(tr("“{name}” removed", name=current.name), undo=True)


def _name(line: VisitFile) -> Cell:
    what = tr("Photo") if line.photo else tr("Document")
    chip = None
    if line.state != "there":
        words = tr("File missing") if line.state == "missing" else tr("File damaged")
        chip = ChipText(words, Tone.BAD, "warning")
    return Cell(line.name, what, bold=True, chip=chip)


def _added(line: VisitFile) -> Cell:
    return Cell(short_day(line.added_on, year=True) if line.added_on else "—", quiet=True)
