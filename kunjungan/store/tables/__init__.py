"""Every table of the database; importing this package registers them all."""

from kunjungan.store.tables.agenda import AgendaItem, Task
from kunjungan.store.tables.agreements import Agreement, AgreementVisit, Clause, Party, Witness
from kunjungan.store.tables.drafting import AgreementStep, Clearance, Draft, Reminder
from kunjungan.store.tables.journal import jr_change, jr_device, jr_txn
from kunjungan.store.tables.office import Setting, Term
from kunjungan.store.tables.papers import Attachment, Original, PrintRun, RegisterEntry, Signature
from kunjungan.store.tables.people import Institution, Person, Position, Tenure
from kunjungan.store.tables.places import Holiday, Region
from kunjungan.store.tables.planning import (
    Assignment,
    CalendarEntry,
    Gift,
    Letter,
    Resource,
    Snooze,
    Template,
)
from kunjungan.store.tables.record import Record
from kunjungan.store.tables.seating import (
    LocalRank,
    PrecedenceDecision,
    Seat,
    SeatingPlan,
    Visum,
)
from kunjungan.store.tables.travel import Journey, Lodging
from kunjungan.store.tables.visits import (
    Attendee,
    Delegation,
    SessionDelegation,
    Visit,
    VisitLink,
    VisitSession,
    VisitStep,
)

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementStep",
    "AgreementVisit",
    "Assignment",
    "Attachment",
    "Attendee",
    "CalendarEntry",
    "Clause",
    "Clearance",
    "Delegation",
    "Draft",
    "Gift",
    "Holiday",
    "Institution",
    "Journey",
    "Letter",
    "LocalRank",
    "Lodging",
    "Original",
    "Party",
    "Person",
    "Position",
    "PrecedenceDecision",
    "PrintRun",
    "Record",
    "Region",
    "RegisterEntry",
    "Reminder",
    "Resource",
    "Seat",
    "SeatingPlan",
    "SessionDelegation",
    "Setting",
    "Signature",
    "Snooze",
    "Task",
    "Template",
    "Tenure",
    "Term",
    "Visit",
    "VisitLink",
    "VisitSession",
    "VisitStep",
    "Visum",
    "Witness",
    "jr_change",
    "jr_device",
    "jr_txn",
]
