"""What can be chosen of every paper that is printed, and what is to be known about it."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kunjungan.domain.paper import Paper
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing.printer_box import PrinterBox
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.fields import CheckField, NumberField
from kunjungan.ui.widgets.layouts import emptied
from kunjungan.ui.widgets.segmented import Option, Segmented

Line = tuple[Tone, str]
"""Something to be known, and how grave it is."""


class PaperOptions(QWidget):
    """Printer, paper, copies, and whether only what has changed is wanted; laid out by each."""

    def __init__(
        self, desk: Desk, paper: Paper, most_copies: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.printer = PrinterBox(desk, paper, self)
        self.papers = Segmented([], self)
        self.show_papers(list(Paper))
        self.papers.set_value(paper.value)
        self.copies = NumberField(1, most_copies, self)
        self.only_changed = CheckField("", self)
        self._lines = QVBoxLayout()

    @property
    def paper(self) -> Paper:
        """The paper chosen."""
        return Paper(self.papers.value())

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Offer these papers."""
        self.papers.show_options([Option(each.value, each.value.upper()) for each in papers])

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Say what is to be known instead of what was said before."""
        emptied(self._lines)
        for tone, words in lines:
            self._lines.addWidget(Notice(tone, words, self))
