"""The papers after a visit as they will be printed, with the ways to bring them to paper."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office_settings import office_settings
from kunjungan.services.visit_day.papers import (
    AfterPaper,
    after_name,
    after_pdf,
    wants_english,
    write_after,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper
from kunjungan.ui.widgets.fields import ChoiceField


class AfterPaperDialog(PaperDialog):
    """Preview, printer and file of a visit report or a Berita Acara."""

    def __init__(
        self, context: ScreenContext, visit_id: UUID, kind: AfterPaper, parent: QWidget
    ) -> None:
        office = context.office
        english = ChoiceField([(False, tr("Indonesian")), (True, tr("Indonesian and English"))])
        english.set_value(wants_english(office, visit_id))
        report = kind is AfterPaper.REPORT
        content = PlainPaper(
            title=tr("Visit report") if report else tr("Official report (Berita Acara)"),
            verb=tr("Print the report"),
            printed=tr("Report printed"),
            paper=office_settings(office).paper,
            make=lambda paper: partial(
                after_pdf, office, visit_id, kind, paper, english=english.value()
            ),
            name=lambda: after_name(office, visit_id, kind),
            write=lambda path, paper: write_after(
                office,
                visit_id,
                kind,
                path,
                after_pdf(office, visit_id, kind, paper, english=english.value()),
            ),
            choices=((tr("Language"), english),),
        )
        super().__init__(context, content, parent)
        self.english = english
