"""Works out the occurrences of an event that recurs (RFC 5545, 3.8.5), within bounds."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kunjungan.exchange.ical_events import (
    LIBRARY_ERRORS,
    Broken,
    Setting,
    check_times,
    fault,
    rows_of,
)
from kunjungan.exchange.ical_rows import IcalFault, IcalRow
from kunjungan.exchange.time_limit import TimeUp, within
from kunjungan.i18n import later

if TYPE_CHECKING:
    from icalendar import Component, Event

SECONDS = 2.0
"""How long the occurrences of one event may take to work out."""
MOST = 2_000
"""How many occurrences of one event are taken: more than two a day for two years."""
_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_WITHIN_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_TOO_OFTEN = later("It recurs by the hour or oftener, which no agenda of a leader does.")
_ENDLESS = later("Its recurrence takes too long to work out: {rule}.")
_MANY = later("It has more than {most} occurrences in this period; choose a shorter one.")
_UNREAD = later("Its recurrence cannot be worked out: {rule}.")


def occurrences(
    members: "Sequence[Event]", setting: Setting, since: date, until: date
) -> tuple[list[IcalRow], list[IcalFault]]:
    """Return what an event and its changed occurrences come to between two days, and the faults.

    Without the event itself, or with a rule that is too long to work out, none is taken.
    """
    good, faults = _readable(members)
    if any("RECURRENCE-ID" not in event and event not in good for event in members):
        return [], faults
    try:
        rows, more = rows_of(_bounded(good, since, until), setting)
    except Broken as broken:
        return [], [*faults, fault(good[0], broken)]
    return rows, [*faults, *more]


def _readable(members: "Sequence[Event]") -> "tuple[list[Event], list[IcalFault]]":
    good: list[Event] = []
    faults: list[IcalFault] = []
    for event in members:
        try:
            check_times(event)
            _check_rules(event)
        except Broken as broken:
            faults.append(fault(event, broken))
        except LIBRARY_ERRORS:
            faults.append(fault(event, Broken(_UNREAD, rule=_rule([event]))))
        else:
            good.append(event)
    return good, faults


def _bounded(members: "Sequence[Event]", since: date, until: date) -> "list[Event]":
    """Return the occurrences as events; raises Broken for too many, or a rule without end."""
    if not members:
        return []
    try:
        found = within(SECONDS, lambda: _expanded(members, since, until))
    except TimeUp as error:
        raise Broken(_ENDLESS, rule=_rule(members)) from error
    if len(found) > MOST:
        raise Broken(_MANY, most=MOST)
    return found


def _expanded(members: "Sequence[Event]", since: date, until: date) -> "list[Event]":
    import recurring_ical_events  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy
    from icalendar import Calendar  # noqa: PLC0415 - heavy

    calendar = Calendar()
    for event in members:
        calendar.add_component(event)
    day = timedelta(days=1)  # a zone may lie on the other side of midnight
    try:
        query = recurring_ical_events.of(calendar)
        return _events(query.between(since - day, until + day))
    except LIBRARY_ERRORS as error:
        raise Broken(_UNREAD, rule=_rule(members)) from error


def _events(found: "Sequence[Component]") -> "list[Event]":
    from icalendar import Event  # noqa: PLC0415 - heavy

    return [each for each in found if isinstance(each, Event)]


def _check_rules(event: "Event") -> None:
    """Refuse a rule that has more than one occurrence an hour; raises Broken."""
    for rule in _rules(event):
        if str((rule.get("FREQ") or [""])[0]).upper() in _OFTEN:
            raise Broken(_TOO_OFTEN)
        times = 1
        for part in _WITHIN_DAY:
            times *= max(len(rule.get(part, ())), 1)
        if times > 24:
            raise Broken(_TOO_OFTEN)


def _rules(event: "Event") -> "Iterator[dict[str, list[object]]]":
    value = event.get("RRULE")
    yield from value if isinstance(value, list) else [value] if value is not None else []


def _rule(members: "Sequence[Event]") -> str:
    """Return the rules of a series as they are written, for a person to find them in the file."""
    rules = [rule for event in members for rule in _rules(event)]
    words = (";".join(f"{part}={_written(rule[part])}" for part in rule) for rule in rules)
    return ", ".join(words)[:120] or "RDATE"


def _written(values: object) -> str:
    return ",".join(map(str, values)) if isinstance(values, list) else str(values)
