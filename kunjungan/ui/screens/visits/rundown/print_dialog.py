"""The papers of a rundown as they will be printed: for whom, in which language, on what sheet."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.domain.paper import Paper
from kunjungan.i18n import tr
from kunjungan.services.office_settings import office_settings
from kunjungan.services.overview import VisitOverview
from kunjungan.services.rundown.papers import (
    RundownChoice,
    rundown_name,
    rundown_pdf,
    write_rundown,
)
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper
from kunjungan.ui.screens.visits.words import body_name
from kunjungan.ui.widgets.fields import ChoiceField


class RundownPrintDialog(PaperDialog):
    """Preview, printer and file of a visit's rundown."""

    def __init__(self, context: ScreenContext, seen: VisitOverview, parent: QWidget) -> None:
        office = context.office
        self.version = ChoiceField(
            [("guests", tr("Programme for guests")), ("operators", tr("Rundown for operators"))]
        )
        self.side = ChoiceField(
            [("both", tr("Both languages")), ("id", tr("Indonesian")), ("en", tr("English"))]
        )
        bodies = [(line.id, body_name(line)) for line in seen.delegations]
        self.delegation = ChoiceField([(None, tr("All delegations")), *bodies])
        self.sheet = ChoiceField(
            [(None, tr("As usual")), (False, tr("Upright")), (True, tr("Across"))]
        )
        sheet = PlainPaper(
            title=tr("Print rundown"),
            verb=tr("Print"),
            printed=tr("Rundown printed"),
            paper=office_settings(office).paper,
            make=lambda paper: partial(rundown_pdf, office, seen.id, self._choice(paper)),
            name=lambda: rundown_name(office, seen.id, self._choice(None)),
            write=lambda path, paper: write_rundown(office, seen.id, path, self._choice(paper)),
            choices=(
                (tr("For"), self.version),
                (tr("Language"), self.side),
                (tr("Delegation"), self.delegation),
                (tr("Sheet"), self.sheet),
            ),
        )
        super().__init__(context, sheet, parent)

    def _choice(self, paper: Paper | None) -> RundownChoice:
        return RundownChoice(
            self.version.value(),
            self.side.value(),
            self.delegation.value(),
            paper,
            self.sheet.value(),
        )
