"""Turns rich text into lines: words, their pieces, the best breaks, and the space in each line."""

import re
from collections import OrderedDict
from typing import NamedTuple

from kunjungan.documents.setting.breaking import best_cuts
from kunjungan.documents.setting.faces import NO_BREAK, FaceCase, FaceKey, Fragment, printable
from kunjungan.documents.setting.galley import DRAWN, SPACE, TIE, Galley
from kunjungan.documents.setting.lines import Line, set_line
from kunjungan.documents.setting.pieces import Cutter
from kunjungan.documents.setting.scripts.bidi import leftward
from kunjungan.documents.setting.ties import DRAWING, draws, tied_spaces
from kunjungan.domain.richtext import Rich, Span, plain

_SPACES = re.compile(r"[ \t\r\f\v]{2,}|[\t\r\f\v]")
"""White that is not one space."""
_GAP = re.compile(f"[ {NO_BREAK}]")
_KEPT = 4_000


class Style(NamedTuple):
    """How a paragraph is set: its language, type size and column, both in points."""

    language: str
    size: float
    measure: float
    slanted: bool = False
    """True for the second of two columns (UX section 6)."""

    @property
    def thousandths(self) -> float:
        """The column in thousandths of the type size."""
        return self.measure * 1000 / self.size


class Compositor:
    """Sets paragraphs, and keeps the lines of those it has set before."""

    def __init__(self, faces: FaceCase) -> None:
        self._faces = faces
        self._cutter = Cutter(faces)
        self._kept: OrderedDict[tuple[Rich, Style], tuple[Line, ...]] = OrderedDict()

    def lines(self, text: Rich, style: Style) -> tuple[Line, ...]:
        """Return the lines of a text; its own line ends stay, an empty text has no line."""
        name = (text, style)
        known = self._kept.get(name)
        if known is not None:
            self._kept.move_to_end(name)
            return known
        if len(self._kept) >= _KEPT:
            self._kept.popitem(last=False)
        lines = tuple(line for part in paragraphs(text) for line in self._paragraph(part, style))
        self._kept[name] = lines
        return lines

    def forget(self) -> None:
        """Let go of all lines; the words seen stay known."""
        self._kept.clear()

    def _paragraph(self, text: Rich, style: Style) -> list[Line]:
        galley = self.galley(text, style)
        cuts = best_cuts(galley, style.thousandths) if galley.atoms else []
        return [set_line(galley, cut, style.measure, style.size) for cut in cuts]

    def galley(self, text: Rich, style: Style) -> Galley:
        """Return one paragraph ready to be cut into lines."""
        words, kinds = _words(_tidy(text), style.slanted)
        galley = Galley(leftward=leftward(style.language))
        cutter, measure = self._cutter, style.thousandths
        for number, word in enumerate(words):
            pieces = cutter.pieces(word, style.language, measure)
            galley.add_word(pieces, kinds.get(number, SPACE))
        galley.close()
        return galley


def face_of(span: Span, slanted: bool) -> FaceKey:
    """Return the face of a span; what is marked as italic in a slanted text stands upright."""
    italic = span.italic != slanted
    if span.bold:
        return "bold_italic" if italic else "bold"
    return "italic" if italic else "regular"


def paragraphs(text: Rich) -> list[Rich]:
    """Split a text at its own line ends."""
    parts: list[list[Span]] = [[]]
    for span in text:
        for number, line in enumerate(span.text.replace("\r\n", "\n").split("\n")):
            if number:
                parts.append([])
            parts[-1].append(Span(line, span.bold, span.italic))
    return [tuple(part) for part in parts]


def _tidy(text: Rich) -> Rich:
    """Return a text with single spaces between its words and none at its ends."""
    tidy: list[Span] = []
    for span in text:
        words = _SPACES.sub(" ", printable(span.text))
        if not tidy or tidy[-1].text.endswith(" "):
            words = words.lstrip(" ")
        if words:
            tidy.append(Span(words, span.bold, span.italic))
    if tidy and tidy[-1].text.endswith(" "):
        tidy[-1] = Span(tidy[-1].text.rstrip(" "), tidy[-1].bold, tidy[-1].italic)
    return tuple(tidy)


def _words(text: Rich, slanted: bool) -> tuple[list[list[Fragment]], dict[int, int]]:
    """Split a tidy text into words; also name the kind of the spaces that are no usual ones."""
    ties = tied_spaces(plain(text))
    words: list[list[Fragment]] = []
    kinds, at, word, before = dict[int, int](), 0, list[Fragment](), ""
    for span in text:
        key = face_of(span, slanted)
        for number, part in enumerate(_GAP.split(span.text)):
            if number:
                if word:
                    words.append(word)
                    word, before = [], word[-1][1]
                if at in ties:
                    kinds[len(words)] = TIE
                at += 1
            if part:
                if before in DRAWING and not word and draws(before, part):
                    kinds.setdefault(len(words), DRAWN)
                word.append((key, part))
                at += len(part)
    return [*words, word] if word else words, kinds
