"""The faces of a paper inside its file: only the characters that it uses, named for a search."""

from typing import TYPE_CHECKING

from kunjungan.documents.pdf.objects import PdfFile, packed
from kunjungan.documents.setting.faces import Face

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

_KEPT = 32
_SYMBOLIC, _NONSYMBOLIC = 4, 32
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{first}> <{last}>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_BLOCK = 100
"""The most characters that a block of such a table may name."""


def embed(file: PdfFile, face: Face, number: int, subset: tuple[int, ...]) -> int:
    """Write one subset of a face, its ``number``-th in this file; return the font's number."""
    name = (number, *subset)
    parts = face.embedded.get(name)
    if parts is None:
        if len(face.embedded) >= _KEPT:
            face.embedded.clear()
        parts = face.embedded[name] = _parts(face, number, subset)
    font, descriptor, program, length, names = parts
    source = file.stream(length, program)
    described = file.add(b"<<%b/FontFile2 %d 0 R>>" % (descriptor, source))
    named = file.stream(b"", names)
    return file.add(b"<<%b/FontDescriptor %d 0 R/ToUnicode %d 0 R>>" % (font, described, named))


def unicode_map(names: dict[int, str], width: int) -> bytes:
    """Return the table by which codes of ``width`` bytes are read as text (ISO 32000-1 9.10.3)."""
    rows = [
        f"<{code:0{width * 2}X}> <{text.encode('utf-16-be').hex().upper()}>\n"
        for code, text in sorted(names.items())
    ]
    blocks = (rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK))
    listed = (f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    first, last = "00" * width, "FF" * width
    return _CMAP.format(first=first, last=last, blocks="".join(listed)).encode("ascii")


def _parts(face: Face, number: int, subset: tuple[int, ...]) -> tuple[bytes, ...]:
    """Return what a file holds of a subset, but for the numbers of its objects."""
    from reportlab.pdfbase.ttfonts import SUBSETN  # noqa: PLC0415 - heavy, paper only

    source: TTFontFace = face.font.face
    name = b"%b+%b" % (SUBSETN(number), face.name.encode("ascii"))
    widths = b" ".join(b"%g" % face.widths.get(code, face.missing_width) for code in subset)
    font = b"/Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar 0/LastChar %d/Widths[%b]" % (
        name,
        len(subset) - 1,
        widths,
    )
    program = source.makeSubset(list(subset))
    names = {code: chr(char) for code, char in enumerate(subset) if char}
    length = b"/Length1 %d" % len(program)
    described = _descriptor(source, name)
    return font, described, packed(program), length, packed(unicode_map(names, 1))


def _descriptor(source: "TTFontFace", name: bytes) -> bytes:
    box = " ".join(f"{value:g}" for value in source.bbox)
    flags = source.flags & ~_NONSYMBOLIC | _SYMBOLIC
    return (
        f"/Type/FontDescriptor/FontName/{name.decode('ascii')}/Flags {flags}"
        f"/FontBBox[{box}]/ItalicAngle {source.italicAngle:g}/Ascent {source.ascent:g}"
        f"/Descent {source.descent:g}/CapHeight {source.capHeight:g}/StemV {source.stemV:g}"
        f"/MissingWidth {source.defaultWidth:g}"
    ).encode("ascii")
