"""Shows what of a clipboard or a file would become which rows, and inserts them when told to."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.clauses import Level
from kunjungan.domain.errors import OfficeError, RuleBroken
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.clauses import ClauseLine
from kunjungan.services.office import Office
from kunjungan.services.writing.paste import (
    Action,
    Clipping,
    Direction,
    PastePlan,
    apply_paste,
    clipping_of_file,
    plan_paste,
)
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.writing.level_menu import level_menu
from kunjungan.ui.screens.agreements.writing.paste_table import NOTHING, PastedLine, paste_table
from kunjungan.ui.screens.agreements.writing.paste_words import hints, places, sides, summary
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.fields import CheckField, ChoiceField
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.segmented import Segmented

FILES = "*.docx *.txt *.html *.htm"
_SIZE = (920, 480)
_PAD = 18
_MOST_NOTES = 3
_DIRECTIONS: tuple[Direction, ...] = ("id", "en", "third", "both")


class PasteDialog(QDialog):
    """A plan of what is inserted, to be looked through; nothing is written before its verb.

    After it closed, ``made`` holds the ids of the rows that were written, none when given up.
    """

    def __init__(
        self, office: Office, view: AgreementView, lines: Sequence[ClauseLine], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._view = view
        self._plan: PastePlan | None = None
        self._clipping = Clipping("", "")
        self._actions: dict[int, Action] = {}
        self.made: list[UUID] = []
        self.source = set_role(QLabel(self), TextRole.SMALL)
        self.side = Segmented(sides(view.third), self)
        self.after = ChoiceField(places(lines), self)
        self.replace = CheckField(tr("Replace the whole text"), self)
        self.replace.setVisible(bool(lines))
        self.table = paste_table(view.third, self)
        self._notes = [Notice(Tone.WARN, "", self) for _ in range(_MOST_NOTES)]
        self._refused = Notice(Tone.BAD, "", self)
        self.verb = Button("", kind="primary", parent=self)
        self._cancel = Button(tr("Cancel"), parent=self)
        self._build(parent)
        self._connect()

    def begin(
        self, clipping: Clipping, source: str, after: UUID | None, side: Direction = "id"
    ) -> None:
        """Plan to insert a clipping behind a row; a table of two languages is taken as both."""
        self._clipping = clipping
        self.source.setText(tr("From {source}", source=source))
        self.side.set_value(side)
        self.after.set_value(after)
        self.plan()

    @Slot()
    def plan(self) -> None:
        """Plan anew what becomes of the clipping, as direction and place are chosen now."""
        after: UUID | None = self.after.value()
        self.after.setEnabled(not self.replace.value())
        try:
            plan = plan_paste(
                self._office,
                self._view.id,
                self._clipping,
                after=after,
                column=self._direction(),
                replace=self.replace.value(),
            )
        except OfficeError as refusal:
            self._show_none()
            self._refuse(refusal)
            return
        if plan.both:
            self.side.set_value("both")
        self._actions = {place: row.action for place, row in enumerate(plan.rows)}
        self._show(plan)

    @Slot()
    def insert(self) -> None:
        """Write what is planned, as one change, and close; a refusal leaves all as it was."""
        if self._plan is None or not self.verb.isEnabled():
            return
        try:
            self.made = apply_paste(self._office, self._view.id, self._plan)
        except OfficeError as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def open_file(self, path: Path) -> None:
        """Plan to insert what a document says instead; one that cannot be read changes nothing."""
        try:
            clipping = clipping_of_file(path)
        except OfficeError as refusal:
            self._refuse(refusal)
        else:
            self.begin(clipping, path.name, self.after.value(), self._direction())

    def set_level(self, level: Level) -> None:
        """Make the selected rows articles, paragraphs, letters …; the numbers follow."""
        plan = self._plan
        for line in self.table.selected():
            plan = plan and plan.changed(line.place, level=level)
        if plan is not None:
            self._show(plan)

    @Slot(object)
    def turn(self, line: PastedLine) -> None:
        """Leave a row out, or take it in again."""
        first = self._actions[line.place]
        taken: Action = "skip" if line.row.action != "skip" else first if first != "skip" else "add"
        if self._plan is not None:
            self._show(self._plan.changed(line.place, action=taken))

    def _direction(self) -> Direction:
        return next(each for each in _DIRECTIONS if each == self.side.value())

    def _show(self, plan: PastePlan) -> None:
        self._plan = plan
        self._refused.hide()
        lines = [PastedLine(place, row) for place, row in enumerate(plan.rows)]
        self.table.show_rows(lines)
        notes = [refusal_words(RuleBroken(each.message, **each.values)) for each in plan.notes]
        if len(notes) > _MOST_NOTES:
            more = len(notes) - _MOST_NOTES + 1
            notes = [*notes[: _MOST_NOTES - 1], tr("and {count} more remarks", count=more)]
        for place, notice in enumerate(self._notes):
            notice.setVisible(place < len(notes))
            notice.show_text(notes[place] if place < len(notes) else "")
        count = sum(row.action not in NOTHING for row in plan.rows)
        self.verb.setText(tr("Insert {count} rows", count=count))
        self.verb.setEnabled(count > 0)
        self.verb.updateGeometry()
        self.table.set_footer(summary(plan), hints())

    def _show_none(self) -> None:
        """Show that nothing is planned."""
        self._plan = None
        self.table.show_rows([])
        self.table.set_footer("")
        for notice in self._notes:
            notice.hide()
        self.verb.setText(tr("Insert"))
        self.verb.setEnabled(False)

    def _refuse(self, refusal: OfficeError) -> None:
        self._refused.show_text(refusal_words(refusal))
        self._refused.show()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Insert text"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 24), min(_SIZE[1], room.height() - 24))
        self.table.show_empty(
            "copy",
            tr("Nothing to insert"),
            tr("Copy text in Word, a web page or a mail and come back, or choose a file."),
        )
        self.side.setAccessibleName(tr("Language of what is inserted"))
        self.after.setAccessibleName(tr("Insert after"))
        file = button(tr("Choose a file…"), self.choose_file, icon="folder_open", parent=self)
        where = set_role(QLabel(tr("Insert after"), self), TextRole.SMALL)
        top = row(self.source, None, self.side, file)
        place = row(where, self.after, self.replace, None)
        body = column(top, place, *self._notes, self.table, margins=(_PAD, 12, _PAD, 10))
        body.setStretch(body.count() - 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self._footer())
        self._refused.hide()
        self.verb.setDefault(True)

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("frame", "sunken")
        levels = button(tr("Kind of row…"), self.choose_level, parent=self)
        line = row(
            levels, self._refused, None, self._cancel, self.verb, margins=(_PAD, 10, _PAD, 10)
        )
        line.setStretch(1, 1)
        footer.setLayout(line)
        return footer

    def _connect(self) -> None:
        self.side.chosen.connect(self.plan)
        self.after.changed.connect(self.plan)
        self.replace.changed.connect(self.plan)
        self.table.toggled.connect(self.turn)
        self.table.opened.connect(self.turn)
        self.verb.clicked.connect(self.insert)
        self._cancel.clicked.connect(self.reject)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the document to insert."""
        kinds = tr("Documents ({kinds})", kinds=FILES)
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Insert from a file"), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    @Slot()
    def choose_level(self) -> None:
        """Ask what the selected rows are to be."""
        if not self.table.selected():
            self.table.view.selectAll()
        menu = level_menu(self.set_level, self)
        menu.popup(self.mapToGlobal(QPoint(_PAD, self.height() - menu.sizeHint().height() - 54)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what was copied meanwhile by Ctrl+V; L asks what the selected rows are."""
        if event.matches(QKeySequence.StandardKey.Paste):
            clipping = copied(QGuiApplication.clipboard().mimeData())
            self.begin(clipping, tr("the clipboard"), self.after.value(), self._direction())
        elif event.key() == Qt.Key.Key_L:
            self.choose_level()
        else:
            super().keyPressEvent(event)


def copied(data: QMimeData | None) -> Clipping:
    """Return what was copied, as words and as a page of marks; nothing was perhaps."""
    return Clipping("", "") if data is None else Clipping(data.text(), data.html())
