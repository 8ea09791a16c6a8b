"""The bundled type faces: what is in them, how wide it runs and how close its pairs stand."""

import re
import struct
from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kunjungan.documents.setting.scripts.families import (
    OWN,
    clusters,
    family_order,
    file_of,
    needs_no_shaping,
    style_of,
)
from kunjungan.documents.setting.scripts.line_ends import wide_marks
from kunjungan.documents.setting.scripts.shaping import ScriptFont, ShapedFace
from kunjungan.resources import resource

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

SOFT_HYPHEN = "\u00ad"
NO_BREAK = "\u00a0"
"""A space at which no line ends."""
FaceKey = str
"""One of ``_FILES``, or one like "bold:han" for the family of another script in that style."""

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
    "plain": "ui/NotoSans-Regular",
    "bold_plain": "ui/NotoSans-SemiBold",
}
PAPER_FACES: tuple[FaceKey, ...] = ("regular", "bold", "italic", "bold_italic", "foot")
CARD_FACES: tuple[FaceKey, ...] = (*PAPER_FACES, "plain", "bold_plain")
"""What papers are set in, and cards too: plain letters are read from afar."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_GREEK = re.compile("[\u0370-\u03ff]")
_HALVES = re.compile("[\ud800-\udfff]")
_EVEN = str.maketrans(
    dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
    | dict.fromkeys((0x85, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x205F), " ")
    | dict.fromkeys((0x2007, 0x202F), NO_BREAK)
)
"""White that is set as a space, or as one at which no line ends; what shows nothing is left out."""
_VOCABULARY = 20_000

Fragment = tuple[FaceKey, str]
Kerns = tuple[tuple[int, int], ...]


def printable(text: str) -> str:
    """Return a text as it can be set: plain and no-break spaces, no soft hyphens of its own.

    Half a character, which no file can hold, is the sign for one.
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text.translate(_EVEN))


class Face:
    """One font file; widths and kerns are in thousandths of the type size."""

    def __init__(self, key: FaceKey) -> None:
        from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - heavy, paper only

        self.key = key
        self.name = _FILES[key].rpartition("/")[2]
        self.font: TTFont = TTFont(self.name, str(resource(f"fonts/{_FILES[key]}.ttf")))
        self.widths: dict[int, float] = self.font.face.charWidths
        self.missing_width: float = self.font.face.defaultWidth
        self.space = self.widths[32]
        self._no_greek = self.name.startswith("NaskahBonum")
        """Naskah Bonum has signs for sums, and not the accents of a language."""
        self.codes: dict[str, str] = {}
        """Words as they are written into a PDF; the same in every document."""
        self.embedded: dict[tuple[int, ...], tuple[bytes, ...]] = {}
        """What a file holds of a subset of the face."""
        self._kerns = _kern_pairs(self.font)
        self._measured: dict[str, tuple[float, Kerns]] = {}

    def has(self, char: str) -> bool:
        """True when the font can draw the character."""
        if self._no_greek and _GREEK.match(char):
            return False
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
        total = sum(widths.get(code, missing) for code in map(ord, text))
        glyph_of = self.font.face.charToGlyph
        glyphs = [glyph_of.get(code, -1) for code in map(ord, text.replace(SOFT_HYPHEN, "-"))]
        moves = tuple(
            (place, kerns[pair])
            for place, (left, right) in enumerate(pairwise(glyphs), 1)
            if (pair := left << 16 | right) in kerns
        )
        return total + sum(move for _, move in moves), moves


class FaceCase:
    """The faces of one press, each read from its file when first asked for."""

    def __init__(self, keys: Iterable[FaceKey] = PAPER_FACES) -> None:
        self._keys = tuple(keys)
        self._faces: dict[FaceKey, Face | ShapedFace] = {}
        self._fonts: dict[str, ScriptFont] = {}
        self._chosen: dict[tuple[FaceKey, str], FaceKey | None] = {}

    def __getitem__(self, key: FaceKey) -> Face | ShapedFace:
        return self._faces.get(key) or self._open(key)

    def latin(self, key: FaceKey) -> Face:
        """Return the Latin face of a key: that of "bold:han" is the bold one."""
        face = self[key.partition(":")[0]]
        assert isinstance(face, Face)
        return face

    def shaped(self, key: FaceKey) -> ShapedFace:
        """Return the face of another script."""
        face = self[key]
        assert isinstance(face, ShapedFace)
        return face

    def all(self) -> list[Face]:
        """Return every Latin face in a fixed order."""
        return [self.latin(key) for key in self._keys]

    def runs(self, key: FaceKey, text: str) -> list[Fragment]:
        """Give each stretch to a face that can draw it; what none can draw stays with its own."""
        if text.isascii() and text.isprintable():
            return [(key, text)]
        wide, drawn, at = wide_marks(text), list[Fragment](), 0
        for cluster in clusters(text):
            face = self._face_for(key, cluster) if at not in wide else _han(key)
            drawn += [(face or self._face_for(key, char) or key, char) for char in cluster]
            at += len(cluster)
        return [
            (face, "".join(char for _, char in run))
            for face, run in groupby(drawn, key=lambda pair: pair[0])
        ]

    def _face_for(self, key: FaceKey, cluster: str) -> FaceKey | None:
        """Return the key of the first face that has a letter with its marks, if there is any."""
        letter = (key, cluster)
        if letter not in self._chosen:
            if len(self._chosen) > _VOCABULARY:
                self._chosen.clear()
            self._chosen[letter] = self._choose(key, cluster)
        return self._chosen[letter]

    def _choose(self, key: FaceKey, cluster: str) -> FaceKey | None:
        latin, own = self.latin(key), [f"{key}:{OWN}"]
        if needs_no_shaping(cluster):
            if latin.has(cluster):
                return key
            own = []
        names = (*own, *(f"{style_of(each, key)}:{each}" for each in family_order(cluster[0])))
        found = next((name for name in names if self[name].has(cluster)), None)
        if found is None and not own and self["foot"].has(cluster):
            return "foot"
        return found

    def _open(self, key: FaceKey) -> Face | ShapedFace:
        style, _, family = key.partition(":")
        face: Face | ShapedFace
        if family:
            file = f"{_FILES[style]}.ttf" if family == OWN else file_of(family, style)
            font = self._fonts.get(file) or self._fonts.setdefault(file, ScriptFont(file))
            thick = style.startswith("bold") and "Bold" not in font.name
            face = ShapedFace(key, font, self.latin(style).space, thick=thick)
        else:
            face = Face(key)
        self._faces[key] = face
        return face


def _han(key: FaceKey) -> FaceKey:
    return f"{style_of('han', key)}:han"


def _kern_pairs(font: "TTFont") -> dict[int, int]:
    """Return how far pairs of glyphs move together, by ``left << 16 | right``."""
    try:
        table: bytes = font.face.get_table("kern")  # type: ignore[no-untyped-call]
    except KeyError:
        return {}
    (count,) = struct.unpack_from(">H", table, 10)
    return dict(struct.iter_unpack(">Ih", table[18 : 18 + 6 * count]))
