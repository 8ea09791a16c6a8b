"""The head of an agreement at home: emblems, the title, the numbers, a double rule."""

from collections.abc import Iterator
from functools import partial

from typing_extensions import override

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.emblems import Emblems
from kunjungan.documents.parts.head_flow import HeadFlow
from kunjungan.documents.parts.number_lines import NumberLines
from kunjungan.documents.parts.titles import Setter, title_items
from kunjungan.documents.parts.translation_note import TranslationNote
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.faces import FaceCase, FaceKey
from kunjungan.documents.setting.lines import Line
from kunjungan.documents.sheet import MM, Sheet

_KIND, _TITLE, _SECOND, _NUMBER = 13.0, 10.5, 9.5, 10.0
_TITLE_LEAD, _SECOND_LEAD = 15.2, 13.0
"""For two columns; a single one has its type 1.08 times as large."""
_ALONE = 1.08
_OVER_SECOND, _OVER_NUMBERS = 3 * MM, 2.5 * MM
_UNDER_EMBLEMS = 5 * MM
_OVER_RULES, _UNDER_RULES = 4.5 * MM, 2.5 * MM
_RULES = ((0.6, 0.0), (1.6, 2.6))
"""The two rules under the head: how thick, how far below the first; in points."""


class HomeHead(HeadFlow):
    """The head of one agreement at home; the second language stands under the first."""

    def __init__(
        self, faces: FaceCase, sheet: Sheet, content: AgreementContent, scale: float
    ) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._content = content
        self._setter = Setter(faces)
        self._scale = scale * (1.0 if sheet.columns > 1 else _ALONE)
        self._add_emblems()
        for line, down in self._first():
            self._add_title(line, down, content.languages[0])
        if len(content.languages) > 1:
            self.skip(_OVER_SECOND)
            for line in self._second():
                self._add_title(line, _SECOND_LEAD * self._scale, content.languages[1])
        self.skip(_OVER_NUMBERS)
        width = sheet.right - sheet.left
        for height, draw in NumberLines(faces, content, _NUMBER * self._scale, width).strips():
            self.add(height, partial(draw, sheet.middle))
        self.down_to(self.clear)
        self.skip(_OVER_RULES)
        self.add(_RULES[-1][1], self._draw_rules)
        self.skip(_UNDER_RULES)

    @property
    @override
    def cut(self) -> list[str]:
        return self._setter.cut

    def _add_emblems(self) -> None:
        note = TranslationNote(self._sheet, self._content)
        self.add(note.height, note.draw)
        self._emblems = emblems = Emblems(self._sheet, self._content)
        top = self.add(0.0 if emblems.beside else emblems.height, emblems.draw)
        self.clear = top - emblems.height
        if emblems.height and not emblems.beside:
            self.skip(_UNDER_EMBLEMS)

    def _add_title(self, line: Line, down: float, language: str) -> None:
        def draw(ink: Ink, top: float) -> None:
            with ink.tagged("H1", language, key="title"):
                ink.centred(self._sheet.middle, top - down, line)

        self.add(down, draw)

    def _draw_rules(self, ink: Ink, top: float) -> None:
        with ink.artifact():
            for width, below in _RULES:
                ink.canvas.setLineWidth(width)
                ink.canvas.line(self._sheet.left, top - below, self._sheet.right, top - below)

    def _first(self) -> Iterator[tuple[Line, float]]:
        """Yield the title in the first language, every part on lines of its own."""
        width = self._sheet.right - self._sheet.left - self._emblems.narrower
        for item in title_items(self._content, 0, running=True):
            size, down = (_KIND, _KIND) if item.kind else (_TITLE, _TITLE_LEAD)
            for line in self._setter.lines(item.texts, "bold", size * self._scale, width):
                yield line, down * self._scale

    def _second(self) -> list[Line]:
        """Return the title in the second language, small; names and subject run on."""
        content = self._content
        wide = (self._sheet.right - self._sheet.left) * 0.86
        *others, last = [party.government[1] for party in content.parties] or [""]
        mark = ";" if any("," in name for name in (*others, last)) else ","
        commas = [f"{name}{mark}" for name in others[:-1]] + others[-1:]
        names = [*commas, f"{content.joining[1].lower()} {last}" if others else last]
        names[0] = f"{content.between[1].lower()} {names[0]}"
        texts: list[tuple[list[str], FaceKey]] = [
            ([content.title[1].upper()], "bold_italic"),
            (names, "italic"),
            ([f"{content.about[1].lower()} {content.subject[1]}"], "italic"),
        ]
        size = _SECOND * self._scale
        return [line for words, key in texts for line in self._setter.lines(words, key, size, wide)]
