"""Texts turned into glyphs by HarfBuzz: which ones, how far apart, for which characters."""

from collections.abc import Hashable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from kunjungan.documents.setting.scripts.bidi import begins_leftward
from kunjungan.documents.setting.scripts.families import SIZES, invisible
from kunjungan.resources import resource

if TYPE_CHECKING:
    from uharfbuzz import Font  # type: ignore[import-untyped]

_VOCABULARY = 20_000


class Glyph(NamedTuple):
    """One drawn sign, from left to right; lengths are in thousandths of the type size."""

    number: int
    advance: float
    right: float
    """How far right of its place it is drawn."""
    up: float
    text: str
    """The characters that it stands for; empty for all but the first sign of several."""


class ScriptFont:
    """A font file of any script, read from the disk as far as it is needed."""

    def __init__(self, file: str) -> None:
        """Take a file of ``resources/fonts``."""
        import uharfbuzz  # noqa: PLC0415 - heavy, paper only

        self.file = file
        self.name = file.rpartition("/")[2].partition(".")[0]
        blob = uharfbuzz.Blob.from_file_path(str(resource(f"fonts/{file}")))
        self.font: Font = uharfbuzz.Font(uharfbuzz.Face(blob))
        self.scale = 1000 / self.font.face.upem
        self.bare = "CFF " in self.font.face.table_tags
        """True when a file holds its bare outlines."""
        self.embedded: dict[Hashable, Any] = {}
        """What a file holds of the font, by the glyphs that it uses."""
        self._shaped: dict[tuple[str, bool, str], tuple[Glyph, ...]] = {}

    def has(self, cluster: str) -> bool:
        """True when the font can draw a letter with its marks, apart or as one sign."""
        seen = "".join(char for char in cluster if not invisible(char))
        return any(
            all(self.font.get_nominal_glyph(ord(char)) is not None for char in form)
            for form in (seen, normalize("NFC", seen))
        )

    def advance(self, number: int) -> float:
        """Return how wide the file says a glyph is, before it was moved in any text."""
        return float(self.font.get_glyph_h_advance(number) * self.scale)

    def shape(self, text: str, language: str = "", *, leftward: bool) -> tuple[Glyph, ...]:
        """Return the glyphs of a text that reads one way, from left to right."""
        name = (text, leftward, language)
        known = self._shaped.get(name)
        if known is None:
            if len(self._shaped) > _VOCABULARY:
                self._shaped.clear()
            known = self._shaped[name] = self._shape(text, language, leftward=leftward)
        return known

    def _shape(self, text: str, language: str, *, leftward: bool) -> tuple[Glyph, ...]:
        import uharfbuzz  # noqa: PLC0415 - heavy, paper only

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        if language:
            buffer.language = language
        uharfbuzz.shape(self.font, buffer)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        clusters = [info.cluster for info in infos]
        texts = _texts(text, clusters, [place.x_advance for place in places])
        scale = self.scale
        return tuple(
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                stands_for,
            )
            for info, place, stands_for in zip(infos, places, texts, strict=True)
        )


def _texts(text: str, clusters: list[int], advances: list[int]) -> list[str]:
    """Return what each glyph stands for: the widest of a cluster for all its characters."""
    ends = dict(pairwise([*sorted(set(clusters)), len(text)]))
    widest = dict[int, int]()
    for at, start in enumerate(clusters):
        if start not in widest or advances[at] > advances[widest[start]]:
            widest[start] = at
    return [
        text[start : ends[start]] if widest[start] == at else ""
        for at, start in enumerate(clusters)
    ]


class ShapedFace:
    """A face whose texts are shaped; it measures as the other faces do."""

    def __init__(self, key: str, font: ScriptFont, space: float, *, thick: bool) -> None:
        """Take the width of its spaces, and whether it is drawn thick for want of a bold file."""
        self.key = key
        self.font = font
        self.size = SIZES.get(key.partition(":")[2], 1.0)
        """How large it is drawn, in type sizes."""
        self.space = space
        self.thick = thick
        self._measured: dict[str, float] = {}

    def has(self, cluster: str) -> bool:
        """True when the face can draw a letter with its marks."""
        return self.font.has(cluster)

    def measure(self, text: str) -> tuple[float, tuple[tuple[int, int], ...]]:
        """Return the width of a text in thousandths; its pairs are moved by its shaping."""
        known = self._measured.get(text)
        if known is None:
            if len(self._measured) > _VOCABULARY:
                self._measured.clear()
            glyphs = self.font.shape(text, leftward=begins_leftward(text))
            width = sum(glyph.advance for glyph in glyphs) * self.size
            known = self._measured[text] = width
        return known, ()

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in points."""
        return self.measure(text)[0] * size / 1000

    def part_widths(self, parts: list[str]) -> list[float]:
        """Return the widths in thousandths of the parts of one text, shaped as a whole."""
        text = "".join(parts)
        way = begins_leftward(text)
        found, rest = list[float](), list(self.font.shape(text, leftward=way))
        if not way:
            rest.reverse()
        for part in parts:
            width, length = 0.0, len(part)
            while rest and (length > 0 or not rest[-1].text):
                glyph = rest.pop()
                width += glyph.advance
                length -= len(glyph.text)
            found.append(width * self.size)
        return found
