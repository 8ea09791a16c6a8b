"""Where the emblems of the parties stand: beside the title, or in rows above it."""

from math import ceil

from kunjungan.documents.content import AgreementContent
from kunjungan.documents.parts.shield import draw_emblem
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.faces import printable
from kunjungan.documents.sheet import LOGO_HEIGHT, LOGO_WIDTH, MM, Sheet

_IN_A_ROW = 6
"""So many emblems stand in one row; more are smaller and stand in rows of about equal length."""
_SMALLER = 17 * MM
_MOST_IN_A_ROW = 9
_FURTHEST, _NEAREST = 18 * MM, 4 * MM
"""The most and the least white between two emblems of a row."""
_BESIDE_TITLE = 6 * MM
_UNDER_ROW = 4 * MM


class Emblems:
    """The emblems of one paper, all equally high (PP 77/2007 art 14(2))."""

    def __init__(self, sheet: Sheet, content: AgreementContent) -> None:
        self._sheet = sheet
        self._language = content.languages[0]
        self._parties = content.parties if content.logos else ()
        count, room = len(self._parties), sheet.right - sheet.left
        crowded = count > _IN_A_ROW
        rows = ceil(count / _MOST_IN_A_ROW) + (crowded and count <= _MOST_IN_A_ROW)
        self._across = ceil(count / max(1, rows))
        widest = _SMALLER if crowded else LOGO_WIDTH
        shared = (room + _NEAREST) / max(1, self._across) - _NEAREST
        self._width = min(widest, shared)
        self._rows = rows
        self.beside = count == 2
        """True for two: they stand at the left and the right of the title."""

    @property
    def narrower(self) -> float:
        """What they take from the width of the title."""
        return 2 * (LOGO_WIDTH + _BESIDE_TITLE) if self.beside else 0.0

    @property
    def height(self) -> float:
        """Their height in points, with the white between their rows."""
        return self._rows * (self._high + _UNDER_ROW) - _UNDER_ROW if self._parties else 0.0

    def draw(self, ink: Ink, top: float) -> None:
        """Draw them with their upper edge at ``top``."""
        for row in range(self._rows):
            shown = self._parties[row * self._across : (row + 1) * self._across]
            step = self._step
            x = self._sheet.middle - (step * (len(shown) - 1) + self._width) / 2
            for number, party in enumerate(shown):
                alt = printable(f"Lambang {party.government[0]}")
                with ink.tagged("Figure", self._language, alt=alt):
                    draw_emblem(ink, party, x + number * step, top, self._width)
            top -= self._high + _UNDER_ROW

    @property
    def _high(self) -> float:
        return self._width * LOGO_HEIGHT / LOGO_WIDTH

    @property
    def _step(self) -> float:
        free = self._sheet.right - self._sheet.left - self._width
        even = free / max(1, self._across - 1)
        return even if self.beside else min(even, self._width + _FURTHEST)
