"""Asks for files and for what they are, and keeps them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.domain.errors import OfficeError
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.process.attaching import Attaching, attach_all
from kunjungan.services.process.file_form import FileForm
from kunjungan.services.process.intake import refusal_of
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.files import in_documents
from kunjungan.ui.labels import refusal_words
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.screens.agreements.process.file_words import Purpose, names_words, purposes
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.banner import Notice
from kunjungan.ui.widgets.confirm import tell
from kunjungan.ui.widgets.date_field import DateField
from kunjungan.ui.widgets.fields import ChoiceField, LineField
from kunjungan.ui.widgets.form_dialog import FormDialog


class FileFields:
    """The fields that say what a file is, in a form."""

    def __init__(self, office: Office, agreement_id: UUID, form: FormDialog) -> None:
        self.name = LineField()
        self.what = ChoiceField(purposes(office, agreement_id))
        self.number = LineField()
        self.on = DateField()
        self._form = form

    def lay_out(self, *, named: bool) -> None:
        """Put the fields into the form; a name only where there is one file."""
        if named:
            self._form.add(tr("Name"), self.name, needed=True)
        self._form.add(tr("What it is"), self.what)
        self._form.add_pair(
            (tr("Number on it"), self.number), (tr("Date of the document"), self.on)
        )

    def show(self, form: FileForm) -> None:
        """Show what is said of a file."""
        self.name.set_value(form.name)
        self.what.set_value(Purpose(form.stage, form.document, form.original_no))
        self.number.set_value(form.number)
        self.on.show_day(form.on)

    def form(self, version: int = 0) -> FileForm:
        """Return what was entered."""
        what: Purpose = self.what.value() or Purpose()
        return FileForm(
            self.name.value(),
            what.stage,
            what.document,
            self.number.value(),
            self.on.day(),
            what.original_no,
            version,
        )


class AttachDialog:
    """What one file is, or several at once; those that cannot be kept are told before."""

    def __init__(
        self,
        context: ScreenContext,
        agreement_id: UUID,
        paths: Sequence[Path],
        purpose: Purpose,
        parent: QWidget,
    ) -> None:
        self._context = context
        self._agreement = agreement_id
        self._parent = parent
        self._refused = _refusals(context.office, paths)
        self.good = [path for path in paths if path not in self._refused]
        count = len(self.good)
        self.dialog = FormDialog(
            tr("Attach a file") if count == 1 else tr("Attach {count} files", count=count),
            tr("Attach"),
            parent,
            intro="" if count == 1 else names_words([path.name for path in self.good]),
        )
        self.fields = FileFields(context.office, agreement_id, self.dialog)
        for refusal in self._refused.values():
            self.dialog.add_widget(Notice(Tone.BAD, refusal_words(refusal), self.dialog))
        self.fields.lay_out(named=count == 1)
        name = self.good[0].name if count == 1 else ""
        self.fields.show(
            FileForm(name, purpose.stage, purpose.document, original_no=purpose.original_no)
        )

    def run(self) -> bool:
        """Ask, and keep the files elsewhere while the person goes on; False when given up."""
        if not self.good:
            self._tell([refusal_words(refusal) for refusal in self._refused.values()])
            return False
        return self.dialog.run(self._keep)

    def _keep(self) -> None:
        office, form = self._context.office, self.fields.form()
        self._context.background.run(
            lambda: attach_all(office, self._agreement, self.good, form),
            done=self._told,
            refused=partial(show_refusal, self._parent),
            owner=self._parent,
        )

    def _told(self, done: Attaching) -> None:
        """Say what was kept, what was kept before, and what could not be."""
        fresh = [each.name for each in done.kept if not each.again]
        again = [each.name for each in done.kept if each.again]
        if fresh:
            self._context.toast(tr("Attached: {names}", names=names_words(fresh)), undo=True)
        told = [tr("Kept before, not added again: {name}", name=name) for name in again]
        told += [refusal_words(refusal) for refusal in done.refused]
        told += [tr(r.message, **r.values) for each in done.kept for r in each.remarks]
        if told:
            self._tell(told)

    def _tell(self, words: Sequence[str]) -> None:
        tell(self._parent, tr("About these files"), "\n\n".join(words), Tone.WARN)


def ask_attach(
    context: ScreenContext,
    agreement_id: UUID,
    parent: QWidget,
    *,
    stage: str = "",
    document: str = "",
    paths: Sequence[Path] = (),
) -> bool:
    """Ask for files of an agreement and keep them; False when the person gave up.

    ``paths`` are files that were dropped, without any a dialog asks for them. Copying goes on
    elsewhere; what comes of it is told when it is done.
    """
    chosen = list(paths) or _chosen(parent)
    if not chosen:
        return False
    return AttachDialog(context, agreement_id, chosen, Purpose(stage, document), parent).run()


def ask_scan(context: ScreenContext, agreement_id: UUID, original_no: int, parent: QWidget) -> bool:
    """Ask for scans of a signed original and keep them; False when the person gave up."""
    chosen = _chosen(parent)
    purpose = Purpose(original_no=original_no)
    return bool(chosen) and AttachDialog(context, agreement_id, chosen, purpose, parent).run()


def _chosen(parent: QWidget) -> list[Path]:
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Attach files"), in_documents())
    return [Path(name) for name in chosen]


def _refusals(office: Office, paths: Sequence[Path]) -> dict[Path, OfficeError]:
    looked = ((path, refusal_of(office, path)) for path in paths)
    return {path: refusal for path, refusal in looked if refusal is not None}
