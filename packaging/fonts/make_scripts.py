"""Makes ``resources/fonts/scripts``: the faces of every script that Naskah Bonum does not have.

For developers only; nothing of it runs on a user's machine. The sources are Debian's packages
``fonts-noto-core`` 20201225-1 and ``fonts-noto-cjk`` 1:20220127+repack1-1, and the tables of
``unicode-data`` 15.0.0-1, each unpacked into a folder of its own. Equal sources give equal files:

    python packaging/fonts/make_scripts.py NOTO_FOLDER CJK_FOLDER UNICODE_FOLDER OUT_FOLDER
"""

import bz2
import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped] # fontTools ships no types
from fontTools.ttLib.tables.DefaultTable import DefaultTable  # type: ignore[import-untyped] # fontTools ships no types

SMALL = {
    "NotoSerif": ("Naskah Serif", ("Regular", "Bold", "Italic", "BoldItalic")),
    "NotoNaskhArabic": ("Naskah Arab", ("Regular", "Bold")),
    "NotoSerifHebrew": ("Naskah Ibrani", ("Regular", "Bold")),
    "NotoSerifThai": ("Naskah Thai", ("Regular", "Bold")),
}
FEATURES = (
    "ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt", "rtlm",
    "kern", "mark", "mkmk", "curs",
)  # fmt: skip
DROPPED = ("DSIG", "gasp", "cvt ", "fpgm", "prep")

JAPAN, CHINA, TAIWAN = 0, 2, 3
"""The places of the national fonts in the collection."""
MARKS = (*range(0x3000, 0x3100), *range(0x31F0, 0x3200), *range(0xFF01, 0xFFEF), 0x2014, 0x2026,
         0x2018, 0x2019, 0x201C, 0x201D, 0xB7, *range(0x3131, 0x318F), *range(0x3200, 0x3400),
         *range(0xFE30, 0xFE50), *range(0x2460, 0x2474), *range(0x2160, 0x217A), 0x20)  # fmt: skip
HANGUL = range(0xAC00, 0xD7A4)
UNUSED = ("BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG")


def main(noto: Path, cjk: Path, unicode_tables: Path, out: Path) -> None:
    """Write the eleven font files and print their fingerprints for the manifest."""
    for source, (family, styles) in SMALL.items():
        for style in styles:
            name = f"{family.replace(' ', '')}-{style}"
            make_small(noto / f"{source}-{style}.ttf", out / f"{name}.ttf", family, style)
    make_han(cjk / "NotoSerifCJK-Regular.ttc", unicode_tables, out / "NaskahHan-Regular.otf")
    for made in sorted(out.glob("*.[ot]tf")):
        print(f"    {hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}")


def make_small(source: Path, target: Path, family: str, style: str) -> None:
    """Write a font with the shaping that running text needs, without hints and small capitals."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features, options.hinting = list(FEATURES), False
    options.drop_tables += DROPPED
    options.name_IDs, options.name_languages = ["*"], ["*"]
    options.notdef_outline, options.recalc_timestamp = True, False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    rename(font, family, style)
    font.save(target)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give a derived font its own name; copyright and licence lines stay, the trademark goes."""
    table, spaced = font["name"], style.replace("BoldItalic", "Bold Italic")
    made_from = table.getDebugName(6)
    postscript = f"{family.replace(' ', '')}-{style}"
    table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
    for number, text in (
        (1, family),
        (2, spaced),
        (3, f"{postscript};made from {made_from}"),
        (4, f"{family} {spaced}"),
        (6, postscript),
    ):
        table.setName(text, number, 3, 1, 0x409)


def make_han(source: Path, unicode_tables: Path, target: Path) -> None:
    """Write Han, kana and Hangul in the forms of China, Taiwan and Japan; see the manifest."""
    fonts = TTCollection(source).fonts
    font, maps = fonts[CHINA], [each.getBestCmap() for each in fonts]
    font.recalcTimestamp = False
    japan, taiwan, all_han = character_sets(unicode_tables)
    codes = {code for code in (*all_han, *HANGUL, *MARKS) if code in maps[CHINA]}
    local = {
        "JAN": other_forms(maps[JAPAN], maps[CHINA], {*japan, *MARKS} & codes),
        "ZHT": other_forms(maps[TAIWAN], maps[CHINA], {*taiwan, *MARKS} & codes),
    }
    local["KOR"] = local["JAN"]
    keep(font, codes, {glyph for forms in local.values() for glyph in forms.values()})
    addOpenTypeFeaturesFromString(font, local_forms(local))
    name_han(font)
    font.save(target, reorderTables=False)
    number_by_glyph(target)


