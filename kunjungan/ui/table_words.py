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
        "attachment": later("Attachment"),
        "attendee": later("Guest"),
        "clause": later("Clause"),
        "clearance": later("Clearance"),
        "delegation": later("Delegation"),
        "draft": later("Closed draft"),
        "holiday": later("Holiday"),
        "institution": later("Institution"),
        "original": later("Original"),
        "party": later("Party"),
        "person": later("Person"),
        "position": later("Post"),
        "print_run": later("Printing"),
        "region": later("Region"),
        "register_entry": later("Register entry"),
        "reminder": later("Reminder"),
        "setting": later("Setting"),
        "signature": later("Signature"),
        "task": later("Step"),
        "tenure": later("Term of office"),
        "term": later("Entry of the term base"),
        "visit": later("Visit"),
        "visit_link": later("Earlier visit"),
        "visit_step": later("Stage of a visit"),
        "witness": later("Witness"),
    }
)


def table_words(table: str) -> str:
    """Return what the records of a table are called."""
    return tr(_TABLES.get(table, table))
