"""How a rundown is spoken of on its screen."""

from collections.abc import Mapping
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.date_words import clock
from kunjungan.domain.rundown import Stretch, clock_at, gaps, minute_of, total
from kunjungan.i18n import later, tr
from kunjungan.services.rundown.counted_on import Next
from kunjungan.services.rundown.findings import RundownFinding
from kunjungan.services.rundown.lines import ItemLine, Rundown
from kunjungan.services.visiting.sessions import SessionLine
from kunjungan.ui.dates import hours_words, short_day
from kunjungan.ui.labels import label, screen_side, tone
from kunjungan.ui.screens.visits.words import joined, person_words
from kunjungan.ui.widgets.chips import ChipText
from kunjungan.ui.widgets.rows_model import Group

MENDS: Mapping[str, str] = MappingProxyType(
    {
        "slip": later("Slip to {time}"),
        "hours": later("Fit the hours"),
        "signing": later("Add signing"),
        "order": later("Change places"),
        "anthem": later("Add anthem"),
        "room": later("Move to {room}"),
        "send": later("Mark as sent"),
    }
)


def minutes_words(minutes: int) -> str:
    """Return a length as lists say it: "15 min"."""
    return tr("{minutes} min", minutes=minutes)


def session_title(plan: Rundown, own: SessionLine | None) -> str:
    """Return a session's name, numbered where it is held for delegations by name."""
    if own is None:
        return tr("Without a session") if plan.sessions else tr("Whole visit")
    title = screen_side(own.title)
    numbered = [line.id for line in plan.sessions if line.delegations]
    if own.id in numbered:
        title = tr("Session {number} · {title}", number=numbered.index(own.id) + 1, title=title)
    days = {line.on for line in plan.sessions}
    return joined(title, short_day(own.on) if own.on and len(days) > 1 else "")


def group_of(plan: Rundown, session_id: UUID | None) -> Group:
    """Return the line over a session: from when to when, the sum of minutes, what stays free."""
    points = [line.point for line in plan.of(session_id)]
    first, last = min(p.starts for p in points), max(p.ends for p in points)
    free = sum(minutes for _, _, minutes in gaps(points))
    note = joined(
        hours_words(clock_at(first), Stretch(clock_at(first), last - first).ends_at),
        minutes_words(total(points)),
        tr("{minutes} min free", minutes=free) if free else "",
    )
    return Group(session_title(plan, plan.session(session_id)), note)


def who_words(line: ItemLine) -> str:
    """Return who is in charge: the speaker by name where nobody else is named."""
    return line.in_charge or (line.speaker.name.full if line.speaker else "")


def text_chip(line: ItemLine) -> ChipText | None:
    """Return how far the text of a speech is, where it is followed."""
    return ChipText(label(line.speech), tone(line.speech)) if line.speech else None


def next_words(following: Next) -> str:
    """Return what comes next, and who must be in place for it."""
    line = following.item
    people = [person_words(each.name.full, each.post) for each in following.people]
    needed = "; ".join(filter(None, (*people, line.in_charge)))
    said = {"time": clock(line.starts_at), "item": screen_side(line.title)}
    if not needed:
        return tr("Next, {time}: {item}", **said)
    return tr("Next, {time}: {item}. In place by then: {people}", **said, people=needed)


def mend_words(finding: RundownFinding, plan: Rundown) -> str:
    """Return what the button beside a finding says; nothing where only a person can mend it."""
    if not finding.mend:
        return ""
    line = plan.item(finding.items[0]) if finding.items else None
    later_at = minute_of(line.starts_at) + finding.minutes if line else 0
    at = clock(clock_at(later_at)) if finding.mend == "slip" and later_at < 24 * 60 else ""
    return tr(MENDS[finding.mend], time=at, room=finding.room)
