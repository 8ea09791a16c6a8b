"""The foot of every page: which paper this is, which page, its code, and room for initials."""

from typing import NamedTuple

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.foot_words import FootWords
from kunjungan.documents.parts.parafs import Parafs
from kunjungan.documents.parts.qr import CODE_SIDE, draw_code
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import filled_lines, line_width, single_line
from kunjungan.documents.setting.faces import FaceCase
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, Sheet

_SIZE, _LEAD, _TIGHT_LEAD = 6.8, 8.3, 7.6
_CAPITALS = 5.0
"""From the top of the foot to its first baseline."""
_ROOMY = 4
"""Up to so many lines stand at ease beside the boxes."""
_BESIDE_CODE, _BESIDE_BOXES, _BETWEEN = 3 * MM, 4 * MM, 4 * MM
_UNDER_WORDS = 2 * MM
_HANGING = 1.5 * MM
"""So far may words beside the boxes hang below them."""
_NARROW = 45 * MM
"""Beside less than this no more than a few lines stand."""
_GREY, _PALE = 0.25, 0.45
_UNDER_RULE = 2 * MM
_WIDEST_PAGE = 888


class _Word(NamedTuple):
    """A line of the foot, how far right of its edge it stands, and how grey it is."""

    line: Line
    grey: float
    at: float = 0.0
    beside: bool = False
    """True when it stands on the line of the word before it."""


class Foot:
    """The foot of one text of a paper.

    Its words stand between the code and the boxes for initials; where they would need more height
    than those, title and state stand over both in lines as wide as the text. None is ever cut.
    """

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self._faces = faces
        self._said = FootWords(content)
        self._left, self._right = sheet.left, sheet.right
        self._parafs = Parafs(faces, sheet, content)
        self._words_at = sheet.left + CODE_SIDE + _BESIDE_CODE
        boxes = self._parafs.width + _BESIDE_BOXES if self._parafs.width else 0.0
        self._room = sheet.right - boxes - self._words_at
        things = max(CODE_SIDE, self._parafs.height)
        tail = self._tail(_WIDEST_PAGE, _WIDEST_PAGE)
        beside = [*self._words(self._room), *tail]
        self._over = _height(beside) > things + _HANGING or (
            self._room < _NARROW and len(beside) > _ROOMY + 1
        )
        self._stack = self._words(sheet.right - sheet.left if self._over else self._room)
        over = _height(self._stack) + _UNDER_WORDS if self._over else 0.0
        self.height = over + max(things, _height(tail if self._over else [*self._stack, *tail]))
        """In points, without the rule over it."""
        self._top = sheet.over(self.height).foot_top
        self._things_top = self._top - over

    def draw(self, ink: Ink, page: int, pages: int, mark: str, *, initials: bool) -> None:
        """Draw the foot of a page with that mark; the signature page needs no initials."""
        canvas = ink.canvas
        canvas.setLineWidth(0.4)
        canvas.setStrokeGray(_PALE)
        rule = self._top + _UNDER_RULE
        canvas.line(self._left, rule, self._right, rule)
        canvas.setStrokeGray(0)
        draw_code(ink, str(self._said.code(page, mark)), self._left, self._things_top)
        tail = self._tail(page, pages)
        if self._over:
            _draw(ink, self._stack, self._left, self._top)
            _draw(ink, tail, self._words_at, self._things_top)
        else:
            _draw(ink, [*self._stack, *tail], self._words_at, self._top)
        if initials:
            self._parafs.draw(ink, self._things_top)
        canvas.setFillGray(0)

    def _words(self, width: float) -> list[_Word]:
        """Return the title and what this print is, in lines of a width."""
        states = (word for text in self._said.states for word in self._filled(text, _PALE, width))
        return [*self._filled(self._said.title, _GREY, width), *states]

    def _tail(self, page: int, pages: int) -> list[_Word]:
        """Return the reference and, at the other end of its line or under it, the page."""
        numbered = self._said.page(page, pages)
        reference = self._filled(self._said.reference, _PALE, self._room)
        line = single_line(self._faces, numbered, "foot", _SIZE)
        at = self._room - line_width(self._faces, line)
        if line_width(self._faces, reference[-1].line) + _BETWEEN <= at:
            return [*reference, _Word(line, _GREY, at, beside=True)]
        return [*reference, *self._filled(numbered, _GREY, self._room)]

    def _filled(self, text: str, grey: float, width: float) -> list[_Word]:
        lines = filled_lines(self._faces, text, "foot", _SIZE, width)
        return [_Word(line, grey) for line in lines]


def _lead(words: list[_Word]) -> float:
    lines = sum(not word.beside for word in words)
    return _LEAD if lines <= _ROOMY else _TIGHT_LEAD


def _height(words: list[_Word]) -> float:
    """Return the height of lines from the capitals of the first to the last baseline."""
    return _CAPITALS + (sum(not word.beside for word in words) - 1) * _lead(words)


def _draw(ink: Ink, words: list[_Word], x: float, top: float) -> None:
    lead = _lead(words)
    y = top - _CAPITALS + lead
    for word in words:
        y -= 0.0 if word.beside else lead
        ink.canvas.setFillGray(word.grey)
        ink.line(x + word.at, y, word.line)
