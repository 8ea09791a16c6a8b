"""Shows the article that a row belongs to, whole and in both languages."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.domain.richtext import Rich
from kunjungan.i18n import tr
from kunjungan.ui.screens.agreements.writing.borrow_table import LentLine, Values, filled
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.palette import current_tokens
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.widgets.layouts import scrolling

_PAD = 12


class BorrowPreview(QFrame):
    """Both languages side by side, fields as this agreement would fill them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.words = set_role(QLabel(self), TextRole.BODY)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        self._pane = scrolling(self.words, self)
        self._pane.setAccessibleName(tr("Preview"))
        layout.addWidget(self._pane)

    def show_lines(self, lines: Sequence[LentLine], current: int, values: Values) -> None:
        """Show rows of a text, the one at the place ``current`` marked; none leaves it empty."""
        rows = "".join(_row(line, values, here=line.place == current) for line in lines)
        table = f'<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>'
        self.words.setText(table if lines else "")
        self.words.setAccessibleName(" ".join(line.row.text.id for line in lines))
        self._pane.verticalScrollBar().setValue(0)


def _row(line: LentLine, values: Values, *, here: bool) -> str:
    fill = f' bgcolor="{current_tokens().sel}"' if here else ""
    cells = "".join(f'<td width="50%" valign="top">{cell}</td>' for cell in _cells(line, values))
    return f"<tr{fill}>{cells}</tr>"


def _cells(line: LentLine, values: Values) -> Iterator[str]:
    sides: tuple[Language, ...] = ("id", "en")
    for side in sides:
        mark, words = escape(line.row.marker.side(side)), _html(filled(line, side, values))
        if line.heading:
            yield f"<center><b>{mark}<br>{words}</b></center>"
        elif not words:
            yield f"{mark} <i>{escape(tr('Not translated yet'))}</i>"
        else:
            yield f"{mark} {words}".strip()


def _html(text: Rich) -> str:
    parts = []
    for span in text:
        words = escape(span.text)
        words = f"<b>{words}</b>" if span.bold else words
        parts.append(f"<i>{words}</i>" if span.italic else words)
    return "".join(parts)
