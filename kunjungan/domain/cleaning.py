"""Cleans text that comes from elsewhere: what is not a letter of the text goes, marks stay."""

import re
import unicodedata

_SPACES = re.compile(r"[\t\x0b\x0c \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Controls, soft hyphens, marks of width and direction, halves of letters: nothing is printed."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_JOINERS = re.compile("(?<![\u0600-\u0fff\u1000-\u10ff])[\u200c\u200d]+")
"""What joins letters of Arabic and Indic scripts says nothing between any others."""
_OWN_SIGNS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf076": "•", "\uf06e": "•",
        "\uf02d": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)  # fmt: skip
"""Word's bullets in the letters of its own typefaces, and letters that typesetters tied."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def clean(text: str) -> str:
    r"""Return a text with plain spaces and line ends, without anything that cannot be seen.

    >>> clean("PARA\u00a0PIHAK se\u00adpakat\u200b.\r\n")
    'PARA PIHAK sepakat.\n'
    """
    text = _ENDS.sub("\n", text)
    text = _JOINERS.sub("", _UNSEEN.sub("", text)).translate(_OWN_SIGNS)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _PRIVATE.sub("", text)))


def without_controls(text: str) -> str:
    r"""Return a text without controls, which are pasted unseen and which no file can hold.

    >>> without_controls("Nama\x00 Contoh")
    'Nama Contoh'
    """
    return _CONTROLS.sub("", text)
