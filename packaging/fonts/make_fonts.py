"""Makes ``resources/fonts``: TeX Gyre Bonum as TrueType "Naskah Bonum", and Liberation Sans.

For developers only; nothing of it runs on a user's machine. The sources are the OTF files of the
package ``rinoh-typeface-texgyrebonum`` 0.1.1 and the TTF files of Debian's ``fonts-liberation2``
2.1.5. Equal sources give equal files, to the byte:

    python packaging/fonts/make_fonts.py BONUM_FOLDER LIBERATION_FOLDER OUT_FOLDER
"""

import hashlib
import shutil
import sys
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0  # type: ignore[import-untyped] # fontTools ships no types

FAMILY = "Naskah Bonum"
SOURCES = {
    "Regular": ("regular", "8ad5a53ae61d710fe1773f4ecc7fdf6dde7df1df59faa4492a24def95077d6b3"),
    "Bold": ("bold", "173710158270252ec1ddd5e69a07fc71853680c7188d67a84d794a465a4dff81"),
    "Italic": ("italic", "518836a0e5bd71f644ae131185be53b04fadb30ef7dbdc483deb5f69bd1fe47d"),
    "Bold Italic": (
        "bolditalic",
        "bd037941d21149ea0d650286537a3266fadfb03f91b4a5a78848ea5781befac9",
    ),
}
KERNED = frozenset([*range(0x20, 0x7F), *range(0xA1, 0x180), *range(0x2013, 0x2027)])
"""The characters whose pairs are kerned: Latin with accents, dashes, quotes, the ellipsis."""
CURVE_ERROR = 0.5
"""How far a quadratic curve may stray from the cubic one, in thousandths of an em."""


def main(bonum: Path, liberation: Path, out: Path) -> None:
    """Write the five font files; a source with another fingerprint is refused."""
    for style, (name, sha256) in SOURCES.items():
        source = bonum / f"texgyrebonum-{name}.otf"
        if hashlib.sha256(source.read_bytes()).hexdigest() != sha256:
            sys.exit(f"{source} is not the file that these fonts are made from.")
        convert(source, out / f"NaskahBonum-{style.replace(' ', '')}.ttf", style)
    shutil.copyfile(liberation / "LiberationSans-Regular.ttf", out / "LiberationSans-Regular.ttf")


def convert(source: Path, target: Path, style: str) -> None:
    """Write one style as TrueType: encoded glyphs only, pair kerning in a ``kern`` table."""
    font = TTFont(source, recalcTimestamp=False)
    pairs = kerning(font)
    keep_encoded_glyphs(font)
    outlines_to_truetype(font)
    kern = font["kern"] = newTable("kern")
    subtable = KernTable_format_0(apple=False)
    subtable.coverage, subtable.tupleIndex, subtable.kernTable = 1, None, pairs
    kern.version, kern.kernTables = 0, [subtable]
    rename(font, style)
    font["head"].modified = font["head"].created
    font.save(target)


def keep_encoded_glyphs(font: TTFont) -> None:
    """Drop small capitals, ligatures and layout tables, none of which our pages use."""
    options = Options()
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF"]
    options.notdef_outline, options.name_IDs, options.name_languages = True, ["*"], ["*"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)


def outlines_to_truetype(font: TTFont) -> None:
    """Replace the CFF outlines by quadratic ones, and the empty ``.notdef`` by a box."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True)
        draw_box(quadratic) if name == ".notdef" else glyphs[name].draw(quadratic)
        drawn[name] = pen.glyph()
    font["hmtx"][".notdef"] = (560, 60)
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    font["glyf"].compile(font)
    for name, glyph in drawn.items():
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    truetype_headers(font, order)


def draw_box(pen: Cu2QuPen) -> None:
    """Draw the visible sign of a character that the font lacks."""
    for left, bottom, right, top, clockwise in (
        (60, 0, 500, 681, True),
        (105, 45, 455, 636, False),
    ):
        corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
        if clockwise:
            corners.reverse()
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()


def truetype_headers(font: TTFont, order: list[str]) -> None:
    """Fill the tables that a TrueType font has and a CFF font has not."""
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x00010000, 1
    for unused in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(limits, f"max{unused}", 0)
    limits.maxSizeOfInstructions = limits.maxComponentElements = 0
    limits.compile(font)
    names = font["post"]
    names.formatType, names.extraNames, names.mapping, names.glyphOrder = 3.0, [], {}, order
    font.sfntVersion = "\000\001\000\000"


def rename(font: TTFont, style: str) -> None:
    """Give the derived font its own name, as its authors ask; their copyright line stays."""
    postscript = f"{FAMILY.replace(' ', '')}-{style.replace(' ', '')}"
    names = {
        1: FAMILY,
        2: style,
        3: f"{postscript};made from TeX Gyre Bonum 2.004",
        4: f"{FAMILY} {style}",
        6: postscript,
        16: FAMILY,
        17: style,
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """Return the font's pair kerning in its own units, the first matching subtable winning."""
    glyphs = {glyph for code, glyph in font.getBestCmap().items() if code in KERNED}
    table = font["GPOS"].table
    lookups = sorted(
        {
            index
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == "kern"
            for index in record.Feature.LookupListIndex
        }
    )
    found: dict[tuple[str, str], int] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            pairs = getattr(subtable, "ExtSubTable", subtable)
            for pair, value in pairs_of(pairs, glyphs):
                found.setdefault(pair, value)
    return {pair: found[pair] for pair in sorted(found) if found[pair]}


def pairs_of(subtable: object, glyphs: set[str]) -> list[tuple[tuple[str, str], int]]:
    """List the pairs of one GPOS subtable, by glyph (format 1) or by class (format 2)."""
    listed = []
    for number, left in enumerate(subtable.Coverage.glyphs):  # type: ignore[attr-defined]
        if left not in glyphs:
            continue
        if subtable.Format == 1:  # type: ignore[attr-defined]
            records = subtable.PairSet[number].PairValueRecord  # type: ignore[attr-defined]
            rights = [(record.SecondGlyph, record) for record in records]
        else:
            row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)]  # type: ignore[attr-defined]
            classes = subtable.ClassDef2.classDefs  # type: ignore[attr-defined]
            rights = [(right, row.Class2Record[classes.get(right, 0)]) for right in sorted(glyphs)]
        listed += [
            ((left, right), getattr(record.Value1, "XAdvance", 0) or 0)
            for right, record in rights
            if right in glyphs
        ]
    return listed


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
