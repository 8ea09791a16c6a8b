"""Files of this computer: where people keep them, what was dropped, exported and opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kunjungan.domain.bilingual import Language
from kunjungan.i18n import tr
from kunjungan.services.office import Office
from kunjungan.services.process.files import open_copy
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import show_refusal
from kunjungan.ui.widgets.confirm import tell

PICTURES = "*.png *.jpg *.jpeg *.svg *.svgz *.webp *.gif *.tif *.tiff *.bmp *.avif"
"""The kinds of pictures that are taken, as a file chooser wants them."""


def in_documents(name: str = "") -> str:
    """Return the folder in which people keep their papers, or the path of a file in it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(Path(folder) / name)


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that are dropped or dragged, perhaps none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def export_sheet(
    context: ScreenContext,
    title: str,
    name: Callable[[Office, Language], str],
    write: Callable[[Path, Language], Path],
    parent: QWidget,
) -> None:
    """Ask for a workbook or a CSV file and write it, in the screen's language."""
    language: Language = "en" if context.desk.settings.language == "en" else "id"
    kinds = [tr("Excel workbook (*.xlsx)"), tr("CSV (*.csv)")]
    start = in_documents(name(context.office, language))
    chosen, kind = QFileDialog.getSaveFileName(parent, title, start, ";;".join(kinds))
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.casefold() not in {".xlsx", ".csv"}:
        path = path.with_name(path.name + (".csv" if kind == kinds[1] else ".xlsx"))
    context.background.run(
        lambda: write(path, language),
        done=lambda made: context.toast(tr("Exported: {name}", name=made.name)),
        refused=partial(show_refusal, parent),
        owner=parent,
    )


def open_attachment(context: ScreenContext, attachment_id: UUID, parent: QWidget) -> None:
    """Open a copy of a kept file, proved on the way, in the system's viewer."""
    context.background.run(
        lambda: open_copy(context.office, attachment_id),
        done=partial(_launch, parent),
        refused=partial(show_refusal, parent),
        owner=parent,
    )


def _launch(parent: QWidget, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        words = tr(
            "This computer has no program for {name}. The file is kept as it is; "
            "export it and open it where there is one.",
            name=path.name,
        )
        tell(parent, tr("This did not work"), words)
