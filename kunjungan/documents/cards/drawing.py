"""What every card is drawn with: the ink, fitted words, emblems and colours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from kunjungan.documents.cards.box import Box
from kunjungan.documents.cards.content import Emblem, Words
from kunjungan.documents.cards.fitting import Fitter, Part, Side, draw_fitted
from kunjungan.documents.parts.shield import draw_emblem
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.pdf.pictures import picture
from kunjungan.documents.setting.faces import FaceKey
from kunjungan.documents.sheet import MM

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

Level = Literal["top", "middle", "bottom"]
_SECOND, _SECOND_LARGE = 0.85, 0.6
"""How large the second language is beside the first, and beside the large line of a card."""
_USUAL_WIDTH, _LARGEST, _LEAST = 90 * MM, 1.6, 0.72


class Drawing:
    """The cards of one file while they are drawn; ``mono`` for a printer that has black alone."""

    def __init__(self, ink: Ink, *, mono: bool = False) -> None:
        self.ink = ink
        self.mono = mono
        self._fitter = Fitter(ink.faces)
        self._emblems: dict[tuple[Emblem, float], str] = {}

    def write(self, parts: Sequence[Part], box: Box, side: Side, *, level: Level = "top") -> bool:
        """Write parts into a box; return True where they became too small to read easily."""
        fitted = self._fitter.fit(parts, box.width, box.height)
        spare = box.height - fitted.height
        down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[level]
        draw_fitted(self.ink, fitted, box.left, box.top - down, box.width, side)
        return fitted.small

    def height(self, parts: Sequence[Part], box: Box) -> float:
        """Return how high parts stand in a box, in points."""
        return self._fitter.fit(parts, box.width, box.height).height

    def emblem(self, emblem: Emblem, x: float, top: float, width: float) -> None:
        """Draw an emblem in black lines or in its own colours; it is no part of the text.

        It is drawn once and then written again wherever it stands.
        """
        code = self._emblems.get((emblem, width))
        if code is None:
            code = self._emblems[emblem, width] = self._drawn(emblem, width)
        with self.ink.artifact():
            self.ink.canvas.addLiteral(f"q 1 0 0 1 {x:.3f} {top:.3f} cm {code} Q")

    def _drawn(self, emblem: Emblem, width: float) -> str:
        """Return an emblem in the language of PDF, its upper left corner at the origin."""
        written: list[str] = self.ink.canvas._code  # type: ignore[attr-defined]  # noqa: SLF001 - no getter
        start = len(written)
        draw_emblem(self.ink, emblem, 0, 0, width)
        code = "\n".join(written[start:])
        del written[start:]
        return code

    def photo(self, data: bytes, box: Box) -> None:
        """Draw a photo in the middle of a box, as large as it fits; nothing if it is none."""
        shown = picture(data)
        if shown is None:
            return
        scale = min(box.width / shown.width, box.height / shown.height)
        across, high = shown.width * scale, shown.height * scale
        with self.ink.artifact():
            self.ink.picture(shown, box.middle - across / 2, box.bottom, across, high)

    def scale(self, box: Box) -> float:
        """Return how much larger than on a card of 90 mm the type of a box is."""
        return min(_LARGEST, max(_LEAST, box.width / _USUAL_WIDTH))


def colour(words: str) -> "Color":
    """Return a colour of ``#RRGGBB``."""
    from reportlab.lib.colors import Color  # noqa: PLC0415 - heavy, paper only

    red, green, blue = (int(words[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Color(red, green, blue)


def parts_of(
    said: Sequence[Words],
    faces: tuple[FaceKey, FaceKey],
    size: float,
    least: float,
    *,
    over: float = 0.0,
    first: bool = False,
) -> list[Part]:
    """Return things said as parts: the second language lighter and a little smaller."""
    return [
        Part(
            words,
            faces[min(number, 1)],
            size * ((_SECOND_LARGE if first else _SECOND) if number else 1.0),
            least * (_SECOND if number else 1.0),
            0.1 if number else over,
            first,
        )
        for thing in said
        for number, words in enumerate(thing)
    ]
