"""Letters that no eye sees: how they are named, and how pasted words are rid of them."""

import unicodedata
from collections.abc import Iterable

_UNSEEN = frozenset({"Cf", "Cc", "Zl", "Zp", "Mn", "Co", "Cn", "Cs"})


def named(letters: Iterable[str]) -> str:
    """Return letters one after the other, those one cannot see by their number: ``U+200B``."""
    return " ".join(
        f"U+{ord(letter):04X}" if unicodedata.category(letter) in _UNSEEN else letter
        for letter in letters
    )


def without_unseen(text: str) -> str:
    """Return a text without the marks that word processors hide in it, its spaces as they were."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
