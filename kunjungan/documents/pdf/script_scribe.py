"""Writes shaped text: glyphs by number, each told to searches by the characters it stands for."""

from collections.abc import Callable

from kunjungan.documents.pdf.objects import PdfFile
from kunjungan.documents.pdf.script_fonts import UsedGlyphs
from kunjungan.documents.setting.scripts.families import joins
from kunjungan.documents.setting.scripts.line_ends import white
from kunjungan.documents.setting.scripts.national import han_language
from kunjungan.documents.setting.scripts.shaping import Glyph, ShapedFace

_THICK = 0.028
"""How thick the letters are drawn round, in parts of the size, where no bold file is."""
_LEVEL = 12
"""So few thousandths of the size up or down are not worth an operator, which parts the text."""


class ScriptScribe:
    """Writes the shaped text of one file, and notes which glyphs it needs."""

    def __init__(self, offer: Callable[[str, Callable[[PdfFile], int]], None]) -> None:
        """Take what offers a font to the pages: ``Scribe.font_resource``."""
        self.language = ""
        """The third language of the paper, whose forms Han letters take; "" if it has none."""
        self._offer = offer
        self._used: dict[str, UsedGlyphs] = {}

    def written(
        self, face: ShapedFace, text: str, size: float, *, leftward: bool, stretch: float = 0.0
    ) -> tuple[str, bool]:
        """Return a text that reads one way, and whether its glyphs alone tell a search all of it.

        ``stretch`` tells how much wider than by nature the white in its letters is.
        """
        font = face.font
        language = han_language(text, self.language) if "Han" in font.name else self.language
        glyphs = font.shape(text, language, leftward=leftward)
        used = self._used.get(font.name)
        if used is None:
            used = self._used[font.name] = UsedGlyphs(font)
            self._offer(font.name, used.embed)
        codes = [used.code(glyph) for glyph in glyphs]
        if not font.bare:
            glyphs = tuple(glyph._replace(right=0.0, up=0.0) for glyph in glyphs)
        told = all(map(used.tells, codes, glyphs))
        return _shown(glyphs, codes, face, (size, stretch)), told


def spoken(text: str) -> str:
    """Return what begins a stretch whose glyphs do not tell its text; EMC ends it."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC"


def _shown(
    glyphs: tuple[Glyph, ...], codes: list[int], face: ShapedFace, set_at: tuple[float, float]
) -> str:
    """Return glyphs in the language of PDF."""
    size, stretch = set_at[0] * face.size, set_at[1] / face.size
    line, grown = _Shown(size), 0.0
    for glyph, code in zip(glyphs, codes, strict=True):
        if glyph.text and not joins(glyph.text[0]):
            line.offset += grown
            grown = white(glyph.text[0]) * stretch if stretch else 0.0
        line.show(glyph, code, face.font.advance(glyph.number))
    line.offset += grown
    shown = f"/{face.font.name} {size:g} Tf {line.end()}"
    return f"2 Tr {size * _THICK:.3f} w {shown} 0 Tr" if face.thick else shown


class _Shown:
    """Glyphs gathered for as few operators as can be."""

    def __init__(self, size: float) -> None:
        self.offset = 0.0
        """How far right of the pen the next glyph's place is, in thousandths of the size."""
        self._size = size
        self._rise = 0.0
        self._parts: list[str] = []
        self._strings: list[str] = []
        self._codes: list[str] = []

    def show(self, glyph: Glyph, code: int, width: float) -> None:
        """Add a glyph by its code; ``width`` is how far the file moves the pen after it."""
        rise = glyph.up if abs(glyph.up) > _LEVEL else 0.0
        if rise != self._rise:
            self._close()
            self._parts.append(f"{rise * self._size / 1000:.3f} Ts")
            self._rise = rise
        self._move(self.offset + glyph.right)
        self.offset -= glyph.right
        self._codes.append(f"{code:04X}")
        self.offset += glyph.advance - width

    def end(self) -> str:
        """Return all operators; the pen stands where the next text begins."""
        self._move(self.offset)
        self._close()
        if self._rise:
            self._parts.append("0 Ts")
        return " ".join(self._parts)

    def _move(self, right: float) -> None:
        step = round(right)
        if step:
            self._flush()
            self._strings.append(f"{-step}")
            self.offset -= step

    def _flush(self) -> None:
        if self._codes:
            self._strings.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def _close(self) -> None:
        self._flush()
        if self._strings:
            self._parts.append(f"[{''.join(self._strings)}] TJ")
            self._strings.clear()
