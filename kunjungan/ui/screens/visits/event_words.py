"""How the history of a visit is told: which field of what went from which value to which."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from kunjungan.domain.date_words import clock
from kunjungan.domain.days import PartialDate
from kunjungan.i18n import later, tr
from kunjungan.services.visit_history import FieldStep, VisitEvent
from kunjungan.ui.dates import partial_words, short_day
from kunjungan.ui.guest_words import ATTENDANCES, ROLES
from kunjungan.ui.labels import DIRECTIONS, LABELS, label
from kunjungan.ui.screens.visits.gifts.words import DIRECTION_WORDS

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": later("Title"),
        "kind": later("Kind"),
        "theme_id": later("Theme"),
        "theme_en": later("Theme in English"),
        "direction": later("Direction"),
        "host_id": later("Host"),
        "host_tenure_id": later("Received by"),
        "stage": later("Stage"),
        "on": later("Date"),
        "until": later("Last day"),
        "starts_at": later("Starts"),
        "ends_at": later("Ends"),
        "zone": later("Local time of"),
        "abroad": later("Time zone abroad"),
        "place": later("Place"),
        "room": later("Room"),
        "note": later("Note"),
        "reason": later("Reason"),
        "rank": later("Order"),
        "institution_id": later("Institution"),
        "head_tenure_id": later("Head of delegation"),
        "announced": later("Guests announced"),
        "letter_number": later("Letter number"),
        "letter_on": later("Letter dated"),
        "received_on": later("Received on"),
        "agenda_number": later("Agenda number"),
        "contact": later("Contact"),
        "contact_phone": later("Telephone"),
        "person_id": later("Guest"),
        "title_id": later("Post"),
        "title_en": later("Post in English"),
        "precedence_group": later("Precedence"),
        "role": later("Role"),
        "attendance": later("Attendance"),
        "area": later("Area"),
        "owner": later("In charge"),
        "due_on": later("Due"),
        "days_before": later("Counted from the visit"),
        "done_on": later("Done on"),
        "earlier_id": later("Earlier visit"),
        "report": later("Result"),
        "came": later("Guests who came"),
        "turnaround": later("Turn-around"),
        "minutes": later("Minutes"),
        "fixed": later("Keeps its time"),
        "in_charge": later("In charge"),
        "began_at": later("Began at"),
        "ended_at": later("Ended at"),
        "remark": later("Incidents and remarks"),
        "duty": later("Role"),
        "name": later("Name"),
        "phone": later("Phone"),
        "vehicle": later("Vehicle"),
        "what": later("Gift"),
        "count": later("Pieces"),
        "value": later("Value"),
        "giver": later("Giver"),
        "receiver": later("Receiver"),
        "kept_at": later("Kept at"),
        "reported_on": later("Reported on"),
        "number": later("Number"),
        "subject_id": later("Subject"),
        "sent_on": later("Sent on"),
        "answered_on": later("Answered on"),
    }
)
_TITLED = frozenset({"visit_session", "agenda_item"})
"""Tables whose title is no post."""
_TITLES: Mapping[str, str] = MappingProxyType(
    {"title_id": later("Title"), "title_en": later("Title in English")}
)
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "role": ROLES,
        "attendance": ATTENDANCES,
        "direction": {**DIRECTIONS, **DIRECTION_WORDS},
    }
)


def event_title(event: VisitEvent) -> str:
    """Return what was done, saying so where it was undone or done again."""
    name = tr(event.label)
    if event.kind == "undo":
        return tr("Undone: {change}", change=name)
    return tr("Done again: {change}", change=name) if event.kind == "redo" else name


def event_subjects(event: VisitEvent) -> str:
    """Return what the change was about: names of guests, institutions or steps."""
    subjects = list(dict.fromkeys(step.subject for step in event.steps if step.subject))
    shown = ", ".join(subjects[:4])
    return f"{shown}, …" if len(subjects) > 4 else shown


def told_steps(event: VisitEvent) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what each record is called, with its fields and what became of them.

    Links between records are left out.
    """
    told: dict[str, list[tuple[str, str]]] = {}
    for step in event.steps:
        if _tellable(step):
            own = _TITLES if step.table in _TITLED else FIELDS
            field = tr(own.get(step.field, FIELDS[step.field]))
            told.setdefault(step.subject, []).append((field, _step(step)))
    return list(told.items())


def _step(step: FieldStep) -> str:
    new = value_words(step.field, step.new)
    if step.what != "changed":
        return new if step.what == "added" else value_words(step.field, step.old)
    return f"{value_words(step.field, step.old)} → {new}"


def _tellable(step: FieldStep) -> bool:
    known = step.field in FIELDS and step.field != "rank"
    return known and not any(isinstance(value, UUID) for value in (step.old, step.new))


def value_words(field: str, value: object) -> str:
    """Return a value as the screen writes it."""
    if isinstance(value, Enum) and value in LABELS:
        return label(value)
    if isinstance(value, str) and field in _WORDS:
        return tr(_WORDS[field].get(value, value))
    if isinstance(value, bool):
        return tr("yes") if value else "—"
    return _plain_words(value)


def _plain_words(value: object) -> str:
    match value:
        case None | "":
            return "—"
        case PartialDate():
            return partial_words(value)
        case datetime() | date():
            return short_day(value, year=True)
        case time():
            return clock(value)
    return str(value)
