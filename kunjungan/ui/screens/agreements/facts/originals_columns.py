"""The columns of the originals, and of what two of them do not have alike."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from kunjungan.domain.bilingual import Bilingual
from kunjungan.domain.layouts import Layout
from kunjungan.domain.originals import StampForm
from kunjungan.i18n import tr
from kunjungan.services.agreement_view import AgreementView
from kunjungan.services.alternat import Difference
from kunjungan.services.originals import OriginalLine
from kunjungan.ui.labels import SIDES, language_word, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Cell, Column

_LEAD = 14
"""Letters shown before the first one that differs."""


def original_columns(
    view: AgreementView, form: Callable[[], StampForm]
) -> list[Column[OriginalLine]]:
    """Return number, keeper, order, stamps and state; ``form`` gives the stamp's at any time."""
    found: list[Column[OriginalLine]] = [
        Column(tr("Original"), _number, width=96),
        Column(tr("Kept by"), lambda line: line.holder),
        Column(tr("Named first"), lambda line: line.first),
        Column(tr("Side"), lambda line: tr(SIDES[line.first_signs]), width=74),
        Column(tr("Duty stamp"), lambda line: _stamps(view, form(), line)),
    ]
    if view.layout is Layout.VOLUMES:
        found.append(Column(tr("Language"), _language, width=120))
    found.append(Column(tr("State"), _state, width=118))
    return found


def difference_columns(
    other: Callable[[], Sequence[Difference]],
) -> list[Column[Difference]]:
    """Return place and both words of each difference; ``other`` gives those that must not be."""
    return [
        Column(tr("Where"), lambda each: _where(each, bad=each in other()), width=210),
        Column(tr("Originals"), _numbers, width=92),
        Column(tr("In the one"), lambda each: Cell(around(each)[0], tip=each.first)),
        Column(tr("In the other"), lambda each: Cell(around(each)[1], tip=each.second)),
    ]


def around(difference: Difference) -> tuple[str, str]:
    """Return both texts from a little before the first letter that differs."""
    one, two = (" ".join(text.split()) for text in (difference.first, difference.second))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))
    start = sum(1 for _ in same)
    if start <= _LEAD:
        return one, two
    cut = one.rfind(" ", 0, start - _LEAD) + 1
    return f"… {one[cut:]}", f"… {two[cut:]}"


def _number(line: OriginalLine) -> Cell:
    return Cell(tr("Original {number}", number=line.no), bold=True)


def _stamps(view: AgreementView, form: StampForm, line: OriginalLine) -> Cell:
    if form is StampForm.NONE or not line.stamps:
        return Cell(tr("none"), quiet=True)
    names = [party.short for party in view.parties if party.seq in line.stamps]
    words = tr("every party") if len(names) == len(view.parties) else ", ".join(names)
    return Cell(words, tip=", ".join(names))


def _language(line: OriginalLine) -> Cell:
    return Cell(language_word(line.language) or tr("all"))


def _state(line: OriginalLine) -> Cell:
    if line.printed:
        return Cell("", chip=ChipText(tr("printed"), Tone.OK))
    return Cell("", chip=ChipText(tr("not printed"), Tone.NEUTRAL))


def _where(difference: Difference, *, bad: bool) -> Cell:
    where = difference.where
    words = screen_side(where) if isinstance(where, Bilingual) else tr(where)
    return Cell(words, tone=Tone.BAD if bad else Tone.PLAIN, icon="error_circle" if bad else "")


def _numbers(difference: Difference) -> str:
    return " / ".join(str(number) for number in difference.originals)
