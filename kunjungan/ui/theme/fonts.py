"""The window's type: Segoe UI where it is, else the Noto Sans that the program carries."""

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from kunjungan.resources import resource

_SCRIPTS = ["Naskah Serif", "Naskah Han", "Naskah Arab", "Naskah Ibrani", "Naskah Thai"]
FAMILIES = ["Segoe UI", "Noto Sans", *_SCRIPTS]
CLAUSE_FAMILIES = ["Bookman Old Style", "Naskah Bonum", *_SCRIPTS]
_CARRIED = (
    "ui/NotoSans-Regular.ttf",
    "ui/NotoSans-SemiBold.ttf",
    "ui/NotoSans-Italic.ttf",
    "NaskahBonum-Regular.ttf",
    "NaskahBonum-Bold.ttf",
    "NaskahBonum-Italic.ttf",
)
_CARRIED_SCRIPTS = (
    "NaskahSerif-Regular.ttf",
    "NaskahSerif-Bold.ttf",
    "NaskahHan-Regular.otf",
    "NaskahArab-Regular.ttf",
    "NaskahArab-Bold.ttf",
    "NaskahIbrani-Regular.ttf",
    "NaskahIbrani-Bold.ttf",
    "NaskahThai-Regular.ttf",
    "NaskahThai-Bold.ttf",
)


class TextRole(StrEnum):
    """What a text is on its page; gives size and weight."""

    DISPLAY = "display"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CARD = "card"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    LABEL = "label"
    NOTE = "note"


SIZES: dict[TextRole, tuple[int, QFont.Weight]] = {
    TextRole.DISPLAY: (28, QFont.Weight.DemiBold),
    TextRole.TITLE: (20, QFont.Weight.DemiBold),
    TextRole.SUBTITLE: (17, QFont.Weight.DemiBold),
    TextRole.CARD: (14, QFont.Weight.DemiBold),
    TextRole.BODY: (13, QFont.Weight.Normal),
    TextRole.STRONG: (13, QFont.Weight.DemiBold),
    TextRole.SMALL: (12, QFont.Weight.Normal),
    TextRole.LABEL: (12, QFont.Weight.DemiBold),
    TextRole.NOTE: (11, QFont.Weight.Normal),
}


def carry_fonts() -> None:
    """Make the program's own typeface known to Qt; once, before the first window."""
    for name in _CARRIED:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))


@cache
def carry_scripts() -> None:
    """Make the typefaces of other scripts known to Qt, when the first text in one is shown."""
    for name in _CARRIED_SCRIPTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/scripts/{name}")))


def font(role: TextRole = TextRole.BODY) -> QFont:
    """Return the typeface of a role; sizes are logical pixels."""
    size, weight = SIZES[role]
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


def clause_font(pixels: int = 13) -> QFont:
    """Return the typeface of agreement texts on screen, ``pixels`` high."""
    made = QFont()
    made.setFamilies([*CLAUSE_FAMILIES, "serif"])
    made.setStyleHint(QFont.StyleHint.Serif)
    made.setPixelSize(pixels)
    return made
