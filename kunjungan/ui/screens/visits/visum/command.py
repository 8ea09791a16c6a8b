"""Opens the visum register of a visit, and from it the printing of visums."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.visum.dialog import VisumDialog


def open_visum(context: ScreenContext, visit_id: UUID, parent: QWidget) -> None:
    """Show who signed the list and the visum of each."""
    with refusals_shown(parent):
        dialog = VisumDialog(context, visit_id, parent)
        dialog.exec()
        wanted = dialog.prints
        dialog.deleteLater()
        if wanted:
            action = context.commands["pack.open"]
            action.setData(wanted)
            action.trigger()
