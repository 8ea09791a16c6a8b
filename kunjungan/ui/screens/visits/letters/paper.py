"""A letter as it will be printed, with the ways to bring it to paper."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.letters.lines import LetterLine
from kunjungan.services.letters.papers import letter_name, letter_pdf, write_letter
from kunjungan.services.office_settings import office_settings
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.labels import label
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper


class LetterPaperDialog(PaperDialog):
    """Preview, printer and file of one letter."""

    def __init__(self, context: ScreenContext, line: LetterLine, parent: QWidget) -> None:
        office = context.office
        content = PlainPaper(
            title=label(line.kind),
            verb=tr("Print letter"),
            printed=tr("Letter printed"),
            paper=office_settings(office).paper,
            make=lambda paper: partial(letter_pdf, office, line.id, paper),
            name=lambda: letter_name(office, line.id),
            write=lambda path, paper: write_letter(office, line.id, path, paper),
        )
        super().__init__(context, content, parent)