def character_sets(unicode_tables: Path) -> tuple[set[int], set[int], set[int]]:
    """Return the characters with Japanese forms, those with forms of Taiwan, and all."""
    simplified = coded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    simplified |= listed(unicode_tables / "Unihan_OtherMappings.txt.bz2", "kTGH")
    taiwan = coded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    japan = coded("euc_jp", range(0xB0, 0xF5), range(0xA1, 0xFF))
    japan |= coded("cp932", range(0x88, 0xFD), range(0x40, 0xFD))
    japan |= listed(unicode_tables / "Unihan_OtherMappings.txt.bz2", "kJinmeiyoKanji")
    korea = coded("euc_kr", range(0xCA, 0xFE), range(0xA1, 0xFF))
    return japan, taiwan, simplified | taiwan | japan | korea


def coded(codec: str, first: Iterable[int], second: Iterable[int]) -> set[int]:
    """Return the ideographs of a two-byte character set."""
    seconds, found = tuple(second), set()
    for pair in (bytes((high, low)) for high in first for low in seconds):
        text = pair.decode(codec, "ignore")
        if len(text) == 1 and text >= "\u3400":
            found.add(ord(text))
    return found


def listed(table: Path, field: str) -> set[int]:
    """Return the characters that have a field in one of the Unihan files."""
    with bz2.open(table, "rt", encoding="utf-8") as lines:
        rows = (line.split("\t") for line in lines if line.startswith("U+"))
        return {int(row[0].replace("U+", "0x"), 0) for row in rows if row[1] == field}


def other_forms(own: dict[int, str], base: dict[int, str], codes: set[int]) -> dict[str, str]:
    """Return the glyphs that a national font draws in another way, by those of the base."""
    return {
        base[code]: own[code]
        for code in sorted(codes)
        if code in own and own[code] != base[code] and code != 0x20
    }


def keep(font: TTFont, codes: set[int], glyphs: set[str]) -> None:
    """Drop every glyph but those of the characters and the named ones, and all layout."""
    options = Options()
    options.drop_tables += UNUSED
    options.layout_features, options.hinting = [], False
    options.name_IDs, options.name_languages = ["*"], ["*"]
    options.notdef_outline, options.recalc_timestamp = True, False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes, glyphs=glyphs)
    subsetter.subset(font)


def local_forms(local: dict[str, dict[str, str]]) -> str:
    """Return the feature file that gives each language its forms."""
    lines = ["languagesystem DFLT dflt;"]
    for tag, forms in local.items():
        changes = (f"sub {old} by {new};" for old, new in forms.items())
        lines += [f"lookup FORMS_{tag} {{", *changes, f"}} FORMS_{tag};"]
    lines.append("feature locl {")
    for script in ("DFLT", "hani", "kana", "hang"):
        lines.append(f"script {script};")
        for tag in sorted(local):
            lines += [f"language {tag} exclude_dflt;", f"lookup FORMS_{tag};"]
    return "\n".join([*lines, "} locl;"])


def name_han(font: TTFont) -> None:
    """Give the font a name without reserved words, outside its outlines and inside."""
    rename(font, "Naskah Han", "Regular")
    outlines = font["CFF "].cff
    outlines.fontNames = ["NaskahHan-Regular"]
    top = outlines.topDictIndex[0]
    top.FullName, top.FamilyName = "Naskah Han Regular", "Naskah Han"


def number_by_glyph(target: Path) -> None:
    """Make the character number of every glyph equal its place, as files of text write them."""
    font = TTFont(target, recalcTimestamp=False)
    table = font["CFF "]
    top = table.cff.topDictIndex[0]
    new = [".notdef", *(f"cid{place:05d}" for place in range(1, len(top.charset)))]
    strings = top.CharStrings.charStrings
    top.CharStrings.charStrings = {
        fresh: strings[old] for fresh, old in zip(new, top.charset, strict=True)
    }
    top.charset = new
    outlines = DefaultTable("CFF ")
    outlines.data = table.compile(font)
    written = TTFont(target, recalcTimestamp=False, lazy=True)
    written["CFF "] = outlines
    written.save(target.with_suffix(".new"), reorderTables=False)
    target.with_suffix(".new").replace(target)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
