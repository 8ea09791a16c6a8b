"""A kept file in all its particulars: what it is, how it looks, who signed it electronically."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.domain.file_kinds import PDF
from kunjungan.i18n import tr
from kunjungan.services.process.file_lines import FileLine, file_line
from kunjungan.services.process.files import edit_file, file_form
from kunjungan.services.process.signature_report import SignatureReport
from kunjungan.services.process.signed_files import report_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.screens.agreements.process.attach_dialog import FileFields
from kunjungan.ui.screens.agreements.process.file_preview import FilePreview
from kunjungan.ui.screens.agreements.process.signature_words import Line, report_lines
from kunjungan.ui.sizes import size_words
from kunjungan.ui.theme.fonts import TextRole
from kunjungan.ui.theme.roles import set_role
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.cards import Fact, FactsList
from kunjungan.ui.widgets.form_dialog import FormDialog
from kunjungan.ui.widgets.layouts import column, emptied, framed, row

_WIDTH = 620
_SHOWN = 16
"""So many characters of a fingerprint are shown; all of them can be copied from the tip."""


class FileDialog:
    """The fields of a file, and beside its picture what is known of its content."""

    def __init__(self, context: ScreenContext, file_id: UUID, parent: QWidget) -> None:
        self._context = context
        self._id = file_id
        office = context.office
        self.line = file_line(office, file_id)
        self.before = file_form(office, file_id)
        self.dialog = FormDialog(tr("File"), tr("Save"), parent)
        self.dialog.setMinimumWidth(_WIDTH)
        self.fields = FileFields(office, self.line.agreement_id, self.dialog)
        self.signatures = QVBoxLayout()
        self.signatures.setSpacing(4)
        self._lay_out()
        self._read()

    def run(self) -> bool:
        """Show it until it is saved (True) or closed (False)."""
        saved = self.dialog.run(self._save)
        self.dialog.deleteLater()
        return saved

    def _save(self) -> None:
        form = self.fields.form(self.before.version)
        if form != self.before:
            edit_file(self._context.office, self._id, form)

    def _lay_out(self) -> None:
        self.fields.lay_out(named=True)
        self.fields.show(self.before)
        self.dialog.add_section(tr("Content"))
        facts = FactsList(parent=self.dialog)
        facts.show_facts(_facts(self.line))
        beside = framed(column(facts, self.signatures, None, spacing=12), self.dialog)
        preview = FilePreview(self._context, self.line, self.dialog)
        self.dialog.finished.connect(preview.let_go)
        both = row(column(preview, None), beside, spacing=14)
        both.setStretch(1, 1)
        self.dialog.add_widget(framed(both, self.dialog))

    def _read(self) -> None:
        """Look at the signatures of a PDF elsewhere."""
        if self.line.media_type != PDF:
            return
        self._say([(Tone.PLAIN, tr("Looking at the signatures…"))])
        office = self._context.office
        self._context.background.run(
            lambda: report_of(office, self._id),
            done=self._show,
            refused=self._refuse,
            owner=self.dialog,
        )

    def _show(self, report: SignatureReport) -> None:
        self._say(list(report_lines(report, self._context.office.now().tzinfo)))

    def _refuse(self, refusal: OfficeError) -> None:
        self._say([(Tone.BAD, refusal_words(refusal))])

    def _say(self, lines: list[Line]) -> None:
        emptied(self.signatures)
        for tone, words in lines:
            self.signatures.addWidget(_said(tone, words, self.dialog))


def _said(tone: Tone, words: str, parent: QWidget) -> QWidget:
    if tone is not Tone.PLAIN:
        return Notice(tone, words, parent)
    heading = set_role(QLabel(words, parent), TextRole.STRONG)
    heading.setWordWrap(True)
    return heading


def _facts(line: FileLine) -> list[Fact]:
    added = short_day(line.added_on, year=True) if line.added_on else ""
    return [
        Fact(tr("Size"), size_words(line.size)),
        Fact(tr("Kind"), line.media_type),
        Fact(tr("Kept since"), added),
        Fact(tr("Fingerprint"), f"{line.sha256[:_SHOWN]}…"),
    ]
