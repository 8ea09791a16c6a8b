"""What the records of each table are called on screen; an unknown one keeps its own name."""

from collections.abc import Mapping
from types import MappingProxyType

from kunjungan.i18n import later, tr

_TABLES: Mapping[str, str] = MappingProxyType(
    {
        "agenda_item": later("Rundown item"),
        "agreement": later("Agreement"),
        "agreement_step": later("Stage of an agreement"),
        "agreement_visit": later("Visit of an agreement"),
        "assignment": later("Crew"),
        "attachment": later("Attachment"),
        "attendee": later("Guest"),
        "calendar_entry": later("Calendar entry"),
        "clause": later("Clause"),
        "clearance": later("Clearance"),
        "delegation": later("Delegation"),
        "draft": later("Closed draft"),
        "gift": later("Gift"),
        "holiday": later("Holiday"),
        "institution": later("Institution"),
        "journey": later("Journey"),
        "letter": later("Letter"),
        "lodging": later("Lodging"),
        "local_rank": later("Local addition to precedence"),
        "original": later("Original"),
        "party": later("Party"),
        "person": later("Person"),
        "position": later("Post"),
        "precedence_decision": later("Decision on precedence"),
        "print_run": later("Printing"),
        "region": later("Region"),
        "register_entry": later("Register entry"),
        "reminder": later("Reminder"),
        "resource": later("Room or vehicle"),
        "seat": later("Seat"),
        "seating_plan": later("Seating plan"),
        "session_delegation": later("Delegation of a session"),
        "setting": later("Setting"),
        "signature": later("Signature"),
        "snooze": later("Put off"),
        "task": later("Step"),
        "template": later("Template"),
        "tenure": later("Term of office"),
        "term": later("Entry of the term base"),
        "visit": later("Visit"),
        "visit_link": later("Earlier visit"),
        "visit_session": later("Session"),
        "visit_step": later("Stage of a visit"),
        "visum": later("Visum"),
        "witness": later("Witness"),
    }
)


def table_words(table: str) -> str:
    """Return what the records of a table are called."""
    return tr(_TABLES.get(table, table))
