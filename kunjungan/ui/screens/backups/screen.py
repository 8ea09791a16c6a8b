"""The office's backups: made, checked, put back; and the office as one file."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from typing_extensions import override

from kunjungan.domain.errors import OfficeError, Unavailable
from kunjungan.i18n import tr
from kunjungan.services.transfer import ImportReport, export_file, import_file
from kunjungan.services.upkeep import (
    BackupLine,
    back_up,
    check_backup,
    list_backups,
    look_into,
    restore,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import month_words
from kunjungan.ui.messages import ask, refusals_shown, show_refusal
from kunjungan.ui.screens.backups import files
from kunjungan.ui.screens.backups.import_dialog import ImportDialog
from kunjungan.ui.screens.backups.side import BackupsSide
from kunjungan.ui.screens.backups.words import (
    CHECKING,
    DAMAGED,
    SOUND,
    behind_words,
    restore_words,
    size_words,
    state_chip,
    total_size,
    when,
    when_in_full,
)
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.data_table import DataTable
from kunjungan.ui.widgets.layouts import SidePanes
from kunjungan.ui.widgets.page import Page
from kunjungan.ui.widgets.rows_model import Align, Cell, Column, Group

_MENU = ("backup.restore", "backup.check", None, "backup.make")
T = TypeVar("T")


class BackupsScreen(Page):
    """Every backup with its state; the damaged ones are shown as such and never hidden."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._context = context
        self._office = context.office
        self._checked: dict[Path, str] = {}
        self.table = DataTable(self._columns(), key=lambda line: str(line.path))
        self.side = BackupsSide(context.office, context.commands)
        self._build()
        self._reload()

    @override
    def commands(self) -> Mapping[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {
            "backup.make": self.make,
            "backup.make_into": self.make_into,
            "backup.restore_file": self.restore_file,
            "office.export": self.export,
            "office.import": self.import_,
        }
        if (line := self.table.current()) is not None:
            found["backup.check"] = partial(self.check, line)
            found["backup.restore"] = partial(self.restore, line)
        return found

    @override
    def open_record(self, record: UUID | None, tab: str) -> None:
        """Backups are files and have no records."""

    @override
    def remember(self) -> dict[str, object]:
        return {"table": self.table.remember()}

    @override
    def recall(self, state: Mapping[str, object]) -> None:
        if isinstance(kept := state.get("table"), dict):
            self.table.recall(kept)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload()

    def make(self) -> None:
        """Back up into the office's own folder."""
        self._start(tr("Making and proving a backup…"), lambda: back_up(self._office), self._made)

    def make_into(self) -> None:
        """Back up into a folder of the person's choice."""
        folder = files.folder_for_backup(self)
        if folder is not None:
            work = partial(back_up, self._office, into=folder)
            self._start(tr("Making and proving a backup…"), work, self._made_elsewhere)

    @Slot(object)
    def check(self, line: BackupLine) -> None:
        """Read a backup whole and prove it once more."""
        self._mark(line, CHECKING)
        self._context.background.run(
            partial(check_backup, line.path),
            done=lambda _: self._mark(line, SOUND),
            refused=lambda refusal: self._on_damaged(line, refusal),
            owner=self,
        )

    def restore(self, line: BackupLine) -> None:
        """Ask, then put a backup in the place of the office's data."""
        if line.damage is not None:
            show_refusal(self, Unavailable(line.damage.message, **line.damage.values))
            return
        title = tr("Restore the backup of {moment}?", moment=when(line))
        if not ask(self, title, restore_words(line), verb=tr("Restore this backup")):
            return
        office, moment = self._office, when_in_full(line.at)

        def work() -> str:
            restore(office.folder, line.path, user=office.user, now=office.now())
            return tr("The office is as it was on {moment}.", moment=moment)

        self._context.reopen(work)

    def restore_file(self) -> None:
        """Restore a backup that lies somewhere else."""
        path = files.backup_file(self, self._office.folder)
        if path is not None:
            with refusals_shown(self):
                self.restore(look_into(self._office, path))

    def export(self) -> None:
        """Write the whole office as one file."""
        path = files.file_for_office(self, f"kunjungan-{self._office.today():%Y%m%d}.json")
        if path is not None:
            self._start(
                tr("Writing the office…"),
                partial(export_file, self._office, path),
                lambda written: self._context.toast(tr("{file} written", file=written.name)),
            )

    def import_(self) -> None:
        """Look into a file, show what it would bring, and bring that in."""
        path = files.office_file(self)
        if path is not None:
            work = partial(import_file, self._office, path, dry_run=True)
            self._start(tr("Reading {file}…", file=path.name), work, partial(self._planned, path))

    def _build(self) -> None:
        commands = self._context.commands
        self.header.show_actions(
            ("backup.make", tr("Back up now")),
            "backup.restore",
            "backup.check",
            more=["backup.make_into", "backup.restore_file", "office.export", "office.import"],
        )
        self.table.set_menu(_MENU, commands)
        self.table.show_empty(
            "save",
            tr("No backup yet"),
            tr("The first one is made by itself tomorrow, or now by hand."),
            commands["backup.make"],
        )
        self.set_body(SidePanes(self.table, self.side, side_width=360))
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.check)
        self.table.picked.connect(lambda _line: self.commands_changed.emit())
        self._context.news.changed.connect(self._on_changed)

    def _columns(self) -> list[Column[BackupLine]]:
        return [
            Column(tr("Made"), lambda line: Cell(when(line), bold=True), width=190),
            Column(tr("State"), self._state),
            Column(
                tr("Since then"),
                lambda line: Cell(behind_words(line) or "—", quiet=True),
                width=130,
                hide_below=520,
            ),
            Column(
                tr("Size"),
                lambda line: Cell(size_words(line.size), quiet=True),
                width=92,
                align=Align.RIGHT,
            ),
            Column(
                tr("File"),
                lambda line: Cell(line.path.name, quiet=True, tip=str(line.path)),
                width=240,
                hide_below=900,
            ),
        ]

    def _state(self, line: BackupLine) -> Cell:
        return Cell("", chip=state_chip(line, self._checked.get(line.path, "")))

    @Slot()
    def _reload(self) -> None:
        lines = list_backups(self._office)
        latest = tr("Latest: {moment}", moment=when(lines[0])) if lines else tr("No backup yet")
        self.header.show_title(tr("Backups"), subtitle=latest)
        words = tr("Backups: {count}, {size}", count=len(lines), size=total_size(lines))
        self.table.set_footer(words, [("Enter", tr("check"))])
        self.table.show_rows(lines, group=_month)
        self.side.show_backups(lines)
        self.table.settle()
        self.commands_changed.emit()

    @Slot(object)
    def _on_changed(self, _tables: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    def _start(self, words: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do slow work elsewhere with a bar that says so."""
        self.header.show_banner(Tone.INFO, words)

        def finished(result: T) -> None:
            self.header.hide_banner()
            done(result)

        self._context.background.run(work, done=finished, refused=self._on_refused, owner=self)

    def _on_refused(self, refusal: OfficeError) -> None:
        self.header.hide_banner()
        show_refusal(self, refusal)

    def _made(self, line: BackupLine) -> None:
        self._checked[line.path] = SOUND
        self._reload()
        self.table.select(str(line.path))
        self._context.toast(tr("Backup made and proved: {file}", file=line.path.name))

    def _made_elsewhere(self, line: BackupLine) -> None:
        folder = line.path.parent.name or str(line.path.parent)
        self._context.toast(tr("Backup made and proved in {folder}", folder=folder))

    def _mark(self, line: BackupLine, state: str) -> None:
        self._checked[line.path] = state
        self._reload()

    def _on_damaged(self, line: BackupLine, refusal: OfficeError) -> None:
        self._mark(line, DAMAGED)
        show_refusal(self, refusal)

    def _planned(self, path: Path, report: ImportReport) -> None:
        if ImportDialog(path.name, report, self).exec() and report.new:
            work = partial(import_file, self._office, path)
            self._start(tr("Importing {file}…", file=path.name), work, self._imported)

    def _imported(self, report: ImportReport) -> None:
        self._context.toast(tr("Records imported: {count}", count=len(report.new)), undo=True)


def _month(line: BackupLine) -> Group:
    return Group(month_words(line.at.astimezone().date()))
