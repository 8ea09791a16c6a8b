"""Sets signing cue cards as PDF: the table as the audience sees it, under it step after step."""

from collections.abc import Iterator
from dataclasses import dataclass

from kunjungan.documents.office.both_words import Sayer, both_lines, inline, sayer
from kunjungan.documents.office.flow import Level, draw_levels, height_of
from kunjungan.documents.office.pages import PAGE, Pages, SetPages
from kunjungan.documents.office.sheet import SIZE, OfficeSheet
from kunjungan.documents.office.signing_card import CardHand, CardStep, SigningCard, SigningCards
from kunjungan.documents.office.signing_table import SigningTable
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.bilingual import Bilingual

_TITLE, _ABOUT, _WORDS, _ORIGINAL, _WHERE = 14.0, 10.5, 10.5, 17.0, 10.0
_FACTS = (SIZE, 9.0, 8.5)
_NUMBER, _PAD, _TAG = 9 * MM, 5.0, 15.0
_LEAD, _OVER_NOTES = 1.28, 6.0
_AROUND = (_PAD, 3.5, 2.0)
"""White over and under a step: less of it where all steps fit on one page then."""


def signing_cards_pdf(cards: SigningCards) -> tuple[SetPages, dict[str, int]]:
    """Return the cards as PDF/A, and how many pages each has by its key."""
    width, height = (side * MM for side in cards.paper.size_mm)
    sheet = OfficeSheet(width, height, left=20 * MM, bottom=17 * MM)
    pages = Pages(FaceCase(), width, height)
    counts = {
        card.key: _Printer(pages, sheet, sayer(cards.language), card).print()
        for card in cards.cards
    }
    languages = ("id", "en") if cards.language == "both" else (cards.language,)
    title = inline(cards.cards[0].title)
    return pages.finished(title, cards.author, languages), counts


@dataclass(frozen=True, slots=True)
class _Row:
    """A step that is set: words over the whole width, or a stack of lines for each seat."""

    height: float
    words: tuple[Level, ...]
    hands: tuple[CardHand | None, ...]


