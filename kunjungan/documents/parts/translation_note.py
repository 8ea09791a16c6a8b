"""The words over an unofficial translation: that it is one, and which text prevails."""

from kunjungan.documents import phrases
from kunjungan.documents.content import AgreementContent, State
from kunjungan.documents.pdf.ink import Ink
from kunjungan.documents.setting.centred import line_width, single_line
from kunjungan.documents.setting.faces import FaceKey
from kunjungan.documents.sheet import MM, Sheet

_UNDER = 6 * MM
_LEAD = 13.0
_LINES: tuple[tuple[phrases.Phrase, FaceKey, float], ...] = (
    (phrases.TRANSLATION, "bold", 10.0),
    (phrases.INDONESIAN_PREVAILS, "regular", 9.0),
)


def is_translation(content: AgreementContent) -> bool:
    """True for a text that is not signed: an unofficial translation (UU 24/2009 art 26)."""
    return content.state is State.TRANSLATION or not any(content.official)


class TranslationNote:
    """Two lines over the title of a translation, each language said in its own; else nothing."""

    def __init__(self, sheet: Sheet, content: AgreementContent) -> None:
        self._middle = sheet.middle
        self._shown = is_translation(content)
        self.height = len(_LINES) * _LEAD + _UNDER if self._shown else 0.0

    def draw(self, ink: Ink, top: float) -> None:
        """Draw it under ``top``."""
        if self._shown:
            for number, (phrase, key, size) in enumerate(_LINES):
                self._draw_line(ink, top - number * _LEAD - size * 0.75, phrase, key, size)

    def _draw_line(
        self, ink: Ink, y: float, phrase: phrases.Phrase, key: FaceKey, size: float
    ) -> None:
        lines = {
            language: single_line(ink.faces, f"{text} /" if language == "id" else text, key, size)
            for language, text in phrase.items()
        }
        widths = {language: line_width(ink.faces, line) for language, line in lines.items()}
        x = self._middle - (sum(widths.values()) + size / 3) / 2
        for language, line in lines.items():
            with ink.tagged("P", language):
                ink.line(x, y, line)
            x += widths[language] + size / 3
