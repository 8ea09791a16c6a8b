"""Draws a row of one text beside that of another: what went is struck, what came underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from kunjungan.domain.comparing import Change
from kunjungan.domain.word_changes import Fate, Part
from kunjungan.services.drafts.comparison import RowPair
from kunjungan.services.drafts.placed_rows import PlacedRow
from kunjungan.ui.labels import screen_side
from kunjungan.ui.screens.agreements.drafts.draft_words import SIGNS, TONES, pair_words
from kunjungan.ui.theme.fonts import TextRole, clause_font, font
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.tokens import Tokens, ink

PAIR = Qt.ItemDataRole.UserRole
"""Under which role a row holds its pair."""
GUTTER, PAD, GAP = 138, 12, 16
WIDE = 1080
"""From this width on each language has a column of its own on either side."""
_OVER, _BETWEEN = 8, 6
_NARROWEST = 24
_State = QStyle.StateFlag


class Box(NamedTuple):
    """A laid out text and where it stands in its row."""

    x: float
    y: float
    text: QTextLayout


@dataclass(frozen=True, slots=True)
class Laid:
    """A row laid out for one width."""

    boxes: tuple[Box, ...]
    height: int


def edges(width: int, languages: int) -> list[float]:
    """Return the left edges of the columns after the gutter, and the right edge of the last."""
    count = 2 * (languages if width >= WIDE else 1)
    step = (width - GUTTER - PAD) / count
    return [GUTTER + step * place for place in range(count + 1)]


class PairDelegate(QStyledItemDelegate):
    """Paints the pairs of one view; what is laid out is kept until width or rows change."""

    def __init__(self, view: QListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._languages: Sequence[int] = (0, 1)
        self._width = 0
        self._laid: dict[int, Laid] = {}

    def show_languages(self, languages: Sequence[int]) -> None:
        """Show these languages of each row, by their places."""
        self._languages = languages
        self._laid.clear()

    def forget(self) -> None:
        """Let go of what was laid out, because other rows are shown."""
        self._laid.clear()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self._layout(index).height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens, box = current_tokens(), QRectF(option.rect)
        chosen = bool(option.state & _State.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(tokens.sel if chosen else tokens.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        columns = edges(self._width, len(self._languages))[:-1]
        for number, x in enumerate(columns):
            line = QRectF(box.left() + x - GAP / 2, box.top(), 1, box.height())
            sides = number * 2 == len(columns)
            painter.fillRect(line, QColor(tokens.stroke if sides else tokens.line))
        if chosen:
            bar = QColor(tokens.accent_text if self._view.hasFocus() else tokens.stroke)
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), bar)
        painter.setPen(QColor(tokens.text))
        for place in self._layout(index).boxes:
            place.text.draw(painter, box.topLeft() + QPointF(place.x, place.y))
        painter.restore()

    def _layout(self, index: QModelIndex | QPersistentModelIndex) -> Laid:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._laid.clear()
        if index.row() not in self._laid:
            self._laid[index.row()] = self._lay(index.data(PAIR))
        return self._laid[index.row()]

    def _lay(self, pair: RowPair) -> Laid:
        tokens = current_tokens()
        boxes, height = list(_gutter(pair, tokens)), 0.0
        height = _bottom(boxes)
        columns = edges(self._width, len(self._languages))
        side = (len(columns) - 1) // 2
        for place, row in enumerate((pair.left, pair.right)):
            y: float = _OVER
            for number, language in enumerate(self._languages):
                at = place * side + (number if side > 1 else 0)
                width = columns[at + 1] - columns[at] - GAP
                made = _cell(pair, row, language, left=not place, tokens=tokens)
                made = _set(made, width)
                boxes.append(Box(columns[at], y, made))
                bottom = y + made.boundingRect().height()
                height = max(height, bottom)
                y = _OVER if side > 1 else bottom + (_BETWEEN if made.text() else 0)
        return Laid(tuple(boxes), round(height + _OVER))


def _bottom(boxes: Sequence[Box]) -> float:
    return max(box.y + box.text.boundingRect().height() for box in boxes)


def _gutter(pair: RowPair, tokens: Tokens) -> Iterator[Box]:
    """Yield where a row stands and, in words, what became of it."""
    width = GUTTER - PAD - GAP
    place = QTextLayout(screen_side(pair.place), font(TextRole.LABEL))
    place.setFormats([_format(0, len(place.text()), QTextCharFormat(), tokens.text)])
    place = _set(place, width)
    yield Box(PAD, _OVER, place)
    if pair.change is Change.SAME:
        return
    said = QTextLayout(f"{SIGNS[pair.change]} {pair_words(pair)}", font(TextRole.SMALL))
    colour = ink(tokens, TONES[pair.change]).text
    said.setFormats([_format(0, len(said.text()), QTextCharFormat(), colour)])
    yield Box(PAD, _OVER + place.boundingRect().height() + 2, _set(said, width))


def _cell(
    pair: RowPair, row: PlacedRow | None, language: int, *, left: bool, tokens: Tokens
) -> QTextLayout:
    """Return the words of one side in one language, with the number that stands before them."""
    if row is None or (pair.change is Change.LEFT and not left):
        return QTextLayout("", clause_font())
    gone = Fate.ADDED if left else Fate.REMOVED
    parts = [part for part in pair.parts[language] if part.fate is not gone]
    if pair.change is Change.LEFT:
        parts = [Part(row.texts[language])]
    marker = f"{row.marker[language]} " if row.marker[language] else ""
    made = QTextLayout(marker + "".join(_shown(part) for part in parts), clause_font())
    strong = QTextCharFormat()
    strong.setFontWeight(700)
    plain = tokens.text2 if pair.change is Change.LEFT else tokens.text
    formats, at = [_format(0, len(marker), strong, plain)], len(marker)
    for part in parts:
        length = len(_shown(part))
        formats.append(_part(at, length, part.fate, tokens, plain))
        at += length
    made.setFormats(formats)
    return made


def _shown(part: Part) -> str:
    """Return words as one layout takes them: its lines end where the text's do."""
    return part.text.replace("\n", "\N{LINE SEPARATOR}")


def _part(at: int, length: int, fate: Fate, tokens: Tokens, plain: str) -> QTextLayout.FormatRange:
    look, colour = QTextCharFormat(), plain
    if fate is Fate.REMOVED:
        look.setFontStrikeOut(True)
        look.setBackground(QColor(tokens.bad_soft))
        colour = tokens.bad
    elif fate is Fate.ADDED:
        look.setFontUnderline(True)
        look.setBackground(QColor(tokens.ok_soft))
        colour = tokens.ok
    return _format(at, length, look, colour)


def _format(at: int, length: int, look: QTextCharFormat, colour: str) -> QTextLayout.FormatRange:
    look.setForeground(QColor(colour))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = at, length, look
    return made


def _set(layout: QTextLayout, width: float) -> QTextLayout:
    """Break a text into lines of a width."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y, line = 0.0, layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, _NARROWEST))
        line.setPosition(QPointF(0, y))
        y += line.height() + 1
        line = layout.createLine()
    layout.endLayout()
    return layout
