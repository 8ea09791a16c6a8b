"""Bands of signatures: cells side by side, level with each other, that no page divides."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from kunjungan.documents.content import AgreementContent, PartyBlock, State, Texts, WitnessBlock
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import balanced_lines, line_width, single_line, too_wide
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, Sheet, sheet_for

_BETWEEN = 4.0
"""White between the lines of a cell that say different things, in points."""
_BESIDE = 5 * MM
"""White between the words of neighbouring cells."""
_ACROSS = 3
_UNDER = 7 * MM
_COMMA = re.compile("(?<=,) ")
_MARK_OVER_NAME = 1.2
"""How far above the name the mark of a signature stands, in lines."""
_SIGNED = {"id": "(ttd.)"}
"""What stands for a signature in a text of which the original is signed (office practice)."""
_SIGNED_ELSE = "/s/"

_Lines = Callable[[str, FaceKey, float], list[Line]]
"""What sets a text in a face, in lines of a width."""

Stack = tuple[tuple[str, tuple[Line, ...]], ...]
"""Lines one under the other, those of each language after its code."""


@dataclass(frozen=True, slots=True)
class Place:
    """The room of one cell in the width of the page, in points."""

    middle: float
    width: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.middle - self.width / 2


def places(sheet: Sheet, content: AgreementContent, count: int) -> list[list[Place]]:
    """Return the places of so many signatories, band after band.

    Two stand under the columns, four two by two, more of them three across the widest text that
    the paper can have. Bands are as even as can be, so that nobody stands alone in the last.
    """
    if count in (2, 4):
        return [_halves(sheet)] * (count // 2)
    wide = sheet_for(content.paper)
    width = (wide.right - wide.left) / min(_ACROSS, max(1, count))
    bands = ceil(count / _ACROSS)
    return [
        [Place(wide.middle + (at - (across - 1) / 2) * width, width) for at in range(across)]
        for across in (count // bands + (band < count % bands) for band in range(bands))
    ]


def _halves(sheet: Sheet) -> list[Place]:
    """Return two places, each as wide as its half of the text."""
    if sheet.columns == 1:
        width = (sheet.right - sheet.left) / 2
        return [Place(sheet.middle + side * width / 2, width) for side in (-1, 1)]
    return [Place(sheet.edge(column) + sheet.measure / 2, sheet.measure) for column in (0, 1)]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one signatory: above the room to sign, in it, and below it."""

    place: Place
    above: tuple[Stack, ...]
    within: Stack
    below: tuple[Stack, ...]
    party: int
    """The party's number in printed order, from 1; 0 for a witness."""
    name: str
    cut: tuple[str, ...] = ()
    """Texts with a word that is wider than the cell, and therefore cut."""


