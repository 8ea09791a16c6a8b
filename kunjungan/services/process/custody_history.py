"""Where an original lay before."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kunjungan.services.office import Office
from kunjungan.store.journal import HistoryEntry

_FIELDS = ("kept_at", "lent_to", "due_back_on")


@dataclass(frozen=True, slots=True)
class CustodyStep:
    """A change of where an original lay; ``field`` is the column, values as they were and are."""

    at: datetime
    who: str
    field: str
    old: object
    new: object


def custody_history(office: Office, original_id: UUID) -> list[CustodyStep]:
    """Return where an original lay before, the latest step first."""
    steps = office.store.history("original", original_id)
    return [_step(entry) for entry in steps if entry.field in _FIELDS]


def _step(entry: HistoryEntry) -> CustodyStep:
    return CustodyStep(entry.at, entry.who, entry.field, entry.old, entry.new)
