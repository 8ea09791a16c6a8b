"""The parts of a letter as strips of set lines that a page holds whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from kunjungan.documents.office.blocks import number_pieces
from kunjungan.documents.office.letter import LetterText
from kunjungan.documents.office.sheet import ASCENT, OfficeSheet
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import filled_lines, line_width
from kunjungan.documents.setting.compositor import Compositor, Style
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM
from kunjungan.domain.richtext import Span
from kunjungan.domain.visit_letters import Row, letter_parts

SIZE, LEAD = 11.0, 15.4
_GAP, _WIDE = 7.0, 15.0
"""White before a paragraph, and between the parts of a letter, in points."""
_COLON, _AFTER_LABEL = 4 * MM, 5 * MM
_INSET, _MARK = 10 * MM, 7 * MM
_SIGN_AT, _SIGNING_SPACE = 0.48, 24 * MM


@dataclass(frozen=True, slots=True)
class Said:
    """A set line from ``x``; ``part`` is one and the same for the lines of a paragraph."""

    x: float
    line: Line
    part: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines on one level, with the white over them; ``keep`` holds it on the page of the next."""

    said: tuple[Said, ...]
    over: float = 0.0
    lead: float = LEAD
    keep: bool = False

    @property
    def height(self) -> float:
        """Its height with the white over it."""
        return self.over + self.lead

    def draw(self, ink: Ink, top: float, language: str) -> None:
        """Draw it under ``top``."""
        for said in self.said:
            with ink.tagged("P", language, key=f"letter{said.part}{language}"):
                ink.line(said.x, top - self.over - ASCENT * said.line.size, said.line)


