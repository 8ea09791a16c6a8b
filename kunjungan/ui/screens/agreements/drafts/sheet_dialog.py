"""The clearance sheet as it will be printed, with the ways to bring it to paper."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.agreements import agreement_form
from kunjungan.services.drafts.clearance_sheet import (
    clearance_name,
    clearance_pdf,
    write_clearance,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper


class SheetDialog(PaperDialog):
    """Preview, printer and file of an agreement's clearance sheet."""

    def __init__(self, context: ScreenContext, view: AgreementView, parent: QWidget) -> None:
        office = context.office
        sheet = PlainPaper(
            title=tr("Clearance sheet"),
            verb=tr("Print the sheet"),
            printed=tr("Clearance sheet printed"),
            paper=agreement_form(office, view.id).paper,
            make=lambda paper: partial(clearance_pdf, office, view.id, paper),
            name=lambda: clearance_name(office, view.id),
            write=lambda path, paper: write_clearance(office, view.id, path, paper),
        )
        super().__init__(context, sheet, parent)
