"""The large window that shows two texts side by side and what became of one in the other."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QStackedLayout, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import list_agreements
from kunjungan.services.agreement_names import references
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.drafts.comparison import Comparison, RowPair, compare
from kunjungan.services.drafts.listing import list_drafts
from kunjungan.services.drafts.restoring import restore_draft
from kunjungan.services.drafts.text_refs import TextRef
from kunjungan.services.office import Office
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import language_word, refusal_words, screen_side
from kunjungan.ui.screens.agreements.drafts.column_heads import ColumnHeads
from kunjungan.ui.screens.agreements.drafts.compare_head import CHANGED, CompareHead
from kunjungan.ui.screens.agreements.drafts.compare_list import CompareList
from kunjungan.ui.screens.agreements.drafts.draft_words import draft_name, draft_when
from kunjungan.ui.theme.fonts import carry_scripts
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.empty_state import EmptyState
from kunjungan.ui.widgets.layouts import dialog_foot, rule
from kunjungan.ui.widgets.search_picker import Item

_EDGE, _PAD = 24, 18


class CompareDialog(QDialog):
    """Two pickers, and under them both texts row by row.

    Signals:
        row_wanted: A row of the present text is to be shown; carries its id.
        restored: The left draft has become the present text; carries its number.
    """

    row_wanted = Signal(object)
    restored = Signal(int)

    def __init__(
        self, context: ScreenContext, view: AgreementView, left: TextRef, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._wanted = (left, TextRef(view.id))
        self.head = CompareHead(self)
        self.list = CompareList(self)
        self._heads = ColumnHeads(self.list, self)
        self._found: Comparison | None = None
        self._empty = EmptyState("document_copy", "", parent=self)
        self._notice = Notice(Tone.BAD, "", self)
        self._restore = button(
            tr("Make the left draft the present text"), self._on_restore, parent=self
        )
        self._stack = QStackedLayout()
        self._build(parent)
        self._connect()
        self.head.set_items(text_items(context.office, view))
        self.compare(*self._wanted)

    def compare(self, left: TextRef, right: TextRef) -> None:
        """Compare two texts; what is shown stays until the answer is there."""
        self._wanted = (left, right)
        self.head.show_sides(left, right)
        self._notice.hide()
        self._context.background.run(
            lambda: compare(self._context.office, left, right),
            done=lambda found: self._show((left, right), found),
            refused=self._refuse,
            owner=self,
        )

    def _show(self, wanted: tuple[TextRef, TextRef], found: Comparison) -> None:
        if wanted != self._wanted:
            return
        if len(found.languages) > 2:
            carry_scripts()
        left = wanted[0]
        own = left.agreement_id == self._view.id and left.draft_no not in {0, self._view.draft_no}
        self._restore.setVisible(own and self._view.open)
        self._found = found
        self.head.show_comparison(found)
        self._on_languages()
        self.list.show_comparison(found)
        self._show_list()

    def _show_list(self) -> None:
        shown = self.list.model().rowCount() > 0
        self._stack.setCurrentIndex(0 if shown else 1)

    def _refuse(self, refusal: OfficeError) -> None:
        self._notice.show_text(refusal_words(refusal))
        self._notice.show()

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Compare texts"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        room = parent.window().size()
        self.resize(room.width() - _EDGE, room.height() - _EDGE)
        self._notice.hide()
        self._restore.hide()
        self._empty.show_words("document_copy", tr("Both texts say the same"))
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(rule(self))
        layout.addWidget(self._heads)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._footer())
        self.list.setFocus()

    def _footer(self) -> QFrame:
        close = Button(tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        return dialog_foot(self._restore, self._notice, None, close)

    def _connect(self) -> None:
        self.head.sides_chosen.connect(self.compare)
        self.head.rows_chosen.connect(self._on_rows)
        self.head.languages_chosen.connect(self._on_languages)
        self.head.stepped.connect(self.list.step)
        self.list.moved.connect(self._on_moved)
        self.list.wanted.connect(self._on_wanted)
        for keys, by in (("F8", 1), ("Shift+F8", -1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.list.step(by))

    @Slot(str)
    def _on_rows(self, key: str) -> None:
        self.list.show_only_changed(only=key == CHANGED)
        self._show_list()

    @Slot()
    def _on_languages(self) -> None:
        if self._found is not None:
            places = self.head.chosen_languages()
            self.list.show_languages(places)
            names = [language_word(self._found.languages[place]) for place in places]
            self._heads.show_heads(self.head.left.text(), self.head.right.text(), names)

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        self.head.show_place(place, len(self.list.differences))

    @Slot(object)
    def _on_wanted(self, pair: RowPair) -> None:
        """Leave for a row of the text, where the right side is the present one."""
        row_of = pair.right
        if self._wanted[1] == TextRef(self._view.id) and row_of is not None and row_of.clause_id:
            self.accept()
            self.row_wanted.emit(row_of.clause_id)

    def _on_restore(self) -> None:
        number = self._wanted[0].draft_no
        try:
            restore_draft(self._context.office, self._view.id, number)
        except OfficeError as refusal:
            self._refuse(refusal)
            return
        self.accept()
        self.restored.emit(number)


def text_items(office: Office, view: AgreementView) -> list[Item]:
    """Return the texts that can be compared: its own, then the present ones of others."""
    zone = office.now().tzinfo
    items = [
        Item(
            TextRef(view.id, 0 if line.present else line.no),
            draft_name(line),
            " · ".join(filter(None, (line.note, draft_when(line, zone)))),
        )
        for line in list_drafts(office, view.id)
    ]
    known = references(office)
    items += [
        Item(
            TextRef(line.id),
            f"{known.get(line.id, '')} {screen_side(line.subject)}".strip(),
            ", ".join(line.parties),
        )
        for line in list_agreements(office)
        if line.id != view.id
    ]
    return items


def last_kept(office: Office, agreement_id: UUID) -> TextRef:
    """Return the latest draft that was kept besides the present text, else that text itself."""
    kept = [line.no for line in list_drafts(office, agreement_id) if not line.present]
    return TextRef(agreement_id, kept[0] if kept else 0)