class LetterSetter:
    """Sets the words of one letter into strips."""

    def __init__(self, faces: FaceCase, sheet: OfficeSheet, text: LetterText) -> None:
        self._faces = faces
        self._sheet = sheet
        self._text = text
        self._compositor = Compositor(faces)
        self._parts = count()

    def strips(self) -> list[Strip]:
        """Return the letter under its head; the signature keeps the last lines of its text."""
        body = [strip for part in self._body() for strip in part]
        for at in range(max(0, len(body) - 2), len(body)):
            body[at] = replace(body[at], keep=True)
        return [*self._opening(), *body, *self._signature(), *self._copies()]

    def _opening(self) -> Iterator[Strip]:
        text = self._text
        if text.title:
            yield from self._title()
            return
        yield self._one(text.place_and_date, side="right", over=_WIDE)
        facts = tuple(Row(label, value) for label, value in text.facts)
        label = self._widest(facts)
        for number, row in enumerate(facts):
            over = _GAP if number == 0 else 0.0
            yield from self._labelled(row, self._sheet.left, label, over)
        yield from self._addressee()

    def _title(self) -> Iterator[Strip]:
        """Yield the title and its number in the middle (Permendagri 1/2023: surat tugas)."""
        label, number = self._text.facts[0]
        said: tuple[tuple[str, FaceKey], ...] = (
            (self._text.title, "bold"),
            (f"{label.upper()} {number}".strip(), "regular"),
        )
        for at, (words, face) in enumerate(said):
            over = _WIDE if at == 0 else 0.0
            for strip in self._filled(words, self._sheet.left, self._sheet.measure, over, face):
                yield replace(strip, said=tuple(map(self._centred, strip.said)), keep=True)

    def _centred(self, said: Said) -> Said:
        spare = self._sheet.measure - line_width(self._faces, said.line)
        return replace(said, x=self._sheet.left + spare / 2)

    def _addressee(self) -> Iterator[Strip]:
        text = self._text
        many = len(text.to) > 1
        wide = self._width(f"{text.salutation} ")
        left = self._sheet.left + wide
        rows = [Row(f"{number}." if many else "", to) for number, to in enumerate(text.to, 1)]
        for number, row in enumerate(rows):
            strips = self._marked(row, left, _MARK if many else 0.0, _WIDE if number == 0 else 0.0)
            if number == 0 and strips:
                yath = Said(self._sheet.left, self._line(text.salutation), next(self._parts))
                strips[0] = replace(strips[0], said=(yath, *strips[0].said))
            yield from (replace(strip, keep=True) for strip in strips)
        if text.to_place:
            for strip in self._filled(text.to_place, left, self._sheet.right - left):
                yield replace(strip, keep=True)

    def _body(self) -> Iterator[list[Strip]]:
        over = _WIDE
        for part, labelled in letter_parts(self._text.body):
            if isinstance(part, str):
                yield self._paragraph(part, over)
            else:
                yield from self._rows(part, over, labelled=labelled)
            over = _GAP

    def _rows(self, rows: tuple[Row, ...], over: float, *, labelled: bool) -> Iterator[list[Strip]]:
        """Yield rows with their edge inside that of the text."""
        left, label = self._sheet.left + _INSET, self._widest(rows)
        for number, row in enumerate(rows):
            white = over if number == 0 else 0.0
            if labelled:
                yield self._labelled(row, left, label, white)
            else:
                yield self._marked(row, left, _MARK, white)

    def _paragraph(self, text: str, over: float) -> list[Strip]:
        """Return a paragraph in full lines; no line of it stands alone on a page."""
        style = Style(self._text.language, SIZE, self._sheet.measure)
        lines = self._compositor.lines((Span(text),), style)
        part, last = next(self._parts), len(lines) - 1
        return [
            Strip(
                (Said(self._sheet.left, line, part),),
                over if at == 0 else 0.0,
                keep=at in {0, last - 1} and at < last,
            )
            for at, line in enumerate(lines)
        ]

    def _labelled(self, row: Row, left: float, label: float, over: float) -> list[Strip]:
        """Return a label, its colon in line with others, and a value as long as it is."""
        at = left + label + _COLON
        strips = self._filled(row.text or " ", at, self._sheet.right - at, over)
        heads = [
            Said(left, self._line(row.label), next(self._parts)),
            Said(left + label, self._line(":"), next(self._parts)),
        ]
        if not strips:
            return [Strip(tuple(heads), over)]
        first = replace(strips[0], said=(*heads, *strips[0].said))
        return [first, *strips[1:]]

    def _marked(self, row: Row, left: float, mark: float, over: float) -> list[Strip]:
        """Return words that hang behind a mark."""
        strips = self._filled(row.text, left + mark, self._sheet.right - left - mark, over)
        if row.label and strips:
            said = Said(left, self._line(row.label), next(self._parts))
            strips[0] = replace(strips[0], said=(said, *strips[0].said))
        return strips

    def _signature(self) -> Iterator[Strip]:
        signed, text_left = self._text.signature, self._sheet.left
        left = text_left + self._sheet.measure * _SIGN_AT
        width = self._sheet.right - left
        dated = (self._text.place_and_date,) if self._text.title else ()
        strips = [
            strip
            for number, words in enumerate((*dated, *signed.posts))
            for strip in self._filled(words, left, width, _WIDE + 6 if number == 0 else 0.0)
        ]
        for number, words in enumerate((signed.name, *signed.below)):
            face: FaceKey = "bold" if number == 0 else "regular"
            white = _SIGNING_SPACE if number == 0 else 0.0
            strips += self._filled(words, left, width, white, face)
        last = len(strips) - 1
        yield from (replace(strip, keep=at < last) for at, strip in enumerate(strips))

    def _copies(self) -> Iterator[Strip]:
        text = self._text
        if not text.copies:
            return
        yield self._one(text.copies_label, over=_WIDE, keep=True)
        for number, words in enumerate(text.copies, 1):
            yield from self._marked(Row(f"{number}.", words), self._sheet.left, _MARK, 0.0)

    def _one(
        self, words: str, *, side: str = "left", over: float = 0.0, keep: bool = False
    ) -> Strip:
        line = self._line(words)
        spare = self._sheet.measure - line_width(self._faces, line) if side == "right" else 0.0
        return Strip((Said(self._sheet.left + max(0.0, spare), line, next(self._parts)),), over,
                     keep=keep)  # fmt: skip

    def _filled(
        self, words: str, left: float, width: float, over: float = 0.0, face: FaceKey = "regular"
    ) -> list[Strip]:
        """Return words flush left in lines as full as they can be; nothing is cut."""
        lines: Sequence[Line] = [
            line
            for piece in number_pieces(self._faces, words, face, SIZE, width)
            for line in filled_lines(self._faces, piece, face, SIZE, width)
        ]
        part = next(self._parts)
        return [
            Strip((Said(left, line, part),), over if at == 0 else 0.0)
            for at, line in enumerate(lines)
        ]

    def _line(self, words: str) -> Line:
        lines = filled_lines(self._faces, words, "regular", SIZE, 10_000)
        return lines[0] if lines else Line((), SIZE, 0.0, 1.0, 1.0, 0.0, spaced=False)

    def _widest(self, rows: tuple[Row, ...]) -> float:
        """Return how wide the labels of some rows are together, at most half of the text."""
        widest = max(line_width(self._faces, self._line(row.label)) for row in rows)
        return min(widest + _AFTER_LABEL, self._sheet.measure / 2)

    def _width(self, words: str) -> float:
        return line_width(self._faces, self._line(words)) + 4
