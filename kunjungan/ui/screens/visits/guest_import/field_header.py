"""A table's head with a field chooser under each column's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView
from typing_extensions import override

from kunjungan.domain.guest_heads import Column, GuestField
from kunjungan.i18n import tr
from kunjungan.ui.screens.visits.guest_import.words import field_choices, sureness
from kunjungan.ui.theme.fonts import TextRole, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import ink
from kunjungan.ui.widgets.fields import ChoiceField

HEIGHT = 60
_PAD, _FIELD, _WORDS = 8, 28, 26


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a column: its words, and the place in the file with what it holds there.

    Without a place it is a column of the program's own and has no chooser.
    """

    words: str
    place: int | None = None
    column: Column | None = None


class FieldHeader(QHeaderView):
    """Shows the heads of a file's columns and asks what each of them is.

    Signals:
        said: A person said what a column is; carries its place in the file and the field or None.
    """

    said = Signal(int, object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._headings: Sequence[Heading] = ()
        self._fields: dict[int, ChoiceField] = {}
        self.setFixedHeight(HEIGHT)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Replace the heads; the choosers are made anew where there are others than before."""
        places = [(at, one.place) for at, one in enumerate(headings) if one.place is not None]
        old = [(at, one.place) for at, one in enumerate(self._headings) if one.place is not None]
        self._headings = headings
        if places != old:
            self._rebuild()
        for at, field in self._fields.items():
            field.blockSignals(True)
            column = headings[at].column
            field.set_value(column.field if column else None)
            field.blockSignals(False)
        self._place()
        self.viewport().update()

    def fields(self) -> list[ChoiceField]:
        """Return the choosers from left to right."""
        return list(self._fields.values())

    def _rebuild(self) -> None:
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        self._fields = {}
        for at, heading in enumerate(self._headings):
            if heading.place is None:
                continue
            field = ChoiceField(field_choices(), self.viewport())
            field.setMinimumHeight(_FIELD)
            field.setAccessibleName(tr("Column “{title}” holds", title=heading.words))
            field.changed.connect(partial(self._on_said, at))
            field.show()
            self._fields[at] = field

    def _on_said(self, at: int) -> None:
        value: GuestField | None = self._fields[at].value()
        self.said.emit(self._headings[at].place, value)

    @Slot()
    def _place(self, *_: int) -> None:
        for at, field in self._fields.items():
            left, width = self.sectionViewportPosition(at), self.sectionSize(at)
            field.setGeometry(left + _PAD, _WORDS, width - 2 * _PAD, _FIELD)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the words of a head, and at its right how sure the field is."""
        tokens = current_tokens()
        painter.save()
        painter.fillRect(rect, QColor(tokens.sunken))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex < len(self._headings):
            self._paint_words(painter, QRectF(rect), self._headings[logicalIndex])
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, heading: Heading) -> None:
        tokens = current_tokens()
        room = QRectF(rect.left() + _PAD, rect.top() + 4, rect.width() - 2 * _PAD, _WORDS - 6)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        small = font(TextRole.NOTE)
        words = QRectF(room)
        if heading.place is not None:
            chip = sureness(heading.column)
            painter.setFont(small)
            painter.setPen(QColor(ink(tokens, chip.tone).text))
            painter.drawText(room, right, chip.text)
            words.setRight(words.right() - QFontMetricsF(small).horizontalAdvance(chip.text) - 6)
        face = font(TextRole.LABEL)
        painter.setFont(face)
        painter.setPen(QColor(tokens.text2))
        cut = QFontMetricsF(face).elidedText(
            heading.words, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, left, cut)
