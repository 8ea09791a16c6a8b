"""Names of files that every system keeps as they are."""

import re
import unicodedata
from collections.abc import Collection

MAX_NAME = 120
"""Characters of a file name, its suffix included: Explorer and Word stop at 260 for a path."""
MAX_NAME_BYTES = 240
"""Bytes of a file name: Linux stops at 255, and ``.part`` must still fit."""
NO_NAME = "dokumen"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
_DEVICES = re.compile(
    r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", re.IGNORECASE
)


def safe_file_name(text: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return a name made of ``text`` that Windows, macOS and Linux all keep as it is.

    Names in ``taken`` are avoided without regard to case, by a number in brackets.
    """
    words = " ".join(_FORBIDDEN.sub("-", unicodedata.normalize("NFC", text)).split())
    used = {name.casefold() for name in taken}
    number = 1
    while (
        name := _fitted(words, "" if number == 1 else f" ({number})", suffix)
    ).casefold() in used:
        number += 1
    return name


def _fitted(words: str, mark: str, suffix: str) -> str:
    """Return words, mark and suffix as one name, the words cut to what fits."""
    stem = words.strip(" .") or NO_NAME
    stem = f"_{stem}" if _DEVICES.match(stem) else stem
    stem = stem[: MAX_NAME - len(mark) - len(suffix)]
    while len(f"{stem}{mark}{suffix}".encode()) > MAX_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip(' .')}{mark}{suffix}"
