"""Asks for a file and writes the list of visits into it as it is shown."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.i18n import tr
from kunjungan.services.reception.exporting import visits_file_name, write_visits
from kunjungan.services.visit_lists import VisitLine
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import show_refusal


def export_visits(
    context: ScreenContext, lines: Sequence[VisitLine], narrowed: str, parent: QWidget
) -> None:
    """Ask for a workbook or CSV and write the visits, in the screen's language."""
    language: Language = "en" if context.desk.settings.language == "en" else "id"
    places = QStandardPaths.StandardLocation
    folder = QStandardPaths.writableLocation(places.DocumentsLocation)
    start = str(Path(folder) / visits_file_name(context.office, language))
    kinds = [tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)")]
    chosen, kind = QFileDialog.getSaveFileName(
        parent, tr("Export the list"), start, ";;".join(kinds)
    )
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.casefold() not in {".xlsx", ".csv"}:
        path = path.with_name(path.name + (".csv" if kind == kinds[1] else ".xlsx"))
    context.background.run(
        lambda: write_visits(context.office, lines, path, language, narrowed),
        done=lambda made: context.toast(tr("Exported: {name}", name=made.name)),
        refused=partial(show_refusal, parent),
        owner=parent,
    )
