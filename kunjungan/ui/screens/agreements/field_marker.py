"""Marks the fields in a text that is being typed."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from kunjungan.domain.richtext import fields_in
from kunjungan.ui.screens.agreements.clause_look import field_format
from kunjungan.ui.theme.palette import current_tokens


class FieldMarker(QSyntaxHighlighter):
    """Marks fields, known and unknown, in a text that is being typed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.known: frozenset[str] = frozenset()

    @override
    def highlightBlock(self, text: str) -> None:
        for name in fields_in(text):
            place = f"{{{name}}}"
            look = field_format() if name in self.known else _unknown_format()
            at = text.find(place)
            while at >= 0:
                self.setFormat(at, len(place), look)
                at = text.find(place, at + len(place))


def _unknown_format() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(QColor(current_tokens().bad))
    return made
