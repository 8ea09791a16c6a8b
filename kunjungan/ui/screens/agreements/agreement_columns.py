"""The columns of the register of agreements."""

from datetime import date

from kunjungan.domain.agreements import KINDS
from kunjungan.domain.stages import AgreementStage
from kunjungan.domain.terms import AgreementStatus
from kunjungan.i18n import tr
from kunjungan.services.agreement_lists import AgreementLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column

_BEFORE_SIGNING = frozenset({AgreementStage.DRAFT, AgreementStage.FINAL})


def columns() -> list[Column[AgreementLine]]:
    """Return the columns: place, parties, subject, numbers, days and state."""
    return [
        Column(tr("Register"), _register, width=84, sort=lambda line: line.register_no),
        Column(tr("Parties"), _parties, sort=lambda line: line.parties[1:]),
        Column(tr("Subject"), _subject, sort=lambda line: line.subject.id),
        Column(tr("Numbers"), _numbers, width=196, hide_below=900),
        Column(tr("Signed"), _signed, width=122, sort=lambda line: line.signing_on or date.max),
        Column(tr("Ends on"), _ends, width=106, hide_below=1040,
               sort=lambda line: line.ends_on or date.max),
        Column(tr("State"), _state, width=128),
    ]  # fmt: skip


def _register(line: AgreementLine) -> Cell:
    return Cell(line.register_no or "—", quiet=not line.register_no)


def _parties(line: AgreementLine) -> Cell:
    return Cell(", ".join(line.parties[1:]), detail=line.parties[0], bold=True)


def _subject(line: AgreementLine) -> Cell:
    return Cell(screen_side(line.subject), detail=label(line.kind))


def _numbers(line: AgreementLine) -> Cell:
    if not KINDS[line.kind].number_lines:
        return Cell("—", quiet=True)
    own, *others = line.numbers
    theirs = ", ".join(number for number in others if number)
    return Cell(own or tr("no number yet"), detail=theirs or tr("partner's number to follow"),
                quiet=not own)  # fmt: skip


def _signed(line: AgreementLine) -> Cell:
    if line.signing_on is None:
        return Cell("—", quiet=True)
    planned = line.stage in _BEFORE_SIGNING
    day = short_day(line.signing_on, year=True).partition(", ")[2]
    return Cell(day, detail=tr("planned") if planned else "", quiet=planned)


def _ends(line: AgreementLine) -> Cell:
    if line.ends_on is None:
        return Cell("—", quiet=True)
    return Cell(short_day(line.ends_on, year=True).partition(", ")[2])


def _state(line: AgreementLine) -> Cell:
    if line.status is AgreementStatus.DRAFT and line.untranslated:
        words = tr("untranslated: {count}", count=line.untranslated)
        return Cell("", chip=ChipText(words, Tone.BAD))
    return Cell("", chip=ChipText(label(line.status), tone(line.status)))
