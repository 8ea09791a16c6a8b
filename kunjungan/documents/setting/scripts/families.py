"""Which of the bundled faces is asked first for a character, and in what letters it is drawn."""

from bisect import bisect_right
from unicodedata import category

from kunjungan.documents.setting.scripts.bidi import has_leftward

_SEEN = frozenset(
    "\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\ufff9\ufffa\ufffb"
    "\U000110bd\U000110cd"
)
"""What Unicode counts among the invisible signs, and is drawn all the same (UAX 44)."""

OWN = "own"
"""The face of the text itself, shaped: for letters with marks that it has as one sign."""

FILES = {
    "serif": ("NaskahSerif", ("regular", "bold", "italic", "bold_italic")),
    "arab": ("NaskahArab", ("regular", "bold")),
    "ibrani": ("NaskahIbrani", ("regular", "bold")),
    "thai": ("NaskahThai", ("regular", "bold")),
    "han": ("NaskahHan", ("regular",)),
}
"""The files of each family by their first name, and the styles that it has."""

SIZES = {"arab": 1.12}
"""How much larger than the type size a family is drawn, to look as large (office practice)."""

STYLE_NAMES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold_italic": "BoldItalic",
}
_STARTS = (
    (0x0000, "serif"), (0x0590, "ibrani"), (0x0600, "arab"), (0x0780, "serif"),
    (0x08A0, "arab"), (0x0900, "serif"), (0x0E00, "thai"), (0x0E80, "serif"),
    (0x1100, "han"), (0x1200, "serif"), (0x2E80, "han"), (0xA000, "serif"), (0xA960, "han"),
    (0xA980, "serif"), (0xAC00, "han"), (0xD800, "serif"), (0xF900, "han"), (0xFB00, "serif"),
    (0xFB1D, "ibrani"), (0xFB50, "arab"), (0xFE00, "serif"), (0xFE30, "han"), (0xFE70, "arab"),
    (0xFF00, "han"), (0xFFF0, "serif"), (0x20000, "han"), (0x33480, "serif"),
)  # fmt: skip
"""From which code on which family is asked first (Unicode 15, Blocks.txt)."""
_CODES = [code for code, _ in _STARTS]


def family_order(char: str) -> tuple[str, ...]:
    """Return the families in the order in which they are asked for a character."""
    first = _STARTS[bisect_right(_CODES, ord(char)) - 1][1]
    return (first, *(name for name in FILES if name != first))


def style_of(family: str, key: str) -> str:
    """Return the style in which a family stands in for a face: "bold", where "bold_italic" is not.

    A style that a family has not at all is "bold", drawn thick, or "regular".
    """
    styles = FILES[family][1]
    if key in styles:
        return key
    return "bold" if key.startswith("bold") else "regular"


def file_of(family: str, style: str) -> str:
    """Return the file of a family that comes nearest to a style."""
    name, styles = FILES[family]
    suffix = "otf" if family == "han" else "ttf"
    return f"scripts/{name}-{STYLE_NAMES[style if style in styles else 'regular']}.{suffix}"


def clusters(text: str) -> list[str]:
    """Return a text cut between what is drawn together: a letter and the marks on it."""
    parts: list[str] = []
    for char in text:
        if parts and joins(char):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def joins(char: str) -> bool:
    """True for a mark, or an invisible sign, that belongs to the character before it."""
    if "\u1160" <= char <= "\u11ff":
        return True
    return char > "\u00ff" and (category(char)[0] == "M" or invisible(char))


def invisible(char: str) -> bool:
    """True for a sign that only tells how others are set: joiners, marks of direction."""
    return category(char) == "Cf" and char not in _SEEN


def needs_no_shaping(cluster: str) -> bool:
    """True for a single letter that reads to the right: it looks the same wherever it stands."""
    return len(cluster) == 1 and not joins(cluster) and not has_leftward(cluster)
