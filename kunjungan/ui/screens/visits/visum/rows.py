"""The columns of the visum register."""

from datetime import tzinfo

from kunjungan.i18n import tr
from kunjungan.services.visum.register import VisumLine
from kunjungan.ui.dates import brief_day, moment_words
from kunjungan.ui.labels import screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column, Group


def visum_columns(zone: tzinfo | None) -> list[Column[VisumLine]]:
    """Return the columns: who, travel order, arrival, departure, signer, when printed."""

    def printed(line: VisumLine) -> Cell:
        if line.doubts:
            tip = "\n".join(map(tr, line.doubts))
            return Cell("", chip=ChipText(tr("Check days"), Tone.WARN), tip=tip)
        if line.printed_at is None:
            return Cell("")
        return Cell(moment_words(line.printed_at.astimezone(zone)), quiet=True)

    return [
        Column(tr("Signed the list"), _who),
        Column(tr("Travel order"), _order, width=170),
        Column(tr("Arrived"), lambda line: _day(line, "arrived_on"), width=102),
        Column(tr("Departed"), lambda line: _day(line, "departed_on"), width=102),
        Column(tr("Signed by"), _signer, width=160, hide_below=1040),
        Column(tr("Printed"), printed, width=118),
    ]


def group_of(line: VisumLine) -> Group:
    """Return the line over the guests of one institution."""
    return Group(screen_side(line.body))


def _who(line: VisumLine) -> Cell:
    title = screen_side(line.title)
    name = line.name or title
    return Cell(name, detail=title if line.name else "", checked=line.signed, tip=name)


def _order(line: VisumLine) -> Cell:
    return Cell(line.travel_order, tip=line.travel_order)


def _day(line: VisumLine, column: str) -> Cell:
    day = line.arrived_on if column == "arrived_on" else line.departed_on
    return Cell(brief_day(day, year=True) if day else "")


def _signer(line: VisumLine) -> Cell:
    post = screen_side(line.signer_post) if line.signer_post else ""
    return Cell(line.signer, detail=post)
