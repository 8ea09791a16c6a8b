"""The two colour sets and the type scale, as data; nothing else in ui names a colour.

Source: the UX specification, section 2. Text pairs keep a contrast of 4.5, edges of 3.0.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; the word beside it always says it too."""

    PLAIN = "plain"
    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour set; every value is ``#RRGGBB``."""

    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    line: str
    stroke: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    accent_line: str
    on_accent: str
    sel: str
    ok: str
    ok_soft: str
    ok_line: str
    warn: str
    warn_soft: str
    warn_line: str
    bad: str
    bad_soft: str
    bad_line: str
    neutral_soft: str
    neutral_line: str
    preview_bg: str


LIGHT = Tokens(
    bg="#F5F4F1",
    surface="#FFFFFF",
    sunken="#ECEAE4",
    hover="#F0EEE9",
    border="#DEDBD3",
    line="#E9E6DF",
    stroke="#8F8B82",
    text="#1D2025",
    text2="#54575E",
    text3="#62656C",
    accent="#1B4F8C",
    accent_hover="#153F71",
    accent_text="#1B4F8C",
    accent_soft="#E5EDF7",
    accent_line="#B4CAE4",
    on_accent="#FFFFFF",
    sel="#DCE8F6",
    ok="#1C6638",
    ok_soft="#E2F1E7",
    ok_line="#A9D2B7",
    warn="#7F4D00",
    warn_soft="#FCF0D8",
    warn_line="#E6C88B",
    bad="#A3232B",
    bad_soft="#FBE8E7",
    bad_line="#E7B4B2",
    neutral_soft="#ECEAE4",
    neutral_line="#D2CEC5",
    preview_bg="#8D8A84",
)

DARK = Tokens(
    bg="#1A1B1E",
    surface="#232528",
    sunken="#1F2023",
    hover="#2C2E32",
    border="#3B3E43",
    line="#313438",
    stroke="#85888E",
    text="#ECEBE7",
    text2="#B9BBBF",
    text3="#A6A9AF",
    accent="#2E6BB3",
    accent_hover="#3674BF",
    accent_text="#8DBBF0",
    accent_soft="#223750",
    accent_line="#3D5F88",
    on_accent="#FFFFFF",
    sel="#263C57",
    ok="#86D3A0",
    ok_soft="#1F3828",
    ok_line="#35603F",
    warn="#F0C36B",
    warn_soft="#3B2F16",
    warn_line="#6B5527",
    bad="#F59A96",
    bad_soft="#432324",
    bad_line="#744041",
    neutral_soft="#303337",
    neutral_line="#4A4E54",
    preview_bg="#141517",
)


@dataclass(frozen=True, slots=True)
class Ink:
    """The three colours of a tone: words, fill behind them, and edge."""

    text: str
    soft: str
    line: str


def ink(tokens: Tokens, tone: Tone) -> Ink:
    """Return the colours in which ``tone`` is shown."""
    return {
        Tone.PLAIN: Ink(tokens.text, tokens.surface, tokens.border),
        Tone.NEUTRAL: Ink(tokens.text2, tokens.neutral_soft, tokens.neutral_line),
        Tone.INFO: Ink(tokens.accent_text, tokens.accent_soft, tokens.accent_line),
        Tone.OK: Ink(tokens.ok, tokens.ok_soft, tokens.ok_line),
        Tone.WARN: Ink(tokens.warn, tokens.warn_soft, tokens.warn_line),
        Tone.BAD: Ink(tokens.bad, tokens.bad_soft, tokens.bad_line),
    }[tone]


def contrast(first: str, second: str) -> float:
    """Return how far two colours stand apart, from 1 to 21 (WCAG 2.1)."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
