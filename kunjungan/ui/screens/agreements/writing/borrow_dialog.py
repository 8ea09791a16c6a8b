"""Takes clauses over: from the standard text of a kind, or from another agreement."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreement_template import templated_kinds
from kunjungan.services.agreement_view import AgreementView, field_values
from kunjungan.services.clauses import list_clauses
from kunjungan.services.office import Office
from kunjungan.services.writing.borrowing import (
    BorrowedRow,
    Lendable,
    insert_rows,
    lendable,
    rows_of,
    standard_rows,
)
from kunjungan.ui.labels import label, refusal_words, screen_side
from kunjungan.ui.screens.agreements.writing.borrow_preview import BorrowPreview
from kunjungan.ui.screens.agreements.writing.borrow_table import (
    LentLine,
    lent_lines,
    lent_table,
    matching,
    with_rows,
)
from kunjungan.ui.screens.agreements.writing.paste_words import places
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.layouts import column, row
from kunjungan.ui.widgets.search_field import SearchField
from kunjungan.ui.widgets.search_picker import Item, SearchPicker
from kunjungan.ui.widgets.segmented import Option, Segmented

STANDARD, COPY = "standard", "copy"
_SIZE = (1000, 480)
_PAD = 18


class BorrowDialog(QDialog):
    """A text to tick rows in, its articles shown in both languages; nothing is written before.

    After it closed, ``made`` holds the ids of the rows that were inserted, none when given up.
    """

    def __init__(self, office: Office, view: AgreementView, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._view = view
        self._values = field_values(office, view.id)
        self._rows: Sequence[BorrowedRow] = ()
        self._taken: set[int] = set()
        self.made: list[UUID] = []
        options = [Option(STANDARD, tr("Standard text")), Option(COPY, tr("Other agreement"))]
        self.origin = Segmented(options, self)
        self.kind = ChoiceField([(kind, label(kind)) for kind in templated_kinds()], self)
        self.other = SearchPicker(tr("Number, partner or subject"), parent=self)
        self.after = ChoiceField(places(list_clauses(office, view.id)), self)
        self.search = SearchField(tr("Find words or an article"), self)
        self.table = lent_table(self._values, self)
        self.preview = BorrowPreview(self)
        self._refused = Notice(Tone.BAD, "", self)
        self.verb = Button("", kind="primary", parent=self)
        self._cancel = Button(tr("Cancel"), parent=self)
        self._build(parent)
        self._connect()

    def begin(self, origin: str, after: UUID | None) -> None:
        """Show the standard text of the agreement's own kind, or ask for another agreement."""
        self.other.set_items([_item(line) for line in lendable(self._office, self._view.id)])
        self.kind.set_value(self._view.kind)
        self.after.set_value(after)
        self.origin.set_value(origin)
        self.load()

    @Slot()
    def load(self) -> None:
        """Show the text that is chosen now, nothing of it ticked."""
        copying = self.origin.value() == COPY
        self.kind.setVisible(not copying)
        self.other.setVisible(copying)
        self._refused.hide()
        self._taken.clear()
        try:
            self._rows = self._copied() if copying else self._standard()
        except OfficeError as refusal:
            self._rows = ()
            self._refuse(refusal)
        self._show()
        if copying and not self._rows:
            self.other.setFocus()
        else:
            self.table.setFocus()

    @Slot(object)
    def turn(self, line: LentLine) -> None:
        """Tick a row, of a heading all that belongs to it; ticked ones are left out again."""
        turned = set(with_rows([each.level for each in self._rows], line.place))
        self._taken = self._taken - turned if line.taken else self._taken | turned
        self._show()

    @Slot()
    def insert(self) -> None:
        """Insert what is ticked as one change, and close; a refusal leaves all as it was."""
        if not self.verb.isEnabled():
            return
        chosen = [self._rows[place] for place in sorted(self._taken)]
        after: UUID | None = self.after.value()
        try:
            self.made = insert_rows(self._office, self._view.id, chosen, after=after)
        except OfficeError as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def _standard(self) -> list[BorrowedRow]:
        return standard_rows(self._office, self._view.id, self.kind.value())

    def _copied(self) -> list[BorrowedRow]:
        chosen: UUID | None = self.other.value()
        return [] if chosen is None else rows_of(self._office, chosen, into=self._view.id)

    @Slot()
    def _show(self) -> None:
        lines = lent_lines(self._rows, self._taken)
        self.table.show_rows(matching(lines, self.search.text()))
        self.verb.setText(tr("Insert {count} rows", count=len(self._taken)))
        self.verb.setEnabled(bool(self._taken))
        self.verb.updateGeometry()
        ticked = tr("{count} of {total} rows ticked", count=len(self._taken), total=len(lines))
        self.table.set_footer(ticked, [(tr("Space"), tr("tick")), ("Enter", tr("tick"))])
        if self.table.current() is None and lines:
            self.table.select(lines[0].place)

    @Slot(object)
    def _on_picked(self, line: LentLine | None) -> None:
        lines = lent_lines(self._rows, self._taken)
        levels = [each.row.level for each in lines]
        head = line.place if line is not None else 0
        while line is not None and head and not lines[head].heading:
            head -= 1
        shown = with_rows(levels, head) if line is not None else range(0)
        if line is not None and line.place not in shown:
            shown = range(line.place, line.place + 1)
        here = line.place if line is not None else -1
        self.preview.show_lines([lines[place] for place in shown], here, self._values)

    def _refuse(self, refusal: OfficeError) -> None:
        self._refused.show_text(refusal_words(refusal))
        self._refused.show()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Insert clauses"))
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - 24), min(_SIZE[1], room.height() - 24))
        self.table.show_empty(
            "document",
            tr("Choose where to take clauses from"),
            tr("Search another agreement by its number, partner or subject."),
        )
        for field, name in (
            (self.origin, tr("Take from")),
            (self.kind, tr("Kind of agreement")),
            (self.other, tr("Other agreement")),
            (self.after, tr("Insert after")),
        ):
            field.setAccessibleName(name)
        where = set_role(QLabel(tr("Insert after"), self), TextRole.SMALL)
        top = row(self.origin, self.kind, self.other, None)
        top.setStretch(2, 2)
        place = row(self.search, None, where, self.after)
        panes = row(self.table, self.preview, spacing=12)
        panes.setStretch(0, 1)
        panes.setStretch(1, 1)
        body = column(top, place, panes, margins=(_PAD, 12, _PAD, 10))
        body.setStretch(2, 1)
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
        line = row(self._refused, None, self._cancel, self.verb, margins=(_PAD, 10, _PAD, 10))
        line.setStretch(0, 1)
        footer.setLayout(line)
        return footer

    def _connect(self) -> None:
        self.origin.chosen.connect(self.load)
        self.kind.changed.connect(self.load)
        self.other.picked.connect(self.load)
        self.search.searched.connect(self._show)
        self.table.toggled.connect(self.turn)
        self.table.opened.connect(self.turn)
        self.table.picked.connect(self._on_picked)
        self.verb.clicked.connect(self.insert)
        self._cancel.clicked.connect(self.reject)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert by Ctrl+Enter from wherever the keyboard is."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.insert()
        else:
            super().keyPressEvent(event)


def _item(line: Lendable) -> Item:
    named = ", ".join(part for part in (line.reference, *line.numbers, *line.parties) if part)
    return Item(line.id, screen_side(line.subject), f"{label(line.kind)} · {named}")
