"""Keeps a note of words that are typed and not kept yet, and offers back what a crash left."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.date_words import clock
from kunjungan.domain.spots import spots
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.clauses import ClauseLine, Column
from kunjungan.services.writing.unsaved import Unsaved, note_unsaved, read_unsaved
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import screen_side
from kunjungan.ui.messages import ask
from kunjungan.ui.screens.agreements.rows.clause_columns import column_name, words_in
from kunjungan.ui.screens.agreements.rows.clause_rows import ClauseRows
from kunjungan.ui.screens.agreements.rows.third import third_of
from kunjungan.ui.screens.agreements.writing.recovery_dialog import RecoveryDialog
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Banner

NOTE_MS = 800
"""How long typing may go on before it is noted; the process may be killed at any moment."""


class Recovery(QObject):
    """Offers, row by row, what an earlier run had typed and not kept, in a bar over the text.

    ``bar`` is hidden while there is nothing to offer.
    """

    def __init__(self, context: ScreenContext, rows: ClauseRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows = rows
        self._parent = parent
        self._view: AgreementView | None = None
        self._lines: Mapping[UUID, ClauseLine] = {}
        self._noted = False
        self._left = read_unsaved(context.office)
        self._offered: list[Unsaved] = []
        self.bar = QWidget(parent)
        self._in_bar = QVBoxLayout(self.bar)
        self._in_bar.setContentsMargins(0, 0, 0, 0)
        self.bar.hide()
        self._soon = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._soon.timeout.connect(self.note)
        rows.typing.connect(self._on_typing)
        rows.kept.connect(self._on_kept)

    def show(self, view: AgreementView, lines: Sequence[ClauseLine]) -> None:
        """Look after this text from now on, and offer back what belongs to it."""
        self._view = view
        self._lines = {line.id: line for line in lines}
        left = [each for each in self._left if self._now(each) != each.text]
        if left != self._left:
            self._left = left
            self._write()
        self._show_bar()

    @Slot()
    def note(self) -> None:
        """Write down what is typed and not kept by now, with what waits to be looked at."""
        self._soon.stop()
        self._write()

    def _write(self) -> None:
        typed = self._typed()
        note_unsaved(self._context.office, [*self._left, *typed])
        self._noted = bool(typed)

    def _typed(self) -> list[Unsaved]:
        typed, now = self._rows.unsaved(), self._context.office.now()
        if self._view is None or not typed:
            return []
        marked = spots([line.level for line in self._lines.values()])
        places = dict(zip(self._lines, marked, strict=True))
        return [
            Unsaved(
                self._view.id,
                row,
                side,
                words,
                self._kept(row, side),
                places[row].words if row in places else Bilingual("", ""),
                now,
            )
            for row, texts in typed.items()
            for side, words in texts.items()
        ]

    def _kept(self, clause: UUID, side: Column) -> str:
        """Return the stored words that are typed over."""
        row = self._rows.row(clause)
        return row.fields[side].kept if row is not None else ""

    @Slot()
    def _on_typing(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _on_kept(self) -> None:
        if self._noted and not self._rows.unsaved():
            self.note()

    def _now(self, left: Unsaved) -> str | None:
        """Return what the row says now, None where it is another text's or gone."""
        line = self._lines.get(left.clause)
        return words_in(line, left.column) if line is not None else None

    def _show_bar(self) -> None:
        """Offer the first of what is left for this text, unless that is offered already."""
        view = self._view
        own = [each for each in self._left if view is not None and each.agreement == view.id]
        if own == self._offered:
            return
        self._offered = own
        while (item := self._in_bar.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if own:
            self._in_bar.addWidget(self._banner(own[0], len(own)))
        self.bar.setVisible(bool(own))

    def _banner(self, left: Unsaved, count: int) -> Banner:
        third = third_of(self._view.third, ()) if self._view is not None else None
        words = tr(
            "Restored {time}: {place}, {language}",
            time=clock(left.at.timetz()),
            place=screen_side(left.place),
            language=column_name(left.column, third),
        )
        if count > 1:
            words = tr("{what} (and {count} more)", what=words, count=count - 1)
        doing = [
            (tr("Show"), partial(self._look_at, left)),
            (tr("Throw away"), partial(self._discard, left)),
        ]
        return Banner(Tone.INFO, words, doing, self.bar)

    def _look_at(self, left: Unsaved) -> None:
        """Put the words back where they were typed; ask first where that row says others now."""
        now, view = self._now(left), self._view
        if view is None:
            return
        if now is not None and view.open and now == left.before:
            self._put_back(left)
            return
        dialog = RecoveryDialog(left, now, is_open=view.open, parent=self._parent)
        if dialog.exec():
            self._put_back(left)
        elif dialog.copied:
            QGuiApplication.clipboard().setText(left.text)
            self._context.toast(tr("Words copied"))
        dialog.deleteLater()

    def _put_back(self, left: Unsaved) -> None:
        self._rows.go_to(left.clause, left.column)
        row = self._rows.row(left.clause)
        if row is not None:
            row.fields[left.column].replace_all(left.text)
            if self._rows.flush():
                self._context.toast(tr("Words put back"), undo=True)

    def _discard(self, left: Unsaved) -> None:
        title = tr("Discard the restored words?")
        if ask(self._parent, title, left.text[:400], verb=tr("Discard words")):
            self._left = [each for each in self._left if each is not left]
            self._write()
            self._show_bar()
