"""What a clipboard holds for a text: words for one clause, cleaned, or several paragraphs."""

import re
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocument

from kunjungan.domain.letters import without_unseen
from kunjungan.ui.screens.agreements.rows.clause_document import pieces_in
from kunjungan.ui.screens.agreements.rows.clause_marks import stored

_WHITE = re.compile(r"\s+")
_NUMBERED = re.compile(
    r"(pasal|article|bab|chapter)\b|\(?\w{1,4}[.)]\s|[•\-\u2013]\s", re.IGNORECASE
)
_ENDS = (".", ";", ":", "; dan", "; and")
_MOST = 200_000
"""Letters of HTML above which nobody meant one clause."""


def holds_paragraphs(mime: QMimeData) -> bool:
    """Tell whether a clipboard holds more than one clause.

    The lines of one paragraph that was wrapped, as from a PDF, are one: none of them begins with
    a number or follows an end or a blank line.
    """
    if mime.hasHtml():
        html = mime.html()
        return len(html) > _MOST or len(_lines(_read(html).toPlainText())) > 1
    text = mime.text().strip()
    lines = _lines(text)
    if len(lines) < 2 or re.search(r"\n\s*\n", text):
        return len(lines) > 1
    return any(line.endswith(_ENDS) for line in lines[:-1]) or any(
        _NUMBERED.match(line) for line in lines
    )


def clean_words(mime: QMimeData) -> str:
    """Return the words of one paragraph with their bold and italic, all else taken off."""
    if mime.hasHtml():
        pieces = pieces_in(_read(mime.html()))
        text = stored([replace(each, text=without_unseen(each.text)) for each in pieces])
    else:
        text = without_unseen(mime.text())
    return _WHITE.sub(" ", text.strip("\r\n\ufffc"))


def _read(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    return document


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip(" \t\u00a0\ufffc")]
