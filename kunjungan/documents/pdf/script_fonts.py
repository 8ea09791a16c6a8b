"""The faces of other scripts inside a file: the glyphs that it uses, by number, named for a search.

They are fonts of type 0 with the code Identity-H: the code of a glyph is its number in the file of
the face, which stays the same in the subset (ISO 32000-1 9.7). A glyph that stands for several
texts, or is moved, has other numbers as well, so that a search finds it.
"""

from hashlib import sha256
from struct import unpack_from
from typing import NamedTuple

from kunjungan.documents.pdf.fonts import unicode_map
from kunjungan.documents.pdf.objects import PdfFile, packed
from kunjungan.documents.setting.scripts.shaping import Glyph, ScriptFont
from kunjungan.documents.setting.scripts.variants import with_variants

_KEPT = 16
_DROPPED = ("GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern", "vhea", "vmtx")


class FontParts(NamedTuple):
    """What a file holds of a font, in the language of PDF; the streams are compressed."""

    base: bytes
    kind: bytes
    descriptor: bytes
    widths: bytes
    source: bytes
    program: bytes
    names: bytes


class Used(NamedTuple):
    """What one code stands for: a glyph, how far it is moved, and a text."""

    number: int
    right: int
    up: int
    text: str


class UsedGlyphs:
    """The glyphs of a font that one file uses, each with a code."""

    def __init__(self, font: ScriptFont) -> None:
        self._font = font
        self._codes: dict[Used, int] = {}
        self._used: dict[int, Used] = {}
        self._next = font.font.face.glyph_count

    def code(self, glyph: Glyph) -> int:
        """Return the code of a glyph: its number, or a new one if it is moved or means more."""
        moved = (0, 0) if self._font.bare else (round(glyph.right), round(glyph.up))
        used = Used(glyph.number, *moved, glyph.text)
        code = self._codes.get(used)
        if code is None:
            code = glyph.number
            if not self._font.bare and (code in self._used or any(moved)):
                code, self._next = self._next, self._next + 1
            self._codes[used] = code
            self._used.setdefault(code, used)
        return code

    def tells(self, code: int, glyph: Glyph) -> bool:
        """True when a search that reads the code finds the text of the glyph."""
        return self._used[code].text == glyph.text

    def embed(self, file: PdfFile) -> int:
        """Write the font with these glyphs alone; return its number."""
        name, embedded = tuple(sorted(self._used.items())), self._font.embedded
        if name not in embedded:
            if len(embedded) >= _KEPT:
                embedded.clear()
            embedded[name] = _parts(self._font, dict(name))
        return _write(file, embedded[name])


def _write(file: PdfFile, parts: FontParts) -> int:
    stream = file.stream(parts.source, parts.program)
    described = file.add(b"<<%b %d 0 R>>" % (parts.descriptor, stream))
    descendant = file.add(
        b"<</Type/Font/Subtype/%b/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor %d 0 R/DW 1000/W[%b]>>"
        % (parts.kind, parts.base, described, parts.widths)
    )
    named = file.stream(b"", parts.names)
    return file.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (parts.base, descendant, named)
    )


def _parts(font: ScriptFont, used: dict[int, Used]) -> FontParts:
    """Return what a file holds of a font, but for the numbers of its objects."""
    program = _program(font, used)
    letters = sha256(repr(used).encode()).digest()[:6]
    base = b"%b+%b" % (bytes(65 + letter % 26 for letter in letters), font.name.encode("ascii"))
    widths = (b"%d[%g]" % (code, font.advance(glyph.number)) for code, glyph in used.items())
    texts = {code: glyph.text for code, glyph in used.items() if glyph.text}
    return FontParts(
        base,
        b"CIDFontType0" if font.bare else b"CIDFontType2/CIDToGIDMap/Identity",
        _descriptor(font, base) + (b"/FontFile3" if font.bare else b"/FontFile2"),
        b" ".join(widths),
        b"/Subtype/CIDFontType0C" if font.bare else b"/Length1 %d" % len(program),
        packed(program),
        packed(unicode_map(texts, 2)),
    )


def _program(font: ScriptFont, used: dict[int, Used]) -> bytes:
    """Return the file of the font with these glyphs alone, or their bare outlines (CFF)."""
    import uharfbuzz  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, paper only

    asked, flags = uharfbuzz.SubsetInput(), uharfbuzz.SubsetFlags
    asked.glyph_set.update(sorted({glyph.number for glyph in used.values()}))
    asked.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii")) for tag in _DROPPED)
    asked.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    made = uharfbuzz.subset(font.font.face, asked)
    tables = {tag: bytes(made.reference_table(tag).data) for tag in made.table_tags}
    if font.bare:
        return tables["CFF "]
    first = font.font.face.glyph_count
    more = [glyph[:3] for code, glyph in used.items() if code >= first]
    return with_variants(tables, first, more) if more else bytes(made.blob.data)


def _descriptor(font: ScriptFont, base: bytes) -> bytes:
    face, scale = font.font.face, font.scale
    box = unpack_from(">4h", face.reference_table("head").data, 36)
    ascent, descent = unpack_from(">2h", face.reference_table("hhea").data, 4)
    bold, slanted = b"Bold" in base, b"Italic" in base
    return (
        b"/Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%b]/ItalicAngle %d/Ascent %g"
        b"/Descent %g/CapHeight %g/StemV %d"
        % (
            base,
            b" ".join(b"%g" % (side * scale) for side in box),
            -12 if slanted else 0,
            ascent * scale,
            descent * scale,
            ascent * scale,
            140 if bold else 80,
        )
    )