class _Printer:
    """Prints one card."""

    def __init__(self, pages: Pages, sheet: OfficeSheet, say: Sayer, card: SigningCard) -> None:
        self._pages, self._ink, self._faces = pages, pages.ink, pages.ink.faces
        self._sheet, self._say, self._card = sheet, say, card
        self._column = (sheet.measure - _NUMBER) / max(1, len(card.seats))
        self._table = SigningTable(self._ink, sheet, (card.seats, card.flags), say)
        self._number = 0
        self._around = _PAD
        self._around = self._white()

    def print(self) -> int:
        """Print the card; return its pages."""
        sheet, card = self._sheet, self._card
        placed = list(self._placed())
        for page, rows in enumerate(placed, 1):
            top = sheet.top
            if page == 1:
                top = draw_levels(self._ink, self._opening(), top)
                self._table.draw(top)
                top -= self._table.height
            for row in rows:
                self._draw_row(row, top)
                top -= row.height
            if page == len(placed):
                draw_levels(self._ink, self._notes(), top)
            counted = self._say(PAGE.filled(page=page, pages=len(placed)))
            self._pages.end(sheet, card.foot, inline(counted))
        return len(placed)

    def _white(self) -> float:
        """Return the most white around steps with which the card has one page, else the usual."""
        sheet = self._sheet
        above = height_of(self._opening()) + self._table.height + height_of(self._notes())
        steps = sum(self._row(step).height for step in self._card.steps)
        over = above + steps - (sheet.top - sheet.bottom)
        saved = (2 * (_PAD - white) * len(self._card.steps) for white in _AROUND)
        pairs = zip(_AROUND, saved, strict=True)
        return next((white for white, spared in pairs if spared >= over), _PAD)

    def _placed(self) -> Iterator[list[_Row]]:
        """Yield the steps of each page; the notes stay with the last."""
        page = list[_Row]()
        left = (
            self._sheet.top - self._sheet.bottom - height_of(self._opening()) - self._table.height
        )
        rows = [self._row(step) for step in self._card.steps]
        for number, row in enumerate(rows, 1):
            notes = height_of(self._notes()) if number == len(rows) else 0.0
            if page and row.height + notes > left:
                yield page
                page, left = [], self._sheet.top - self._sheet.bottom
            page.append(row)
            left -= row.height
        yield page

    def _opening(self) -> list[Level]:
        """Return title, agreement and facts, all in the middle."""
        card, levels = self._card, list[Level]()
        for pair, key, size in ((card.title, "bold", _TITLE), (card.about, "regular", _ABOUT)):
            levels += self._centred(self._say(pair), key, size)
            levels.append(Level(3.0))
        facts = [self._say(value) for _, value in card.facts]
        words = Bilingual(
            " · ".join(each.id for each in facts), " · ".join(each.en for each in facts)
        )
        levels += self._centred(words, "regular", self._fact_size(words))
        return [*levels, Level(9.0)]

    def _fact_size(self, words: Bilingual) -> float:
        """Return the size at which each language stands on one line, or the smallest."""
        for size in _FACTS:
            lines = [
                single_line(self._faces, each, "regular", size) for each in (words.id, words.en)
            ]
            if all(line_width(self._faces, line) <= self._sheet.measure for line in lines):
                return size
        return _FACTS[-1]

    def _centred(self, pair: Bilingual, key: FaceKey, size: float) -> Iterator[Level]:
        for line in both_lines(self._faces, pair, key, size, self._sheet.measure):
            x = self._sheet.middle - line_width(self._faces, line) / 2
            yield Level(size * _LEAD, ((x, line),), "H1" if key == "bold" else "P")

    def _notes(self) -> list[Level]:
        width = self._sheet.measure
        lines = [
            line
            for note in self._card.notes
            for line in both_lines(self._faces, self._say(note), "regular", SIZE, width)
        ]
        levels = [Level(SIZE * _LEAD, ((self._sheet.left, line),)) for line in lines]
        return [Level(_OVER_NOTES), *levels] if levels else []

    def _row(self, step: CardStep) -> _Row:
        """Return a step set: a hand takes the room of its original, its side and its stamp."""
        left, width = self._sheet.left + _NUMBER, self._sheet.measure - _NUMBER
        words = tuple(
            Level(_WORDS * _LEAD, ((left, line),))
            for line in both_lines(self._faces, self._say(step.words), "regular", _WORDS, width)
        )
        hands = 0.0
        if step.hands:
            hands = max(map(self._high, step.hands)) + _PAD
        return _Row(height_of(words) + hands + 2 * self._around, words, step.hands)

    def _high(self, hand: CardHand | None) -> float:
        """Return how high the box of a hand is."""
        lines = _where(self._faces, self._say, hand, self._column)
        tag = _TAG + _PAD if hand is not None and hand.stamp.id else 0.0
        return _ORIGINAL * _LEAD + len(lines) * _WHERE * _LEAD + tag + 1.5 * _PAD

    def _draw_row(self, row: _Row, top: float) -> None:
        sheet, ink = self._sheet, self._ink
        self._number += 1
        with ink.artifact():
            ink.canvas.setLineWidth(0.4)
            ink.canvas.line(sheet.left, top, sheet.right, top)
        number = single_line(self._faces, f"{self._number}.", "bold", _WORDS)
        first, *rest = row.words
        draw_levels(ink, [first._replace(said=((sheet.left, number), *first.said)), *rest],
                    top - self._around)  # fmt: skip
        below = top - self._around - height_of(row.words) - _PAD
        for place, hand in enumerate(row.hands):
            left = sheet.left + _NUMBER + place * self._column
            if hand is not None:
                self._draw_hand(hand, left, below)

    def _draw_hand(self, hand: CardHand, left: float, top: float) -> None:
        """Draw what a hand signs in a box; over the stamp stands white on black."""
        ink, wide = self._ink, self._column - _PAD
        lines = _where(self._faces, self._say, hand, self._column)
        high = self._high(hand)
        with ink.artifact():
            ink.canvas.setLineWidth(1.2 if hand.over_stamp else 0.5)
            ink.canvas.roundRect(left, top - high, wide, high, 4)
        middle, y = left + wide / 2, top - _PAD / 2
        original = fitted(self._faces, inline(self._say(hand.original)), _ORIGINAL, wide - 8)
        y = _down(ink, middle, y, original, _ORIGINAL)
        for line in lines:
            y = _down(ink, middle, y, line, _WHERE)
        if hand.stamp.id:
            self._draw_tag(hand, left + _PAD, y - _PAD / 2, wide - 2 * _PAD)

    def _draw_tag(self, hand: CardHand, left: float, top: float, wide: float) -> None:
        ink, over = self._ink, hand.over_stamp
        with ink.artifact():
            ink.canvas.setLineWidth(0.5)
            ink.canvas.setFillGray(0 if over else 1)
            ink.canvas.roundRect(left, top - _TAG, wide, _TAG, 3, stroke=1, fill=1)
            ink.canvas.setFillGray(1 if over else 0)
        words = inline(self._say(hand.stamp))
        line = fitted(self._faces, words, _WHERE, wide - 8, "bold" if over else "regular")
        with ink.tagged("P", "id"):
            ink.centred(left + wide / 2, top - _TAG / 2 - line.size * 0.33, line)
        with ink.artifact():
            ink.canvas.setFillGray(0)


def fitted(faces: FaceCase, words: str, size: float, width: float, key: FaceKey = "bold") -> Line:
    """Return words on one line, in the largest size up to ``size`` that fits a width."""
    line = single_line(faces, words, key, size)
    natural = line_width(faces, line)
    return line if natural <= width else single_line(faces, words, key, size * width / natural)


def _where(faces: FaceCase, say: Sayer, hand: CardHand | None, width: float) -> list[Line]:
    if hand is None or not hand.where.id:
        return []
    return both_lines(faces, say(hand.where), "regular", _WHERE, width - 3 * _PAD)


def _down(ink: Ink, middle: float, y: float, line: Line, size: float) -> float:
    with ink.tagged("P", "id"):
        ink.centred(middle, y - size * 0.95, line)
    return y - size * _LEAD
