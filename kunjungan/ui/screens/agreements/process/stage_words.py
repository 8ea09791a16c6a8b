"""Stages and limits in words: what stands in a chip, on the quiet line, in the tip."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.domain.standing import StageState
from kunjungan.i18n import tr
from kunjungan.services.process.deadlines import Due
from kunjungan.services.process.stage_lines import StageLine
from kunjungan.services.process.stages import Progress
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import label, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

SOON = 5
"""From how many working days before its end a limit is shown as near (office practice)."""
BETWEEN = " · "
_TONES: Mapping[StageState, Tone] = MappingProxyType(
    {
        StageState.STARTED: Tone.INFO,
        StageState.DONE: Tone.OK,
        StageState.PASSED: Tone.WARN,
        StageState.NOT_REQUIRED: Tone.NEUTRAL,
    }
)


def state_chip(line: StageLine) -> ChipText | None:
    """Return the chip of a stage: overdue, done without its evidence, its state; none while open.

    Only stages that wait have a limit.
    """
    if line.due is not None and line.due.left <= SOON:
        return due_chip(line.due)
    if line.lacking:
        return ChipText(tr("Done, evidence missing"), Tone.WARN)
    tone = _TONES.get(line.state)
    return ChipText(label(line.state), tone) if tone else None


def due_chip(due: Due) -> ChipText:
    """Return how near a limit is."""
    tone = Tone.BAD if due.overdue else Tone.WARN if due.left <= SOON else Tone.NEUTRAL
    return ChipText(left_words(due), tone)


def left_words(due: Due) -> str:
    """Return how many working days are left, or since when a limit is over."""
    one = abs(due.left) == 1
    if due.overdue:
        return (
            tr("1 working day overdue")
            if one
            else tr("{count} working days overdue", count=-due.left)
        )
    if due.left == 0:
        return tr("Due today")
    return tr("1 working day left") if one else tr("{count} working days left", count=due.left)


def due_words(due: Due) -> str:
    """Return the last day of a limit, with what is left of it unless a chip says so."""
    day = short_day(due.on, year=True)
    words = tr("by {day}", day=day)
    return words if due.left <= SOON else f"{words} ({left_words(due)})"


def quiet_words(line: StageLine) -> str:
    """Return the line under a stage's name: since when or until when, by what law, why."""
    parts = []
    if line.on is not None:
        parts.append(short_day(line.on, year=True))
    if line.due is not None:
        parts.append(due_words(line.due))
    parts += [law_words(line), line.reason]
    if line.missing and (line.lacking or line.state is StageState.STARTED):
        parts.append(tr("missing: {what}", what=names(line)))
    return BETWEEN.join(part for part in parts if part)


def law_words(line: StageLine) -> str:
    """Return what asks for a stage: articles, or the practice of offices."""
    law = screen_side(line.law)
    if not line.practice:
        return law
    return BETWEEN.join(part for part in (law, tr("office practice")) if part)


def names(line: StageLine) -> str:
    """Return what is missing of a stage's evidence."""
    return ", ".join(screen_side(each) for each in line.missing)


def progress_words(progress: Progress) -> str:
    """Return how many stages of the path are behind."""
    return tr("{count} of {total}", count=progress.left, total=len(progress.awaited))
