"""The bundled type faces: what is in them, how wide it runs and how close its pairs stand."""

import re
import struct
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from kunjungan.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FaceKey = Literal["regular", "bold", "italic", "bold_italic", "foot"]

SOFT_HYPHEN = "\u00ad"
STABLE = frozenset(map(chr, range(32, 127))) | frozenset(
    "\u00ad\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u2022"
)
"""Characters that have the same code in every document, so that set lines can be kept."""

_FILES: Mapping[FaceKey, str] = {
    "regular": "NaskahBonum-Regular",
    "bold": "NaskahBonum-Bold",
    "italic": "NaskahBonum-Italic",
    "bold_italic": "NaskahBonum-BoldItalic",
    "foot": "LiberationSans-Regular",
}
IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Characters between which a line may end."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_VOCABULARY = 20_000

Fragment = tuple[FaceKey, str]
Kerns = tuple[tuple[int, int], ...]


def printable(text: str) -> str:
    """Return a text in which half a character, which no file can hold, is the sign for one."""
    return _HALVES.sub("\ufffd", text)


class Face:
    """One font file; widths and kerns are in thousandths of the type size."""

    def __init__(self, key: FaceKey) -> None:
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - heavy, paper only

        self.key = key
        self.name = _FILES[key]
        self.font: TTFont = TTFont(self.name, str(resource(f"fonts/{self.name}.ttf")))
        self.widths: dict[int, float] = self.font.face.charWidths
        self.missing_width: float = self.font.face.defaultWidth
        self.space = self.widths[32]
        self.codes: dict[str, str] = {}
        """Words as they are written into a PDF; the same in every document."""
        self._kerns = dict(_kern_pairs(self.font))
        self._measured: dict[str, tuple[float, Kerns]] = {}

    def has(self, char: str) -> bool:
        """True when the font can draw the character."""
        return ord(char) in self.font.face.charToGlyph and not _CONTROL.match(char)

    def measure(self, text: str) -> tuple[float, Kerns]:
        """Return the width of a text, and where in it which pairs move together (or apart)."""
        known = self._measured.get(text)
        if known is None:
            if len(self._measured) > _VOCABULARY:
                self._measured.clear()
            known = self._measured[text] = self._measure(text)
        return known

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""
        return self.measure(text)[0] * size / 1000

    def _measure(self, text: str) -> tuple[float, Kerns]:
        widths, missing, kerns = self.widths, self.missing_width, self._kerns
        total = sum(widths.get(ord(char), missing) for char in text)
        seen = text.replace(SOFT_HYPHEN, "-")
        moves = tuple(
            (place, kerns[seen[place - 1 : place + 1]])
            for place in range(1, len(seen))
            if seen[place - 1 : place + 1] in kerns
        )
        return total + sum(move for _, move in moves), moves


class FaceCase:
    """The faces of one press, each read from its file when first asked for."""

    def __init__(self) -> None:
        self._faces: dict[FaceKey, Face] = {}

    def __getitem__(self, key: FaceKey) -> Face:
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(key)
        return face

    def runs(self, key: FaceKey, text: str) -> list[Fragment]:
        """Give each stretch to a face that can draw it; what none can draw stays with its own."""
        if text.isascii() and text.isprintable():
            return [(key, text)]
        runs: list[Fragment] = []
        for char in text:
            face = self._face_for(key, char)
            joins = runs and runs[-1][0] == face
            if joins and not IDEOGRAPHS.search(runs[-1][1] + char):
                runs[-1] = (face, runs[-1][1] + char)
            else:
                runs.append((face, char))
        return runs

    def _face_for(self, key: FaceKey, char: str) -> FaceKey:
        if self[key].has(char):
            return key
        return "foot" if self["foot"].has(char) else key

    def all(self) -> list[Face]:
        """Return every face in a fixed order."""
        return [self[key] for key in _FILES]


def _kern_pairs(font: "TTFont") -> Iterator[tuple[str, int]]:
    try:
        table: bytes = font.face.get_table("kern")  # type: ignore[no-untyped-call]
    except KeyError:
        return
    chars: dict[int, list[str]] = {}
    for code, glyph in font.face.charToGlyph.items():
        chars.setdefault(glyph, []).append(chr(code))
    (count,) = struct.unpack_from(">H", table, 10)
    for left, right, move in struct.iter_unpack(">HHh", table[18 : 18 + 6 * count]):
        for first in chars.get(left, ()):
            for second in chars.get(right, ()):
                yield first + second, move
