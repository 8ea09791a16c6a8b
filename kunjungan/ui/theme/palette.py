"""Turns a colour set into Qt's palette, and finds the set in force again from it."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from kunjungan.ui.theme.tokens import DARK, LIGHT, Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a colour set, disabled texts quieter."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(_Group.Disabled, role, QColor(tokens.text3))
    return made


def current_tokens() -> Tokens:
    """Return the colour set that the program is drawn in now."""
    window = QGuiApplication.palette().color(_Role.Window)
    return DARK if window.lightness() < 128 else LIGHT


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.bg,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.sunken,
        _Role.Text: tokens.text,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.on_accent,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent_text,
        _Role.LinkVisited: tokens.accent_text,
        _Role.PlaceholderText: tokens.text3,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.border,
        _Role.Dark: tokens.stroke,
        _Role.Shadow: tokens.stroke,
    }
