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


def who_cell(line: SignatureLine, *, ticked: bool) -> Cell:
    """Return who signs, with a tick; who signed instead stands over whom the paper names."""
    if line.substitute is not None:
        name = line.substitute.name.full
        instead = tr("for {name}: {authority}", name=line.signatory, authority=_proof(line))
        return Cell(name, detail=instead, bold=True, checked=ticked, tip=instead)
    return Cell(line.signatory or line.party, detail=line.party, bold=True, checked=ticked)


def _proof(line: SignatureLine) -> str:
    """Return by what somebody signed in another's place: number and date, or the reason."""
    authority = line.authority
    on = short_day(authority.on, year=True) if authority.on else ""
    told = ", ".join(part for part in (authority.number, on, authority.reason) if part)
    return told or "—"


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
