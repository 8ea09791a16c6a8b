"""Words on screen: English sentences in the code, other languages in ``i18n/``.

Words on paper never come here; they are ``Bilingual`` and carry both languages at once.
"""

import gettext
from pathlib import Path

_words = gettext.NullTranslations()


def use_language(catalogue: Path | None) -> None:
    """Switch the screen to a compiled catalogue such as ``i18n/id.mo``; None is English."""
    global _words
    if catalogue is None:
        _words = gettext.NullTranslations()
        return
    with catalogue.open("rb") as file:
        _words = gettext.GNUTranslations(file)


def tr(message: str, /, **values: object) -> str:
    """Return ``message`` in the screen's language with its named places filled."""
    said = _words.gettext(message) if message else ""
    return said.format(**values)


def later(message: str, /) -> str:
    """Return ``message`` unchanged but marked for translation; whoever shows it calls ``tr``."""
    return message
