"""What a move or a slip would do, a line each with its colour."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.check_lines import CheckLine
from kunjungan.ui.dates import told_words
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.layouts import emptied


class CheckLines(QWidget):
    """Lines that screen readers hear, too; out of sight while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.hide()

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines instead of the former ones."""
        emptied(self._lines)
        words = [told_words(line.text, line.values) for line in lines]
        for line, text in zip(lines, words, strict=True):
            self._lines.addWidget(Notice(Tone(line.tone), text, self))
        self.setAccessibleName("; ".join(words))
        self.setVisible(bool(words))
