"""What the home page says of a line that needs attention, and where each is mended."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from kunjungan.domain.attention import Attention, AttentionKind, Said
from kunjungan.i18n import later, tr
from kunjungan.ui.context import Address
from kunjungan.ui.dates import short_day
from kunjungan.ui.labels import said_words
from kunjungan.ui.theme.tokens import Tone

_VISIT_TABS: Mapping[AttentionKind, str] = MappingProxyType(
    {
        AttentionKind.READINESS: "summary",
        AttentionKind.GUESTS: "delegations",
        AttentionKind.REQUEST: "letters",
        AttentionKind.LETTER: "letters",
        AttentionKind.RUNDOWN: "rundown",
        AttentionKind.REPORT: "report",
        AttentionKind.GIFT: "report",
    }
)
_PLACES: Mapping[AttentionKind, str] = MappingProxyType(
    {
        AttentionKind.CONFLICT: "calendar",
        AttentionKind.ENDING: "agreements",
        AttentionKind.BACKUP: "backups",
        AttentionKind.HOLIDAYS: "settings",
        AttentionKind.TRANSLATION: "agreements",
        AttentionKind.DUTY: "agreements",
    }
)
VERBS: Mapping[AttentionKind, str] = MappingProxyType(
    {
        AttentionKind.TRANSLATION: later("Open text"),
        AttentionKind.READINESS: later("Open visit"),
        AttentionKind.GUESTS: later("See delegation"),
        AttentionKind.CONFLICT: later("Solve"),
        AttentionKind.REQUEST: later("Write answer"),
        AttentionKind.LETTER: later("See letters"),
        AttentionKind.RUNDOWN: later("See rundown"),
        AttentionKind.REPORT: later("Write report"),
        AttentionKind.GIFT: later("See gifts"),
        AttentionKind.DUTY: later("See process"),
        AttentionKind.ENDING: later("See register"),
        AttentionKind.BACKUP: later("Back up"),
        AttentionKind.HOLIDAYS: later("Fill in"),
    }
)
ICONS: Mapping[AttentionKind, str] = MappingProxyType(
    {
        AttentionKind.TRANSLATION: "translate",
        AttentionKind.READINESS: "clipboard_task",
        AttentionKind.GUESTS: "person_clock",
        AttentionKind.CONFLICT: "warning",
        AttentionKind.REQUEST: "mail",
        AttentionKind.LETTER: "mail",
        AttentionKind.RUNDOWN: "history",
        AttentionKind.REPORT: "document_edit",
        AttentionKind.GIFT: "gift",
        AttentionKind.DUTY: "flag",
        AttentionKind.ENDING: "document",
        AttentionKind.BACKUP: "save",
        AttentionKind.HOLIDAYS: "calendar",
    }
)
_SOON, _FEW_DAYS = 7, 60


def address_of(line: Attention) -> Address:
    """Return where a line is mended."""
    if line.kind in _VISIT_TABS:
        return Address("visits", line.visit_id, _VISIT_TABS[line.kind])
    if line.agreement_id is not None and line.kind is not AttentionKind.ENDING:
        tab = "process" if line.kind is AttentionKind.DUTY else ""
        return Address("agreements", line.agreement_id, tab)
    return Address(_PLACES[line.kind], None, _page_of(line))


def _page_of(line: Attention) -> str:
    """Return the day of the calendar, or the year of the holidays, that a line is about."""
    day = line.due_on
    if line.kind is AttentionKind.HOLIDAYS:
        return f"holidays:{day.year}" if day else "holidays"
    return day.isoformat() if day and line.kind is AttentionKind.CONFLICT else ""


def due_words(due_on: date | None, today: date) -> tuple[str, Tone]:
    """Return when a line is due, as near as it is, and in which colour."""
    days = (due_on - today).days if due_on else _FEW_DAYS
    if due_on is None or days > _FEW_DAYS:
        return (short_day(due_on, year=due_on.year != today.year) if due_on else ""), Tone.PLAIN
    if days < 0:
        late = tr("1 day late") if days == -1 else tr("{count} days late", count=-days)
        return late, Tone.BAD
    if days <= _SOON:
        return short_day(due_on) if days else tr("Today"), Tone.WARN
    return tr("{count} days left", count=days), Tone.PLAIN


def days_words(days: int) -> str:
    """Return how far off a day is: today, tomorrow, in 3 days."""
    if days == 0:
        return tr("Today")
    return tr("Tomorrow") if days == 1 else tr("In {count} days", count=days)


def sentence(said: Said) -> str:
    """Return a sentence in the screen's language."""
    return said_words(said.message, said.values)
