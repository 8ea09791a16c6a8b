"""How letters are spoken of on their screen."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kunjungan.domain.visit_letters import LetterState
from kunjungan.i18n import later, tr
from kunjungan.services.letters.lines import LetterLine, RequestLine
from kunjungan.ui.dates import short_day
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

TONGUES: Mapping[str, str] = MappingProxyType(
    {"id": later("Indonesian"), "en": later("English"), "both": later("Both languages")}
)
_STATES: Mapping[LetterState, tuple[str, Tone]] = MappingProxyType(
    {
        LetterState.DRAFT: (later("Draft"), Tone.NEUTRAL),
        LetterState.STALE: (later("Draft, names another day"), Tone.WARN),
        LetterState.SENT: (later("Sent {day}"), Tone.OK),
        LetterState.DUE: (later("Answer due {day}"), Tone.INFO),
        LetterState.OVERDUE: (later("Answer overdue since {day}"), Tone.BAD),
        LetterState.ANSWERED: (later("Answered {day}"), Tone.OK),
        LetterState.RESEND: (later("To be sent again"), Tone.WARN),
    }
)


def letter_chip(line: LetterLine) -> ChipText:
    """Return how a letter stands, in a word and its day."""
    words, tone = _STATES[line.state]
    days = {
        LetterState.SENT: line.sent_on,
        LetterState.DUE: line.answer_by,
        LetterState.OVERDUE: line.answer_by,
        LetterState.ANSWERED: line.answered_on,
    }
    return ChipText(tr(words, day=_day(days.get(line.state))), tone)


def request_chip(line: RequestLine, today: date) -> ChipText:
    """Return whether a letter of request was answered, or by when it should be."""
    if line.answered_on is not None:
        return ChipText(tr("Answered {day}", day=_day(line.answered_on)), Tone.OK)
    if line.due_on is None:
        return ChipText(tr("No answer yet"), Tone.WARN)
    if line.due_on < today:
        return ChipText(tr("Answer overdue since {day}", day=_day(line.due_on)), Tone.BAD)
    return ChipText(tr("Answer due {day}", day=_day(line.due_on)), Tone.WARN)


def _day(day: date | None) -> str:
    """Return a day without its weekday: 25 Aug 2022."""
    return short_day(day, year=True).rsplit(", ", 1)[-1] if day else ""
