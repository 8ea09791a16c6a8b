"""The correction of each printer, which belongs to this desk and not to the office."""

from kunjungan.domain.print_correction import Correction
from kunjungan.ui.desk import Desk


def correction_of(desk: Desk, printer: str) -> Correction:
    """Return how pages are corrected for a printer; nothing until somebody has measured."""
    for name, x, y, across, down in desk.settings.printers:
        if name == printer:
            return Correction(x, y, across, down)
    return Correction()


def keep_correction(desk: Desk, printer: str, made: Correction) -> None:
    """Keep a printer's correction for the next start; none at all is forgotten."""
    others = tuple(row for row in desk.settings.printers if row[0] != printer)
    row = (printer, made.x_mm, made.y_mm, made.across, made.down)
    desk.change(printers=others if made.nothing else (*others, row))
