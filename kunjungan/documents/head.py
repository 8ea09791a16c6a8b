"""The head of the first page: emblems, the title in both languages, the numbers, a double rule."""

import re
from dataclasses import dataclass

from kunjungan.documents import phrases
from kunjungan.documents.centred import balanced_lines, line_width, single_line
from kunjungan.documents.content import AgreementContent
from kunjungan.documents.faces import FaceCase, FaceKey
from kunjungan.documents.ink import Ink
from kunjungan.documents.lines import Line
from kunjungan.documents.sheet import LOGO_HEIGHT, LOGO_WIDTH, MM, Sheet
from kunjungan.documents.shield import draw_emblem

_KIND, _TITLE, _ENGLISH, _NUMBER = 13.0, 10.5, 9.5, 10.0
_TITLE_LEAD, _ENGLISH_LEAD, _NUMBER_LEAD = 15.2, 13.0, 14.0
_RULES = ((0.6, 0.0), (1.6, 2.6))
"""The two rules under the head: how thick, how far below the first; in points."""

_PARTS = re.compile(r"[^/]+/?|/")
_BLANK = 62 * MM
"""The rule on which a number is written by hand, of the same width for every party."""


@dataclass(slots=True)
class _Set:
    """A line of the head and how far under the line above it stands."""

    line: Line
    lead: float


class Head:
    """The head of one agreement, set when made and drawn when asked."""

    def __init__(self, faces: FaceCase, sheet: Sheet, content: AgreementContent) -> None:
        self._faces = faces
        self._sheet = sheet
        self._content = content
        self._row = content.logos and len(content.parties) > 2
        """True when the emblems stand in a row above the title: more than two of them."""
        self._lines = self._title()
        emblems = sheet.top - (LOGO_HEIGHT if content.logos else 0.0)
        self._title_top = emblems - 5 * MM if self._row else sheet.top
        self._numbers_top = self._title_top - sum(part.lead for part in self._lines) - 2.5 * MM
        self._label = self._number(f"{phrases.NUMBER.id} /")
        self._english_label = single_line(faces, phrases.NUMBER.en, "italic", _NUMBER)
        parties = content.parties if content.numbers else ()
        self._numbers = [self._number_lines(party.number) for party in parties]
        lines = sum(map(len, self._numbers))
        self._rule = min(self._numbers_top - lines * _NUMBER_LEAD, emblems) - 4.5 * MM

    @property
    def bottom(self) -> float:
        """Where the body begins, before the first row's own white."""
        return self._rule - _RULES[-1][1] - 2.5 * MM

    def draw(self, ink: Ink) -> None:
        """Draw the head on the current page."""
        if self._content.logos and self._content.parties:
            self._draw_emblems(ink)
        y = self._title_top
        for part in self._lines:
            y -= part.lead
            ink.centred(self._sheet.middle, y, part.line)
        if self._content.numbers:
            self._draw_numbers(ink)
        for width, below in _RULES:
            ink.canvas.setLineWidth(width)
            y = self._rule - below
            ink.canvas.line(self._sheet.left, y, self._sheet.right, y)

    def _title(self) -> list[_Set]:
        content = self._content
        narrow = self._sheet.right - self._sheet.left
        if content.logos and not self._row:
            narrow -= 2 * (LOGO_WIDTH + 6 * MM)
        lines = self._block(content.title.id.upper(), "bold", _KIND, narrow, 13.0)
        for text in self._indonesian():
            lines += self._block(text.upper(), "bold", _TITLE, narrow, _TITLE_LEAD)
        wide = (self._sheet.right - self._sheet.left) * 0.86
        english = self._block(content.title.en.upper(), "bold_italic", _ENGLISH, narrow, 0.0)
        for text in self._english():
            english += self._block(text, "italic", _ENGLISH, wide, 0.0)
        for number, part in enumerate(english):
            part.lead = _ENGLISH_LEAD if number else _ENGLISH_LEAD + 3 * MM
        return lines + english

    def _indonesian(self) -> list[str]:
        first, second = (side.id for side in self._content.connective)
        names = [party.government.id for party in self._content.parties]
        listed = [f"{name}," for name in names[:-2]] + names[-2:-1]
        end = [second, *names[-1:]] if len(names) > 1 else names
        return [first, *listed, *end, phrases.ABOUT.id, self._content.subject.id]

    def _english(self) -> list[str]:
        first, second = (side.en.lower() for side in self._content.connective)
        names = [party.government.en for party in self._content.parties]
        parties = f"{', '.join(names[:-1])} {second} {names[-1]}" if names[1:] else "".join(names)
        return [f"{first} {parties}", f"{phrases.ABOUT.en} {self._content.subject.en}"]

    def _block(self, text: str, key: FaceKey, size: float, width: float, lead: float) -> list[_Set]:
        lines = balanced_lines(self._faces, text, key, size, width)
        return [_Set(line, lead) for line in lines]

    def _draw_emblems(self, ink: Ink) -> None:
        count, sheet = len(self._content.parties), self._sheet
        room = sheet.right - sheet.left
        width = min(LOGO_WIDTH, room / count - 3 * MM)
        step = (room - width) / max(1, count - 1)
        if self._row:
            step = min(step, width + 18 * MM)
        start = sheet.middle - (step * (count - 1) + width) / 2
        for number, party in enumerate(self._content.parties):
            draw_emblem(ink, party, start + number * step, sheet.top, width)

    @property
    def _number_at(self) -> float:
        """How far right of its label's beginning a number begins."""
        label = self._width(self._label) + self._label.space
        return label + self._width(self._english_label) + 12

    def _draw_numbers(self, ink: Ink) -> None:
        widest = max((self._width(line) for part in self._numbers for line in part), default=0)
        left = self._sheet.middle - (self._number_at + widest) / 2
        at, y = left + self._number_at, self._numbers_top
        for lines in self._numbers:
            ink.line(left, y - _NUMBER_LEAD, self._label)
            english = left + self._width(self._label) + self._label.space
            ink.line(english, y - _NUMBER_LEAD, self._english_label)
            ink.text(at - 8, y - _NUMBER_LEAD, ":", "regular", _NUMBER)
            for line in lines:
                y -= _NUMBER_LEAD
                if line.words:
                    ink.line(at, y, line)
                else:
                    ink.canvas.setLineWidth(0.5)
                    ink.canvas.line(at, y - 1.5, at + _BLANK, y - 1.5)

    def _number_lines(self, text: str | None) -> list[Line]:
        """Return a number's lines: one, or more where it is long, broken after its strokes."""
        room = self._sheet.right - self._sheet.left - self._number_at
        rows = [""]
        for part in _PARTS.findall(text or ""):
            if rows[-1] and self._width(self._number(rows[-1] + part)) > room:
                rows.append("")
            rows[-1] += part
        found = [
            line
            for row in rows
            for line in balanced_lines(self._faces, row, "regular", _NUMBER, room)
        ]
        return found or [self._number(None)]

    def _number(self, text: str | None) -> Line:
        return single_line(self._faces, text or "", "regular", _NUMBER)

    def _width(self, line: Line) -> float:
        return line_width(self._faces, line) if line.words else _BLANK
