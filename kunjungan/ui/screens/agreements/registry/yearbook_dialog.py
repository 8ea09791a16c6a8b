"""The register of a year as it will be printed, with the ways to bring it to paper."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kunjungan.i18n import tr
from kunjungan.services.office_settings import office_settings
from kunjungan.services.registry.exporting import (
    write_yearbook,
    yearbook_name,
    yearbook_pdf,
    yearbook_rows,
)
from kunjungan.services.registry.row import RegisterRow
from kunjungan.ui.context import ScreenContext
from kunjungan.ui.printing.paper_dialog import PaperDialog, PlainPaper
from kunjungan.ui.widgets.fields import ChoiceField


class YearbookDialog(PaperDialog):
    """Preview, printer and file of a year's register; ``year`` chooses which."""

    def __init__(self, context: ScreenContext, years: Mapping[int, int], parent: QWidget) -> None:
        office = context.office
        year = ChoiceField([(each, f"{each} ({count})") for each, count in years.items()])
        book = PlainPaper(
            title=tr("Register of a year"),
            verb=tr("Print the register"),
            printed=tr("Register printed"),
            paper=office_settings(office).paper,
            make=lambda paper: partial(yearbook_pdf, office, year.value(), paper),
            name=lambda: yearbook_name(year.value()),
            write=lambda path, paper: write_yearbook(office, year.value(), path, paper),
            choices=((tr("Year"), year),),
        )
        super().__init__(context, book, parent)
        self.year = year


def signed_years(rows: Sequence[RegisterRow]) -> dict[int, int]:
    """Return the years in which agreements were signed and how many, the last first."""
    counts = Counter(row.year for row in yearbook_rows(rows) if row.year is not None)
    return dict(sorted(counts.items(), reverse=True))
