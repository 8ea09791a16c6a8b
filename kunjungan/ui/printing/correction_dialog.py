"""Asks what a ruler says of a printer's test page, and keeps the correction that follows."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kunjungan.domain.print_correction import (
    ACROSS_MM,
    CORNER_MM,
    DOWN_MM,
    Correction,
    Measured,
    correction,
)
from kunjungan.i18n import tr
from kunjungan.ui.desk import Desk
from kunjungan.ui.printing.corrections import correction_of, keep_correction
from kunjungan.ui.widgets.buttons import button
from kunjungan.ui.widgets.fields import MeasureField
from kunjungan.ui.widgets.form_dialog import FormDialog


class CorrectionDialog:
    """Four measures of the ruled page, in mm; true ones take the correction away."""

    def __init__(
        self, desk: Desk, printer: str, print_page: Callable[[], object], parent: QWidget
    ) -> None:
        self._desk = desk
        self._printer = printer
        intro = tr(
            "Print the test page without scaling, then measure it with a ruler. The correction "
            "holds for this printer on this computer."
        )
        title = tr("Correction of {printer}", printer=printer)
        self.dialog = FormDialog(title, tr("Keep correction"), parent, intro=intro, writes=False)
        self.dialog.add_widget(button(tr("Print the test page"), print_page, parent=self.dialog))
        self.fields = [MeasureField() for _ in range(4)]
        left, top, across, down = self.fields
        self.dialog.add_pair(
            (tr("A, from the left edge (mm)"), left), (tr("B, from the top edge (mm)"), top)
        )
        self.dialog.add_pair((tr("C, level line (mm)"), across), (tr("D, upright line (mm)"), down))
        for field, value in zip(self.fields, _measures(correction_of(desk, printer)), strict=True):
            field.set_value(round(value, 1))  # finer than a ruler

    def save(self) -> None:
        """Keep the correction; RuleBroken for measures that no printer gives."""
        usual = (CORNER_MM, CORNER_MM, ACROSS_MM, DOWN_MM)
        found = [
            default if (seen := field.value()) is None else seen
            for field, default in zip(self.fields, usual, strict=True)
        ]
        keep_correction(self._desk, self._printer, correction(Measured(*found)))


def _measures(made: Correction) -> tuple[float, float, float, float]:
    """Return what a ruler had said before this correction was made."""
    across, down = 1 / made.across, 1 / made.down
    return (
        CORNER_MM * across - made.x_mm * across,
        CORNER_MM * down - made.y_mm * down,
        ACROSS_MM * across,
        DOWN_MM * down,
    )
