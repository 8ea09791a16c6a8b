"""Opens the travel of a delegation, and from it the printing of the travel sheets."""

from PySide6.QtWidgets import QWidget

from kunjungan.services.delegation_lines import DelegationLine
from kunjungan.services.overview import VisitOverview
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.messages import refusals_shown
from kunjungan.ui.screens.visits.travel.dialog import TravelDialog


def open_travel(
    context: ScreenContext, seen: VisitOverview, line: DelegationLine, parent: QWidget
) -> None:
    """Show how a delegation comes, sleeps and goes, to be changed."""
    with refusals_shown(parent):
        dialog = TravelDialog(context, seen, line, parent)
        dialog.exec()
        wanted = dialog.prints
        dialog.deleteLater()
        if wanted:
            action = context.commands["pack.open"]
            action.setData("travel")
            action.trigger()
