"""Words on screen: English sentences in the code, other languages in ``i18n/``.

Words on paper never come here; they are ``Bilingual`` and carry both languages at once.
The catalogue is read by this module alone, so that starting needs no translation library.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

_words = MappingProxyType[str, str]({})


def use_language(catalogue: Path | None) -> None:
    """Switch the screen to a catalogue such as ``i18n/id.po``, or with None back to English."""
    global _words
    text = catalogue.read_text(encoding="utf-8") if catalogue else ""
    _words = MappingProxyType({msgid: msgstr for msgid, msgstr in _entries(text) if msgid})


def tr(message: str, /, **values: object) -> str:
    """Return ``message`` in the screen's language with its named places filled."""
    return _words.get(message, message).format(**values)


def later(message: str, /) -> str:
    """Return ``message`` unchanged but marked for translation; whoever shows it calls ``tr``."""
    return message


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield the finished entries of a catalogue; fuzzy, obsolete and empty ones are left out."""
    for block in text.split("\n\n"):
        lines = block.split("\n")
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        entry = {"msgid": "", "msgstr": ""}
        key = ""
        for line in lines:
            word, _, quoted = line.partition(" ")
            if line.startswith('"'):
                quoted = line
            elif word in entry:
                key = word
            else:
                continue
            entry[key] += json.loads(quoted, strict=False)
        if entry["msgstr"]:
            yield entry["msgid"], entry["msgstr"]
