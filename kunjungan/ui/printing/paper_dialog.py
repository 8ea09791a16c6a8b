"""A plain paper of the office as it will be printed, with the ways to bring it to paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.paper import Paper
from kunjungan.domain.print_correction import Correction
from kunjungan.i18n import tr
from kunjungan.services.ruled_page import ruled_page
from kunjungan.services.turning import upright_pdf
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.labels import choices, refusal_words
from kunjungan.ui.printing.job import PrintJob, print_aside
from kunjungan.ui.printing.papers import holds
from kunjungan.ui.printing.printer_box import PrinterBox
from kunjungan.ui.printing.setup import paper_lost
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button
from kunjungan.ui.widgets.fields import ChoiceField
from kunjungan.ui.widgets.form import Form
from kunjungan.ui.widgets.layouts import column, dialog_foot, framed, row, scrolling
from kunjungan.ui.widgets.page_view import PageView

_SIZE, _EDGE, _PAD = (920, 640), 40, 18
_OPTIONS = 300


@dataclass(frozen=True, slots=True)
class PlainPaper:
    """What the dialog is about: its words, and how the paper is made, named and written.

    ``make`` gives the work that sets it, to be done in the background; ``choices`` are fields
    that change what is made, with their labels; ``printed`` is said when it has come out.
    ``upright`` makes what the printer gets of a page that lies on its side.
    """

    title: str
    verb: str
    printed: str
    paper: Paper
    make: Callable[[Paper], Callable[[], bytes]]
    name: Callable[[], str]
    write: Callable[[Path, Paper], Path]
    choices: tuple[tuple[str, ChoiceField], ...] = ()
    upright: Callable[[Paper], bytes] | None = None


class PaperDialog(QDialog):
    """Preview, printer and file.

    Signals:
        finished_with: It was printed or saved; carries what to say about it.
    """

    finished_with = Signal(str)

    def __init__(self, context: ScreenContext, content: PlainPaper, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._content = content
        self._pdf = b""
        self._looks = 0
        self.paper = ChoiceField(choices(Paper))
        self.paper.set_value(content.paper)
        self.printer = PrinterBox(context.desk, self.paper.value(), self)
        self._pages = PageView(context.pictures, self)
        self._notice = Notice(Tone.BAD, "", self)
        self._print = Button(content.verb, kind="primary", icon="print", parent=self)
        self._build(parent)
        self._connect()
        self.look()

    def print_paper(self) -> None:
        """Send the paper to the printer chosen."""
        turned = self._content.upright
        pdf = turned(self.paper.value()) if turned is not None else upright_pdf(self._pdf)
        self._send(pdf, self._content.printed)

    def save(self) -> None:
        """Ask for a file and write the paper into it."""
        start = in_documents(self._content.name())
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save as PDF"), start, tr("PDF document (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            made = self._content.write(path, self.paper.value())
        except OfficeError as refusal:
            self._refuse(refusal_words(refusal))
            return
        self.finished_with.emit(tr("Saved: {name}", name=made.name))
        self.accept()

    def look(self) -> None:
        """Set the paper anew as it is chosen now."""
        paper: Paper = self.paper.value()
        self.printer.show_paper(paper)
        self._pdf = b""
        self._looks += 1
        look = self._looks
        self._notice.hide()
        self._refresh()
        self._context.background.run(
            self._content.make(paper),
            done=lambda pdf: self._show_pages(pdf, look),
            refused=lambda refusal: self._refuse(refusal_words(refusal)),
            owner=self,
        )

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(self._content.title)
        room = parent.window().size()
        self.resize(min(_SIZE[0], room.width() - _EDGE), min(_SIZE[1], room.height() - _EDGE))
        self._notice.hide()
        form = Form(self)
        for label, field in self._content.choices:
            form.add(label, field)
        form.add(tr("Paper"), self.paper)
        options = column(form, self.printer, None, spacing=12, margins=(_PAD, 14, _PAD, 14))
        pane = scrolling(framed(options), self)
        pane.setFixedWidth(_OPTIONS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        both = row(pane, self._pages, spacing=0)
        both.setStretch(1, 1)
        layout.addLayout(both, 1)
        layout.addWidget(self._footer())
        self._print.setDefault(True)

    def _footer(self) -> QFrame:
        cancel = Button(tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        save = button(tr("Save as PDF…"), self.save, icon="document_pdf", parent=self)
        return dialog_foot(self._notice, None, cancel, save, self._print)

    def _connect(self) -> None:
        fields: list[Any] = [self.paper]
        fields += [field for _, field in self._content.choices]
        for field in fields:
            field.changed.connect(self.look)
        self.printer.changed.connect(self._refresh)
        self.printer.test_wanted.connect(self._print_test_page)
        self._print.clicked.connect(self.print_paper)

    def _show_pages(self, pdf: bytes, look: int) -> None:
        """Show the pages, unless something else was chosen meanwhile."""
        if look == self._looks:
            self._pdf = pdf
            self._pages.fit_width()
            self._pages.show_pdf(pdf)
            self._refresh()

    def _refresh(self) -> None:
        self._print.setEnabled(bool(self._pdf) and self.printer.info() is not None)

    def _print_test_page(self) -> None:
        """Print the ruled page as it is: a correction would hide what the printer does."""
        found = self._ready()
        if found is not None:
            page = ruled_page(self.paper.value())
            print_aside(self._context.pictures, (found[0], None), page, self._refuse)

    def _send(self, pdf: bytes, words: str) -> None:
        """Print a document; the dialog closes on the words once it has come out."""
        found = self._ready()
        if found is None:
            return
        job = PrintJob(self._context.pictures, *found, self)
        job.failed.connect(self._refuse)
        job.finished.connect(lambda: self._end(words))
        self._print.setEnabled(False)
        job.start([pdf])

    def _ready(self) -> tuple[QPrinter, Correction] | None:
        """Return the printer set up for the paper, and its correction; say so where it is gone."""
        found = self.printer.ready(self.windowTitle())
        if found is None or not holds(found[0], self.paper.value()):
            self._refuse(paper_lost(self.paper.value()))
            return None
        return found

    def _end(self, words: str) -> None:
        self.finished_with.emit(words)
        self.accept()

    def _refuse(self, why: str) -> None:
        self._notice.show_text(why)
        self._notice.show()
        self._refresh()
