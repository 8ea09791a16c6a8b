"""Dresses the application: style, type, palette and stylesheet in one go."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kunjungan.ui.theme.focus import FocusRing
from kunjungan.ui.theme.fonts import carry_fonts, font
from kunjungan.ui.theme.palette import palette
from kunjungan.ui.theme.style import HouseStyle
from kunjungan.ui.theme.stylesheet import stylesheet
from kunjungan.ui.theme.tokens import DARK, LIGHT, Tokens


class ThemeChoice(StrEnum):
    """What the desk asked for; SYSTEM follows Windows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def dress(app: QApplication, choice: ThemeChoice) -> None:
    """Give a fresh application our style, type and colours; once, before the first window."""
    carry_fonts()
    app.setStyle(HouseStyle())
    app.setFont(font())
    FocusRing(app)
    recolour(app, choice)


def recolour(app: QApplication, choice: ThemeChoice) -> None:
    """Change the colours of a dressed application; icons follow when a window is rebuilt.

    Under the system's high contrast its own palette stays, without our stylesheet.
    """
    if wants_high_contrast(app):
        app.setStyleSheet("")
        app.setPalette(app.style().standardPalette())
        return
    tokens = tokens_for(app, choice)
    sheet = stylesheet(tokens)
    if app.styleSheet() != sheet:
        app.setPalette(palette(tokens))
        app.setStyleSheet(sheet)


def wants_high_contrast(app: QApplication) -> bool:
    """Return whether the person asked the system for high contrast."""
    hints = app.styleHints()  # held by name: PySide 6.11 lets the answer go with it
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def tokens_for(app: QApplication, choice: ThemeChoice) -> Tokens:
    """Return the colour set of a choice, asking the system where it is to decide."""
    if choice is ThemeChoice.SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT
