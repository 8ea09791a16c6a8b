"""The foot of the print dialog: how much, how far, and the buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kunjungan.i18n import tr
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.buttons import Button, button


class PrintFooter(QFrame):
    """Says what will come out and carries the buttons.

    Signals:
        print_wanted: Print what is ticked.
        save_wanted: Save what is ticked as PDF files.
        blockers_wanted: Show what blocks the originals.
        cancelled: Stop, or close when nothing runs.
        sample_wanted: Print one page of what is current, to see how it comes out.
        resumed: Go on with a job that stopped.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    blockers_wanted = Signal()
    cancelled = Signal()
    sample_wanted = Signal()
    resumed = Signal()

    def __init__(self, blocking: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "sunken")
        self._words = set_role(QLabel(self), TextRole.STRONG)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.hide()
        self._failure = Notice(Tone.BAD, "", self)
        self._failure.hide()
        self._prints = True
        self.resume = Button("", icon="print", parent=self)
        self.resume.hide()
        self.resume.clicked.connect(self.resumed)
        self.sample = button(tr("Test one page"), self.sample_wanted.emit, parent=self)
        self.sample.hide()
        self.save = Button(tr("Save as PDF…"), icon="document_pdf", parent=self)
        self.cancel = Button(tr("Cancel"), parent=self)
        self.verb = Button("", icon="print", kind="primary", parent=self)
        self.verb.show_keys("Enter")
        self.verb.setDefault(True)
        self.save.clicked.connect(self.save_wanted)
        self.cancel.clicked.connect(self.cancelled)
        self.verb.clicked.connect(self._on_verb)
        self._build(blocking)

    def show_choice(self, verb: str, sheets: str, *, ready: bool, has_printer: bool) -> None:
        """Say what the main button does: prints, or saves where there is no printer."""
        self.resume.hide()
        self._words.setText(sheets or tr("Tick a paper at the left"))
        self._prints = has_printer
        self.verb.setText(verb)
        self.verb.show_icon("print" if has_printer else "document_pdf")
        self.verb.setEnabled(ready)
        self.save.setVisible(has_printer)
        self.save.setEnabled(ready)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the printer is."""
        self._words.setText(tr("Page {page} of {pages}", page=min(done + 1, total), pages=total))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_running(self, *, running: bool) -> None:
        """Show that something runs: only stopping it is possible then."""
        self._bar.setVisible(running)
        self._bar.setRange(0, 0)
        self.save.setVisible(not running and self._prints)
        self.verb.setVisible(not running)
        self.sample.setEnabled(not running)
        if running:
            self._failure.hide()
            self.resume.hide()
            self._words.setText(tr("The papers are being set"))
        self.cancel.setText(tr("Stop printing") if running else tr("Cancel"))
        self.cancel.updateGeometry()

    def show_failure(self, text: str, *, came_out: int = 0) -> None:
        """Say why it stopped, and offer to go on after the pages that came out."""
        self._failure.show_text(text)
        self._failure.setVisible(bool(text))
        self.resume.setText(tr("Go on with page {page}", page=came_out + 1))
        self.resume.setVisible(came_out > 0)

    def _on_verb(self) -> None:
        (self.print_wanted if self._prints else self.save_wanted).emit()

    def _build(self, blocking: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        if blocking:
            words = tr("The originals cannot be printed yet.")
            show = button(tr("Show why"), self.blockers_wanted.emit, kind="link", parent=self)
            line = QHBoxLayout()
            line.addWidget(Notice(Tone.BAD, words, self), 1)
            line.addWidget(show)
            layout.addLayout(line)
        layout.addWidget(self._failure)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._words, 1)
        buttons.addWidget(self._bar)
        for made in (self.resume, self.sample, self.save, self.cancel, self.verb):
            buttons.addWidget(made)
        layout.addLayout(buttons)
