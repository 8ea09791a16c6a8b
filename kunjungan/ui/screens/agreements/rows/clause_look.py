"""How a clause looks on screen: its type, its lines, its fields."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat

from kunjungan.ui.screens.agreements.rows.clause_hints import Hint
from kunjungan.ui.theme.fonts import clause_font
from kunjungan.ui.theme.palette import current_tokens

LINE = 1.46
"""Line height in letters' height: 19 to 13, 21 to 14."""
BAR = "\N{BOX DRAWINGS LIGHT VERTICAL}"
"""Stands for the bar that parts the cells of a table."""


@dataclass(frozen=True, slots=True)
class ClauseLook:
    """Letters ``pixels`` high; a heading stands bold in the middle.

    In a ``table`` the bars between cells are drawn apart from the words, the cells of its head
    ``bold``. ``rtl`` is for a language that is written from right to left.
    """

    pixels: int = 13
    heading: bool = False
    bold: bool = False
    table: bool = False
    rtl: bool = False

    @property
    def line(self) -> int:
        """The height of a line in pixels."""
        return round(self.pixels * LINE)

    def face(self) -> QFont:
        """Return the typeface."""
        made = clause_font(self.pixels)
        made.setBold(self.heading or self.bold)
        return made

    def block(self) -> QTextBlockFormat:
        """Return the paragraph's lines and where they stand."""
        made = QTextBlockFormat()
        made.setLineHeight(self.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.heading:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if self.rtl:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made


def field_format() -> QTextCharFormat:
    """Return the look of a place that the program fills in: tinted and underlined."""
    tokens = current_tokens()
    made = QTextCharFormat()
    made.setBackground(QColor(tokens.accent_soft))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(QColor(tokens.accent_line))
    return made


def bar_format() -> QTextCharFormat:
    """Return the look of the bar that parts the cells of a table: quieter than words."""
    made = QTextCharFormat()
    made.setForeground(QColor(current_tokens().stroke))
    return made


def hint_format(hint: Hint) -> QTextCharFormat:
    """Return the line under words that somebody should look at."""
    tokens = current_tokens()
    wave, dots = (
        QTextCharFormat.UnderlineStyle.WaveUnderline,
        QTextCharFormat.UnderlineStyle.DotLine,
    )
    line, colour = {
        "field": (wave, tokens.bad),
        "term": (wave, tokens.warn),
        "spelling": (dots, tokens.text3),
    }[hint.kind]
    made = QTextCharFormat()
    made.setUnderlineStyle(line)
    made.setUnderlineColor(QColor(colour))
    return made
