"""What drafts, clearances and comparisons are called on screen."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from types import MappingProxyType

from kunjungan.domain.comparing import Change
from kunjungan.domain.errors import OfficeError
from kunjungan.domain.word_changes import Fate, Part
from kunjungan.i18n import later, tr
from kunjungan.services.drafts.clearance import ClearanceStep, SameText
from kunjungan.services.drafts.comparison import RowPair
from kunjungan.services.drafts.listing import DraftLine
from kunjungan.services.drafts.words import change_words
from kunjungan.ui.dates import moment_words
from kunjungan.ui.labels import language_word, refusal_words, screen_side
from kunjungan.ui.theme.tokens import Tone
from kunjungan.ui.widgets.chips import ChipText

SHORT = 8
"""So many digits of a fingerprint stand in the foot of a paper."""
SIGNS: Mapping[Change, str] = MappingProxyType(
    {
        Change.SAME: "",
        Change.CHANGED: "\N{ALMOST EQUAL TO}",
        Change.ADDED: "+",
        Change.REMOVED: "\N{MINUS SIGN}",
        Change.MOVED: "\N{RIGHTWARDS ARROW}",
        Change.LEFT: "\N{LEFTWARDS ARROW}",
    }
)
TONES: Mapping[Change, Tone] = MappingProxyType(
    {
        Change.SAME: Tone.NEUTRAL,
        Change.CHANGED: Tone.WARN,
        Change.ADDED: Tone.OK,
        Change.REMOVED: Tone.BAD,
        Change.MOVED: Tone.INFO,
        Change.LEFT: Tone.INFO,
    }
)
_SPOKEN: Mapping[Fate, str] = MappingProxyType(
    {Fate.REMOVED: later("removed: {words}"), Fate.ADDED: later("added: {words}")}
)
_OUTCOMES: Mapping[str, tuple[str, Tone]] = MappingProxyType(
    {
        "": (later("Waiting"), Tone.NEUTRAL),
        "cleared": (later("Cleared"), Tone.OK),
        "returned": (later("Returned"), Tone.BAD),
    }
)


def draft_name(line: DraftLine) -> str:
    """Return what a draft is called where one is picked."""
    if line.present and not line.kept:
        return tr("Present text (draft {number})", number=line.no)
    return tr("Draft {number}", number=line.no)


def draft_when(line: DraftLine, zone: tzinfo | None) -> str:
    """Return when a draft was kept, nothing for one that is open."""
    return moment_words(line.at.astimezone(zone)) if line.at is not None else ""


def draft_chip(line: DraftLine) -> ChipText:
    """Return the state of a draft."""
    if line.printed:
        return ChipText(tr("Originals printed"), Tone.OK)
    if line.present:
        return ChipText(tr("Being written"), Tone.INFO)
    return ChipText(tr("Kept"), Tone.NEUTRAL)


def pair_words(pair: RowPair) -> str:
    """Return what became of a row: "Moved here from Article 3"."""
    words, values = change_words(pair)
    return refusal_words(OfficeError(words, **values))


def spoken(pair: RowPair, languages: Sequence[str]) -> str:
    """Return a row in words alone, for screen readers and copying."""
    said = [f"{screen_side(pair.place)}: {pair_words(pair)}"]
    if pair.change is Change.LEFT:
        return said[0]
    for language, parts in zip(languages, pair.parts, strict=True):
        if told := _told(parts):
            said.append(f"{language_word(language)}: {told}")
    return ". ".join(said)


def _told(parts: Sequence[Part]) -> str:
    """Return the words that came and went; a row that did not change says all of itself."""
    changed = [part for part in parts if part.changed]
    if not changed:
        return "".join(part.text for part in parts)
    return "; ".join(tr(_SPOKEN[part.fate], words=part.text.strip()) for part in changed)


def step_chip(step: ClearanceStep, today: date) -> ChipText:
    """Return the state of a step: a word and its colour."""
    if step.stale:
        return ChipText(tr("Other text"), Tone.WARN)
    if not step.outcome and step.due_on is not None and step.due_on < today:
        return ChipText(tr("Overdue"), Tone.BAD)
    words, tone = _OUTCOMES[step.outcome]
    return ChipText(tr(words), tone)


def text_words(told: SameText) -> tuple[Tone, str]:
    """Return whether both sides have cleared one text, in a sentence."""
    if told.same:
        words = tr("All steps have cleared the same text, which is the present one.")
        return Tone.OK, words
    if told.agreed is not None:
        number, mark = told.agreed
        words = tr(
            "All steps cleared draft {number} ({mark}); the text has changed since.",
            number=number,
            mark=mark[:SHORT],
        )
        return Tone.WARN, words
    if told.elsewhere:
        words = tr("Steps that cleared another text than this: {count}", count=len(told.elsewhere))
        return Tone.WARN, words
    return Tone.INFO, tr("Steps that have not cleared the text: {count}", count=len(told.waiting))