class CellSetter:
    """Sets the words of cells in each language of the paper, once where they are the same.

    At home the office stands above the room to sign, abroad under the name (treaty practice).
    A translation has no room to sign: its names stand behind "(ttd.)" or "/s/". A copy has the
    same room as its original, so that its pages end alike, but the mark stands in it: an empty
    room could be signed, and no official may take an agreement that is signed without the duty
    paid (UU 10/2020 art 21).
    """

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self.signed = any(content.official) and content.state is not State.TRANSLATION
        self._faces = faces
        self._size = sheet.size
        self._languages = content.languages
        self._copy = content.state is State.COPY
        self._abroad = not content.logos

    def cell(self, place: Place, who: PartyBlock | WitnessBlock, party: int = 0) -> Cell:
        """Return the cell of a party, or of a witness."""
        width = place.width - _BESIDE
        said = (*who.name, *who.office)
        label: tuple[Stack, ...] = ()
        if isinstance(who, PartyBlock):
            said = (*said, *who.label)
            label = (self.caption(who.label, width),)
        plain: tuple[FaceKey, FaceKey] = ("regular", "italic")
        office = (self._stack(who.office, plain, width, self._lines),)
        name = (self._stack(who.name, ("bold", "bold_italic"), width, self._name),)
        mark = (signed_mark(self._languages[0]),) if self._copy and self.signed else ()
        within = self._stack(mark, plain, width, self._lines)
        above, below = (label, name + office) if self._abroad else (label + office, name)
        cut = tuple(text for text in dict.fromkeys(said) if self._too_wide(text, width))
        return Cell(place, above, within, below, party, who.name[0], cut)

    def caption(self, texts: Texts, width: float) -> Stack:
        """Return the lines over signatures, the second language in lighter letters."""
        return self._stack(texts, ("bold", "italic"), width, self._label)

    def _stack(
        self, texts: Texts, keys: tuple[FaceKey, FaceKey], width: float, lines: _Lines
    ) -> Stack:
        """Return the lines of a text in each language, the later ones in the second face."""
        return tuple(
            (self._languages[at], tuple(lines(text, keys[min(at, 1)], width)))
            for at, text in enumerate(texts)
            if text.strip() and text not in texts[:at]
        )

    def _lines(self, text: str, key: FaceKey, width: float) -> list[Line]:
        return balanced_lines(self._faces, text, key, self._size, width)

    def _too_wide(self, text: str, width: float) -> bool:
        return too_wide(self._faces, text, "bold", self._size, width)

    def _label(self, text: str, key: FaceKey, width: float) -> list[Line]:
        """Return a label's lines; where there are many, province and country have their own."""
        lines = self._lines(text, key, width)
        parts = [line for part in _COMMA.split(text) for line in self._lines(part, key, width)]
        return parts if 1 < len(lines) >= len(parts) - 1 else lines

    def _name(self, text: str, key: FaceKey, width: float) -> list[Line]:
        """Return a name's lines, divided before the titles behind it rather than within it."""
        mark = "" if self.signed else f"{signed_mark(self._languages[0])} "
        line = single_line(self._faces, mark + text, key, self._size)
        if line_width(self._faces, line) <= width:
            return [line]
        parts = filter(None, (mark, *_COMMA.split(text, 1)))
        return [line for part in parts for line in self._lines(part, key, width)]


def signed_mark(language: str) -> str:
    """Return what stands for a signature where none is given."""
    return _SIGNED.get(language, _SIGNED_ELSE)


class Band:
    """Cells side by side with as much room to sign, or none; heights in points."""

    def __init__(
        self, cells: Sequence[Cell], sheet: Sheet, room: float, caption: Stack = ()
    ) -> None:
        """Take the room to sign, and what is said above all cells together."""
        self.cells = cells
        self.under = _UNDER
        """White under the band."""
        self._sheet = sheet
        self._caption = caption
        self._captioned = self._height(caption)
        self._above = self._high([cell.above for cell in cells])
        self._below = self._high([cell.below for cell in cells])
        self._room = room

    @property
    def height(self) -> float:
        """The height of the band with the white under it."""
        return self.room_top + self._room + sum(self._below) + self.under

    @property
    def room_top(self) -> float:
        """How far below the band's top the room to sign begins."""
        return self._captioned + sum(self._above)

    def draw(self, ink: Ink, top: float) -> None:
        """Draw the words of all cells, one cell after the other."""
        self._draw(ink, self._sheet.middle, top, self._caption, "P")
        for cell in self.cells:
            role = "Sign" if cell.party else "P"
            for stack, y in self._stacks(cell, top):
                self._draw(ink, cell.place.middle, y, stack, role)
                role = "P"

    def _stacks(self, cell: Cell, top: float) -> Iterator[tuple[Stack, float]]:
        """Yield all that is said of a signatory from top to bottom, each with its upper edge."""
        y = top - self._captioned
        for stack, high in zip(cell.above, self._above, strict=True):
            yield stack, y
            y -= high
        y -= self._room
        yield cell.within, y + _MARK_OVER_NAME * self._sheet.lead
        for stack, high in zip(cell.below, self._below, strict=True):
            yield stack, y
            y -= high

    def _high(self, cells: Sequence[tuple[Stack, ...]]) -> list[float]:
        """Return how high each kind of words is in the cell that has most of them."""
        return [max(map(self._height, same)) for same in zip(*cells, strict=True)]

    def _height(self, stack: Stack) -> float:
        lines = sum(len(lines) for _, lines in stack)
        return lines * self._sheet.lead + _BETWEEN if lines else 0.0

    def _draw(self, ink: Ink, middle: float, top: float, stack: Stack, role: str) -> None:
        y = top - self._sheet.ascent
        for language, lines in stack:
            with ink.tagged(role, language):
                for line in lines:
                    ink.centred(middle, y, line)
                    y -= self._sheet.lead
