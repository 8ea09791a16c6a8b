"""The columns of the signing sheet."""

from collections.abc import Callable

from kunjungan.i18n import tr
from kunjungan.services.signing import SignatureLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column


def columns(who: Callable[[SignatureLine], Cell]) -> list[Column[SignatureLine]]:
    """Return the columns; ``who`` draws the first one, with its tick."""
    return [
        Column(tr("Signatory"), who),
        Column(tr("Duty stamp"), _stamp, width=170),
        Column(tr("Signed on"), _when, width=130),
        Column(tr("Place"), lambda line: line.place, width=110, hide_below=640),
        Column(tr("How"), _how, width=150, hide_below=740),
    ]


def key_of(line: SignatureLine) -> tuple[int, int]:
    """Return what tells a signature from the others: original and party."""
    return line.original_no, line.seq


def _stamp(line: SignatureLine) -> Cell:
    if not line.over_stamp:
        return Cell("—", quiet=True)
    return Cell("", chip=ChipText(tr("over the stamp"), Tone.INFO))


def _when(line: SignatureLine) -> Cell:
    if line.on is None:
        return Cell("", chip=ChipText(tr("due"), Tone.WARN))
    return Cell(short_day(line.on, year=True))


def _how(line: SignatureLine) -> str:
    return label(line.medium) if line.medium else ""
